import type { FormatName } from '../../adapters/adapter.js';
import { isOurs } from '../../adapters/is-ours.js';
import { loadTranslator } from '../../localization/load-translator.js';
import type { Translator } from '../../localization/translator.js';
import { LoadError } from '../../posting/errors.js';
import type { Posting } from '../../posting/posting.js';
import type { FieldType, FieldTypes, FurtherTypes } from '../fields/field-types.js';
import { firstPage } from '../fields/first-page.js';
import { needsFurtherTypes } from '../fields/needs-further-types.js';
import type { OpenDrafts } from './open-drafts.js';
import type * as formModule from '../form/form-module.js';
import type { FormSession } from '../form/form-session.js';
import type { SessionHost } from '../form/session-host.js';
import type { JobApplication } from '../job-application.js';
import type * as prefillModule from '../prefill/prefill.js';
import type { Steps } from '../steps/steps.js';
import { languageOf } from '../language-of.js';
import { postingTexts } from '../posting/description-view.js';
import { adoptStyles } from '../styles/adopt-styles.js';
import { RichTextRenderer } from '../rich-text/rich-text-renderer.js';
import type { AdaptedJson, AdaptRequest } from './adapt.js';
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
  readonly types: FieldTypes;
  /** What the applicant had typed before; looked for here, so that the form is drawn once. */
  readonly drafts: OpenDrafts | undefined;
}

type OwnTypes = Readonly<Record<string, FieldType>>;
type FormModule = Pick<typeof formModule, 'readPosting' | 'fieldTypesWith' | 'findDraft' | 'FormSession' | 'formTexts'>;

/** Reads postings for one element. What reads them and draws their forms is a chunk that it loads. */
export class PostingReader {
  readonly #element: JobApplication;
  #form: FormModule | undefined;
  #steps: typeof Steps | undefined;
  #prefill: typeof prefillModule | void = undefined;

  constructor(element: JobApplication) {
    this.#element = element;
  }

  /**
   * To be awaited before `read`; asked for while the posting itself is on its way.
   * @throws {LoadError}
   */
  async load(posting: Promise<unknown>, own: OwnTypes): Promise<void> {
    // Sooner than `read`, which tells of what is missing, where the posting is there before what reads it.
    posting.then((json) => loadFurtherTypes(json, own)).catch(() => undefined);
    const isPrefilled = this.#element.prefill;
    const chunks = Promise.all([
      import('../form/form-module.js').catch(refuse),
      // Without it, offline say, the form is filled in by hand.
      isPrefilled ? import('../prefill/prefill.js').catch(console.error) : undefined,
      this.loadSteps(),
    ]);
    // Another page of this visit may ask for it. The browser's first look into its storage halts the page for some
    // milliseconds: while the chunks are on their way, nobody waits for that.
    firstPage();
    [this.#form, this.#prefill] = await chunks;
  }

  /** What shows one section at a time, where the page asks for it. Without it, offline say, the form stands on one page. */
  async loadSteps(): Promise<void> {
    if (this.#element.layout !== 'steps') return;
    const chunk = await import('../steps/steps.js').catch(console.error);
    this.#steps = chunk?.Steps;
  }

  get steps(): typeof Steps | undefined {
    return this.#element.layout === 'steps' ? this.#steps : undefined;
  }

  /**
   * @param postingUrl absolute, where the JSON came from an address
   * @throws {PostingError}, {AdapterError} and {LoadError}
   */
  async read(json: unknown, fieldTypes: OwnTypes, postingUrl: string | undefined): Promise<ReadPosting> {
    const { readPosting, fieldTypesWith, findDraft, formTexts } = this.#loaded;
    const lang = languageOf(this.#element);
    const request = { format: this.#element.format, lang, job: jobIn(postingUrl) };
    const { posting: own, system, coverage } = await adaptWhereForeign(json, request);
    const further = await loadFurtherTypes(own, fieldTypes);
    if (further) adoptStyles(this.#element.shadowRoot, further.furtherStyles);
    const types = fieldTypesWith(fieldTypes, further);
    const posting = readPosting(own, types.kinds);
    const baseUrl = postingUrl ?? document.baseURI;
    const rich = new RichTextRenderer({
      baseUrl,
      isTrustedUrl: (url) => isTrustedUrl(url, baseUrl, this.#element),
      root: this.#element.shadowRoot,
    });
    const [translator, drafts] = await Promise.all([
      loadTranslator(lang),
      findDraft(this.#element, posting),
      rich.prepare([...postingTexts(posting), ...formTexts(posting, types.kinds)]),
    ]);
    return { posting, system, coverage, lang, translator, rich, types, drafts };
  }

  /** @param before a session whose answers are kept where this posting has a place for them */
  beginSession({ posting, translator, drafts }: ReadPosting, host: SessionHost, before?: FormSession): FormSession {
    const session = new this.#loaded.FormSession(posting, translator, host, before, drafts);
    this.#prefill?.prefill(session.store);
    return session;
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

/** @throws {AdapterError} and {LoadError} */
async function adaptWhereForeign(json: unknown, request: AdaptRequest): Promise<AdaptedJson> {
  const { format } = request;
  if (format === 'posting' || (format === 'auto' && isOurs(json))) {
    return { posting: json, system: undefined, coverage: [] };
  }
  // Forms of systems hardly ever do without them; what is missing is told of when one is needed.
  import('../fields/further-types.js').catch(() => undefined);
  const { adapt } = await import('./adapt.js').catch(refuse);
  return adapt(json, request);
}

/** @throws {LoadError} */
async function loadFurtherTypes(json: unknown, own: OwnTypes): Promise<FurtherTypes | undefined> {
  return needsFurtherTypes(json, own) ? import('../fields/further-types.js').catch(refuse) : undefined;
}

function refuse(cause: unknown): never {
  throw new LoadError('A part of the script could not be loaded, so the posting cannot be shown.', {
    cause,
    reason: navigator.onLine ? 'unreadable' : 'offline',
  });
}
