import { html, nothing, type TemplateResult } from 'lit';

export type Words = TemplateResult | string;

export interface Fact {
  readonly term: Words;
  readonly details: readonly Words[];
}

/** Nothing for no facts. `name` is both part and class. */
export function factList(facts: readonly Fact[], name: string): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  return html`<dl part=${name} class=${name}>
    ${facts.map(
      ({ term, details }) =>
        html`<div class="fact">
          <dt>${term}</dt>
          ${details.map((detail) => html`<dd>${detail}</dd>`)}
        </div>`,
    )}
  </dl>`;
}
