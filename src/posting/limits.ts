/** In a posting, those inside a `repeat` included. */
export const maxFields = 2000;
/** Of a posting as JSON text, in characters: 2 MB. */
export const maxPostingLength = 2_000_000;
/** Of places, of what a post pays, and of parts of a description, each: more than any real post has, and drawn at once. */
export const maxListed = 500;
