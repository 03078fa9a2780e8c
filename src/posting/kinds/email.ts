import type * as z from 'zod/mini';
import { fieldShape, open } from '../schema.js';
import { stringKind } from './string-kind.js';

const schema = open(fieldShape);

export type EmailField = z.infer<typeof schema>;

// Zero-width characters come along when an address is copied from a page or a document.
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;
const localPart = /^(?:[^\s@"(),:;<>[\]\\]{1,64}|"[^"\r\n]{1,62}")$/u;
const domainLabel =
  /^(?!-)[^\s@"(),:;<>[\]\\./?#!$%&'*+=^_`{|}~-](?:[^\s@"(),:;<>[\]\\./?#!$%&'*+=^`{|}~]{0,61}[^\s@"(),:;<>[\]\\./?#!$%&'*+=^_`{|}~-])?$/u;
const addressLiteral = /^\[[\d.:a-f]+\]$|^\[IPv6:[\d.:a-f]+\]$/i;

/** An e-mail address, in any script, quoted or with an address literal (RFC 5321, RFC 6531). */
export const emailKind = stringKind<EmailField>({
  schema,
  judge: (answer) => (isEmail(answer) ? [] : [{ code: 'email', params: {} }]),
});

function isEmail(answer: string): boolean {
  const address = answer.replace(invisible, '').trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || address.length > 320 || !localPart.test(local)) return false;
  if (!local.startsWith('"') && (local.startsWith('.') || local.endsWith('.') || local.includes('..'))) return false;
  if (addressLiteral.test(domain)) return true;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => domainLabel.test(label));
}
