import { reservedNames } from '../posting/reserved-names.js';
import type { Coverage } from './coverage.js';

/** Gives each question of a form a name of its own; what the system calls it is kept beside it. */
export class Names {
  readonly #taken = new Set<string>(reservedNames);
  readonly #coverage: Coverage;

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  take(wanted: string, path: readonly PropertyKey[]): string {
    const base = wanted === '' ? 'question' : wanted;
    let name = base;
    for (let count = 2; this.#taken.has(name); count++) name = `${base}-${count}`;
    if (name !== wanted) {
      this.#coverage.report(
        path,
        `the name "${wanted}" cannot be used or is taken; its answer is called "${name}" here.`,
      );
    }
    this.#taken.add(name);
    return name;
  }
}
