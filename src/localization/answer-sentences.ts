import type { Measured } from '../posting/issue.js';
import { formatDate, formatMoney, formatNumber } from './format.js';
import type { IssueWords, Sentences } from './issue-words.js';
import { characters, words, type Quantity } from './quantities.js';
import { str } from './translator.js';

type Code =
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'too-few-words'
  | 'too-many-words'
  | 'pattern'
  | 'email'
  | 'tel'
  | 'url'
  | 'number'
  | 'too-small'
  | 'too-large'
  | 'step'
  | 'date'
  | 'month'
  | 'too-early'
  | 'too-late'
  | 'server';

/** Where an answer is there, but not as it should be: how it should be. */
export const answerSentences: Sentences<Code> = {
  'wrong-type': (_, { subject, msg }) => msg(str`${subject} could not be read. Answer it again`, { id: 'wrong-type' }),
  'too-short': ({ minLength }, issue) => atLeast(minLength, characters, issue),
  'too-long': ({ maxLength }, issue) => atMost(maxLength, characters, issue),
  'too-few-words': ({ minWords }, issue) => atLeast(minWords, words, issue),
  'too-many-words': ({ maxWords }, issue) => atMost(maxWords, words, issue),
  pattern: ({ patternMessage }, { label, named, text, msg }) =>
    text(patternMessage)
      ? named(text(patternMessage))
      : msg(str`Check how you wrote the answer to ${label}`, { id: 'pattern' }),
  email: (_, { subject, msg }) =>
    msg(str`${subject} must be an e-mail address, like name@example.com`, { id: 'email' }),
  // Numbers that Ofcom, and in the translation the Bundesnetzagentur, keep for made-up persons.
  tel: (_, { subject, msg }) =>
    msg(str`${subject} must be a phone number, like 020 7946 0018 or +44 20 7946 0018`, { id: 'tel' }),
  url: (_, { subject, msg }) => msg(str`${subject} must be a web address, like https://www.example.com`, { id: 'url' }),
  // Shows the decimal sign of the reader's language.
  number: (_, { subject, msg, translator }) =>
    msg(str`${subject} must be a number, like ${formatNumber(12, translator)} or ${formatNumber(12.5, translator)}`, {
      id: 'number',
    }),
  'too-small': ({ min, ...measured }, words) =>
    words.msg(str`${words.subject} must be ${amount(min, measured, words)} or more`, { id: 'too-small' }),
  'too-large': ({ max, ...measured }, words) =>
    words.msg(str`${words.subject} must be ${amount(max, measured, words)} or less`, { id: 'too-large' }),
  step: ({ step, from }, { subject, msg, translator }) => {
    if (step === 1 && Number.isInteger(from)) return msg(str`${subject} must be a whole number`, { id: 'step-whole' });
    const [first, second, third] = [0, 1, 2].map((steps) => formatNumber(exact(from + steps * step), translator));
    return msg(str`${subject} must be one of ${first}, ${second}, ${third} and so on`, { id: 'step' });
  },
  date: (_, { subject, msg }) =>
    msg(str`${subject} must be a day that exists, with day, month and year`, { id: 'date' }),
  month: (_, { subject, msg }) => msg(str`${subject} must be a month and a year`, { id: 'month-and-year' }),
  'too-early': ({ min }, { subject, msg, translator }) =>
    msg(str`${subject} must be ${formatDate(min, translator)} or later`, { id: 'too-early' }),
  'too-late': ({ max }, { subject, msg, translator }) =>
    msg(str`${subject} must be ${formatDate(max, translator)} or earlier`, { id: 'too-late' }),
  server: ({ index }, { label, message, named, msg }) =>
    message ? named(message, index) : msg(str`Check the answer to ${label}`, { id: 'server' }),
};

function atLeast(min: number, quantity: Quantity, { subject, msg, translator }: IssueWords): string {
  return msg(str`${subject} must be ${quantity(min, translator)} or more`, { id: 'too-short' });
}

function atMost(max: number, quantity: Quantity, { subject, msg, translator }: IssueWords): string {
  return msg(str`${subject} must be ${quantity(max, translator)} or fewer`, { id: 'too-long' });
}

/** A number with its currency or unit, as it is drawn at the field. */
function amount(value: number, { currency, unit }: Measured, { text, translator }: IssueWords): string {
  const number = currency === undefined ? formatNumber(value, translator) : formatMoney([value], currency, translator);
  return [number, text(unit)].filter(Boolean).join(' ');
}

/** Binary fractions are never exact: 0.1 + 0.2 is 0.30000000000000004. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
