import { html, nothing, type TemplateResult } from 'lit';
import type { Section } from '../../posting/posting.js';
import type { FormContext } from '../fields/field-view.js';
import { headingView } from '../posting/heading-view.js';

/**
 * What stands above the questions of a section.
 * @param caption stands in the heading, before the title
 */
export function sectionHead(section: Section, form: FormContext, caption?: Element): TemplateResult {
  const { description } = section;
  const title = form.text(section.title);
  const words = html`${caption ?? nothing} ${title ? inLanguage(title, form) : nothing}`;
  return html`${title || caption ? headingView(form.headingLevel, words, { part: 'section-title', className: 'section-title' }) : nothing}
  ${section.equality ? equalityView(section, form) : nothing}
  ${description === undefined ? nothing : html`<div class="section-about">${form.rich(description)}</div>`}`;
}

/** Why such questions are asked, where the author does not say it, and that none need be answered, where that is so. */
function equalityView({ description, fields }: Section, { terms }: FormContext): TemplateResult {
  return html`<p class="section-about">${description ? nothing : terms.equalityWhy} ${fields.some(({ required }) => required) ? nothing : terms.equality}</p>`;
}

/** The author's words, marked where their language is not that of ours. */
function inLanguage(words: string, { contentLang }: FormContext): TemplateResult | string {
  return contentLang === undefined ? words : html`<span lang=${contentLang}>${words}</span>`;
}
