import { Buffer } from 'node:buffer';
import { Transform } from 'node:stream';

/**
 * Passes a form on up to its closing boundary. What is behind it is no part of the form (RFC 2046, 5.1.1), but busboy 1.6.0
 * goes on reading there, and waits for ever for the end of a file that begins there.
 * @param {string} boundary
 */
export function withoutEpilogue(boundary) {
  const closing = Buffer.from(`\r\n--${boundary}--`);
  let last = Buffer.from('\r\n'); // there is no line before the first boundary
  let isOver = false;
  return new Transform({
    transform(chunk, _encoding, done) {
      if (isOver) return done();
      const seen = Buffer.concat([last, chunk]);
      const at = seen.indexOf(closing);
      isOver = at >= 0;
      done(null, isOver ? chunk.subarray(0, at + closing.length - last.length) : chunk);
      last = seen.subarray(1 - closing.length);
    },
  });
}
