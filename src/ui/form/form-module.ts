/** What reads a posting and draws its form, in one chunk: it is asked for together with the posting itself. */
export { readPosting } from '../../posting/read-posting.js';
export { fieldTypesWith } from '../fields/field-types.js';
export { findDraft } from './find-draft.js';
export { FormSession } from './form-session.js';
export { formTexts } from './form-texts.js';
