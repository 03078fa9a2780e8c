/** Controls, line ends, and what turns the direction of writing: "cv", U+202E, "fdp.exe" would be read as "cvexe.pdf". */
const misleading = /[\p{Cc}\u200b\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Code points. */
const longest = 80;
const endLength = 20;

/** A file's name for a person to read; the file keeps its own. A long one keeps its beginning and its end. */
export function displayName(name: string): string {
  const letters = [...name.replace(misleading, '\ufffd')];
  if (letters.length <= longest) return letters.join('');
  return `${letters.slice(0, longest - endLength).join('')}…${letters.slice(-endLength).join('')}`;
}
