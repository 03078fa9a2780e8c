/** Where a line turns from right-to-left to left-to-right, or is told to: a browser holds each turn against others. */
export const turns =
  /[\u202a-\u202e\u2066-\u2069]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b](?![\u0590-\u08ff\udc00-\udfff])/g;
