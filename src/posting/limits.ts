/** In a posting, those inside a `repeat` included. */
export const maxFields = 2000;
/** Of a posting as JSON text, in characters: 2 MB. */
export const maxPostingLength = 2_000_000;
