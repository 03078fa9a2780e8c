import { formatMoment, formatPercent } from './format.js';
import { str, type Translator } from './translator.js';

export type OutcomeTerms = ReturnType<typeof outcomeTerms>;

/** Words of what is shown once an application was sent, or was not; `describeFailure` has the reasons. */
export function outcomeTerms(translator: Translator) {
  const { msg } = translator;
  return {
    /** `fraction` of all bytes, 0 to 1. */
    sentSoFar: (fraction: number) => msg(str`${formatPercent(fraction, translator)} sent`, { id: 'sent-so-far' }),
    sentTitle: msg('Application sent', { id: 'sent' }),
    sentFor: (title: string) => msg(str`Your application for “${title}” has been received.`, { id: 'sent-for' }),
    changedSince: msg('What you changed while it was being sent is not part of it.', { id: 'changed-since' }),
    /** `iso` is a moment. */
    sentAt: (iso: string) => msg(str`Sent on ${formatMoment(iso, translator)}`, { id: 'sent-at' }),
    reference: msg('Reference', { id: 'reference' }),
    followUp: msg('See your application', { id: 'follow-up' }),
    whatYouSent: msg('What you sent', { id: 'what-you-sent' }),
    notAnswered: msg('Not answered', { id: 'not-answered' }),
    print: msg('Print', { id: 'print' }),
    saveCopy: msg('Save a copy of your answers', { id: 'save-copy' }),
    tryAgain: msg('Try again', { id: 'try-again' }),
    /** Of a file with the answers, without an ending. */
    copyName: msg('my-application', { id: 'copy-name' }),
  };
}
