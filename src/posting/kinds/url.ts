import type * as z from 'zod/mini';
import { fieldShape, open } from '../schema.js';
import { stringKind } from './string-kind.js';

const schema = open(fieldShape);

export type UrlField = z.infer<typeof schema>;

const scheme = /^https?:\/\//i;
const ipv6 = /^\[[\da-f:.]{2,45}\](?::\d{1,5})?$/i;

/** A web address. One without `https://` in front is accepted as it was typed. */
export const urlKind = stringKind<UrlField>({
  schema,
  judge: (answer) => (readUrl(answer) === undefined ? [{ code: 'url', params: {} }] : []),
});

/**
 * The address as a browser would open it, with a scheme put in front where it was left out; `undefined` where the text
 * is none. `inferred` tells that the scheme was left out.
 */
export function readUrl(answer: string): { readonly href: string; readonly inferred: boolean } | undefined {
  const text = answer.trim();
  const inferred = !scheme.test(text);
  const rest = text.replace(scheme, '');
  const host = /^[^/?#\\]*/.exec(rest)?.[0] ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\s\u0000-\u001f\u007f\\]/u.test(text) || !(isHostName(host) || (!inferred && ipv6.test(host))))
    return undefined;
  return { href: inferred ? `https://${text}` : text, inferred };
}

/**
 * Host names of any script, and a port. No user name: that is how a link pretends to lead elsewhere. The expression stands
 * in here because Chromium gathers all letters of Unicode as soon as it meets it, which a form need not wait for.
 */
function isHostName(host: string): boolean {
  return /^(?:[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])\.?(?::\d{1,5})?$/u.test(
    host,
  );
}
