import { outcomeOf, type Confirmation, type Failure, type FailureReason, type Outcome } from '../form/submission.js';
import type { SystemReply } from '../form/payload.js';
import type { Issue } from '../posting/issue.js';
import type { FieldFinder } from './field-finder.js';
import { fieldAt } from './field-name.js';
import { isObject, plainText } from './plain-text.js';
import { readIssues } from './read-issues.js';
import { messageIn, namesBot, namesCaptcha, saysNo } from './refusal.js';
import type { Reply } from './reply.js';
import type { FilePlace } from './sole-file.js';

export interface ReplyRules {
  /** Where it was sent; `undefined` where the page sent it itself and named no endpoint. */
  readonly url: URL | undefined;
  /** A 2xx web page, or a redirect to one, counts as sent. */
  readonly successHtml: boolean;
  readonly fieldNamed: FieldFinder;
  /** Where the application has one file: to blame where the endpoint names none. */
  readonly soleFile?: FilePlace | undefined;
  /** What the system that is written for says of itself, if it says anything. */
  readonly readSystem?: ((status: number, body: unknown) => SystemReply | undefined) | undefined;
}

/** What a body turned out to be. A web page is what looks like one: some endpoints send JSON or a word as text/html. */
type Content =
  { readonly kind: 'empty' | 'text' | 'page' | 'unreadable' } | { readonly kind: 'json'; readonly body: unknown };

/** Statuses whose field errors are said at the fields; 413 and 415 blame a file. */
const fieldErrorStatuses: ReadonlySet<number> = new Set([400, 409, 413, 415, 422]);

/** Statuses of 4xx that say "not now", or nothing at all, whoever says them. */
const undecided: ReadonlySet<number> = new Set([408, 425, 429]);

const refusals: Readonly<Record<number, FailureReason>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  407: 'forbidden',
  410: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
};

/** What is wrong with a file, by the status that says so. */
const fileRefusals: Readonly<Record<number, 'size' | 'type'>> = { 413: 'size', 415: 'type' };

/** What an answer means for the application: sent only where the endpoint said so, not stored only where that is certain. */
export function readReply(reply: Reply, rules: ReplyRules): Outcome {
  const { status, isRedirected, retryAfter } = reply;
  const content = readContent(reply);
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && content.kind === 'page' && rules.successHtml) return { status: 'sent', confirmation: {} };
  if (isRedirected && !(isSuccess && content.kind === 'json' && isSameOrigin(reply.url, rules.url))) {
    return unconfirmed('web-page', status);
  }
  const said = readSaid(reply, content, rules);
  if (said) return said;
  if (isSuccess) return readSuccess(reply, content, rules);
  if (status < 400) return unconfirmed('web-page', status);
  if (status === 408 || (status >= 500 && !(status === 503 && retryAfter !== undefined))) {
    return unconfirmed('server-error', status);
  }
  return readRefusal(reply, content, rules);
}

/** What the system says in its own way. A time to wait, and what nobody can know, are the same everywhere. */
function readSaid(reply: Reply, content: Content, rules: ReplyRules): Outcome | undefined {
  const { status, text, url } = reply;
  const body = content.kind === 'json' ? content.body : content.kind === 'text' ? text : undefined;
  const isDecided = status < 300 || (status >= 400 && status < 500 && !undecided.has(status));
  if (body === undefined || !isDecided || namesBot(body)) return undefined;
  const said = rules.readSystem?.(status, body);
  switch (said?.status) {
    case 'sent': {
      if (status >= 300) return undefined;
      const [id, message] = [plainText(said.id), plainText(said.message)];
      const confirmation = readConfirmation(body, url || rules.url?.href);
      return { status: 'sent', confirmation: { ...confirmation, ...(id && { id }), ...(message && { message }) } };
    }
    case 'invalid':
      return { status: 'invalid', issues: issuesSaid(said, rules.fieldNamed) };
    case 'failed':
      return readRefusal(reply, content, rules, said.message);
    case undefined:
      return undefined;
  }
}

function issuesSaid({ issues }: SystemReply, fieldNamed: FieldFinder): readonly Issue[] {
  return issues.map(({ field, message }) => {
    const words = plainText(message);
    return { field: fieldAt(field, fieldNamed), code: 'server', params: {}, ...(words && { message: words }) };
  });
}

function readSuccess(reply: Reply, content: Content, rules: ReplyRules): Outcome {
  switch (content.kind) {
    case 'empty':
    case 'text':
      return { status: 'sent', confirmation: {} };
    case 'page':
      return unconfirmed('web-page', reply.status);
    case 'unreadable':
      return unconfirmed('unreadable', reply.status);
    case 'json':
      // A list can hold nothing of a confirmation, but it can hold errors.
      return saysNo(content.body) ||
        (Array.isArray(content.body) && readIssues(content.body, rules.fieldNamed).length > 0)
        ? readRefusal(reply, content, rules)
        : { status: 'sent', confirmation: readConfirmation(content.body, reply.url || rules.url?.href) };
  }
}

/** @param said the words of a system that are not where others have them */
function readRefusal(reply: Reply, content: Content, { fieldNamed, soleFile }: ReplyRules, said?: string): Outcome {
  const { status, retryAfter, text = '', contentType } = reply;
  const body = content.kind === 'json' ? content.body : undefined;
  const issues = readIssues(body, fieldNamed);
  const words = content.kind === 'text' && contentType === 'text/plain' ? plainText(text) : messageIn(body);
  const message = plainText(said) ?? words ?? issues[0]?.message;
  const fail = (reason: FailureReason, fate: Failure['fate'] = 'not-stored'): Outcome =>
    outcomeOf({
      fate,
      reason,
      status,
      ...(message === undefined ? {} : { message }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });

  if (namesBot(body)) return fail('bot');
  if (status === 425 || status === 429 || status === 503) return fail('busy');
  const isAboutFields = fieldErrorStatuses.has(status) || status < 300;
  if (isAboutFields && issues.some(({ field }) => field !== '')) return { status: 'invalid', issues };
  if (namesCaptcha(body, text)) return fail('bot');
  if (isAboutFields && issues.length > 0) return { status: 'invalid', issues };
  const refusedFile = fileRefusals[status];
  if (refusedFile && soleFile) {
    const issue: Issue = {
      field: soleFile.field,
      code: 'file-refused',
      params: { index: soleFile.index, because: refusedFile },
    };
    return { status: 'invalid', issues: [issue] };
  }
  if (status === 409) return fail('in-progress', 'unknown');
  return fail(refusals[status] ?? 'refused');
}

function readContent({ text, contentType }: Reply): Content {
  if (text === undefined) return { kind: 'unreadable' };
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', body: JSON.parse(text) as unknown };
  } catch {
    // No JSON: what it is then is for its type and its looks to say.
  }
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(text) || (/html/.test(contentType) && /<[a-z!]/i.test(text)))
    return { kind: 'page' };
  const isText = contentType === '' || (contentType.startsWith('text/') && !contentType.endsWith('xml'));
  return { kind: isText ? 'text' : 'unreadable' };
}

function readConfirmation(body: unknown, base: string | undefined): Confirmation {
  if (!isObject(body)) return {};
  const id = plainText(typeof body['id'] === 'number' ? String(body['id']) : body['id']);
  const message = plainText(body['message']);
  const href = readLink(body['href'], base);
  return {
    ...(id === undefined ? {} : { id }),
    ...(message === undefined ? {} : { message }),
    ...(href === undefined ? {} : { href }),
  };
}

function readLink(value: unknown, base: string | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const { protocol, href } = new URL(value, base);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined; // no URL, so nothing to offer
  }
}

function isSameOrigin(address: string, url: URL | undefined): boolean {
  return url !== undefined && address.startsWith(`${url.origin}/`);
}

function unconfirmed(reason: FailureReason, status: number): Outcome {
  return outcomeOf({ fate: 'unknown', reason, ...(status ? { status } : {}) });
}
