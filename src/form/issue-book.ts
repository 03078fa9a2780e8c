import type { Answers, Scope } from '../posting/answers.js';
import type { Field } from '../posting/field-kind.js';
import type { Issue } from '../posting/issue.js';
import type { FormPlan } from './form-plan.js';
import { judgeRules } from './judge-rules.js';
import { judgeOne, topLevelName } from './validate.js';

/** The answers that issues are about. */
interface Judged {
  readonly answers: Answers;
  readonly scope: Scope;
  readonly today: string;
}

/**
 * Keeps what is wrong, as far as the applicant has been told: each revealed field's own issues, those of the rules, and
 * the endpoint's. Judges no more than what it is asked to.
 */
export class IssueBook {
  readonly #plan: FormPlan;
  readonly #own = new Map<string, readonly Issue[]>();
  readonly #revealed = new Set<string>();
  #areRulesRevealed = false;
  #server: readonly Issue[] = [];
  #named: ReadonlySet<string> = new Set();

  constructor(plan: FormPlan) {
    this.#plan = plan;
  }

  /** Names of the fields that had issues when they were last gathered. */
  get named(): ReadonlySet<string> {
    return this.#named;
  }

  /** Reveals all shown fields and the rules; forgets the endpoint's issues. */
  revealAll(judged: Judged): void {
    this.#own.clear();
    this.#revealed.clear();
    this.#areRulesRevealed = true;
    this.#server = [];
    for (const { field } of this.#plan.fields) if (judged.scope.isShown(field)) this.reveal(field, judged);
  }

  reveal(field: Field, judged: Judged): void {
    this.#revealed.add(field.name);
    this.judge(field, judged);
  }

  isRevealed(field: Field): boolean {
    return this.#revealed.has(field.name);
  }

  /** Judges a field again, if it has been revealed, and forgets what the endpoint said of it. */
  judge(field: Field, { answers, scope, today }: Judged): void {
    this.#server = this.#server.filter((issue) => this.#ownerOf(issue) !== field.name);
    if (!this.#revealed.has(field.name)) return;
    const planned = this.#plan.byField.get(field);
    const issues = planned ? judgeOne(planned, answers, scope, today) : [];
    if (issues.length > 0) this.#own.set(field.name, issues);
    else this.#own.delete(field.name);
  }

  addServerIssues(issues: readonly Issue[]): void {
    this.#server = issues;
  }

  /** All that has been revealed, in the form's order, the form's own last. */
  gather({ answers, scope }: Judged): readonly Issue[] {
    const byOwner = new Map<string, Issue[]>();
    const add = (issue: Issue): void => {
      const owner = this.#ownerOf(issue);
      const issues = byOwner.get(owner);
      if (issues) issues.push(issue);
      else byOwner.set(owner, [issue]);
    };
    for (const issues of this.#own.values()) issues.forEach(add);
    if (this.#areRulesRevealed) judgeRules(this.#plan, answers, scope).forEach(add);
    this.#server.forEach(add);
    this.#named = new Set(byOwner.keys());
    if (byOwner.size === 0) return [];
    return [...this.#plan.fields.flatMap(({ field }) => byOwner.get(field.name) ?? []), ...(byOwner.get('') ?? [])];
  }

  /** The top-level field an issue belongs to; empty for the form's own, and for one about a field that it has not. */
  #ownerOf({ field }: Issue): string {
    return this.#plan.owners.get(topLevelName(field, this.#plan.owners))?.name ?? '';
  }
}
