import { entryTitle } from './field-label.js';
import { formatNumber } from './format.js';
import { str, type Translator } from './translator.js';

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
    selectPlaceholder: msg('Select an option', { id: 'select-placeholder' }),
    day: msg('Day', { id: 'day' }),
    month: msg('Month', { id: 'month' }),
    year: msg('Year', { id: 'year' }),
    /** One entry of a repeated group, where the posting has no word for it. */
    entry: msg('Entry', { id: 'entry' }),
    entryTitle: (item: string, position: number) => entryTitle(item, position, translator),
    addFirstEntry: (item: string) => msg(str`Add: ${item}`, { id: 'add-entry' }),
    addEntry: (item: string) => msg(str`Add another: ${item}`, { id: 'add-another-entry' }),
    removeEntry: (item: string, position: number) =>
      msg(str`Remove ${item} ${formatNumber(position, translator)}`, { id: 'remove-entry' }),
    entryAdded: (item: string, position: number) =>
      msg(str`${item} ${formatNumber(position, translator)} added`, { id: 'entry-added' }),
    entryRemoved: (item: string, position: number) =>
      msg(str`${item} ${formatNumber(position, translator)} removed`, { id: 'entry-removed' }),
    /** Names the check against programs for who does not see it. */
    captcha: msg('Check that you are a person', { id: 'captcha-label' }),
    submit: msg('Submit application', { id: 'submit' }),
    sending: msg('Sending your application…', { id: 'sending' }),
    offline: msg('You are offline. Your answers stay here; send them once you are connected again.', {
      id: 'offline',
    }),
  };
}
