import { UploadFailed } from './ask-system.js';
import { formBody, jsonBody } from './form-body.js';
import { basic } from './secret.js';

/**
 * @typedef {import('./systems.js').Access} Access
 * @typedef {import('./systems.js').Passing} Passing
 * @typedef {import('./ask-system.js').SystemRequest} SystemRequest
 */

/** Of the answer to `jobPosting.info`, which a key has asked for, what an applicant is shown of a job. */
const publicKeys = [
  ...['id', 'title', 'descriptionHtml', 'descriptionPlain', 'departmentName', 'teamName', 'locationName', 'address'],
  ...['secondaryLocations', 'workplaceType', 'isRemote', 'employmentType', 'publishedDate', 'applicationDeadline'],
  ...['linkedData', 'applicationFormDefinition', 'surveyFormDefinitions', 'applicationLimitCalloutHtml'],
];

/**
 * Ashby's API: a key is needed to read a job's form, too. A file goes to a place that Ashby names, and the application then
 * carries the handle of it. https://developers.ashbyhq.com/docs/creating-a-custom-careers-page
 * @type {import('./systems.js').System}
 */
export const ashby = {
  url: 'https://api.ashbyhq.com',
  id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  needsBoard: false,
  spacingMs: 250,
  posting: (access, job) => call(access, 'jobPosting.info', { jobPostingId: job }),
  publish(body) {
    const results = resultsOf(body);
    if (!results) return undefined;
    const compensation = results['shouldDisplayCompensationOnJobPostings'] === false ? [] : ['compensation'];
    const keys = [...publicKeys, ...compensation].filter((key) => Object.hasOwn(results, key));
    return { success: true, results: Object.fromEntries(keys.map((key) => [key, results[key]])) };
  },
  async submit(access, passing) {
    const uploads = await upload(access, passing);
    const payload = passing.write('application/json', uploads);
    if (payload.enctype !== 'application/json') throw new Error('Expected a JSON payload.');
    const { surveySubmissions = [], ...body } = payload.body;
    return {
      request: call(access, 'applicationForm.submit', { ...body, jobPostingId: passing.job }),
      afterwards: (applicationId) =>
        /** @type {readonly object[]} */ (surveySubmissions).map((survey) =>
          call(access, 'surveySubmission.create', { ...survey, ...(applicationId ? { applicationId } : {}) }),
        ),
    };
  },
};

/**
 * Puts each file where Ashby wants it. A handle lives for ten minutes, so every try uploads anew.
 * @param {Access} access
 * @param {Passing} passing
 * @returns {Promise<Map<number, string>>} handles by the number of the file
 */
async function upload(access, { files, read, ask }) {
  /** @type {Map<number, string>} */
  const handles = new Map();
  for (const stored of files) {
    const { name, type, bytes } = await read(stored);
    const said = {
      fileUploadContext: 'ApplicationForm',
      filename: name,
      contentType: type,
      contentLength: bytes.length,
    };
    const created = await ask(call(access, 'file.createFileUploadHandle', said));
    const { handle, url, fields } = resultsOf(created.body) ?? {};
    if (typeof handle !== 'string' || typeof url !== 'string' || !isSafe(url)) throw new UploadFailed(created);
    const form = Object.entries(typeof fields === 'object' && fields !== null ? fields : {});
    const put = await formBody([
      ...form.map(([key, value]) => /** @type {[string, string]} */ ([key, String(value)])),
      ['file', { name, type, bytes }],
    ]);
    const answer = await ask({ url, method: 'POST', ...put });
    if (answer.status < 200 || answer.status >= 300) throw new UploadFailed(answer);
    handles.set(stored.file, handle);
  }
  return handles;
}

/** @param {Access} access @param {string} method @param {object} body @returns {SystemRequest} */
function call({ url, key }, method, body) {
  const json = jsonBody(body);
  const headers = { ...json.headers, Authorization: basic(key), Accept: 'application/json; version=1' };
  return { url: `${url}/${method}`, method: 'POST', headers, body: json.body };
}

/** @param {unknown} body @returns {Record<string, unknown> | undefined} */
function resultsOf(body) {
  if (typeof body !== 'object' || body === null) return undefined;
  const { success, results } = /** @type {Record<string, unknown>} */ (body);
  if (success !== true || typeof results !== 'object' || results === null) return undefined;
  return /** @type {Record<string, unknown>} */ (results);
}

/** Applications go nowhere without encryption, except to this machine. @param {string} url */
export function isSafe(url) {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname));
}
