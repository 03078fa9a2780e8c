import type { AdapterOptions } from '../adapter.js';
import { choiceKeys } from '../choice-field.js';
import type { Coverage } from '../coverage.js';
import type { Names } from '../names.js';
import type { Json } from './fields.js';
import type { LeverPosting } from './schema.js';

/** What every Lever form has; which of it a company requires is not told. */
export function usualFields(
  posting: LeverPosting,
  { words }: AdapterOptions,
  names: Names,
  coverage: Coverage,
): readonly Json[] {
  const { categories, company = '' } = posting;
  if (posting.customQuestions === undefined && posting.cards === undefined) {
    coverage.report(
      [],
      'the public API of Lever gives no form: what every form has is asked, and no question of the company’s own.',
    );
  }
  const usual = (name: string, type: string, label: string, rest: Json = {}): Json => ({
    name: names.take(name, []),
    type,
    label,
    ...rest,
    'x-wire': { name },
  });
  const places = (categories?.allLocations ?? []).filter((place) => typeof place === 'string');
  return [
    usual('name', 'text', words.name, { required: true, autocomplete: 'name' }),
    usual('email', 'email', words.email, { required: true }),
    usual('phone', 'tel', words.phone),
    usual('org', 'text', words.currentCompany, { autocomplete: 'organization' }),
    usual('resume', 'file', words.resume),
    ...['LinkedIn', 'GitHub', 'Portfolio'].map((link) => ({
      ...usual(`urls[${link}]`, 'url', link),
      'x-wire': { url: link },
    })),
    { ...usual('urls[Other]', 'url', words.otherLink), 'x-wire': { url: 'Other' } },
    ...(places.length > 1
      ? [
          usual(
            'opportunityLocation',
            'choice',
            words.preferredLocation,
            choiceKeys(
              places.map((label) => ({ value: label, label })),
              false,
            ),
          ),
        ]
      : []),
    usual('comments', 'textarea', words.comments),
    {
      ...usual('consent[marketing]', 'consent', words.consent, { text: { text: words.marketingConsent(company) } }),
      'x-wire': { consent: 'marketing' },
    },
  ];
}
