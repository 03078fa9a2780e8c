/** SmartRecruiters: postings and their configurations in, candidates of the application API out. */
export { toPosting } from './smartrecruiters/to-posting.js';
export { toPayload } from './smartrecruiters/to-payload.js';
export { readReply } from './smartrecruiters/read-reply.js';
