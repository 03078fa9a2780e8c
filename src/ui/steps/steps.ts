import type { FormChange, FormState, FormStore } from '../../form/form-store.js';
import { reviewId } from '../../form/section-id.js';
import { isUnderWay } from '../../form/submission.js';
import { rulesAt, sectionOf, type Step } from '../../form/steps.js';
import { stepTerms, type StepTerms } from '../../localization/step-terms.js';
import type { Scope } from '../../posting/answers.js';
import type { Issue } from '../../posting/issue.js';
import type { Field } from '../../posting/field-kind.js';
import type { Section } from '../../posting/posting.js';
import { fieldId } from '../form/control-id.js';
import { focusControl } from '../form/focus-control.js';
import type { FormLayout, FormParts } from '../form/form-layout.js';
import { StepCourse } from './step-course.js';
import { JobApplicationStepEvent } from './step-event.js';
import { StepHistory } from './step-history.js';
import type { StepsHost } from './steps-host.js';
import { StepsView } from './steps-view.js';

/** What a move between steps is for. */
interface Move {
  /** `code`: the page is not asked. `history`: the browser has moved already. */
  readonly by: 'applicant' | 'code' | 'history';
  /** The question to lead to, in place of the step's heading. */
  readonly field?: Field;
}

/**
 * One section at a time, then the review, then the sections about equality. Knows where the applicant is and what is
 * told there; going on from a step judges it, going back never does.
 */
export class Steps implements FormLayout {
  readonly #host: StepsHost;
  readonly #store: FormStore;
  readonly #view: StepsView;
  readonly #history: StepHistory;
  readonly #course: StepCourse;
  #parts: FormParts | undefined;
  /** Where the applicant goes on to once a step that was gone back to is right: the review, or the end. */
  #return: string | undefined;
  /** Steps whose summary says what is wrong. */
  #told: ReadonlySet<string> = new Set();
  /** The step of a reload, taken up as soon as the answers allow it. */
  #resume: string | undefined;

  constructor(host: StepsHost) {
    this.#host = host;
    this.#store = host.store;
    this.#course = new StepCourse(host.store);
    this.#view = new StepsView(host, {
      change: (field) => this.#change(field),
      back: () => this.#goBack(),
      begin: () => (this.#resume = undefined),
    });
    this.#history = new StepHistory({
      element: host.target,
      postingId: this.#store.plan.posting.id,
      onMove: (id) => this.#follow(id),
    });
    this.#resume = this.#history.step;
    this.#tryResume();
  }

  captionOf(section: Section): Element {
    return this.#view.captionOf(section);
  }

  arrange(parts: FormParts): void {
    this.#parts = parts;
    this.#view.arrange(parts);
    this.#draw();
  }

  update({ scope }: FormState, { shown }: FormChange): void {
    if (shown) this.#arrange(scope);
    this.#tryResume();
    if (shown || !this.#current.section) this.#draw();
  }

  issuesInView(issues: readonly Issue[]): readonly Issue[] {
    if (!this.#told.has(this.#current.id)) return [];
    return issues.filter(({ field }) => (this.#course.stepOf(field)?.id ?? this.#current.id) === this.#current.id);
  }

  /** What the buttons below the step are; `onward` is the words of the main one where it does not send. */
  foot(): { readonly onward: string | undefined; readonly back: unknown } {
    return {
      onward: this.#isLast ? undefined : this.#terms.continue,
      back:
        this.#current === this.#course.first && this.#return === undefined
          ? undefined
          : this.#view.backButton(this.#terms, this.#isSending),
    };
  }

  /** What the form's one submit button does. */
  advance(): void {
    if (this.#isSending) return;
    if (this.#isLast) {
      this.#host.submit();
      return;
    }
    if (!this.#isPassed()) return;
    const target = this.#course.find(this.#return);
    if (!target) this.#move(this.#course.next, { by: 'applicant' });
    // What another answer has shown or broken meanwhile comes first.
    else this.#move(this.#course.firstWrong(target) ?? target, { by: 'applicant' });
  }

  /** Leads to the first step with one of these issues, and has its summary tell of them. */
  tell(issues: readonly Issue[]): void {
    const found = issues.flatMap(({ field }) => this.#course.stepOf(field) ?? []);
    const first = this.#course.steps.find((step) => found.includes(step));
    this.#told = new Set([...this.#told, ...found.map(({ id }) => id), (first ?? this.#current).id]);
    if (!first || first === this.#current) return;
    if (this.#course.isBehind(first)) this.#return ??= this.#current.id;
    this.#show(first, 'record');
  }

  /**
   * To a step, by the page's wish: neither judged nor asked.
   * @returns whether there is one of that id now
   */
  goTo(id: string): boolean {
    const step = this.#course.find(id);
    if (!step || this.#isSending) return false;
    this.#return = undefined;
    this.#move(step, { by: 'code' });
    return true;
  }

  /** Before an application is sent by code: what comes of it is told at the last step. */
  goToEnd(): void {
    const { last } = this.#course;
    if (last.id === this.#current.id) return;
    const hadFocus = this.#view.hasFocus;
    this.#return = undefined;
    this.#show(last, 'record');
    if (hadFocus) this.#view.focusStep(last);
  }

  /** After all answers have been blanked. */
  reset(): void {
    const hadFocus = this.#view.hasFocus;
    this.#told = new Set();
    this.#return = undefined;
    this.#resume = undefined;
    this.#show(this.#course.first, 'replace');
    if (hadFocus) this.#view.focusStep(this.#current);
  }

  /** The steps end here; the answers live on. */
  disconnect(): void {
    this.#history.disconnect();
  }

  get #terms(): StepTerms {
    return stepTerms(this.#host.form().translator);
  }

  get #current(): Step {
    return this.#course.current;
  }

  get #isLast(): boolean {
    return this.#current === this.#course.last;
  }

  get #isSending(): boolean {
    return isUnderWay(this.#store.state.submission);
  }

  #goBack(): void {
    const step = this.#course.find(this.#return) ?? this.#course.previous;
    this.#move(step, { by: 'applicant' });
  }

  #change(field: Field): void {
    const step = this.#course.stepOf(field.name);
    this.#move(step, { by: 'applicant', field });
  }

  /** The browser's Back and Forward. */
  #follow(id: string): void {
    const step = this.#course.find(id);
    if (!step || step.id === this.#current.id || this.#store.state.submission.status === 'sent') return;
    const isForward = !this.#course.isBehind(step);
    this.#return = undefined;
    // Where the applicant stays, the entry that the browser went to is that of the step that it stays at.
    if (this.#isSending || (isForward && !this.#isPassed()) || !this.#move(step, { by: 'history' })) {
      this.#history.replace(this.#current.id);
    }
  }

  /** @returns whether it came to the move */
  #move(step: Step | undefined, { by, field }: Move): boolean {
    if (!step || this.#isSending) return false;
    const from = this.#current.id;
    const question = new JobApplicationStepEvent(from, step.id);
    if (by !== 'code' && step.id !== from && !this.#host.target.dispatchEvent(question)) return false;
    if (step.id === this.#return) this.#return = undefined;
    if (from === reviewId && field) this.#return = reviewId;
    this.#show(step, by === 'history' ? 'none' : 'record');
    if (field) {
      focusControl(this.#parts!.form, fieldId(this.#store.plan.byField.get(field)!.index), 'label-first');
    } else if (this.issuesInView(this.#store.state.issues).length === 0 || !this.#parts?.view.focusSummary()) {
      this.#view.focusStep(step);
    }
    return true;
  }

  #show(step: Step, history: 'record' | 'replace' | 'none'): void {
    const from = this.#current.id;
    this.#resume = undefined;
    this.#course.moveTo(step);
    if (history === 'record' && from !== step.id) this.#history.push(from, step.id);
    if (history === 'replace') this.#history.replace(step.id);
    this.#draw();
  }

  #draw(): void {
    if (!this.#parts) return;
    this.#view.draw(this.#course.steps, this.#current);
    this.#parts.view.drawAround();
  }

  /** Judges the step that is left, and tells what is wrong with it. */
  #isPassed(): boolean {
    const { section } = this.#current;
    if (!section) return true;
    const { plan, state } = this.#store;
    this.#store.revealSome(section.fields, rulesAt(plan, section, state.scope));
    const issues = this.#store.state.issues.filter(({ field }) => sectionOf(plan, field) === section);
    if (issues.length > 0) this.#host.tellInvalid(issues);
    return issues.length === 0;
  }

  /** To where a reload took the applicant from, or not at all; answers of a draft may come later than the form. */
  #tryResume(): void {
    const step = this.#course.find(this.#resume);
    if (!step || this.#course.firstWrong(step)) return;
    this.#show(step, 'none');
  }

  /** Sections that come and go change the count at once; from one that goes, the applicant is led on. */
  #arrange(scope: Scope): void {
    const hadFocus = this.#view.hasFocus;
    if (!this.#course.arrange(scope)) return;
    this.#draw();
    if (hadFocus) this.#view.focusStep(this.#current);
  }
}
