/** Workable: the public form and the form of API v3 in, candidates of API v3 out. */
export { toPosting } from './workable/to-posting.js';
export { toPayload } from './workable/to-payload.js';
export { readReply } from './workable/read-reply.js';
