import { submitForm } from './submit-form.js';

/**
 * Lever's Postings API, version 0: everybody may read, a key of the company is needed to submit, and goes into the address.
 * It takes two applications a second. https://github.com/lever/postings-api
 * @type {import('./systems.js').System}
 */
export const lever = {
  url: 'https://api.lever.co/v0',
  id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  needsBoard: true,
  spacingMs: 600,
  posting: ({ url, board }, job) => ({ url: `${url}/postings/${board}/${job}?mode=json`, method: 'GET', headers: {} }),
  publish: (body) => body,
  submit: ({ url, board, key }, passing) =>
    submitForm(passing, `${url}/postings/${board}/${passing.job}?key=${encodeURIComponent(key)}`, {}),
};
