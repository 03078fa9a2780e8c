import type { FormatName } from '../../adapters/adapter.js';
import { loadTranslator } from '../../localization/load-translator.js';
import type { Translator } from '../../localization/translator.js';
import { LoadError } from '../../posting/errors.js';
import type { Posting } from '../../posting/posting.js';
import type { FieldType } from '../fields/field-types.js';
import type * as formModule from '../form/form-module.js';
import type { FormSession } from '../form/form-session.js';
import type { SessionHost } from '../form/session-host.js';
import type { JobApplication } from '../job-application.js';
import { languageOf } from '../language-of.js';
import { postingTexts } from '../posting/description-view.js';
import { RichTextRenderer } from '../rich-text/rich-text-renderer.js';
import { isTrustedUrl } from './surroundings.js';

/** A posting with all that its first drawing needs, so that nothing jumps afterwards. */
export interface ReadPosting {
  readonly posting: Posting;
  /** The applicant tracking system that it comes from; `undefined` for JSON of ours. */
  readonly system: FormatName | undefined;
  /** What an adapter did not understand, a line each; empty for JSON of ours. */
  readonly coverage: readonly string[];
  /** BCP 47: what was asked for. */
  readonly lang: string;
  readonly translator: Translator;
  readonly rich: RichTextRenderer;
}

type FormModule = Pick<typeof formModule, 'adapt' | 'parsePosting' | 'FormSession' | 'formTexts'>;

/** Reads postings for one element. What reads them and draws their forms is a chunk that it loads. */
export class PostingReader {
  readonly #element: JobApplication;
  #form: FormModule | undefined;

  constructor(element: JobApplication) {
    this.#element = element;
  }

  /**
   * To be awaited before `read`; asked for while the posting itself is on its way.
   * @throws {LoadError}
   */
  async load(): Promise<void> {
    try {
      const { adapt, parsePosting, FormSession, formTexts } = await import('../form/form-module.js');
      this.#form = { adapt, parsePosting, FormSession, formTexts };
    } catch (cause) {
      throw new LoadError('A part of the script could not be loaded, so the posting cannot be shown.', undefined, {
        cause,
      });
    }
  }

  /**
   * @param postingUrl absolute, where the JSON came from an address
   * @throws {PostingError} and {AdapterError}
   */
  async read(
    json: unknown,
    fieldTypes: Readonly<Record<string, FieldType>>,
    postingUrl: string | undefined,
  ): Promise<ReadPosting> {
    const { adapt, parsePosting, formTexts } = this.#loaded;
    const lang = languageOf(this.#element);
    const { format } = this.#element;
    const { posting: own, system, coverage } = await adapt(json, { format, lang, job: jobIn(postingUrl) });
    const posting = parsePosting(own, { fieldTypes });
    const baseUrl = postingUrl ?? document.baseURI;
    const rich = new RichTextRenderer({ baseUrl, isTrustedUrl: (url) => isTrustedUrl(url, baseUrl, this.#element) });
    const [translator] = await Promise.all([
      loadTranslator(lang),
      rich.prepare([...postingTexts(posting), ...formTexts(posting)]),
    ]);
    return { posting, system, coverage, lang, translator, rich };
  }

  /** @param before a session whose answers are kept where this posting has a place for them */
  beginSession(posting: Posting, translator: Translator, host: SessionHost, before?: FormSession): FormSession {
    return new this.#loaded.FormSession(posting, translator, host, before);
  }

  get #loaded(): FormModule {
    if (!this.#form) throw new TypeError('load() comes before read().');
    return this.#form;
  }
}

/** The address of a list says behind "#" which of its jobs is meant. */
function jobIn(postingUrl: string | undefined): string | undefined {
  const [, fragment] = postingUrl?.split('#', 2) ?? [];
  if (!fragment) return undefined;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a per cent sign that encodes nothing is meant as it stands
  }
}
