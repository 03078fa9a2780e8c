import { html, nothing, type TemplateResult } from 'lit';
import { postingTerms } from '../../localization/posting-terms.js';
import type { Closing } from '../../posting/closing.js';
import type { PostingContext } from './posting-context.js';

/** The author's notice, shown above the posting and again above the form; for a pool without one, what a pool is. */
export function noticeView(context: PostingContext): TemplateResult | typeof nothing {
  const { posting, translator, lang, headingLevel, rich } = context;
  if (posting.notice === undefined && posting.status !== 'pool') return nothing;
  return html`<div part="notice" class="notice" role="note">
    ${
      posting.notice === undefined
        ? html`<p>${postingTerms(translator).poolText}</p>`
        : rich.render(posting.notice, { translator, lang, fallbackLang: posting.locale, headingLevel })
    }
  </div>`;
}

/** Why one cannot apply. */
export function closingView(
  closing: Exclude<Closing, 'open'>,
  { translator, canFinish }: Pick<PostingContext, 'translator'> & { readonly canFinish: boolean },
): TemplateResult {
  const terms = postingTerms(translator);
  return html`<div part="closing" class="notice" role="status">
    <p><strong>${closing === 'closed' ? terms.closedTitle : terms.deadlineTitle}</strong></p>
    <p>${canFinish ? terms.finishText : terms.closedText}</p>
  </div>`;
}
