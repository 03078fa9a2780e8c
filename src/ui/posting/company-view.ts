import { html, nothing, type TemplateResult } from 'lit';
import { authorWords } from './author-words.js';
import { newTabLink } from './new-tab-link.js';
import type { PostingContext } from './posting-context.js';
import { safeHref } from './safe-href.js';

/** Name and logo. The logo says what the name beside it says, so it is silent; its place is kept while it loads. */
export function companyView(context: PostingContext): TemplateResult | typeof nothing {
  const { posting, translator, baseUrl, isTrustedUrl } = context;
  if (posting.company === undefined) return nothing;
  const logo = safeHref(posting.company.logo, baseUrl);
  const href = safeHref(posting.company.url, baseUrl);
  const name = authorWords(posting.company.name, context);
  const showLogo = logo !== undefined && /^https?:/.test(logo) && isTrustedUrl(logo);
  if (!showLogo && name === '') return nothing;
  return html`<p part="company" class="company">
    ${
      showLogo
        ? html`<img
          part="logo"
          class="logo"
          src=${logo}
          alt=""
          width="48"
          height="48"
          decoding="async"
          referrerpolicy="no-referrer"
        />`
        : nothing
    }
    ${href === undefined || name === '' ? name : newTabLink(href, name, translator)}
  </p>`;
}
