/** What texts with markup need, in one chunk; so that others need no second one of the sanitiser, its policy is here, too. */
export { cleanHtml } from './clean-html.js';
export { linkWithin } from './inner-links.js';
export { MarkupBudget } from './markup-cost.js';
export { markupStyles } from './markup.styles.js';
export { trustedJson } from './sanitizer.js';
