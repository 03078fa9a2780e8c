import { html, type TemplateResult } from 'lit';
import type { Submission } from '../../form/submission.js';
import type { Translator } from '../../localization/translator.js';
import { waitingTerms } from '../../localization/waiting-terms.js';

interface WaitingParts {
  readonly waiting: Extract<Submission, { status: 'waiting' }>;
  readonly translator: Translator;
  readonly tryNow: () => void;
  readonly stop: () => void;
}

/**
 * Why it is not there yet and when it is sent again. No live region, since it changes every second: what is said aloud
 * is said apart.
 */
export function waitingView({ waiting, translator, tryNow, stop }: WaitingParts): TemplateResult {
  const terms = waitingTerms(waiting.failure, translator);
  return html`<div part="status" class="waiting">
    <p class="waiting-title">${terms.title}</p>
    <p>${terms.reason} <span class="countdown">${terms.again(waiting.secondsLeft)}</span></p>
    <p class="waiting-note">${terms.frozen}</p>
    <div class="buttons">
      <button type="button" class="button" @click=${tryNow}>${terms.tryNow}</button>
      <button type="button" class="button button--quiet" @click=${stop}>${terms.stop}</button>
    </div>
  </div>`;
}
