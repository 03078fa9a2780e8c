/** What is needed once there is a file: it is looked at, and told of where it is not taken. */
export { inspectFile, rememberFile, type FileNote, type Inspection } from './inspect-file.js';
export { noteSentence, refusalSentences, refusedFiles, zoneSaid } from './refusals.js';
