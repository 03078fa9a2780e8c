import { jobPostingLd } from '../../posting/job-posting-ld.js';
import type { Posting } from '../../posting/posting.js';
import { safeHref } from '../posting/safe-href.js';
// By way of what cleans HTML, which most postings have loaded: both stay one request.
import { trustedJson } from '../rich-text/markup.js';
import { toJson } from '../../posting/to-json.js';

const type = 'application/ld+json';

/** What is said, of what, and how. */
export interface Said {
  readonly posting: Posting;
  /** BCP 47. */
  readonly lang: string;
  /** Absolute: where the posting's own relative addresses start. */
  readonly baseUrl: string;
  /** Whether one applies on this page. */
  readonly directApply: boolean;
}

/** Writes what a search engine wants to know into the page's head. */
type Writer = (said: Said, page: Document) => HTMLScriptElement | undefined;

/** Loads what the writing takes; most postings take nothing more. */
export async function jsonLdWriter({ description }: Posting): Promise<Writer> {
  const { markdownToHtml } = hasMarkdown(description) ? await import('../rich-text/markdown.js') : noMarkdown;
  return (said, page) => write(said, page, markdownToHtml);
}

/** At once, so that of two elements the second finds what the first has written. `undefined` where nothing is to be said. */
function write(
  { posting, lang, baseUrl, directApply }: Said,
  page: Document,
  markdownToHtml: (markdown: string) => string,
): HTMLScriptElement | undefined {
  const said = jobPostingLd(
    posting,
    { locale: lang, directApply },
    { markdownToHtml, absolute: (url) => webAddress(url, baseUrl) },
  );
  if (!said || isSaidAlready(said, page)) return undefined;
  const script = page.createElement('script');
  script.type = type;
  // No word in it ends the script, should somebody write the page out as HTML.
  script.text = trustedJson(toJson(said).replaceAll('<', '\\u003c'));
  page.head.append(script);
  return script;
}

const noMarkdown = { markdownToHtml: (markdown: string): string => markdown };

function hasMarkdown(description: Posting['description']): boolean {
  const parts: readonly unknown[] = Array.isArray(description) ? description : [description];
  return parts.some((part) => typeof part === 'object' && part !== null && 'markdown' in part);
}

function webAddress(url: string, baseUrl: string): string | undefined {
  const href = safeHref(url, baseUrl);
  return href !== undefined && /^https?:/.test(href) ? href : undefined;
}

/** By another element, or by the server that made the page. */
function isSaidAlready(said: Readonly<Record<string, unknown>>, page: Document): boolean {
  return [...page.getElementsByTagName('script')].some((script) => {
    if (script.type !== type) return false;
    try {
      const other = JSON.parse(script.text) as unknown;
      return isJobPosting(other) && idOf(other) === idOf(said) && other['title'] === said['title'];
    } catch {
      return false; // not JSON, so nothing is said by it
    }
  });
}

function isJobPosting(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && '@type' in value && value['@type'] === 'JobPosting';
}

function idOf({ identifier }: Readonly<Record<string, unknown>>): unknown {
  return typeof identifier === 'object' && identifier !== null && 'value' in identifier ? identifier.value : identifier;
}
