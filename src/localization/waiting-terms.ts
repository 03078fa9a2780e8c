import type { Failure } from '../form/submission.js';
import { describeReason } from './describe-failure.js';
import { formatCountdown } from './format.js';
import { str, type Translator } from './translator.js';

/** Words while an application waits to be sent again by itself. Never that it was not sent where it may have been. */
export function waitingTerms(failure: Failure, translator: Translator) {
  const { msg } = translator;
  const isUnknown = failure.fate === 'unknown';
  return {
    title: isUnknown
      ? msg('Not confirmed yet', { id: 'not-confirmed-yet' })
      : msg('Not sent yet', { id: 'not-sent-yet' }),
    reason: isUnknown
      ? `${describeReason(failure, translator)} ${msg('Your application may have arrived.', { id: 'may-have-arrived' })}`
      : describeReason(failure, translator),
    /** `undefined`: once there is a connection. */
    again: (secondsLeft: number | undefined) =>
      secondsLeft === undefined
        ? msg('Your application will be sent as soon as you are connected again.', { id: 'again-online' })
        : msg(str`Trying again in ${formatCountdown(secondsLeft, translator)}.`, { id: 'again-in' }),
    frozen: msg('What you change meanwhile is not sent. To change your answers, stop first.', { id: 'waiting-frozen' }),
    tryNow: msg('Try now', { id: 'try-now' }),
    stop: msg('Stop', { id: 'stop' }),
  };
}
