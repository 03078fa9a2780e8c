import type { ReactiveController } from 'lit';
import * as z from 'zod/mini';
import type { JobApplication } from '../job-application.js';

interface StepHistoryParts {
  readonly element: JobApplication;
  readonly postingId: string | undefined;
  /** The browser went to an entry of this step. */
  readonly onMove: (id: string) => void;
}

/** The key of ours in the state of an entry; under it, ids of steps by element. What else is there is the page's. */
const key = 'job-application-steps';
const stateOfEntry = z.looseObject({ [key]: z.optional(z.record(z.string(), z.string())) });

/**
 * Steps as entries of the browser's history. An entry keeps the page's own state and address. One without a step of this
 * element is the page's own, and is left alone.
 */
export class StepHistory implements ReactiveController {
  readonly #parts: StepHistoryParts;

  constructor(parts: StepHistoryParts) {
    this.#parts = parts;
    parts.element.addController(this);
  }

  /** The step of the entry that the page is at. */
  get step(): string | undefined {
    if (!this.#parts.element.stepHistory) return undefined;
    return this.#marks?.[this.#name];
  }

  /** Called at once, too, where the element is in a page. */
  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  disconnect(): void {
    this.#parts.element.removeController(this);
    this.hostDisconnected();
  }

  /** Adds an entry; the one before it is marked as the step that was left. */
  push(from: string, to: string): void {
    if (this.#marks?.[this.#name] !== from) this.#write('replaceState', from);
    this.#write('pushState', to);
  }

  replace(step: string): void {
    this.#write('replaceState', step);
  }

  #write(method: 'pushState' | 'replaceState', step: string): void {
    const marks = this.#marks;
    if (!this.#parts.element.stepHistory || !marks) return;
    const state = { ...(history.state as object | null), [key]: { ...marks, [this.#name]: step } };
    try {
      history[method](state, '');
    } catch {
      // Safari allows no more than a hundred in half a minute; the step is shown all the same.
    }
  }

  /** The steps of all elements at this entry; `undefined` where the page keeps there what nothing can be added to. */
  get #marks(): Readonly<Record<string, string>> | undefined {
    const state: unknown = history.state;
    if (state === null) return {};
    const read = stateOfEntry.safeParse(state);
    return read.success ? (read.data[key] ?? {}) : undefined;
  }

  /** Tells the elements of a page apart, before a reload as after it. */
  get #name(): string {
    const { element, postingId = '' } = this.#parts;
    if (element.id) return `#${element.id}`;
    const root = element.getRootNode() as ParentNode;
    return `${postingId}:${[...root.querySelectorAll(element.localName)].indexOf(element)}`;
  }

  readonly #onPopState = (): void => {
    const { step } = this;
    if (step !== undefined) this.#parts.onMove(step);
  };
}
