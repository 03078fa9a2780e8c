/** What reads a posting and draws its form, in one chunk: it is asked for together with the posting itself. */
export { adapt } from '../controllers/adapt.js';
export { parsePosting } from '../../posting/parse-posting.js';
export { FormSession } from './form-session.js';
export { formTexts } from './form-texts.js';
