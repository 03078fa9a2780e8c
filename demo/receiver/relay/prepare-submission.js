import { loadAdapter, planPosting } from 'job-application-element/server.js';
import { fileAnswers } from '../file-answers.js';
import { fileBytes } from './form-body.js';
import { readSystemPosting } from './judged-postings.js';
import { systems } from './systems.js';

/**
 * @typedef {import('job-application-element/server.js').Application} Application
 * @typedef {import('job-application-element/server.js').Posting} Posting
 * @typedef {import('job-application-element/server.js').SystemReply} SystemReply
 * @typedef {import('../application-files.js').StoredFile} StoredFile
 * @typedef {import('./ask-system.js').SystemAnswer} SystemAnswer
 *
 * @typedef {import('./systems.js').Submission & { read: (answer: SystemAnswer) => SystemReply | undefined }} Prepared
 */

/**
 * Makes the request that stores an application at its system, out of the application and the posting that it was judged by.
 * It is made anew for each try, so that a writer that was put right serves those that rest.
 * @param {import('../settings.js').RelaySettings} settings
 * @param {{ record: import('../store.js').ApplicationRecord, origin: { job: string, json: string },
 *   files: import('../application-files.js').ApplicationFiles, ask: import('./systems.js').Passing['ask'] }} whole
 * @returns {Promise<Prepared>}
 */
export async function prepareSubmission({ system, access }, { record, origin, files, ask }) {
  const posting = await readSystemPosting(system, origin.json);
  const plan = planPosting(posting);
  const { toPayload, readReply } = await loadAdapter(system);
  if (!toPayload) throw new Error('This system takes no applications.');
  const { answers, consents, hints } = /** @type {Pick<Application, 'answers' | 'consents' | 'hints'>} */ (record);
  /** No key of ours goes along: these systems have no such part. @type {Application} */
  const application = {
    ...{ posting: origin.job, locale: record.locale ?? 'en', idempotencyKey: undefined, previousKey: undefined },
    ...{ answers, consents, hints },
  };
  const submission = await systems[system].submit(access, {
    job: origin.job,
    write: (enctype, uploads) =>
      toPayload({ ...application, answers: withUploads(posting, answers, uploads) }, plan, enctype),
    files: fileAnswers(posting, answers).flatMap((answer) => /** @type {StoredFile[]} */ (answer.files)),
    read: (file) => fileBytes(files, record.id, file),
    ask,
  });
  return { ...submission, read: ({ status, body }) => readReply?.(status, body, plan) };
}

/**
 * @param {Posting} posting
 * @param {import('job-application-element/server.js').Answers} answers
 * @param {ReadonlyMap<number, string> | undefined} uploads
 */
function withUploads(posting, answers, uploads) {
  if (!uploads) return answers;
  const copy = structuredClone(answers);
  for (const { files } of fileAnswers(posting, copy)) {
    for (const [index, said] of files.entries()) {
      const file = /** @type {StoredFile} */ (said);
      files[index] = { ...file, upload: uploads.get(file.file) };
    }
  }
  return copy;
}
