import { answerOf, namesOf } from '../posting/answers.js';
import type { EntriesOf, Field } from '../posting/field-kind.js';
import type { Issue } from '../posting/issue.js';
import type { FormPlan } from './form-plan.js';
import { judgeRule } from './judge-rules.js';
import type { Answered } from './touched.js';
import { judgeOne, topLevelName } from './judge-answers.js';

/** The answers that issues are about. */
export interface Judged extends Answered {
  readonly today: string;
}

/**
 * Keeps what is wrong, as far as the applicant has been told: each revealed field's own issues, those of the rules, and
 * the endpoint's. Judges no more than what it is asked to.
 */
export class IssueBook {
  readonly #plan: FormPlan;
  readonly #own = new Map<string, readonly Issue[]>();
  /** By the name of a revealed field, the places inside its answer that were there: what came since is not told of. */
  readonly #revealed = new Map<string, ReadonlySet<string>>();
  /** Of the rules that are revealed, by their places. */
  readonly #rules = new Map<number, readonly Issue[]>();
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
    this.#server = [];
    for (const { field } of this.#plan.fields) if (judged.scope.isShown(field)) this.reveal(field, judged);
    this.revealRules(this.#plan.rules.keys(), judged);
  }

  reveal(field: Field, judged: Judged): void {
    this.#revealed.set(field.name, new Set(this.#placesIn(field, judged)));
    this.#judge(field, judged);
  }

  /** @param places of the rules, from 0; those revealed before stay so */
  revealRules(places: Iterable<number>, judged: Judged): void {
    for (const place of places) this.#rules.set(place, this.#judgeRule(place, judged));
  }

  /** Whether all that is asked in a field has been revealed. */
  isRevealed(field: Field, judged: Judged): boolean {
    const places = this.#revealed.get(field.name);
    return places !== undefined && this.#placesIn(field, judged).every((each) => places.has(each));
  }

  /** Judges again what has been revealed of these fields and of the rules that look at them; takes issues along. */
  follow(fields: ReadonlySet<Field>, before: Answered, judged: Judged): void {
    for (const field of fields) {
      const [was, is] = [before, judged].map(({ answers }) => answerOf(answers, field.name));
      const entries = this.#entriesOf(field);
      const places = this.#revealed.get(field.name);
      if (entries && places) {
        this.#revealed.set(field.name, new Set([...places].flatMap((each) => entries.follow(each, was, is) ?? [])));
      }
      this.#server = this.#server.flatMap((issue) => {
        if (this.#ownerOf(issue) !== field.name) return [issue];
        const place = entries?.followAnswer(issue.field.slice(field.name.length), was, is);
        return place === undefined ? [] : [{ ...issue, field: field.name + place }];
      });
      this.#judge(field, judged);
    }
    const names = new Set([...fields].flatMap((field) => namesOf(field, this.#plan.kinds)));
    this.revealRules(
      [...this.#rules.keys()].filter((place) => this.#plan.ruleNames[place]?.some((name) => names.has(name))),
      judged,
    );
  }

  /** What the endpoint says of a field stands until that changes. */
  addServerIssues(issues: readonly Issue[]): void {
    this.#server = issues;
  }

  forgetServerIssues(code: Issue['code']): void {
    this.#server = this.#server.filter((issue) => issue.code !== code);
  }

  /** All that has been revealed, in the form's order, the form's own last, and the names of fields where it changed. */
  gather(): { readonly issues: readonly Issue[]; readonly changed: readonly string[] } {
    const byOwner = new Map<string, Issue[]>();
    const add = (issue: Issue): void => {
      const owner = this.#ownerOf(issue);
      const issues = byOwner.get(owner);
      if (issues) issues.push(issue);
      else byOwner.set(owner, [issue]);
    };
    for (const issues of this.#own.values()) issues.forEach(add);
    for (const issues of this.#rules.values()) issues.forEach(add);
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

  #judge(field: Field, { answers, scope, today }: Judged): void {
    const planned = this.#plan.byField.get(field);
    const issues =
      planned && this.#revealed.has(field.name)
        ? judgeOne(planned, answers, scope, today).filter((issue) => this.#isTold(issue))
        : [];
    if (issues.length > 0) this.#own.set(field.name, issues);
    else this.#own.delete(field.name);
  }

  #judgeRule(index: number, judged: Judged): readonly Issue[] {
    return judgeRule(index, this.#plan, judged).filter((issue) => this.#isTold(issue));
  }

  /** A field that came into an answer after that was revealed is asked, not yet judged. */
  #isTold(issue: Issue): boolean {
    const name = this.#ownerOf(issue);
    const owner = this.#plan.owners.get(name);
    const place = issue.field.slice(name.length);
    return place === '' || !owner || !this.#entriesOf(owner) || (this.#revealed.get(name)?.has(place) ?? false);
  }

  #placesIn(field: Field, { answers, scope }: Judged): readonly string[] {
    return this.#entriesOf(field)?.places(answerOf(answers, field.name), field, scope) ?? [];
  }

  #entriesOf(field: Field): EntriesOf<Field, unknown> | undefined {
    return this.#plan.byField.get(field)?.kind.entries;
  }

  #inOrder(byOwner: ReadonlyMap<string, readonly Issue[]>): readonly Issue[] {
    if (byOwner.size === 0) return [];
    // Content has no name; under no name stand the form's own.
    const named = this.#plan.fields.filter(({ field }) => field.name !== '');
    return [...named.flatMap(({ field }) => byOwner.get(field.name) ?? []), ...(byOwner.get('') ?? [])];
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
