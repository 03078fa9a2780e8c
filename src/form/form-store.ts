import { answerOf, noAnswers, readFitting, type Answers, type Scope } from '../posting/answers.js';
import type { Field, KindMap } from '../posting/field-kind.js';
import type { Issue } from '../posting/issue.js';
import type { Posting } from '../posting/posting.js';
import { planForm, scopeOf, type FormPlan } from './form-plan.js';
import { isUnanswered } from './is-unanswered.js';
import { IssueBook, type Judged } from './issue-book.js';
import { idle, isUnderWay, type Submission } from './submission.js';
import { touchedBy } from './touched.js';
import { isoDay } from './judge-answers.js';

/** Everything that is known of the filling in and sending of one form. */
export interface FormState {
  readonly answers: Answers;
  /** Which fields these answers show. */
  readonly scope: Scope;
  /** What is wrong, as far as the applicant has been told, in the form's order. */
  readonly issues: readonly Issue[];
  readonly submission: Submission;
}

/** What a change touched; views draw only that again. */
export interface FormChange {
  /** Names of top-level fields whose answer, issues or options changed. */
  readonly fields: ReadonlySet<string>;
  /** Fields were shown or hidden. */
  readonly shown: boolean;
  /** Wire names of fields that are to be seen now and were not, those inside answers too; see `Touched`. */
  readonly appeared: readonly string[];
  /** The applicant gave an answer; all else is done by the page or follows from it. */
  readonly answered?: boolean;
}

export interface FormStoreOptions {
  /** Answers to begin with, over the fields' defaults: hidden values, a draft. */
  readonly answers?: Answers;
  readonly now?: () => Date;
}

type Listener = (state: FormState, change: FormChange) => void;

/**
 * Holds the answers to one posting and what is known of them. State is never changed in place; each method makes a new
 * one and tells the listeners, once, before it returns.
 *
 * Nothing is judged until `reveal`; from then on a revealed field is judged again whenever its answer changes.
 */
export class FormStore {
  readonly plan: FormPlan;
  #state: FormState;
  readonly #listeners = new Set<Listener>();
  readonly #now: () => Date;
  readonly #given: Answers;
  #book: IssueBook;

  constructor(posting: Posting, kinds: KindMap, { answers = {}, now = () => new Date() }: FormStoreOptions = {}) {
    this.plan = planForm(posting, kinds);
    this.#now = now;
    this.#given = answers;
    this.#book = new IssueBook(this.plan);
    this.#state = this.#initialState(Object.keys(answers));
  }

  get state(): FormState {
    return this.#state;
  }

  /** ISO: the day that limits mean by `today`. */
  get today(): string {
    return isoDay(this.#now());
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes an answer as the applicant gives it, right or wrong. */
  answer(name: string, value: unknown): void {
    const answers = Object.assign(noAnswers(), this.#state.answers);
    answers[name] = value;
    this.#change(answers, new Set([name]), true);
  }

  /**
   * Fills what is blank, from outside; an answer of another shape than the field's is passed over.
   * @returns names of the fields that were filled
   */
  fill(given: Answers): readonly string[] {
    const answers = Object.assign(noAnswers(), this.#state.answers);
    const filled = this.plan.fields.filter(({ field, kind }) => {
      const value = answerOf(given, field.name);
      const current = answerOf(answers, field.name);
      if (!kind.isQuestion || kind.isPersonal || value === undefined || value === null) return false;
      if (!isUnanswered(current, field, kind, this.#state.scope)) return false;
      const read = readFitting(value, field, this.plan.kinds);
      if (read === undefined || kind.isBlank(read, field)) return false;
      answers[field.name] = read;
      for (const name of kind.besideNames?.(field, read) ?? []) {
        const beside = answerOf(given, name);
        if (typeof beside === 'string') answers[name] = beside;
      }
      return true;
    });
    const names = filled.map(({ field }) => field.name);
    if (names.length > 0) this.#change(answers, new Set(names));
    return names;
  }

  /**
   * Blanks all answers, issues and the submission; what the applicant never sees stays as it was given, and what is on its
   * way is told of when it is there.
   */
  reset(): void {
    this.#book = new IssueBook(this.plan);
    const unseen = this.plan.fields.filter(({ kind }) => !kind.isVisible).map(({ field }) => field.name);
    const fields = new Set(this.plan.fields.map(({ field }) => field.name));
    const { submission } = this.#state;
    const state = { ...this.#initialState(unseen), ...(isUnderWay(submission) ? { submission } : {}) };
    this.#set(state, { fields, shown: true, appeared: [] });
  }

  /** Judges all that is shown and tells it; the endpoint's issues are forgotten. */
  reveal(): readonly Issue[] {
    this.#tell(() => this.#book.revealAll(this.#judged(this.#state)));
    return this.#state.issues;
  }

  /** Judges one field and tells it, as an applicant leaves it. */
  revealField(name: string): void {
    const field = this.plan.owners.get(name);
    const judged = this.#judged(this.#state);
    if (field && !this.#book.isRevealed(field, judged)) this.#tell(() => this.#book.reveal(field, judged));
  }

  /** Judges some fields and some rules, by their places, and tells it, as an applicant goes on from them. */
  revealSome(fields: readonly Field[], rules: readonly number[]): void {
    this.#tell(() => {
      const judged = this.#judged(this.#state);
      for (const field of fields) if (judged.scope.isShown(field)) this.#book.reveal(field, judged);
      this.#book.revealRules(rules, judged);
    });
  }

  /** Tells what the endpoint found; each issue stays until its field changes. */
  addServerIssues(issues: readonly Issue[]): void {
    this.#tell(() => this.#book.addServerIssues(issues));
  }

  /** What was wrong at the endpoint's end is put right. */
  forgetServerIssues(code: Issue['code']): void {
    this.#tell(() => this.#book.forgetServerIssues(code));
  }

  setSubmission(submission: Submission): void {
    this.#set({ ...this.#state, submission }, { fields: new Set(), shown: false, appeared: [] });
  }

  #change(answers: Answers, names: ReadonlySet<string>, answered = false): void {
    const before = this.#state;
    const state = { ...before, answers, scope: scopeOf(this.plan, answers) };
    const { fields, shown, appeared } = touchedBy(this.plan, names, before, state);
    this.#book.follow(fields, before, this.#judged(state));
    const { issues, changed } = this.#book.gather();
    this.#set(
      { ...state, issues },
      { fields: new Set([...[...fields].map(({ name }) => name), ...changed]), shown, appeared, answered },
    );
  }

  /** Has the book changed, and tells the listeners of what that changed. */
  #tell(change: () => void): void {
    change();
    const { issues, changed } = this.#book.gather();
    this.#set({ ...this.#state, issues }, { fields: new Set(changed), shown: false, appeared: [] });
  }

  #judged({ answers, scope }: FormState): Judged {
    return { answers, scope, today: this.today };
  }

  /** @param given names of the answers to begin with that count */
  #initialState(given: readonly string[]): FormState {
    const answers = noAnswers();
    for (const { field, kind } of this.plan.fields) {
      if (kind.isQuestion) answers[field.name] = kind.initial(field, this.plan.kinds);
    }
    for (const name of given) if (Object.hasOwn(this.#given, name)) answers[name] = this.#given[name];
    return { answers, scope: scopeOf(this.plan, answers), issues: [], submission: idle };
  }

  #set(state: FormState, change: FormChange): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state, change);
  }
}
