/**
 * Whether there is nothing in a text that could be seen: white space, what has no shape of its own (Unicode:
 * Default_Ignorable_Code_Point, among it the fillers of Hangul) and the blank pattern of Braille.
 */
export function isBlankText(text: string): boolean {
  if (/[!-~]/.test(text)) return false;
  return text.trim() === '' || /^[\s\p{DI}\u2800]*$/u.test(text);
}
