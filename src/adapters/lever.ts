/** Lever: public postings, apply forms and hosted cards in, applications to API v0, API v1 and the hosted form out. */
export { toPosting } from './lever/to-posting.js';
export { toPayload } from './lever/to-payload.js';
export { readReply } from './lever/read-reply.js';
