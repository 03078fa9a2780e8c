import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '../../posting/issue.js';
import type { FormContext } from '../fields/field-view.js';
import { headingView } from '../posting/heading-view.js';

export interface SummaryParts {
  readonly issues: readonly Issue[];
  readonly form: FormContext;
  /** Only as it appears: a summary that changes with the answers is not said again. */
  readonly role: 'alert' | undefined;
  /** Id of the control that an issue leads to. */
  readonly targetOf: (issue: Issue) => string | undefined;
  readonly goTo: (id: string) => void;
}

/**
 * Everything that is wrong, each with the words that stand at its field and a link to it. The role is on an inner
 * element: on the one that takes the focus, screen readers miss the content (GOV.UK Frontend, error summary).
 */
export function errorSummary({ issues, form, role, targetOf, goTo }: SummaryParts): TemplateResult | typeof nothing {
  if (issues.length === 0) return nothing;
  return html`<div part="error-summary" class="error-summary" tabindex="-1">
    <div role=${role ?? nothing}>
      ${headingView(form.headingLevel, form.terms.problemTitle, { part: 'error-summary-title', className: 'error-summary-title' })}
      <ul>
        ${once(issues).map((issue) => {
          const id = targetOf(issue);
          const sentence = form.describe(issue);
          // A fragment in the address cannot lead into a shadow root.
          const follow = (event: Event): void => {
            event.preventDefault();
            if (id !== undefined) goTo(id);
          };
          return html`<li>${id === undefined ? sentence : html`<a class="action" href=${`#${id}`} @click=${follow}>${sentence}</a>`}</li>`;
        })}
      </ul>
    </div>
  </div>`;
}

/** A rule has an issue at each of its fields and stands here once. */
function once(issues: readonly Issue[]): readonly Issue[] {
  const rules = new Set<number>();
  return issues.filter(({ params }) => {
    if (!('rule' in params)) return true;
    const isNew = !rules.has(params.rule);
    rules.add(params.rule);
    return isNew;
  });
}
