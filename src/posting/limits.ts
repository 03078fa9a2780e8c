/** In a posting, those inside a `repeat` included. */
export const maxFields = 2000;
/** Of a posting as JSON text, in characters: 2 MB. */
export const maxPostingLength = 2_000_000;
/** Characters of a text that is drawn in one piece, such as a label, in each of its languages. */
export const maxWords = 100_000;
/** From writing to the left to writing to the right, in all texts together: ten times what a long posting in Hebrew has. */
export const maxTurns = 30_000;
/** Of places, of what a post pays, and of parts of a description, each: more than any real post has, and drawn at once. */
export const maxListed = 500;
