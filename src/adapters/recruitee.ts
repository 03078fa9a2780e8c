/** Recruitee: offers of the careers site API in, candidates of the same API out. */
export { toPosting } from './recruitee/to-posting.js';
export { toPayload } from './recruitee/to-payload.js';
export { readReply } from './recruitee/read-reply.js';
