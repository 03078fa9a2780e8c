import { submitForm } from './submit-form.js';
import { basic } from './secret.js';

/**
 * Greenhouse's Job Board API: everybody may read, the company's Job Board key is needed to submit.
 * https://developers.greenhouse.io/job-board.html
 * @type {import('./systems.js').System}
 */
export const greenhouse = {
  url: 'https://boards-api.greenhouse.io/v1',
  id: /^[1-9]\d{0,18}$/,
  needsBoard: true,
  spacingMs: 250,
  posting: ({ url, board }, job) => ({
    url: `${url}/boards/${board}/jobs/${job}?questions=true&pay_transparency=true`,
    method: 'GET',
    headers: {},
  }),
  publish: (body) => body,
  submit: (access, passing) =>
    submitForm(passing, `${access.url}/boards/${access.board}/jobs/${passing.job}`, {
      Authorization: basic(access.key),
    }),
};
