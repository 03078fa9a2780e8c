import { render } from 'lit';
import type { Draft, DraftPlace } from '../../drafts/draft.js';
import { keepableAnswers } from '../../drafts/keepable-answers.js';
import { restoreAnswers } from '../../drafts/restore-answers.js';
import { SessionDrafts } from '../../drafts/session-drafts.js';
import { planForm } from '../../form/form-plan.js';
import type { FormStore } from '../../form/form-store.js';
import { draftTerms } from '../../localization/draft-terms.js';
import type { Answers } from '../../posting/answers.js';
import type { Field, KindMap } from '../../posting/field-kind.js';
import { fieldsOf, type Posting } from '../../posting/posting.js';
import { JobApplicationDraftEvent } from '../events.js';
import type { FormContext } from '../fields/field-view.js';
import type { FormView } from '../form/form-view.js';
import { filesNote, restoredSentence, restoredView, type RestoredDraft } from '../form/draft-view.js';

/** The form whose draft is kept. */
export interface DraftHost {
  readonly store: FormStore;
  /** The element, on which events are dispatched. */
  readonly target: HTMLElement;
  /** Under which the draft is stored. */
  readonly key: string;
  /** The form as it is drawn now: its language changes. */
  form(): FormContext;
  view(): FormView;
}

interface Beginning {
  /** What the form began with. */
  readonly draft?: Draft;
  /** The applicant was quicker than this code. */
  readonly isAnswered?: boolean;
}

/** How long a change waits for more; that much typing a crash can cost. */
const delayMs = 500;

/** A draft as it was stored, with the code that knows what to do with it. */
export interface FoundDraft {
  readonly draft: Draft;
  readonly DraftController: typeof DraftController;
  answersFor(posting: Posting, kinds: KindMap): Answers;
}

/** Reads a draft before its form is drawn. */
export async function readStored(key: string): Promise<FoundDraft | undefined> {
  const draft = await new SessionDrafts(key).read();
  return (
    draft && {
      draft,
      DraftController,
      answersFor: (posting, kinds) => restoreAnswers(planForm(posting, kinds), draft).answers,
    }
  );
}

/** Keeps what is typed into one form, gives it back, and tells of both. */
export class DraftController {
  readonly #host: DraftHost;
  readonly #store: FormStore;
  readonly #form: () => FormContext;
  /** Where it is told that answers are back. */
  readonly #notice = document.createElement('div');
  readonly #place: DraftPlace;
  readonly #writer = crypto.getRandomValues(new Uint32Array(2)).join('-');
  readonly #unsubscribe: () => void;
  #restored: RestoredDraft | undefined;
  /** Set while there is something to keep. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isKept: boolean;
  #isRefused = false;
  /** Before what was stored could be given back. */
  #isCleared = false;

  constructor(host: DraftHost, { draft, isAnswered = false }: Beginning) {
    const { store, key, target } = host;
    this.#host = host;
    this.#store = store;
    this.#form = () => host.form();
    this.#place = new SessionDrafts(key);
    this.#isKept = draft !== undefined;
    this.#unsubscribe = store.subscribe(({ submission }, { answered, fields }) => {
      if (submission.status === 'sent') void this.#end('sent');
      else if (answered) this.#onAnswer(fields);
    });
    if (target.isConnected) this.start();
    if (draft) {
      this.#restored = { ...restoreAnswers(store.plan, draft), savedAt: draft.savedAt };
      // Said once it is drawn: a live region is not heard with words that it came with.
      target.addEventListener('job-application-load', () => this.#tellRestored(), { once: true });
    } else {
      void this.#restoreLate(isAnswered);
    }
  }

  /** What is to be said at a field. */
  notesAt(name: string): readonly string[] {
    const names = this.#restored?.files.get(name);
    return names ? [filesNote(names, this.#form())] : [];
  }

  /** Tells of it in the form, above the questions; there only while there is something to tell. */
  draw(): void {
    const restored = this.#restored;
    if (!restored) {
      this.#notice.remove();
      return;
    }
    render(restoredView({ ...this.#viewParts(restored), discard: () => void this.#discard() }), this.#notice);
    this.#host.view().element.querySelector('[name=before-form]')?.after(this.#notice);
  }

  #viewParts(restored: RestoredDraft): { restored: RestoredDraft; form: FormContext; fields: readonly Field[] } {
    return { restored, form: this.#form(), fields: fieldsOf(this.#store.plan.posting) };
  }

  /** Follows the page as it is hidden or left. */
  start(): void {
    addEventListener('pagehide', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
  }

  /** Keeps what is not kept yet. */
  stop(): void {
    removeEventListener('pagehide', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
    this.#saveNow();
  }

  /** The form is given up. */
  disconnect(): void {
    this.stop();
    this.#unsubscribe();
  }

  /** Deletes what is kept; the answers in the form stay. */
  async clear(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isKept = false;
    this.#isCleared = true;
    this.#forget();
    await this.#place.remove();
  }

  #onAnswer(fields: ReadonlySet<string>): void {
    const files = this.#restored?.files;
    if (this.#restored && files && [...fields].some((name) => files.has(name))) {
      const left = new Map([...files].filter(([name]) => !fields.has(name)));
      this.#restored = { ...this.#restored, files: left };
      this.draw();
      this.#host.view().redraw([...fields]);
    }
    this.#schedule();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#save(), delayMs);
  }

  readonly #onLeave = (): void => {
    if (document.visibilityState === 'hidden') this.#saveNow();
  };

  #saveNow(): void {
    if (this.#timer !== undefined) void this.#save();
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const answers = keepableAnswers(this.#store.plan, this.#store.state.answers, 'name');
    if (answers.length === 0) {
      await this.#place.remove();
      return;
    }
    const refusal = await this.#place.write({ version: 1, savedAt: Date.now(), writer: this.#writer, answers });
    if (refusal === undefined) {
      this.#isKept = true;
      this.#tell(new JobApplicationDraftEvent('saved'));
    } else if (!this.#isRefused) {
      this.#isRefused = true;
      this.#tell(new JobApplicationDraftEvent('refused', refusal));
    }
  }

  /** Where its code came only after the form was drawn: fills what is blank. */
  async #restoreLate(isAnswered: boolean): Promise<void> {
    const draft = await this.#place.read();
    if (isAnswered) this.#schedule();
    if (!draft || this.#isCleared) return;
    this.#isKept = true;
    const restored = restoreAnswers(this.#store.plan, draft);
    // Nothing where the answers came over from the same form, drawn before.
    if (this.#store.fill(restored.answers).length === 0) return;
    this.#restored = { ...restored, savedAt: draft.savedAt };
    this.#host.view().redraw([...restored.files.keys()]);
    this.draw();
    this.#tellRestored();
  }

  #tellRestored(): void {
    // Where the form is not drawn there is nothing to see of it.
    if (!this.#restored || !this.#notice.isConnected) return;
    this.#form().announce(restoredSentence(this.#viewParts(this.#restored)));
    this.#tell(new JobApplicationDraftEvent('restored'));
  }

  /** The applicant wants none of it. */
  async #discard(): Promise<void> {
    this.#store.reset();
    this.#form().announce(draftTerms(this.#form().translator).discarded);
    this.#host.view().focusTitle();
    await this.#end('discarded');
  }

  async #end(reason: 'sent' | 'discarded'): Promise<void> {
    const wasKept = this.#isKept;
    await this.clear();
    if (wasKept) this.#tell(new JobApplicationDraftEvent('cleared', reason));
  }

  #forget(): void {
    const names = [...(this.#restored?.files.keys() ?? [])];
    this.#restored = undefined;
    this.#host.view().redraw(names);
    this.draw();
  }

  #tell(event: JobApplicationDraftEvent): void {
    this.#host.target.dispatchEvent(event);
  }
}
