import { jobPostingLd, type JobPostingOptions } from './posting/job-posting-ld.js';
import type { Posting } from './posting/posting.js';
import { markdownToHtml } from './ui/rich-text/markdown.js';

/**
 * The posting as schema.org's JobPosting, for a `<script type="application/ld+json">` in a page that is made on a server:
 * crawlers find it there without running a script. Write it with `<` as `\u003c`, so that no word in it ends the script.
 * Links that are not absolute are left out.
 * @param posting as `parsePosting` gives it
 * @returns `undefined` where nobody is hired now: closed, past its deadline, or for the pool
 */
export function toJobPosting(
  posting: Posting,
  options: JobPostingOptions = {},
): Readonly<Record<string, unknown>> | undefined {
  const absolute = (url: string): string | undefined => (/^https?:\/\//i.test(url) ? url : undefined);
  return jobPostingLd(posting, options, { markdownToHtml, absolute });
}
