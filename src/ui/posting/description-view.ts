import { html, nothing, type TemplateResult } from 'lit';
import type { DescriptionPart, Posting } from '../../posting/posting.js';
import type { RichText } from '../../posting/text.js';
import { authorWords } from './author-words.js';
import { compensationView } from './compensation-view.js';
import { headingView } from './heading-view.js';
import type { PostingContext } from './posting-context.js';

/** The description in one piece or in parts; headings start one level below the posting's title. */
export function descriptionView(context: PostingContext): TemplateResult | typeof nothing {
  const { description } = context.posting;
  if (description === undefined) return nothing;
  return html`<div part="description" class="description">
    ${
      Array.isArray(description)
        ? description.map((part) => partView(part, context))
        : richView(description, context.headingLevel + 1, context)
    }
  </div>`;
}

/** The rich texts that the posting's view draws, to be prepared before it. */
export function postingTexts({ notice, description }: Posting): RichText[] {
  const texts = Array.isArray(description) ? description.map(richOf) : [description];
  return [notice, ...texts].filter((text) => text !== undefined);
}

function partView(part: DescriptionPart, context: PostingContext): TemplateResult | typeof nothing {
  if (part === 'compensation') return compensationView(context);
  const level = context.headingLevel + 1;
  const heading = authorWords(part.heading, context);
  if (heading === '') return richView(richOf(part), level, context);
  return html`${headingView(level, heading, { part: 'heading', className: 'heading' })}
  ${richView(richOf(part), level + 1, context)}`;
}

function richView(rich: RichText | undefined, headingLevel: number, context: PostingContext) {
  const { translator, lang, posting } = context;
  return context.rich.render(rich, {
    translator,
    lang,
    fallbackLang: posting.locale,
    headingLevel: Math.min(6, headingLevel),
  });
}

function richOf(part: DescriptionPart): RichText | undefined {
  if (part === 'compensation') return undefined;
  if (part.html !== undefined) return { html: part.html };
  if (part.markdown !== undefined) return { markdown: part.markdown };
  return part.text === undefined ? undefined : { text: part.text };
}
