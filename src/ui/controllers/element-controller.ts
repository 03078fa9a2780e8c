import type { PropertyValues } from 'lit';
import { loadTranslator } from '../../localization/load-translator.js';
import { createTranslator, type Translator } from '../../localization/translator.js';
import type { Answers } from '../../posting/answers.js';
import { LoadError } from '../../posting/errors.js';
import { closingOf, type Closing } from '../../posting/closing.js';
import type { Issue } from '../../posting/issue.js';
import type { Posting } from '../../posting/posting.js';
import type { RichText } from '../../posting/text.js';
import { isTrustedOrigin, resolveAction } from '../../transport/endpoint.js';
import { JobApplicationErrorEvent, JobApplicationLoadEvent } from '../events.js';
import type { FormSession, SessionHost } from '../form/form-session.js';
import type { JobApplication } from '../job-application.js';
import { languageOf } from '../language-of.js';
import { postingTexts } from '../posting/description-view.js';
import { safeHref } from '../posting/safe-href.js';
import { RichTextRenderer } from '../rich-text/rich-text-renderer.js';
import { PostingController, type LoadState, type PostingReader, type PostingSource } from './posting-controller.js';
import type { SubmitSettings } from './submission-controller.js';

/** One at a time. */
export type ElementState =
  | 'loading'
  | 'ready'
  | 'invalid'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'unconfirmed'
  | 'closed'
  | 'error';

/** Holds an element together: its posting, its language, its form, and what it tells of them. */
export class ElementController {
  readonly #element: JobApplication;
  readonly #internals: ElementInternals;
  readonly #postings: PostingController;
  #translator: Translator = createTranslator({ locale: 'en' });
  #lang = '';
  #rich = new RichTextRenderer(this.#richSource(undefined));
  #form: Pick<typeof import('../form/form-module.js'), 'parsePosting' | 'FormSession' | 'formTexts'> | undefined;
  #session: FormSession | undefined;
  #closing: Closing = 'open';
  /** The text of the child script that is loaded. */
  #inline: string | undefined;
  /** Nothing is loaded before the element has been in a page: only there its language and its base are known. */
  #isAsked = false;

  constructor(element: JobApplication, internals: ElementInternals) {
    this.#element = element;
    this.#internals = internals;
    this.#postings = new PostingController(
      { load: () => this.#loadForm(), read: (...parts) => this.#read(...parts) },
      (state) => this.#onLoad(state),
    );
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

  get rich(): RichTextRenderer {
    return this.#rich;
  }

  get closing(): Closing {
    return this.#closing;
  }

  get state(): ElementState {
    if (this.load.status !== 'loaded') return this.load.status;
    if (!this.#session) return this.#closing === 'open' ? 'ready' : 'closed';
    const { submission, issues } = this.#session.store.state;
    if (submission.status !== 'idle') return submission.status;
    return issues.length > 0 ? 'invalid' : 'ready';
  }

  get issues(): readonly Issue[] {
    return this.#session?.store.state.issues ?? [];
  }

  get answers(): Answers {
    return this.#session?.answers ?? {};
  }

  /** Absolute: where the posting's own relative addresses start. */
  get baseUrl(): string {
    return (this.load.status === 'loaded' ? this.load.postingUrl : undefined) ?? document.baseURI;
  }

  readonly isTrustedUrl = (url: string): boolean => {
    const { trustedOrigins, src } = this.#element;
    return isTrustedOrigin(new URL(url, this.baseUrl), {
      pageUrl: location.href,
      postingUrl: src === undefined ? undefined : new URL(src, document.baseURI).href,
      trustedOrigins: trustedOrigins?.split(/\s+/).filter(Boolean),
    });
  };

  /** Before the element is drawn: takes up what its attributes and its place in the page say. */
  update(changed: PropertyValues<JobApplication>): void {
    const isSourceNew = !this.#isAsked || ['posting', 'src', 'format', 'fieldTypes'].some((name) => changed.has(name as keyof JobApplication));
    if (isSourceNew) void this.#load();
    else if (changed.has('headingLevel')) this.#session?.redraw(this.#translator);
    const lang = languageOf(this.#element);
    if (lang !== this.#lang && !isSourceNew) void this.#translate(lang);
  }

  connect(): void {
    // Moved to another place, it may stand in another language.
    if (this.#isAsked) this.#element.requestUpdate();
  }

  /** Called again when the element leaves for good; one that is only moved is back before the task ends. */
  disconnect(): void {
    setTimeout(() => {
      if (!this.#element.isConnected) this.#postings.stop();
    });
  }

  loadAgain(): void {
    void this.#load();
  }

  /** A child script may come after the element, while the page is still being read. */
  lookForInline(): void {
    if (this.#element.posting === undefined && inlineJson(this.#element) !== this.#inline) void this.#load();
  }

  href(url: string | undefined): string | undefined {
    return safeHref(url, this.baseUrl);
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    const { posting, src, fieldTypes } = this.#element;
    this.#inline = inlineJson(this.#element);
    const isIncomplete = document.readyState === 'loading' && posting === undefined && this.#inline === undefined && src === undefined;
    // The rest of the page may bring the child script; `slotchange` calls again.
    if (isIncomplete) {
      document.addEventListener('DOMContentLoaded', () => void this.#load(), { once: true });
      return;
    }
    await this.#postings.load({
      posting,
      inline: this.#inline,
      src: src === undefined ? undefined : new URL(src, document.baseURI),
      fieldTypes,
    });
  }

  async #loadForm(): Promise<void> {
    try {
      const { parsePosting, FormSession, formTexts } = await import('../form/form-module.js');
      this.#form = { parsePosting, FormSession, formTexts };
    } catch (cause) {
      throw new LoadError('A part of the script could not be loaded, so the posting cannot be shown.', undefined, { cause });
    }
  }

  readonly #read: PostingReader['read'] = async (json, { fieldTypes }: PostingSource, postingUrl) => {
    const form = this.#form;
    if (!form) throw new LoadError('The part of the script that reads postings is missing.');
    const posting = form.parsePosting(json, { fieldTypes });
    this.#lang = languageOf(this.#element);
    this.#rich = new RichTextRenderer(this.#richSource(postingUrl));
    // Before the first drawing, so that nothing jumps afterwards.
    const [translator] = await Promise.all([
      loadTranslator(this.#lang),
      this.#rich.prepare([...postingTexts(posting), ...form.formTexts(posting)]),
    ]);
    this.#translator = translator;
    return posting;
  };

  async #translate(lang: string): Promise<void> {
    this.#lang = lang;
    const translator = await loadTranslator(lang);
    if (lang !== this.#lang) return;
    this.#translator = translator;
    this.#session?.redraw(translator);
    this.#element.requestUpdate();
  }

  #onLoad(state: LoadState): void {
    if (state.status === 'loaded') {
      this.#closing = closingOf(state.posting, new Date());
      const before = this.#session;
      before?.disconnect();
      this.#session =
        this.#form && this.#closing === 'open' && state.posting.form
          ? new this.#form.FormSession(state.posting, this.#translator, this.#sessionHost(), before)
          : undefined;
      warnOfUnknownTypes(state.posting);
    }
    this.#showState();
    this.#element.requestUpdate();
    if (state.status === 'loaded') void this.#tell(new JobApplicationLoadEvent(state.posting, []));
    if (state.status === 'error') {
      console.error(state.error);
      void this.#tell(new JobApplicationErrorEvent(state.error));
    }
  }

  /** Once it is drawn, so that a listener finds what it is told of. */
  async #tell(event: Event): Promise<void> {
    await this.#element.updateComplete;
    this.#element.dispatchEvent(event);
  }

  #sessionHost(): SessionHost {
    const element = this.#element;
    return {
      target: element,
      fieldTypes: element.fieldTypes,
      headingLevel: () => element.headingLevel + (element.show === 'form' ? 0 : 1),
      settings: () => this.#settings(),
      usesKeys: () => element.idempotency !== 'off',
      judgesOnBlur: () => element.validateOn === 'blur',
      rich: (text) => this.#drawRich(text),
      href: (url) => this.href(url),
      onChange: () => {
        this.#showState();
        element.requestUpdate();
      },
      leadToReceipt: () => void this.#leadToReceipt(),
    };
  }

  #drawRich(text: RichText): unknown {
    return this.#rich.render(text, {
      translator: this.#translator,
      lang: this.#translator.locale,
      fallbackLang: this.load.status === 'loaded' ? this.load.posting.locale : undefined,
      headingLevel: Math.min(this.#element.headingLevel + 3, 6),
    });
  }

  #settings(): SubmitSettings {
    const { action, method, enctype, credentials, headers, idempotency, successHtml, src, trustedOrigins } = this.#element;
    const { url } = resolveAction({
      action,
      postingAction: this.load.status === 'loaded' ? this.load.posting.form?.action : undefined,
      baseUrl: document.baseURI,
      pageUrl: location.href,
      postingUrl: src === undefined ? undefined : new URL(src, document.baseURI).href,
      trustedOrigins: trustedOrigins?.split(/\s+/).filter(Boolean),
    });
    return { url, method, enctype, credentials, headers, idempotency, successHtml };
  }

  async #leadToReceipt(): Promise<void> {
    const { successHref } = this.#element;
    const href = safeHref(successHref, document.baseURI);
    if (href !== undefined) return location.assign(href);
    this.#element.requestUpdate();
    await this.#element.updateComplete;
    const title = this.#element.renderRoot.querySelector<HTMLElement>('.receipt');
    title?.scrollIntoView({ block: 'center' });
    title?.focus({ preventScroll: true });
  }

  #showState(): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.state);
  }

  #richSource(postingUrl: string | undefined): ConstructorParameters<typeof RichTextRenderer>[0] {
    return { baseUrl: postingUrl ?? document.baseURI, isTrustedUrl: (url) => this.isTrustedUrl(url) };
  }
}

function inlineJson(element: Element): string | undefined {
  const script = [...element.children].find((child) => child.localName === 'script' && child.getAttribute('type') === 'application/json');
  return script?.textContent ?? undefined;
}

function warnOfUnknownTypes(posting: Posting): void {
  for (const { name, unknownType } of posting.form?.sections.flatMap(({ fields }) => fields) ?? []) {
    if (unknownType !== undefined) {
      console.warn(`<job-application>: the field "${name}" has the unknown type "${unknownType}"; it is asked as a text.`);
    }
  }
}
