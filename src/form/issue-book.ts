import type { Answers, Scope } from '../posting/answers.js';
import type { Field } from '../posting/field-kind.js';
import type { Issue } from '../posting/issue.js';
import type { FormPlan } from './form-plan.js';
import { judgeRules } from './judge-rules.js';
import { judgeOne, topLevelName } from './judge-answers.js';

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
  /** Places of the rules that are judged. */
  #rules: ReadonlySet<number> = new Set();
  #server: readonly Issue[] = [];
  /** As they were last gathered, by the name of the field that they belong to. */
  #byOwner: ReadonlyMap<string, readonly Issue[]> = new Map();

  constructor(plan: FormPlan) {
    this.#plan = plan;
  }

  /** Reveals all shown fields and the rules; forgets the endpoint's issues. */
  revealAll(judged: Judged): void {
    this.#own.clear();
    this.#revealed.clear();
    this.revealRules(this.#plan.rules.keys());
    this.#server = [];
    for (const { field } of this.#plan.fields) if (judged.scope.isShown(field)) this.reveal(field, judged);
  }

  reveal(field: Field, judged: Judged): void {
    this.#revealed.add(field.name);
    this.judge(field, judged);
  }

  /** @param places of the rules, from 0; those revealed before stay so */
  revealRules(places: Iterable<number>): void {
    this.#rules = new Set([...this.#rules, ...places]);
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

  forgetServerIssues(code: Issue['code']): void {
    this.#server = this.#server.filter((issue) => issue.code !== code);
  }

  /** All that has been revealed, in the form's order, the form's own last, and the names of fields where it changed. */
  gather({ answers, scope }: Judged): { readonly issues: readonly Issue[]; readonly changed: readonly string[] } {
    const byOwner = new Map<string, Issue[]>();
    const add = (issue: Issue): void => {
      const owner = this.#ownerOf(issue);
      const issues = byOwner.get(owner);
      if (issues) issues.push(issue);
      else byOwner.set(owner, [issue]);
    };
    for (const issues of this.#own.values()) issues.forEach(add);
    if (this.#rules.size > 0) {
      for (const issue of judgeRules(this.#plan, answers, scope)) {
        if ('rule' in issue.params && this.#rules.has(issue.params.rule)) add(issue);
      }
    }
    this.#server.forEach(add);
    const before = this.#byOwner;
    const names = new Set([...before.keys(), ...byOwner.keys()]);
    const changed = [...names].filter((name) => !areSame(before.get(name) ?? [], byOwner.get(name) ?? []));
    const isChanged = new Set(changed);
    // What only looks new stays the object that it was, so that nobody takes it for a change.
    this.#byOwner = new Map(
      [...byOwner].map(([name, issues]) => [name, isChanged.has(name) ? issues : (before.get(name) ?? issues)]),
    );
    return { issues: this.#inOrder(this.#byOwner), changed };
  }

  #inOrder(byOwner: ReadonlyMap<string, readonly Issue[]>): readonly Issue[] {
    if (byOwner.size === 0) return [];
    return [...this.#plan.fields.flatMap(({ field }) => byOwner.get(field.name) ?? []), ...(byOwner.get('') ?? [])];
  }

  /** The top-level field an issue belongs to; empty for the form's own, and for one about a field that it has not. */
  #ownerOf({ field }: Issue): string {
    return this.#plan.owners.get(topLevelName(field, this.#plan.owners))?.name ?? '';
  }
}

/** A field that was not judged again has the same issues; those of rules are made anew each time. */
function areSame(left: readonly Issue[], right: readonly Issue[]): boolean {
  return (
    left.length === right.length &&
    left.every((issue, index) => {
      const other = right[index];
      if (issue === other) return true;
      return 'rule' in issue.params && other !== undefined && 'rule' in other.params
        ? issue.field === other.field && issue.params.rule === other.params.rule
        : false;
    })
  );
}
