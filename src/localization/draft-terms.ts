import { formatList, formatMoment } from './format.js';
import { answers } from './quantities.js';
import { quoted } from './quoted-label.js';
import { str, type Translator } from './translator.js';

/** Words about what is kept of an application that is not sent yet. */
export function draftTerms(translator: Translator) {
  const { msg } = translator;
  return {
    /** `savedAt` in milliseconds since 1970. */
    restored: (savedAt: number) =>
      msg(str`Your answers are back, as they were on ${formatMoment(new Date(savedAt).toISOString(), translator)}.`, {
        id: 'draft-restored',
      }),
    /** `labels` of questions whose files are gone. */
    chooseAgain: (labels: readonly string[]) =>
      msg(
        str`Files were not kept. Choose them again for ${formatList(
          labels.map((label) => quoted(label, translator)),
          'conjunction',
          translator,
        )}.`,
        { id: 'draft-choose-again' },
      ),
    /** At a question, with the names of the files that were chosen there. */
    chooseThese: (names: readonly string[]) =>
      msg(str`Choose again: ${names.join(', ')}`, { id: 'draft-choose-these' }),
    lost: (count: number) =>
      translator.plural(count, {
        one: msg('1 answer no longer fits this form and was left out.', { id: 'draft-lost-one' }),
        other: msg(str`${answers(count, translator)} no longer fit this form and were left out.`, {
          id: 'draft-lost',
        }),
      }),
    sentBefore: msg('You sent this application before the page was loaded again, and no answer came.', {
      id: 'draft-sent-before',
    }),
    mayHaveArrived: msg('Your application may have arrived.', { id: 'may-have-arrived' }),
    lookForConfirmation: msg('Before you send it again, look for a confirmation by e-mail.', {
      id: 'look-for-confirmation',
    }),
    refused: msg(
      'Your browser does not allow your answers to be kept. They are lost if this page is closed or loaded again.',
      {
        id: 'draft-refused',
      },
    ),
    discard: msg('Discard', { id: 'draft-discard' }),
    delete: msg('Delete', { id: 'device-delete' }),
    undeleted: msg('The saved answers could not be deleted, because your browser did not allow it.', {
      id: 'draft-undeleted',
    }),
    deleteOtherwise: msg('Try again, or delete the data of this website in the settings of your browser.', {
      id: 'draft-delete-otherwise',
    }),
    discarded: msg('Your saved answers have been deleted.', { id: 'draft-discarded' }),
  };
}
