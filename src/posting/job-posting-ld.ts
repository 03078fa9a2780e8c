import { closingOf } from './closing.js';
import { payLd, placesLd } from './job-posting-terms.js';
import type { DescriptionPart, Posting } from './posting.js';
import { localize, richParts, type LocalizedText, type RichText } from './text.js';

export interface JobPostingOptions {
  /** BCP 47: which of several languages. The posting's own, if absent. */
  readonly locale?: string | undefined;
  /** Now, if absent. */
  readonly now?: Date | undefined;
  /** Whether the page that has this takes the application itself. So it is where the posting has a form, if absent. */
  readonly directApply?: boolean | undefined;
}

/** What the environment does. */
export interface JobPostingTools {
  markdownToHtml(markdown: string): string;
  /** The absolute address of a link, or nothing where it has none. */
  absolute(url: string): string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The posting as schema.org's JobPosting, with all that Google requires and recommends and the posting says:
 * https://developers.google.com/search/docs/appearance/structured-data/job-posting. Nothing is made up for what it does
 * not say. `undefined` where nobody is hired now: closed, past its deadline, or for the pool.
 */
export function jobPostingLd(
  posting: Posting,
  { locale, now = new Date(), directApply }: JobPostingOptions,
  { markdownToHtml, absolute }: JobPostingTools,
): Json | undefined {
  if (posting.status !== 'open' || closingOf(posting, now) !== 'open') return undefined;
  const text = (words: LocalizedText | undefined): string =>
    localize(words, locale ?? posting.locale ?? 'en', posting.locale).trim();
  const { company, id, publishedAt, closesAt, form, links } = posting;
  const name = text(company?.name);
  const [url, sameAs, logo] = [links.self, company?.url, company?.logo].map((each) => each && absolute(each));
  const employmentType = employmentTypeLd(posting.employmentType);
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: text(posting.title),
    ...given('description', descriptionLd(posting, text, markdownToHtml)),
    ...given('datePosted', publishedAt),
    ...given('validThrough', closesAt === undefined ? undefined : momentLd(closesAt)),
    ...given('employmentType', employmentType),
    ...(name && {
      hiringOrganization: { '@type': 'Organization', name, ...given('sameAs', sameAs), ...given('logo', logo) },
    }),
    ...placesLd(posting, text),
    ...given('baseSalary', payLd(posting)),
    ...(id === undefined ? {} : { identifier: { '@type': 'PropertyValue', ...given('name', name), value: id } }),
    ...given('url', url),
    directApply: directApply ?? form !== undefined,
  };
}

/** The key with its value, unless there is none. */
function given(key: string, value: unknown): Json {
  return value === undefined || value === '' ? {} : { [key]: value };
}

/** A bare date ends where it ends last, as the element has it. */
function momentLd(date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T23:59:59-12:00` : date;
}

function descriptionLd(
  { description }: Posting,
  text: (words: LocalizedText | undefined) => string,
  markdownToHtml: (markdown: string) => string,
): string {
  const html = (rich: RichText | undefined): string => {
    if (rich === undefined) return '';
    const { format, text: words } = richParts(rich);
    const found = text(words);
    if (format === 'text') return paragraphs(found);
    return format === 'markdown' ? markdownToHtml(found) : found;
  };
  const partHtml = (part: DescriptionPart): string => {
    if (part === 'compensation') return '';
    const heading = text(part.heading);
    return `${heading && `<h2>${escapeHtml(heading)}</h2>`}${html(richOf(part))}`;
  };
  if (Array.isArray(description)) return description.map(partHtml).join('').trim();
  return html(description).trim();
}

function richOf({ html, markdown, text }: Exclude<DescriptionPart, string>): RichText | undefined {
  if (html !== undefined) return { html };
  if (markdown !== undefined) return { markdown };
  return text === undefined ? undefined : { text };
}

function paragraphs(words: string): string {
  return words
    .split(/\n\s*\n/)
    .filter((each) => each.trim() !== '')
    .map((each) => `<p>${escapeHtml(each.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escapeHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const employmentTypes: readonly (readonly [RegExp, string])[] = [
  [/^full-?time$/, 'FULL_TIME'],
  [/^part-?time$/, 'PART_TIME'],
  [/^(?:contract(?:or)?|freelance)$/, 'CONTRACTOR'],
  [/^(?:temporary|temp|fixed-term)$/, 'TEMPORARY'],
  [/^intern(?:ship)?$/, 'INTERN'],
  [/^volunteer$/, 'VOLUNTEER'],
  [/^per-diem$/, 'PER_DIEM'],
];

/** One of Google's words for it, told by whichever language says it in a word that is known. */
function employmentTypeLd(words: LocalizedText | undefined): string | undefined {
  if (words === undefined) return undefined;
  const tokens = (typeof words === 'string' ? [words] : Object.values(words)).map(token).filter(Boolean);
  if (tokens.length === 0) return undefined;
  return employmentTypes.find(([pattern]) => tokens.some((each) => pattern.test(each)))?.[1] ?? 'OTHER';
}

function token(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
}
