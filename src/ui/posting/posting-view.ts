import { html, nothing, type TemplateResult } from 'lit';
import { postingTerms } from '../../localization/posting-terms.js';
import { authorWords } from './author-words.js';
import { companyView } from './company-view.js';
import { descriptionView } from './description-view.js';
import { factsView } from './facts-view.js';
import { headingView } from './heading-view.js';
import { newTabLink } from './new-tab-link.js';
import { closingView, noticeView } from './notice-view.js';
import type { PostingViewContext } from './posting-context.js';
import { safeHref } from './safe-href.js';

/** The posting as one reads it before applying. */
export function postingView(context: PostingViewContext): TemplateResult {
  const { posting, translator, headingLevel, closing, showForm } = context;
  const canFinish = closing === 'past-deadline' && showForm;
  return html`<article part="posting" class="posting">
    ${noticeView(context)}
    <div class="header">
      ${companyView(context)}
      ${headingView(headingLevel, authorWords(posting.title, context), { part: 'title', className: 'title' })}
      ${factsView(context)}
      ${closing === 'open' ? nothing : closingView(closing, { translator, canFinish })} ${actionsView(context)}
    </div>
    ${descriptionView(context)} ${privacyView(context)}
  </article>`;
}

function actionsView(context: PostingViewContext): TemplateResult | typeof nothing {
  const terms = postingTerms(context.translator);
  const allJobs = safeHref(context.posting.links.allJobs, context.baseUrl);
  const apply = applyView(context, terms.apply);
  if (apply === nothing && allJobs === undefined) return nothing;
  return html`<p class="actions">
    ${apply}
    ${allJobs === undefined ? nothing : html`<a part="all-jobs" class="action" href=${allJobs}>${terms.viewAllJobs}</a>`}
  </p>`;
}

/** A link, as it leads somewhere: to the form below, else to where the page says. */
function applyView({ closing, showForm, applyHref, onApply }: PostingViewContext, words: string) {
  if (closing === 'closed' || (closing === 'past-deadline' && !showForm)) return nothing;
  if (showForm) {
    return html`<a part="apply" class="button button--primary" href="#apply" @click=${onApply}>${words}</a>`;
  }
  const href = safeHref(applyHref, document.baseURI);
  if (href === undefined) return nothing;
  return html`<a part="apply" class="button button--primary" href=${href}>${words}</a>`;
}

function privacyView({ posting, translator, baseUrl }: PostingViewContext): TemplateResult | typeof nothing {
  const href = safeHref(posting.links.privacyPolicy, baseUrl);
  if (href === undefined) return nothing;
  return html`<p class="privacy">${newTabLink(href, postingTerms(translator).privacyPolicy, translator)}</p>`;
}
