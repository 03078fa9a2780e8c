import { fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { createTranslator, type Translator } from '../../../src/localization/translator.js';
import { templates } from '../../../src/localization/locales/de.js';
import { parsePosting } from '../../../src/posting/parse-posting.js';
import { postingTexts } from '../../../src/ui/posting/description-view.js';
import type { PostingViewContext } from '../../../src/ui/posting/posting-context.js';
import { postingView } from '../../../src/ui/posting/posting-view.js';
import { RichTextRenderer } from '../../../src/ui/rich-text/rich-text-renderer.js';
import { base } from '../../../src/ui/styles/base.styles.js';
import { posting as postingStyles } from '../../../src/ui/styles/posting.styles.js';
import { rich as richStyles } from '../../../src/ui/styles/rich.styles.js';
import { tokens } from '../../../src/ui/styles/tokens.styles.js';

const baseUrl = 'https://careers.example.org/jobs/1.json';
const isTrustedUrl = (url: string) => url.startsWith('https://careers.example.org/');

export const english = createTranslator({ locale: 'en-GB' });
export const german = createTranslator({ locale: 'de', language: 'de', templates });

export function readerOf(translator: Translator): Partial<PostingViewContext> {
  return { translator, lang: translator.locale };
}

/** A host whose shadow root holds the posting, styled as the element styles it. */
export async function drawPosting(json: object, overrides: Partial<PostingViewContext> = {}): Promise<HTMLElement> {
  const posting = parsePosting({ title: 'Optics Engineer', ...json });
  const host = await fixture<HTMLElement>(html`<main></main>`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, base, richStyles, postingStyles].map(({ styleSheet }) => styleSheet!);
  const rich = new RichTextRenderer({ baseUrl, isTrustedUrl, root });
  await rich.prepare(postingTexts(posting));
  render(
    postingView({
      posting,
      translator: english,
      lang: 'en-GB',
      headingLevel: 2,
      rich,
      baseUrl,
      isTrustedUrl,
      closing: 'open',
      applyHref: undefined,
      onApply: () => undefined,
      showForm: true,
      ...overrides,
    }),
    root,
  );
  return host;
}

export function part(host: HTMLElement, name: string): HTMLElement | null {
  return host.shadowRoot!.querySelector(`[part=${name}]`);
}

/** Terms with what stands beside them. */
export function facts(host: HTMLElement, name = 'facts'): Record<string, string[]> {
  const rows = [...(part(host, name)?.querySelectorAll('.fact') ?? [])];
  return Object.fromEntries(
    rows.map((row) => [row.querySelector('dt')!.textContent, [...row.querySelectorAll('dd')].map(words)]),
  );
}

/** As one reads them: white space of the template and of `Intl` as single spaces. */
export function words(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
