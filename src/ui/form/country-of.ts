import type { Posting } from '../../posting/posting.js';

/**
 * The country that a phone number without a code is most likely of, ISO 3166-1 alpha-2: the one where the job is, else
 * the one that the applicant's language is named with (`en-GB`). `undefined` where there is no telling.
 */
export function countryOf({ locations }: Posting, locale: string): string | undefined {
  const countries = new Set(locations.flatMap(({ country }) => (country === undefined ? [] : [country.toUpperCase()])));
  const [only] = countries;
  return countries.size === 1 ? only : new Intl.Locale(locale).region;
}
