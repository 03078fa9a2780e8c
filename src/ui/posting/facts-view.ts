import { html, type nothing, type TemplateResult } from 'lit';
import { formatDate, formatMoment } from '../../localization/format.js';
import { employmentTypeName, postingTerms, workplaceName } from '../../localization/posting-terms.js';
import type { PostingLocation } from '../../posting/posting.js';
import { authorToken, authorWords } from './author-words.js';
import { payRows, placesCompensation } from './compensation-view.js';
import { factList, type Fact, type Words } from './fact-list.js';
import type { PostingContext } from './posting-context.js';

/** What one wants to know at a glance. The pay stands here unless the description has a place for it. */
export function factsView(context: PostingContext): TemplateResult | typeof nothing {
  const { posting, translator } = context;
  const terms = postingTerms(translator);
  const locations = posting.locations.map((location) => locationName(location, context)).filter((name) => name !== '');
  const facts: Fact[] = [
    { term: locations.length > 1 ? terms.locations : terms.location, details: locations },
    { term: terms.workplace, details: [authorToken(posting.workplace, workplaceName, context)] },
    { term: terms.employmentType, details: [authorToken(posting.employmentType, employmentTypeName, context)] },
    { term: terms.department, details: [authorWords(posting.department, context)] },
    ...(placesCompensation(posting) ? [] : payRows(context)),
    { term: terms.applyBy, details: [timeView(posting.closesAt, (iso) => formatMoment(iso, translator))] },
    { term: terms.published, details: [timeView(posting.publishedAt, (iso) => formatDate(iso, translator))] },
  ];
  const known = facts
    .map(({ term, details }) => ({ term, details: details.filter((detail) => detail !== '') }))
    .filter(({ details }) => details.length > 0);
  return factList(known, 'facts');
}

function timeView(iso: string | undefined, format: (iso: string) => string): Words {
  return iso === undefined ? '' : html`<time datetime=${iso}>${format(iso)}</time>`;
}

function locationName(location: PostingLocation, context: PostingContext): Words {
  if (location.name !== undefined) return authorWords(location.name, context);
  const country = location.country && countryName(location.country, context.translator.locale);
  return [location.city, location.region, country].filter(Boolean).join(', ');
}

function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code; // no ISO 3166-1 code; `Intl` tells by throwing
  }
}
