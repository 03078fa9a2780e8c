/** Greenhouse: Job Board API jobs and Harvest job posts in, applications to the Job Board API out. */
export { toPosting } from './greenhouse/to-posting.js';
export { toPayload } from './greenhouse/to-payload.js';
export { readReply } from './greenhouse/read-reply.js';
