/** Ashby: `jobPosting.info`, the hosted page's form and surveys in, `applicationForm.submit` out. */
export { toPosting } from './ashby/to-posting.js';
export { toPayload } from './ashby/to-payload.js';
export { readReply } from './ashby/read-reply.js';
