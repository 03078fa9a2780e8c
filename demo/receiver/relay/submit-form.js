import { formBody, isStoredFile } from './form-body.js';

/**
 * One multipart request, files and all.
 * @param {import('./systems.js').Passing} passing
 * @param {string} url
 * @param {Readonly<Record<string, string>>} headers
 * @returns {Promise<import('./systems.js').Submission>}
 */
export async function submitForm({ write, read }, url, headers) {
  const payload = write('multipart/form-data');
  if (payload.enctype !== 'multipart/form-data') throw new Error('Expected a multipart payload.');
  /** @type {[string, string | import('./form-body.js').FileBytes][]} */
  const parts = [];
  for (const { name, value } of payload.parts) {
    if (isStoredFile(value)) parts.push([name, await read(value)]);
    else if (typeof value === 'string') parts.push([name, value]);
  }
  const form = await formBody(parts);
  return {
    request: { url, method: 'POST', headers: { ...headers, ...form.headers }, body: form.body },
    unresolved: payload.unresolved,
  };
}
