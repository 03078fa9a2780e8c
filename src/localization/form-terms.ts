import type { Translator } from './translator.js';

export type FormTerms = ReturnType<typeof formTerms>;

/** Words around and inside the form. */
export function formTerms(translator: Translator) {
  const { msg } = translator;
  return {
    title: msg('Apply for this job', { id: 'form-title' }),
    requiredLegend: msg('* Required', { id: 'required-legend' }),
    /** After the label of a group, for those who do not see its star. */
    required: msg('(required)', { id: 'required' }),
    optional: msg('(optional)', { id: 'optional' }),
    /** Begins a section about equality whose author does not say it. Speaks of such questions, not of the organisation. */
    equalityWhy: msg('Questions like these are asked to see whether everybody is treated equally in hiring.', {
      id: 'equality-why',
    }),
    /** Begins a section about equality. Promises nothing in the organisation's name. */
    equality: msg('You can leave any of these questions unanswered.', { id: 'equality' }),
    problemTitle: msg('There is a problem', { id: 'problem' }),
    /** Read out before a field's message; not seen. */
    errorPrefix: msg('Error:', { id: 'error-prefix' }),
    yes: msg('Yes', { id: 'yes' }),
    no: msg('No', { id: 'no' }),
    submit: msg('Submit application', { id: 'submit' }),
    sending: msg('Sending…', { id: 'sending' }),
    offline: msg('You are offline. Your answers stay here; send them once you are connected again.', {
      id: 'offline',
    }),
  };
}
