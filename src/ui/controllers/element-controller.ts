import type { PropertyValues } from 'lit';
import { loadTranslator } from '../../localization/load-translator.js';
import { createTranslator, type Translator } from '../../localization/translator.js';
import type { Answers } from '../../posting/answers.js';
import { closingOf, type Closing } from '../../posting/closing.js';
import type { Issue } from '../../posting/issue.js';
import { JobApplicationErrorEvent, JobApplicationLoadEvent } from '../events.js';
import type { FormSession } from '../form/form-session.js';
import type { JobApplication } from '../job-application.js';
import type { JsonLdController } from '../json-ld/json-ld-controller.js';
import { languageOf } from '../language-of.js';
import type { PostingContext } from '../posting/posting-context.js';
import { inlineJson } from './inline-json.js';
import { PostingController, type LoadState } from './posting-controller.js';
import { PostingReader } from './posting-reader.js';
import { sessionHostOf } from './session-host-of.js';
import { isTrustedUrl } from './surroundings.js';

/** One at a time. */
export type ElementState =
  'loading' | 'ready' | 'invalid' | 'sending' | 'waiting' | 'sent' | 'failed' | 'unconfirmed' | 'closed' | 'error';

type Loaded = Extract<LoadState, { status: 'loaded' }>;

const sourceProperties: readonly (keyof JobApplication)[] = ['posting', 'src', 'format', 'fieldTypes', 'prefill'];

/** Without a part in what is loaded, but in how the form is drawn. */
const drawnProperties: readonly (keyof JobApplication)[] = [
  'headingLevel',
  'show',
  'dropboxKey',
  'googleKey',
  'googleClientId',
];

/** Holds an element together: its posting, its language, its form, and what it tells of them. */
export class ElementController {
  readonly #element: JobApplication;
  readonly #internals: ElementInternals;
  readonly #postings: PostingController;
  readonly #reader: PostingReader;
  #translator: Translator = createTranslator({ locale: 'en' });
  #lang = '';
  #session: FormSession | undefined;
  #closing: Closing = 'open';
  #jsonLd: JsonLdController | undefined;
  #shownState: ElementState | undefined;
  /** Another posting was asked for while an application was on its way. */
  #isLoadDue = false;
  /** The text of the child script that is loaded. */
  #inline: string | undefined;
  /** Nothing is loaded before the element is in a page: only there its language and its base are known. */
  #isAsked = false;

  constructor(element: JobApplication, internals: ElementInternals) {
    this.#element = element;
    this.#internals = internals;
    this.#reader = new PostingReader(element);
    this.#postings = new PostingController(this.#reader, (state) => this.#onLoad(state));
  }

  get load(): LoadState {
    return this.#postings.state;
  }

  get session(): FormSession | undefined {
    return this.#session;
  }

  get translator(): Translator {
    return this.#translator;
  }

  get closing(): Closing {
    return this.#closing;
  }

  get state(): ElementState {
    if (this.load.status !== 'loaded') return this.load.status;
    if (!this.#session) return this.#closing === 'open' ? 'ready' : 'closed';
    const { submission, issues } = this.#session.store.state;
    if (submission.status !== 'idle') return submission.status;
    if (this.#session.drawn) return 'loading';
    return issues.length > 0 ? 'invalid' : 'ready';
  }

  get issues(): readonly Issue[] {
    return this.#session?.store.state.issues ?? [];
  }

  get answers(): Answers {
    return this.#session?.answers ?? {};
  }

  /** What the posting's views are drawn from; `undefined` while there is no posting. */
  get postingContext(): PostingContext | undefined {
    return this.#loaded && this.#contextOf(this.#loaded);
  }

  /** Before the element is drawn: takes up what its attributes and its place in the page say. */
  update(changed: PropertyValues<JobApplication>): void {
    if (this.#element.jsonLd && !this.#jsonLd) void this.#keepJsonLd();
    const isSourceNew = !this.#isAsked || sourceProperties.some((name) => changed.has(name));
    if (isSourceNew) {
      // What is on its way is told of first; a second one must not set out beside it.
      this.#isLoadDue = this.#session?.isUnderWay === true;
      if (!this.#isLoadDue) void this.#load();
      return;
    }
    if (drawnProperties.some((name) => changed.has(name))) this.#session?.redraw(this.#translator);
    const lang = languageOf(this.#element);
    if (lang === this.#lang && !changed.has('layout')) return;
    void (this.load.status === 'loaded' ? this.#translate(lang) : this.#greet(lang));
  }

  /** In another place of the page, it may stand in another language; what was given up there is taken up again. */
  connect(): void {
    if (!this.#isAsked) return;
    this.#session?.drafts?.start();
    if (this.#postings.isStopped) void this.#load();
    else this.#element.requestUpdate();
  }

  /** An element that is only moved is back before the task ends, and nothing is given up. */
  disconnect(): void {
    setTimeout(() => {
      if (this.#element.isConnected) return;
      this.#postings.stop();
      this.#session?.stop();
    });
  }

  loadAgain(): void {
    void this.#load();
  }

  /** A child script may come after the element, while the page is still being read. */
  lookForInline(): void {
    if (this.#isAsked && inlineJson(this.#element) !== this.#inline) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { posting, src, fieldTypes } = this.#element;
    this.#inline = inlineJson(this.#element);
    const isIncomplete = posting === undefined && this.#inline === undefined && src === undefined;
    if (isIncomplete && document.readyState === 'loading') {
      // The rest of the page may bring the child script.
      document.addEventListener('DOMContentLoaded', () => void this.#load(), { once: true });
      return;
    }
    // What is said while it loads, or where it doesn't, is said in the applicant's language, too.
    if (!this.#session) void this.#greet(languageOf(this.#element));
    await this.#postings.load({ posting, inline: this.#inline, src, fieldTypes: fieldTypes ?? {} });
  }

  /** Before there is a form. */
  async #greet(lang: string): Promise<void> {
    this.#lang = lang;
    const translator = await loadTranslator(lang);
    if (lang !== this.#lang || this.#session) return;
    this.#translator = translator;
    this.#element.requestUpdate();
  }

  async #translate(lang: string): Promise<void> {
    this.#lang = lang;
    const [translator] = await Promise.all([loadTranslator(lang), this.#reader.loadSteps()]);
    if (lang !== this.#lang) return;
    this.#translator = translator;
    this.#session?.redraw(translator);
    this.#element.requestUpdate();
  }

  #onLoad(state: LoadState): void {
    if (state.status === 'loaded') this.#begin(state);
    this.#showState();
    this.#element.requestUpdate();
    if (state.status === 'loaded') void this.#tell(new JobApplicationLoadEvent(state.posting, state.coverage));
    if (state.status === 'error') {
      console.error(state.error);
      void this.#tell(new JobApplicationErrorEvent(state.error));
    }
  }

  #begin(read: Loaded): void {
    const { posting, lang, translator, types } = read;
    this.#lang = lang;
    this.#translator = translator;
    this.#closing = closingOf(posting, new Date());
    const before = this.#session;
    before?.disconnect();
    // One that was begun in time may be finished.
    const isBegun = before !== undefined && before.store.plan.posting.id === posting.id;
    const isOpen = this.#closing === 'open' || (this.#closing === 'past-deadline' && isBegun);
    const host = sessionHostOf(this.#element, types, {
      context: () => this.#contextOf(read),
      read: () => this.#loaded,
      steps: () => this.#reader.steps,
      onChange: this.#onFormChange,
    });
    this.#session = isOpen && posting.form ? this.#reader.beginSession(read, host, before) : undefined;
  }

  /** Once it is drawn, so that a listener finds what it is told of. */
  async #tell(event: Event): Promise<void> {
    await this.#session?.drawn;
    await this.#element.updateComplete;
    this.#element.dispatchEvent(event);
  }

  #contextOf({ posting, postingUrl, rich }: Loaded): PostingContext {
    const baseUrl = postingUrl ?? document.baseURI;
    return {
      posting,
      translator: this.#translator,
      lang: this.#translator.locale,
      headingLevel: this.#element.headingLevel,
      rich,
      // Absolute: where the posting's own relative addresses start.
      baseUrl,
      isTrustedUrl: (url) => isTrustedUrl(url, baseUrl, this.#element),
    };
  }

  /** Not drawn again at each key: the form draws itself. */
  readonly #onFormChange = (): void => {
    if (!this.#showState()) return;
    this.#element.requestUpdate();
    if (this.#isLoadDue && this.#session?.isUnderWay !== true) {
      this.#isLoadDue = false;
      void this.#load();
    }
  };

  /** @returns whether it is another one than before */
  #showState(): boolean {
    const { state } = this;
    if (state === this.#shownState) return false;
    this.#shownState = state;
    try {
      this.#internals.states.clear();
      this.#internals.states.add(state);
    } catch {
      // Chromium before 125 knows no such states; the page then has the events alone.
    }
    return true;
  }

  get #loaded(): Loaded | undefined {
    return this.load.status === 'loaded' ? this.load : undefined;
  }

  /** Nothing of it is loaded where the page does not ask for it. */
  async #keepJsonLd(): Promise<void> {
    const chunk = await import('../json-ld/json-ld-controller.js').catch(console.error);
    if (chunk) this.#jsonLd ??= new chunk.JsonLdController(this.#element, () => this.postingContext);
  }
}
