import { html, noChange, type ChildPart, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { lengthSoFar, lengthState, type LengthLimits, type LengthState } from '../../localization/length-terms.js';
import type { Field } from '../../posting/field-kind.js';
import type { FieldContext } from './field-view.js';
import { lengthOf } from './text-length.js';

type SeenState = LengthState | 'past-guide' | 'untold';

type Written = Pick<FieldContext<Field, string>, 'form' | 'answer' | 'latest' | 'answerWith'>;

/** The first of these that is so is the one that is shown; what is past a guide is no error. */
const gravest = ['over', 'past-guide', 'under', 'within'] as const;

/** Long enough to have stopped typing (GOV.UK Frontend, character count). */
const pauseMs = 1000;
/** UTF-16 units; counting more than this at every key would be felt. */
const longText = 20_000;

/**
 * How long an answer is so far: seen at every key, said to screen readers after a pause, and only of the field in which
 * somebody writes. Put right after the control.
 */
class LengthStatus extends AsyncDirective {
  #context: Written | undefined;
  #limits: readonly LengthLimits[] = [];
  #counted: string | undefined;
  #seen = '';
  #said = '';
  #state: SeenState = 'untold';
  #control: HTMLTextAreaElement | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;

  render(_context: Written, _limits: readonly LengthLimits[]): unknown {
    return noChange;
  }

  override update(part: ChildPart, [context, limits]: Parameters<this['render']>): unknown {
    const isFirst = this.#context === undefined;
    this.#context = context;
    this.#limits = limits;
    if (isFirst) this.#listen(part);
    if (context.answer !== this.#counted) {
      const isLong = context.answer.length > longText;
      if (!isLong) this.#count();
      if (isLong || !isFirst) this.#tellLater();
    }
    return this.#template();
  }

  protected override disconnected(): void {
    clearTimeout(this.#pause);
    clearInterval(this.#watch);
  }

  /** The control is drawn before what stands after it, into a fragment that is not in the page yet. */
  #listen({ startNode }: ChildPart): void {
    const control = (startNode?.parentNode as ParentNode).querySelector('textarea') ?? undefined;
    this.#control = control;
    control?.addEventListener('focus', this.#enter);
    control?.addEventListener('blur', this.#leave);
  }

  /** Speech input software sets a value without an event, so it is looked at from time to time while it may write. */
  readonly #enter = (): void => {
    clearInterval(this.#watch);
    this.#watch = setInterval(() => {
      // A control that leaves the page with the focus need not hear of it.
      if (!this.#control?.matches(':focus')) clearInterval(this.#watch);
      this.#takeSilent();
    }, pauseMs);
  };

  readonly #leave = (): void => {
    clearInterval(this.#watch);
    this.#takeSilent();
  };

  #takeSilent(): void {
    const value = this.#control?.value;
    if (value !== undefined && value !== this.#context?.latest()) this.#context?.answerWith(value);
  }

  #count(): void {
    const { answer, form } = this.#context!;
    const lengths = this.#limits.map((limits) => ({ limits, length: lengthOf(answer, limits) }));
    const states = lengths.map(({ limits, length }): SeenState => {
      const state = lengthState(length, limits);
      if (state === 'over' && limits.isGuide) return 'past-guide';
      // Room that is left is no achievement.
      return state === 'within' && !limits.min ? 'untold' : state;
    });
    this.#counted = answer;
    this.#seen = lengths
      .map(({ limits, length }) => lengthSoFar(length, limits, form.translator))
      .filter(Boolean)
      .join('. ');
    this.#state = gravest.find((state) => states.includes(state)) ?? 'untold';
  }

  #tellLater(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      if (this.#counted !== this.#context?.answer) this.#count();
      if (this.#control?.matches(':focus')) this.#said = this.#seen;
      if (this.isConnected) this.setValue(this.#template());
    }, pauseMs);
  }

  #template(): TemplateResult {
    return html`<p class="count" data-state=${this.#state} aria-hidden="true">${this.#seen}</p>
      <p class="visually-hidden" aria-live="polite">${this.#said}</p>`;
  }
}

export const lengthStatus = directive(LengthStatus);
