import { html, nothing, type TemplateResult } from 'lit';
import type { FormPlan } from '../../form/form-plan.js';
import { isSectionShown } from '../../form/steps.js';
import { fieldLabel } from '../../localization/field-label.js';
import type { StepTerms } from '../../localization/step-terms.js';
import { answerOf, textOf, type Answers, type Scope } from '../../posting/answers.js';
import type { Field } from '../../posting/field-kind.js';
import type { Section } from '../../posting/posting.js';
import type { FormContext } from '../fields/field-view.js';
import { displayName } from '../files/display-name.js';
import { headingView } from '../posting/heading-view.js';
import { sentFiles } from '../sent-files.js';

interface ReviewParts {
  readonly plan: FormPlan;
  readonly scope: Scope;
  /** As they would be sent. */
  readonly answers: Answers;
  readonly form: FormContext;
  readonly terms: StepTerms;
  /** Sections come after it. */
  readonly goesOn: boolean;
  /** Leads to a question. */
  readonly change: (field: Field) => void;
}

/** Every question before the review with its answer, by section, and the way back to each. */
export function reviewView(parts: ReviewParts): TemplateResult {
  const { plan, scope, form, terms, goesOn } = parts;
  const sections = plan.sections.filter((section) => !section.equality && isSectionShown(section, plan, scope));
  return html`
    ${headingView(form.headingLevel, terms.reviewTitle, { part: 'section-title review-title', className: 'section-title' })}
    <p class="section-about">${terms.reviewAbout} ${goesOn ? terms.reviewGoesOn : nothing}</p>
    ${sections.map((section) => sectionView(section, parts))}
  `;
}

function sectionView({ title, fields }: Section, parts: ReviewParts): TemplateResult | typeof nothing {
  const { plan, scope, form } = parts;
  const asked = fields.filter((field) => {
    const kind = plan.byField.get(field)?.kind;
    return kind?.isVisible === true && kind.isQuestion && scope.isShown(field);
  });
  if (asked.length === 0) return nothing;
  const words = form.text(title);
  return html`<div class="review-section">
    ${words ? headingView(form.headingLevel + 1, words, { part: 'review-section-title', className: 'review-section-title' }) : nothing}
    <dl class="review">
      ${asked.map((field) => answerView(field, parts))}
    </dl>
  </div>`;
}

function answerView(field: Field, { form, terms, answers, plan, change, ...parts }: ReviewParts): TemplateResult {
  const label = fieldLabel([field], field.name, form);
  const lines = linesOf(field, { form, answers, plan, ...parts });
  return html`<div>
    <dt lang=${form.contentLang ?? nothing}>${label}</dt>
    ${lines.length > 0 ? lines.map((line) => html`<dd>${line}</dd>`) : html`<dd class="review-blank">${terms.notAnswered}</dd>`}
    <dd class="review-change">
      <button type="button" part="change" class="button button--quiet" @click=${() => change(field)}>
        ${terms.change}<span class="visually-hidden"> ${label}</span>
      </button>
    </dd>
  </div>`;
}

/** The answer in words; each of its files with its size. */
function linesOf(
  field: Field,
  { form, answers, plan, scope }: Pick<ReviewParts, 'form' | 'answers' | 'plan' | 'scope'>,
): readonly unknown[] {
  const answer = answerOf(answers, field.name);
  const kind = plan.byField.get(field)?.kind;
  if (answer === undefined || !kind) return [];
  const { files, alone } = sentFiles(field, answers, scope);
  const shown = files.map(({ name, size }) => html`<bdi>${displayName(name)}</bdi> (${form.fileTerms.size(size)})`);
  if (alone) return shown;
  const { kinds, translator, text, terms } = form;
  const context = { kinds, translator, locale: translator.locale, text, yes: terms.yes, no: terms.no };
  const words = kind.toText(answer, field, { ...context, beside: (name) => textOf(answerOf(answers, name)) });
  return [...(words.trim() === '' ? [] : [words]), ...shown];
}
