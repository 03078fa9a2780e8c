/** A body of more bytes than its reader takes. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/**
 * The body as text, UTF-8 without its byte order mark. Reading ends, and the connection with it, as soon as there is too
 * much.
 * @throws {BodyTooLarge} past `maxBytes`
 * @throws {TypeError} where the connection breaks off, or the body has been read already
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (response.bodyUsed) throw new TypeError('The body has been read already.');
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined); // it is given up; how that ends is of no interest
      throw new BodyTooLarge(`More than ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
