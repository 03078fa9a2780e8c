/** A small PDF: nothing that a reader would draw, but all that tells it is one. */
export function pdf(name = 'cv.pdf', more = ''): File {
  return new File([`%PDF-1.7\n${more}\n%%EOF\n`], name, { type: 'application/pdf' });
}

/** The first bytes of a PNG, under any name. */
export function png(name = 'photo.png', type = 'image/png'): File {
  return new File([bytes('\x89PNG\r\n\x1a\n')], name, { type });
}

/** A character for each byte. */
export function bytes(characters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

/** As a file that was moved after it was chosen, or a folder. */
export function unreadable(name = 'gone.pdf'): File {
  const file = pdf(name);
  const refuse = () => Promise.reject(new DOMException('It is gone.', 'NotFoundError'));
  return Object.assign(file, { arrayBuffer: refuse, slice: () => Object.assign(new Blob(), { arrayBuffer: refuse }) });
}
