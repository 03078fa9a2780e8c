import type { Section } from '../posting/posting.js';

/** The id of the step at which an applicant looks all answers over. */
export const reviewId = 'review';

/** `parsePosting` gives every section an id; one that is called like the review gets another. */
export function sectionId({ id = '' }: Section): string {
  return id === reviewId ? `${id}-section` : id;
}
