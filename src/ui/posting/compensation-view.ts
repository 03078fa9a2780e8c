import { html, type nothing, type TemplateResult } from 'lit';
import { describePay } from '../../localization/describe-pay.js';
import { postingTerms } from '../../localization/posting-terms.js';
import type { Posting } from '../../posting/posting.js';
import { authorWords } from './author-words.js';
import { factList, type Fact } from './fact-list.js';
import type { PostingContext } from './posting-context.js';

/** The pay where the description places it; nothing where none is named. */
export function compensationView(context: PostingContext): TemplateResult | typeof nothing {
  return factList(payRows(context), 'compensation');
}

/** Whether the description says where the pay stands. */
export function placesCompensation({ description }: Posting): boolean {
  return Array.isArray(description) && description.includes('compensation');
}

export function payRows(context: PostingContext): Fact[] {
  const { posting, translator } = context;
  return posting.compensation.flatMap((compensation) => {
    const pay = describePay(compensation, translator);
    const note = authorWords(compensation.note, context);
    if (pay === '' && note === '') return [];
    const label = authorWords(compensation.label, context);
    return {
      term: label === '' ? postingTerms(translator).pay : label,
      details: [pay, note === '' ? '' : html`<span class="note">${note}</span>`].filter((detail) => detail !== ''),
    };
  });
}
