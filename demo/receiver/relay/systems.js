import { ashby } from './ashby.js';
import { greenhouse } from './greenhouse.js';
import { lever } from './lever.js';

/**
 * @typedef {import('job-application-element/server.js').Enctype} Enctype
 * @typedef {import('job-application-element/server.js').Payload} Payload
 * @typedef {import('./ask-system.js').SystemRequest} SystemRequest
 * @typedef {import('./ask-system.js').SystemAnswer} SystemAnswer
 * @typedef {import('./form-body.js').FileBytes} FileBytes
 * @typedef {import('../application-files.js').StoredFile} StoredFile
 *
 * @typedef {object} Access What the receiver has been given for one system.
 * @property {string} url of its API, without a slash at the end
 * @property {string} board the company's name in addresses; empty where the system needs none
 * @property {string} key secret
 *
 * @typedef {object} Passing An application to be passed on.
 * @property {string} job its id at the system
 * @property {(enctype: Enctype, uploads?: ReadonlyMap<number, string>) => Payload} write by the number of a file, what
 *   stands for it at the system
 * @property {readonly StoredFile[]} files
 * @property {(file: StoredFile) => Promise<FileBytes>} read
 * @property {(request: SystemRequest) => Promise<SystemAnswer>} ask for what comes before the application
 *
 * @typedef {object} Submission
 * @property {SystemRequest} request that stores the application
 * @property {(id: string | undefined) => readonly SystemRequest[]} [afterwards] once it is stored, under the system's id
 * @property {readonly import('job-application-element/server.js').Unresolved[]} [unresolved] what the system will not use
 *
 * @typedef {object} System An applicant tracking system, as far as it takes applications by its API.
 * @property {string} url
 * @property {RegExp} id what the id of a job looks like; nothing else gets into an address
 * @property {boolean} needsBoard
 * @property {number} spacingMs between two applications
 * @property {(access: Access, job: string) => SystemRequest} posting
 * @property {(body: unknown) => unknown} publish what everybody may see of that answer; `undefined` where there is no such job
 * @property {(access: Access, passing: Passing) => Promise<Submission>} submit
 */

/** @type {Readonly<Record<'greenhouse' | 'lever' | 'ashby', System>>} */
export const systems = { greenhouse, lever, ashby };

/** @typedef {keyof typeof systems} SystemName */

/** @param {string} name @returns {name is SystemName} */
export function isSystemName(name) {
  return Object.hasOwn(systems, name);
}
