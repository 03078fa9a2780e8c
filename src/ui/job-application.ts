import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { postingTerms } from '../localization/posting-terms.js';
import { version } from '../version.js';
import type { DraftMode } from '../drafts/draft-key.js';
import type { Answers } from '../posting/answers.js';
import type { Issue } from '../posting/issue.js';
import type { Idempotency } from '../transport/request-headers.js';
import { attributeReaders } from './attributes.js';
import type { CaptchaProvider } from './captcha/captcha-provider.js';
import type { Format } from './controllers/adapt.js';
import { ElementController, type ElementState } from './controllers/element-controller.js';
import type { SubmitResult } from './controllers/submission-controller.js';
import type { PayloadName } from './controllers/wire-format.js';
import type { FieldType } from './fields/field-types.js';
import { closingView } from './posting/notice-view.js';
import { postingView } from './posting/posting-view.js';
import { loadErrorView, loadingView } from './state-view.js';
import { elementStyles } from './styles/element.styles.js';

/**
 * Draws a job posting and its application form from JSON, judges the answers and sends them.
 *
 * @tag job-application
 *
 * @slot - Shown until the script has run, and in the state `error`: another way to apply.
 * @slot header - Above everything.
 * @slot before-form - Between the form's heading and its first question.
 * @slot captcha - Above the submit button.
 * @slot help - Below the submit button.
 * @slot sent - Below the receipt.
 * @slot closed - In place of the form of a closed posting.
 * @slot error - Below the message where the posting could not be shown.
 * @slot footer - Below everything.
 *
 * @event {JobApplicationLoadEvent} job-application-load - The posting is drawn.
 * @event {JobApplicationErrorEvent} job-application-error - The posting could not be loaded or read.
 * @event {JobApplicationInvalidEvent} job-application-invalid - Answers were found wanting, here or by the endpoint.
 * @event {JobApplicationSubmitEvent} job-application-submit - An application is about to be sent. Cancelable.
 * @event {JobApplicationProgressEvent} job-application-progress - Bytes have left.
 * @event {JobApplicationSentEvent} job-application-sent - The endpoint has confirmed the application.
 * @event {JobApplicationFailedEvent} job-application-failed - The application was not confirmed.
 * @event {JobApplicationStepEvent} job-application-step - The applicant is about to go to another step. Cancelable.
 * @event {JobApplicationDraftEvent} job-application-draft - What is typed was kept, given back or deleted, or cannot be kept.
 *
 * @csspart posting - The posting, without the form.
 * @csspart title - The posting's title.
 * @csspart notice - What the posting says before all else.
 * @csspart facts - Location, workplace, salary and the like.
 * @csspart description - The posting's text.
 * @csspart apply - The link to the form.
 * @csspart form - The form.
 * @csspart form-title - The form's heading.
 * @csspart section - A section of the form.
 * @csspart section-title - Its heading.
 * @csspart section-equality - A section about equality.
 * @csspart field - A question with its label, hints, error and controls.
 * @csspart label - The words of a question.
 * @csspart hint - What is said about a question beforehand.
 * @csspart control - What is typed in or chosen from.
 * @csspart field-error - What is wrong with an answer.
 * @csspart error-summary - Everything that is wrong, above the form.
 * @csspart file - The controls of a question for files.
 * @csspart submit - The submit button.
 * @csspart status - How far the sending is, or why it failed.
 * @csspart receipt - What is shown once the application is sent.
 * @csspart listbox - The list below a control in which one types to find an option.
 * @csspart option - One line of that list.
 * @csspart chosen - A button that takes a chosen option away.
 *
 * @csspart company - The company's logo and name.
 * @csspart logo - The company's logo.
 * @csspart heading - A heading of the posting's text.
 * @csspart compensation - What the post pays, where the text places it.
 * @csspart closing - That the post is closed, or its deadline has passed.
 * @csspart all-jobs - The link to the other posts.
 * @csspart draft - That answers of an earlier visit are back.
 * @csspart draft-status - What is saved on this device, with the way to delete it.
 * @csspart error-summary-title - The heading of everything that is wrong.
 * @csspart failure-title - The heading of why the sending failed.
 * @csspart receipt-title - The heading of the receipt.
 * @csspart step-count - Which section it is, of how many.
 * @csspart continue - The button to the next step.
 * @csspart back - The button to the step before.
 * @csspart review - The review of all answers.
 * @csspart review-title - Its heading.
 * @csspart review-section-title - The heading of a section in it.
 * @csspart change - The button to the question of an answer.
 *
 * @cssproperty [--job-application-color-text=light-dark(#1c2126, #e9ecef)] - Words.
 * @cssproperty [--job-application-color-muted=light-dark(#545d68, #a8b1bc)] - Words that stand back: hints, facts' names.
 * @cssproperty [--job-application-color-surface=transparent] - The ground of the element.
 * @cssproperty [--job-application-color-field=light-dark(#fff, #16191d)] - The ground of controls.
 * @cssproperty [--job-application-color-border=light-dark(#757e89, #7f8995)] - Edges of controls and buttons; lines are made of it.
 * @cssproperty [--job-application-color-accent=light-dark(#1d5aa8, #8fbcf5)] - Links, the main buttons, chosen boxes.
 * @cssproperty [--job-application-color-on-accent=light-dark(#fff, #0c1c30)] - Words on the accent colour.
 * @cssproperty [--job-application-color-error=light-dark(#b3261e, #ffb0a6)] - What is wrong.
 * @cssproperty [--job-application-color-success=light-dark(#1c6b35, #86d69c)] - The edge of the receipt.
 * @cssproperty [--job-application-color-focus=the accent colour] - The ring around what has the focus.
 * @cssproperty [--job-application-font-family=inherit] - The typeface; the page's own, if absent.
 * @cssproperty [--job-application-font-size=inherit] - The size of words; all other sizes follow it.
 * @cssproperty [--job-application-line-height=1.55] - The height of lines.
 * @cssproperty [--job-application-heading-font-family=inherit] - The typeface of headings.
 * @cssproperty [--job-application-heading-weight=650] - How bold headings are.
 * @cssproperty [--job-application-radius=0.375rem] - How round corners are.
 * @cssproperty [--job-application-space=0.5rem] - The unit that all distances are made of.
 * @cssproperty [--job-application-field-height=2.75rem] - The height of controls; never less than 44 px.
 * @cssproperty [--job-application-measure=42rem] - How wide text and questions may be.
 * @cssproperty [--job-application-width=42rem] - How wide the element may be.
 *
 * @cssstate loading - The posting is on its way.
 * @cssstate ready - The form can be filled in.
 * @cssstate invalid - Answers were found wanting.
 * @cssstate sending - The application is on its way.
 * @cssstate waiting - It is sent again by itself after a pause, or once there is a connection.
 * @cssstate sent - The endpoint has confirmed it.
 * @cssstate failed - It was not stored.
 * @cssstate unconfirmed - It may have arrived.
 * @cssstate closed - The posting takes no applications.
 * @cssstate error - The posting could not be shown.
 */
export class JobApplication extends LitElement {
  static override styles = elementStyles;

  /** The version of this script. */
  static readonly version: string = version;

  /**
   * Registers the element, once for each registry. Where the tag is taken, it stays as it is and both versions are told.
   * @param tag another name than `job-application`, for a page that has two versions
   */
  static define(tag = 'job-application', registry: CustomElementRegistry = customElements): void {
    const holder = registry.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
    if (!holder) {
      // A class can be registered under one name only.
      registry.define(tag, tag === 'job-application' ? this : class extends this {});
    } else if (holder !== this && !(holder.prototype instanceof this)) {
      console.warn(
        `<${tag}> is registered already, version ${holder.version ?? 'unknown'}; version ${this.version} is not used.`,
      );
    }
  }

  /** URL of the posting. */
  @property() src: string | undefined;

  /** The posting in hand; it comes before a child `<script type="application/json">`, which comes before `src`. */
  @property({ attribute: false }) posting: unknown;

  /** What the JSON is: a posting, or what an applicant tracking system serves; `auto` recognises it by its shape. */
  @property({ converter: attributeReaders.format }) format: Format = 'auto';

  /** Where the application is sent: an `https:` URL, one of the page's origin, or of this machine. */
  @property() action: string | undefined;

  /** HTTP method of the application. */
  @property({ converter: attributeReaders.method }) method: 'post' | 'put' = 'post';

  /** How the application is written. */
  @property({ converter: attributeReaders.enctype }) enctype: 'multipart/form-data' | 'application/json' =
    'multipart/form-data';

  /** How the application's parts are named: as a posting's fields are, or as a system wants it. By default, the posting's own. */
  @property({ converter: attributeReaders.payload }) payload: PayloadName | undefined;

  /** Whether cookies go along, as `fetch` has it. */
  @property({ converter: attributeReaders.credentials }) credentials: 'omit' | 'same-origin' | 'include' =
    'same-origin';

  /** Request headers to send besides. On another origin, they make the browser ask that origin beforehand. */
  @property({ attribute: false }) headers: Readonly<Record<string, string>> = {};

  /** Origins, separated by spaces, where a posting may send to and load from, besides its own and the page's. */
  @property({ attribute: 'trusted-origins' }) trustedOrigins: string | undefined;

  /** How the key of an application travels, and whether the endpoint is known to honour it. */
  @property({ converter: attributeReaders.idempotency }) idempotency: Idempotency = 'auto';

  /** A web page as answer, or a redirect to one, counts as sent. */
  @property({ type: Boolean, attribute: 'success-html' }) successHtml = false;

  /** Where to go after a confirmed submit. */
  @property({ attribute: 'success-href' }) successHref: string | undefined;

  /** Which part is drawn. */
  @property({ converter: attributeReaders.show }) show: 'all' | 'posting' | 'form' = 'all';

  /** Where Apply leads when the form is not drawn here. */
  @property({ attribute: 'apply-href' }) applyHref: string | undefined;

  /** Whether the whole form stands on the page, or one section at a time and then a review of all answers. */
  @property({ converter: attributeReaders.layout }) layout: 'page' | 'steps' = 'page';

  /** Steps take part in the browser's history: Back and Forward move between them. */
  @property({ type: Boolean, attribute: 'step-history' }) stepHistory = false;

  /** When a field is first judged: with the whole form, or as it is left. */
  @property({ attribute: 'validate-on', converter: attributeReaders.validateOn }) validateOn: 'submit' | 'blur' =
    'submit';

  /** Whether the posting stands in the page's head for search engines, as a JobPosting of schema.org, while it is open. */
  @property({ type: Boolean, attribute: 'json-ld' }) jsonLd = false;

  /** What survives a reload: answers, in this tab; answers and files, on this device; or nothing. */
  @property({ converter: attributeReaders.draft }) draft: DraftMode = 'session';

  /** How many days a draft is kept on a device, 1 to 90. */
  @property({ attribute: 'draft-days', converter: attributeReaders.draftDays }) draftDays = 7;

  /** Takes values for fields that the posting marks with `prefill` from the page's query string. */
  @property({ type: Boolean }) prefill = false;

  /** Level of the posting's title, 1 to 5; the other headings follow. */
  @property({ attribute: 'heading-level', converter: attributeReaders.headingLevel }) headingLevel = 2;

  /** The check against programs: `recaptcha-v2`, `recaptcha-v3`, `hcaptcha`, `turnstile`, `altcha`, or a name in `captchaProviders`. */
  @property() captcha: string | undefined;

  /** The page's key at that service; with `altcha`, the address of the endpoint's challenges. */
  @property({ attribute: 'captcha-key' }) captchaKey: string | undefined;

  /** Checks of the page's own, by the name that `captcha` calls them by. */
  @property({ attribute: false }) captchaProviders: Readonly<Record<string, CaptchaProvider>> = {};

  /** The page's app key at Dropbox, for questions that take files from there. */
  @property({ attribute: 'dropbox-key' }) dropboxKey: string | undefined;

  /** The page's API key at Google, for questions that take files from Google Drive. */
  @property({ attribute: 'google-key' }) googleKey: string | undefined;

  /** The page's OAuth client id at Google, beside `googleKey`. */
  @property({ attribute: 'google-client-id' }) googleClientId: string | undefined;

  /** Field types of the page's own, by name: how answers are read and judged, and how they look. */
  @property({ attribute: false }) fieldTypes: Readonly<Record<string, FieldType>> = {};

  readonly #controller = new ElementController(this, this.attachInternals());

  /** Where the element stands; also as `:state()` for CSS. */
  get state(): ElementState {
    return this.#controller.state;
  }

  /** The answers as they would be sent: of shown questions, without blank ones. */
  get answers(): Answers {
    return this.#controller.answers;
  }

  /** What is wrong, as far as the applicant has been told. */
  get issues(): readonly Issue[] {
    return this.#controller.issues;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#controller.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller.disconnect();
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  /** Judges all answers at once and shows what is wrong. */
  validate(): readonly Issue[] {
    return this.#controller.session?.validate() ?? [];
  }

  /** Does what the submit button does. Never rejects. */
  async submit(): Promise<SubmitResult> {
    return (await this.#controller.session?.submit()) ?? { status: 'cancelled' };
  }

  /** Fills what is blank; values that do not fit their field are passed over. */
  fill(answers: Answers): void {
    this.#controller.session?.store.fill(answers);
  }

  /** Blanks all answers and deletes what is kept of them. */
  reset(): void {
    this.#controller.session?.reset();
    void this.clearDraft();
  }

  /**
   * Leads to a section of the form, or to the review of answers, without judging and without asking the page.
   * @param sectionId of the posting; `section-2` for the second one where it has none; or `review`
   * @returns whether it is there to be led to
   */
  goTo(sectionId: string): boolean {
    return this.#controller.session?.goTo(sectionId) ?? false;
  }

  /**
   * Deletes what is kept for after a reload; the answers in the form stay. Resolves to whether it is gone: `false` where
   * the browser refused, which the form then says, or the code for it could not be loaded.
   */
  async clearDraft(): Promise<boolean> {
    return (await (await this.#controller.session?.beginDraft())?.clear()) ?? this.draft === 'off';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#controller.update(changed);
  }

  protected override render(): TemplateResult {
    const { state } = this;
    return html`
      <div class=${this.show === 'form' ? 'root root--form' : 'root'} lang=${this.#controller.translator.language}>
        <slot name="header"></slot>
        ${this.#renderPosting()} ${this.#renderForm()}
        <slot name="sent" ?hidden=${state !== 'sent'}></slot>
        <slot name="closed" ?hidden=${state !== 'closed'}></slot>
        <slot name="error" ?hidden=${state !== 'error'}></slot>
        <slot ?hidden=${state !== 'error'} @slotchange=${this.#onSlotChange}></slot>
        <slot name="footer"></slot>
        ${this.#controller.session?.announcer.element ?? nothing}
      </div>
    `;
  }

  #renderPosting(): unknown {
    const { load, translator, postingContext, closing, session } = this.#controller;
    if (load.status !== 'loaded' || !postingContext) {
      const terms = postingTerms(translator);
      if (load.status !== 'error') return loadingView(terms);
      const loadAgain = (): void => this.#controller.loadAgain();
      return loadErrorView({ error: load.error, terms, headingLevel: this.headingLevel, loadAgain });
    }
    if (this.show === 'form') {
      if (closing === 'open' || this.state === 'sent') return nothing;
      return closingView(closing, { translator, canFinish: session !== undefined });
    }
    return postingView({
      ...postingContext,
      closing,
      applyHref: this.applyHref,
      showForm: this.show === 'all' && session !== undefined && this.state !== 'sent',
      onApply: this.#onApply,
    });
  }

  #renderForm(): unknown {
    const { session, load } = this.#controller;
    if (!session || load.status !== 'loaded' || this.show === 'posting') return nothing;
    const { submission } = session.store.state;
    if (submission.status === 'sent') return session.receiptView(submission.receipt);
    return session.drawn ? loadingView(postingTerms(this.#controller.translator)) : session.element;
  }

  readonly #onApply = (event: Event): void => {
    event.preventDefault();
    this.#controller.session?.focusTitle();
  };

  readonly #onSlotChange = (): void => this.#controller.lookForInline();
}

declare global {
  interface HTMLElementTagNameMap {
    'job-application': JobApplication;
  }
}
