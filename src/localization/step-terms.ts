import { formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

export type StepTerms = ReturnType<typeof stepTerms>;

/** Words of a form that shows one section at a time, and of the review of its answers. */
export function stepTerms(translator: Translator) {
  const { msg } = translator;
  return {
    /** `position` counts from 1. */
    count: (position: number, total: number) =>
      msg(str`Section ${formatNumber(position, translator)} of ${formatNumber(total, translator)}`, {
        id: 'step-count',
      }),
    continue: msg('Continue', { id: 'step-continue' }),
    back: msg('Back', { id: 'step-back' }),
    reviewTitle: msg('Check your answers', { id: 'review-title' }),
    reviewAbout: msg('Nothing has been sent yet.', { id: 'review-about' }),
    /** Where questions about equality come after the review. */
    reviewGoesOn: msg('Some questions about equality come after this. You send your application at the end of them.', {
      id: 'review-goes-on',
    }),
    change: msg('Change', { id: 'review-change' }),
    notAnswered: msg('Not answered', { id: 'not-answered' }),
  };
}
