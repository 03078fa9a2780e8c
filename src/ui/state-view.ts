import { html, nothing, type TemplateResult } from 'lit';
import type { PostingTerms } from '../localization/posting-terms.js';
import type { JobApplicationError, LoadErrorReason } from '../posting/errors.js';
import { headingView } from './posting/heading-view.js';

/** A skeleton holds the space while there is no posting yet. */
export function loadingView({ loading }: PostingTerms): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="visually-hidden">${loading}</span>
    ${['title', 'line', 'line', 'line', 'block'].map((shape) => html`<span class=${`bone bone--${shape}`}></span>`)}
  </div>`;
}

interface LoadErrorParts {
  readonly error: JobApplicationError;
  readonly terms: PostingTerms;
  readonly headingLevel: number;
  readonly loadAgain: () => void;
}

/** Why there is no posting, for who came to read it; what is wrong in detail is for the page's author, on the console. */
export function loadErrorView({ error, terms, headingLevel, loadAgain }: LoadErrorParts): TemplateResult {
  const reason: LoadErrorReason = 'reason' in error ? (error.reason as LoadErrorReason) : 'unreadable';
  const [title, text] = wordsFor[reason](terms);
  return html`<div class="failure" role="alert">
    ${headingView(headingLevel, title, { part: 'title', className: 'failure-title' })}
    ${text === undefined ? nothing : html`<p>${text}</p>`}
    <div class="buttons">
      <button type="button" class="button" @click=${loadAgain}>${terms.loadAgain}</button>
    </div>
  </div>`;
}

const wordsFor: Readonly<Record<LoadErrorReason, (terms: PostingTerms) => readonly [title: string, text?: string]>> = {
  'not-found': (terms) => [terms.loadNotFound, terms.loadNotFoundText],
  timeout: (terms) => [terms.loadTimeout, terms.loadTimeoutText],
  offline: (terms) => [terms.loadOffline, terms.loadOfflineText],
  unreadable: (terms) => [terms.loadFailed],
};
