import type { Posting, PostingLocation } from './posting.js';
import type { LocalizedText } from './text.js';

type Json = Readonly<Record<string, unknown>>;
type Words = (text: LocalizedText | undefined) => string;

/**
 * Where the job is, as schema.org has it: a place each. Of a job that is done from anywhere, the places are those where
 * its applicants may live, and Google then wants no other.
 */
export function placesLd({ workplace, locations }: Posting, text: Words): Json {
  const isRemote =
    workplace !== undefined && wordsIn(workplace).some((each) => /^(?:fully )?remote$/i.test(each.trim()));
  if (!isRemote) {
    const places = locations.map((each) => placeOf(each, text)).filter((each) => each !== undefined);
    return places.length === 0 ? {} : { jobLocation: places };
  }
  const areas = new Map(
    locations.flatMap((each): [string, Json][] => {
      const area = areaOf(each, text);
      return area ? [[String(area['name']), area]] : [];
    }),
  );
  return {
    jobLocationType: 'TELECOMMUTE',
    ...(areas.size === 0 ? {} : { applicantLocationRequirements: [...areas.values()] }),
  };
}

function placeOf(location: PostingLocation, text: Words): Json | undefined {
  const { city, region, country } = location;
  const name = text(location.name);
  if (!city && !region && !country) return name ? { '@type': 'Place', name, address: name } : undefined;
  return {
    '@type': 'Place',
    ...(name && { name }),
    address: {
      '@type': 'PostalAddress',
      ...(city && { addressLocality: city }),
      ...(region && { addressRegion: region }),
      ...(country && { addressCountry: country }),
    },
  };
}

function areaOf({ name, city, region, country }: PostingLocation, text: Words): Json | undefined {
  const nation = country && countryName(country);
  const area = [city, region, nation].filter(Boolean).join(', ') || text(name);
  if (area === '') return undefined;
  return { '@type': city ? 'City' : region ? 'State' : nation ? 'Country' : 'AdministrativeArea', name: area };
}

function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code.toUpperCase()) ?? code;
  } catch {
    return code; // not a code, then a name
  }
}

const units = { hour: 'HOUR', day: 'DAY', week: 'WEEK', month: 'MONTH', year: 'YEAR' } as const;

/** What is paid again and again; Google knows one such sum, and no bonus. */
export function payLd({ compensation }: Posting): Json | undefined {
  const pay = compensation.find(
    ({ min, max, currency, interval }) => (min ?? max) !== undefined && currency !== undefined && interval !== 'once',
  );
  if (!pay) return undefined;
  const { min, max, currency, interval } = pay;
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: {
      '@type': 'QuantitativeValue',
      ...(min === max ? { value: min } : { minValue: min, maxValue: max }),
      ...(interval === undefined || interval === 'once' ? {} : { unitText: units[interval] }),
    },
  };
}

function wordsIn(text: LocalizedText): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}
