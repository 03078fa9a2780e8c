import busboy from 'busboy';
import { fileTooLarge, malformed, textTooLong, tooLarge } from './problem.js';
import { withoutEpilogue } from './without-epilogue.js';

/**
 * @typedef {import('./read-request.js').IncomingMessage} IncomingMessage
 * @typedef {import('./read-request.js').ReceivedPart} ReceivedPart
 */

/**
 * Reads the parts in their order; files go to the disk as they come, so memory holds texts alone.
 * @param {IncomingMessage} request left unread from where it was refused
 * @param {import('./application-files.js').IncomingFiles} incoming
 * @param {import('./settings.js').Limits} limits
 * @param {Promise<never>} stalled rejected once there is no sense in waiting for more
 * @returns {Promise<ReceivedPart[]>}
 */
export async function readMultipart(request, incoming, limits, stalled) {
  const tooMuch = `Expected at most ${limits.totalBytes} bytes in all.`;
  if (Number(request.headers['content-length'] ?? 0) > limits.totalBytes) throw tooLarge(tooMuch);
  /** @type {Promise<ReceivedPart | undefined>[]} */
  const parts = [];
  const boundary = boundaryOf(request);
  const form = withoutEpilogue(boundary);
  const parser = parserFor(boundary, limits);
  try {
    await new Promise((resolve, reject) => {
      let size = 0;
      let textSize = 0;
      stalled.catch(reject);
      request.on('data', (chunk) => {
        size += chunk.length;
        if (size > limits.totalBytes) reject(tooLarge(tooMuch));
      });
      const onClose = () => request.complete || reject(malformed('The request ended before its body did.'));
      if (request.destroyed) onClose();
      else request.once('close', onClose);

      parser.on('field', (name, text, { valueTruncated }) => {
        const field = nameFrom(name);
        textSize += text.length;
        if (field === undefined) reject(malformed('Expected every part to have a name.'));
        else if (textSize > limits.textBytes)
          reject(tooLarge(`Expected at most ${limits.textBytes} bytes of text in all.`));
        else if (valueTruncated) reject(textTooLong(field, limits.fieldBytes));
        else parts.push(Promise.resolve([field, text.replaceAll('\r\n', '\n')])); // forms send line breaks so
      });
      parser.on('file', (name, bytes, { filename = '', mimeType }) => {
        const field = nameFrom(name);
        if (field === undefined) reject(malformed('Expected every part to have a name.'));
        const said = { name: unescape(filename), type: mimeType };
        const part = incoming.add(bytes, said).then((file) => {
          if (file.size > limits.fileBytes) throw fileTooLarge(field ?? '', limits.fileBytes);
          // A form without script sends a file field that was left empty as a nameless, empty file.
          return file.size === 0 && file.name === '' ? undefined : /** @type {ReceivedPart} */ ([field, file]);
        });
        part.catch(reject);
        parts.push(part);
      });
      parser.on('partsLimit', () => reject(tooLarge(`Expected at most ${limits.parts} parts.`)));
      parser.on('error', () => reject(malformed('Expected a whole multipart form.')));
      parser.on('close', () => resolve(undefined));
      request.pipe(form).pipe(parser);
    });
    return (await Promise.all(parts)).filter((part) => part !== undefined);
  } catch (error) {
    request.unpipe(form);
    form.destroy();
    parser.destroy();
    await Promise.allSettled(parts); // after this nothing is written any more
    throw error;
  }
}

/** As RFC 2046 allows it, in quotes or not. @param {IncomingMessage} request */
function boundaryOf({ headers }) {
  const [, boundary] =
    /;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1\s*(?:;|$)/i.exec(headers['content-type'] ?? '')?.slice(1) ?? [];
  if (boundary === undefined) throw malformed('Expected a multipart form with a boundary.');
  return boundary;
}

/** @param {string} boundary @param {import('./settings.js').Limits} limits */
function parserFor(boundary, limits) {
  return busboy({
    headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` },
    defParamCharset: 'utf8', // names as browsers send them
    preservePath: true,
    // One more than allowed, since the parser takes what reaches a limit for what exceeds it.
    limits: { fileSize: limits.fileBytes + 1, fieldSize: limits.fieldBytes + 1, parts: limits.parts + 1 },
  });
}

/** @param {string | undefined} name the parser has none for a part that gives none @returns {string | undefined} */
function nameFrom(name) {
  return name ? unescape(name) : undefined;
}

/** Browsers write these three so in names: https://html.spec.whatwg.org/#multipart-form-data @param {string} name */
function unescape(name) {
  return name.replace(/%(22|0D|0A)/gi, (_escape, code) => String.fromCharCode(parseInt(code, 16)));
}
