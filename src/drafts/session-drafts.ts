import { readDraft, refusalOf, type Draft, type DraftPlace, type Writing } from './draft.js';
import { toJson } from '../posting/to-json.js';

/** Keeps a draft in `sessionStorage`: for this tab, until it is closed, through reloads and crashes. */
export class SessionDrafts implements DraftPlace {
  readonly files = 'name';
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  read(): Promise<Draft | undefined> {
    try {
      return Promise.resolve(readDraft(JSON.parse(sessionStorage.getItem(this.#key) ?? 'null')));
    } catch {
      return Promise.resolve(undefined); // blocked, or no JSON: there is no draft to be had
    }
  }

  write(draft: Draft): Promise<Writing> {
    try {
      sessionStorage.setItem(this.#key, toJson(draft));
      return Promise.resolve({ status: 'kept', isOverOther: false });
    } catch (error) {
      return Promise.resolve({ status: 'refused', reason: refusalOf(error) });
    }
  }

  remove(): Promise<boolean> {
    try {
      sessionStorage.removeItem(this.#key);
      return Promise.resolve(true);
    } catch {
      return Promise.resolve(false); // blocked, perhaps since something was kept
    }
  }

  hold(): void {
    // Nothing is ever open.
  }

  close(): void {
    // Nothing is ever open.
  }
}
