import { readDraft, refusalOf, type Draft, type DraftPlace, type Refusal } from './draft.js';

/** Keeps a draft in `sessionStorage`: for this tab, until it is closed, through reloads and crashes. */
export class SessionDrafts implements DraftPlace {
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

  write(draft: Draft): Promise<Refusal | undefined> {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(draft));
      return Promise.resolve(undefined);
    } catch (error) {
      return Promise.resolve(refusalOf(error));
    }
  }

  remove(): Promise<void> {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Blocked: nothing was kept.
    }
    return Promise.resolve();
  }
}
