import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../../form/submission.js';
import { describeFailure } from '../../localization/describe-failure.js';
import { outcomeTerms } from '../../localization/outcome-terms.js';
import { postingTerms } from '../../localization/posting-terms.js';
import type { Translator } from '../../localization/translator.js';
import { headingView } from '../posting/heading-view.js';
import { newTabLink } from '../posting/new-tab-link.js';

interface FailureParts {
  readonly failure: Failure;
  readonly translator: Translator;
  readonly headingLevel: number;
  /** Where somebody helps, from the posting. */
  readonly helpHref: string | undefined;
  readonly tryAgain: () => void;
  readonly saveCopy: () => void;
}

/** Why there is no confirmation. Takes the focus when it appears; nothing that was answered is gone. */
export function failureView({
  failure,
  translator,
  headingLevel,
  helpHref,
  tryAgain,
  saveCopy,
}: FailureParts): TemplateResult {
  const { title, text, advice } = describeFailure(failure, translator);
  const terms = outcomeTerms(translator);
  return html`<div part="status" class="failure" tabindex="-1" role="group" aria-label=${title}>
    <div role="alert">
      ${headingView(headingLevel, title, { part: 'failure-title', className: 'failure-title' })}
      <p>${text}</p>
      <ul>
        ${advice.map((each) => html`<li>${each}</li>`)}
      </ul>
    </div>
    <div class="buttons">
      <button type="button" class="button" @click=${tryAgain}>${terms.tryAgain}</button>
      <button type="button" class="button button--quiet" @click=${saveCopy}>${terms.saveCopy}</button>
      ${helpHref === undefined ? nothing : newTabLink(helpHref, postingTerms(translator).help, translator)}
    </div>
  </div>`;
}
