import { html, type TemplateResult } from 'lit';
import { postingTerms } from '../../localization/posting-terms.js';
import type { Translator } from '../../localization/translator.js';

/** A link by itself that leaves the applicant's answers where they are. `href` has been through `safeHref`. */
export function newTabLink(href: string, words: TemplateResult | string, translator: Translator): TemplateResult {
  return html`<a class="action" href=${href} target="_blank" rel="noopener noreferrer"
    >${words}<span class="visually-hidden"> ${postingTerms(translator).opensInNewTab}</span></a
  >`;
}
