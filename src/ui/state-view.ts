import { html, type TemplateResult } from 'lit';
import type { PostingTerms } from '../localization/posting-terms.js';
import { headingView } from './posting/heading-view.js';

interface StateParts {
  readonly state: 'loading' | 'error';
  readonly terms: PostingTerms;
  readonly headingLevel: number;
  readonly loadAgain: () => void;
}

/** While there is no posting: a skeleton that holds the space, or that it could not be shown. */
export function stateView({ state, terms, headingLevel, loadAgain }: StateParts): TemplateResult {
  if (state === 'loading') {
    return html`<div class="skeleton" role="status">
      <span class="visually-hidden">${terms.loading}</span>
      ${['title', 'line', 'line', 'line', 'block'].map((shape) => html`<span class=${`bone bone--${shape}`}></span>`)}
    </div>`;
  }
  return html`<div class="failure" role="alert">
    ${headingView(headingLevel, terms.loadFailed, { part: 'title', className: 'title' })}
    <button type="button" class="button" @click=${loadAgain}>${terms.loadAgain}</button>
  </div>`;
}
