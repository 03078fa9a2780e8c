import type { Failure, FailureReason } from '../form/submission.js';
import { formatDuration } from './format.js';
import { str, type Translator } from './translator.js';

/** What to tell the applicant of an application that was not confirmed. */
export interface FailureDescription {
  readonly title: string;
  readonly text: string;
  /** What to do, a sentence each. */
  readonly advice: readonly string[];
}

/** "Not sent" is said only where it is certain; else it may have arrived, and a second one may be one too many. */
export function describeFailure(failure: Failure, translator: Translator): FailureDescription {
  const { msg } = translator;
  const { reason, advice } = reasons[failure.reason](translator, failure);
  const said = failure.message ? [msg(str`The answer was: “${failure.message}”`, { id: 'failure-said' })] : [];
  const wait = failure.retryAfter
    ? [
        msg(str`Wait ${formatDuration(failure.retryAfter, translator)} before you try again.`, {
          id: 'advice-wait-for',
        }),
      ]
    : [];
  const kept = msg('Your answers and files are still here, and you can save a copy of your answers.', {
    id: 'failure-kept',
  });
  if (failure.fate === 'not-stored') {
    return {
      title: msg('Your application was not sent', { id: 'not-sent' }),
      text: [reason, ...said].join(' '),
      advice: [...advice, ...wait, kept],
    };
  }
  return {
    title: msg('Your application could not be confirmed', { id: 'not-confirmed' }),
    text: [reason, ...said, msg('Your application may have arrived.', { id: 'may-have-arrived' })].join(' '),
    advice: [
      msg('Before you send it again, look for a confirmation by e-mail.', { id: 'look-for-confirmation' }),
      ...(inDoubt.has(failure.reason) ? [] : advice),
      ...wait,
      kept,
    ],
  };
}

/** What leaves the fate unknown; of any other reason, the doubt is left by an attempt before it. */
const inDoubt: ReadonlySet<FailureReason> = new Set([
  'network',
  'timeout',
  'web-page',
  'unreadable',
  'in-progress',
  'server-error',
  'stopped',
  'page',
]);

/** Why it was not confirmed, in one sentence. */
export function describeReason(failure: Failure, translator: Translator): string {
  return reasons[failure.reason](translator, failure).reason;
}

interface Reason {
  readonly reason: string;
  /** Where nothing was stored. */
  readonly advice: readonly string[];
}

const reasons: Readonly<Record<FailureReason, (translator: Translator, failure: Failure) => Reason>> = {
  offline: ({ msg }) => ({
    reason: msg('There is no connection to the internet.', { id: 'failure-offline' }),
    advice: [msg('Connect again, then try again.', { id: 'advice-connect' })],
  }),
  network: (translator, failure) => ({
    reason: translator.msg('The connection broke off.', { id: 'failure-network' }),
    advice: later(translator, failure),
  }),
  timeout: (translator, failure) => ({
    reason: translator.msg('No answer came for too long.', { id: 'failure-timeout' }),
    advice: later(translator, failure),
  }),
  blocked: (translator) => ({
    reason: translator.msg('A setting of this page stops it from sending applications.', {
      id: 'failure-blocked',
    }),
    advice: ofPage(translator),
  }),
  'web-page': (translator) => ({
    reason: translator.msg('A web page came back in place of a confirmation.', { id: 'failure-web-page' }),
    advice: ofPage(translator),
  }),
  unreadable: (translator) => ({
    reason: translator.msg('The answer that came back could not be read.', { id: 'failure-unreadable' }),
    advice: ofPage(translator),
  }),
  busy: (translator, failure) => ({
    reason: translator.msg('The service that receives applications is busy.', { id: 'failure-busy' }),
    advice: later(translator, failure),
  }),
  'in-progress': (translator, failure) => ({
    reason: translator.msg('Your application is still being handled.', { id: 'failure-in-progress' }),
    advice: later(translator, failure),
  }),
  'server-error': (translator, failure) => ({
    reason: translator.msg('The service that receives applications has a fault.', { id: 'failure-server' }),
    advice: later(translator, failure),
  }),
  refused: (translator) => ({
    reason: translator.msg('The application was not accepted.', { id: 'failure-refused' }),
    advice: [translator.msg('Check your answers, then try again.', { id: 'advice-check' })],
  }),
  forbidden: (translator) => ({
    reason: translator.msg('The service did not let the application through.', { id: 'failure-forbidden' }),
    advice: ofPage(translator),
  }),
  'not-found': (translator) => ({
    reason: translator.msg('The address that applications go to does not exist.', { id: 'failure-not-found' }),
    advice: ofPage(translator),
  }),
  'too-large': ({ msg }) => ({
    reason: msg('The application is too large.', { id: 'failure-too-large' }),
    advice: [msg('Choose smaller files, then try again.', { id: 'advice-smaller' })],
  }),
  'unsupported-type': ({ msg }) => ({
    reason: msg('One of the files is of a type that is not accepted.', { id: 'failure-type' }),
    advice: [msg('Choose files of another type, such as PDF, then try again.', { id: 'advice-type' })],
  }),
  bot: ({ msg }) => ({
    reason: msg('The application was taken for one sent by a program. This can happen to anyone.', {
      id: 'failure-bot',
    }),
    advice: [
      msg('Wait a minute, then try again.', { id: 'advice-wait' }),
      msg('Turn off a VPN, a blocker or an extension that fills in forms.', { id: 'advice-extensions' }),
      msg('Try another browser, device or network.', { id: 'advice-elsewhere' }),
    ],
  }),
  captcha: ({ msg }) => ({
    reason: msg('The check that you are a person could not be loaded.', { id: 'failure-captcha' }),
    advice: [
      msg('Turn off a blocker for this page, then try again.', { id: 'advice-blocker' }),
      msg('Try another browser, device or network.', { id: 'advice-elsewhere' }),
    ],
  }),
  'unreadable-file': ({ msg }) => ({
    reason: msg('A file on your device could not be read. It may have been moved or changed.', {
      id: 'failure-unreadable-file',
    }),
    advice: [msg('Choose the file again, then try again.', { id: 'advice-choose-again' })],
  }),
  stopped: ({ msg }) => ({
    reason: msg('Sending was stopped.', { id: 'failure-stopped' }),
    advice: [msg('Try again when you are ready.', { id: 'advice-ready' })],
  }),
  page: (translator) => ({
    reason: translator.msg('The page could not send the application.', { id: 'failure-page' }),
    advice: ofPage(translator),
  }),
};

/** Unless the endpoint has named a time, which is told by itself. */
function later({ msg }: Translator, { retryAfter }: Failure): readonly string[] {
  return retryAfter ? [] : [msg('Try again in a moment.', { id: 'advice-later' })];
}

function ofPage({ msg }: Translator): readonly string[] {
  return [msg('This is not your fault. Tell the organisation about it, or apply another way.', { id: 'advice-page' })];
}
