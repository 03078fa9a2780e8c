import { emailSuggestion } from '../../localization/reading-terms.js';
import type { Translator } from '../../localization/translator.js';

/** Providers that many people have an address at. Short names are left out: next to "aol" there are too many others. */
const providers = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'yahoo.com',
  'yahoo.co.uk',
  'icloud.com',
  'protonmail.com',
  'btinternet.com',
  'comcast.net',
  't-online.de',
  'freenet.de',
];

/** One letter away from those, and real. */
const neighbours = ['mail.com', 'email.com', 'ymail.com', 'fmail.com', 'cloud.com'];

/** Endings that no domain has. */
const slips = /\.(?:con|cmo|ocm|vom|xom|comm)$/;

/** What an address was probably meant to be, where it looks like a slip of the finger; the sentence for a hint. */
export function suggestEmail(answer: string, translator: Translator): string | undefined {
  const address = answer.trim();
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at).toLowerCase();
  const meant = at === 0 ? undefined : meantDomain(domain);
  return meant === undefined ? undefined : emailSuggestion(address.slice(0, at) + meant, translator);
}

function meantDomain(domain: string): string | undefined {
  if (providers.includes(domain) || neighbours.includes(domain)) return undefined;
  const ended = domain.replace(slips, '.com');
  return providers.find((provider) => isOneSlipAway(domain, provider)) ?? (ended === domain ? undefined : ended);
}

/** One letter left out, put in, changed for another, or two changed about. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const [left, right] = [typed.slice(same), meant.slice(same)];
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}
