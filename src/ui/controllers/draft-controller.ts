import type { Draft, DraftPlace, Refusal } from '../../drafts/draft.js';
import { restoreAnswers } from '../../drafts/restore-answers.js';
import type { FormStore } from '../../form/form-store.js';
import { draftTerms } from '../../localization/draft-terms.js';
import { JobApplicationDraftEvent } from '../events.js';
import type { FormContext } from '../fields/field-view.js';
import type { DeviceStatus } from '../form/device-view.js';
import { DraftNotice } from '../form/draft-notice.js';
import { filesNote, type RestoredDraft } from '../form/draft-view.js';
import type { FormView } from '../form/form-view.js';
import type { JobApplication } from '../job-application.js';
import type * as deviceCode from './device-keeping.js';
import { DraftKeeper, type Kept } from './draft-keeper.js';

/** The form whose draft is kept. */
export interface DraftHost {
  readonly store: FormStore;
  /** The element, on which events are dispatched. */
  readonly target: JobApplication;
  /** The form as it is drawn now: its language changes. */
  form(): FormContext;
  view(): FormView;
}

export interface Beginning {
  readonly place: DraftPlace;
  /** What outlives the tab, and says so; absent where nothing does. */
  readonly device: typeof deviceCode | undefined;
  /** What the form began with. */
  readonly draft?: Draft | undefined;
  /** The applicant was quicker than this code. */
  readonly isAnswered?: boolean;
}

/** Keeps what is typed into one form, gives it back, and tells of both. */
export class DraftController {
  readonly #host: DraftHost;
  readonly #store: FormStore;
  readonly #place: DraftPlace;
  readonly #keeper: DraftKeeper;
  readonly #notice: DraftNotice;
  readonly #unsubscribe: () => void;
  #restored: RestoredDraft | undefined;
  #status: DeviceStatus = { is: 'ready' };
  #isKept: boolean;
  /** Before what was stored could be given back. */
  #isCleared = false;

  constructor(host: DraftHost, { place, device, draft, isAnswered = false }: Beginning) {
    const { store, target } = host;
    const mode = target.draft;
    this.#host = host;
    this.#store = store;
    this.#place = place;
    this.#isKept = draft !== undefined;
    this.#notice = new DraftNotice(host, device, {
      discard: () => void this.#discard(),
      forget: () => void this.#forgetOnDevice(),
    });
    this.#keeper = new DraftKeeper({
      store,
      place,
      isWanted: () => target.draft === mode && this.#status.is !== 'deleted',
      onKept: (kept) => this.#onKept(kept),
      onRefused: (reason) => this.#onRefused(reason),
    });
    this.#unsubscribe = store.subscribe(({ submission }, { answered, fields }) => {
      if (submission.status === 'sent') void this.#end('sent');
      else if (answered) this.#onAnswer(fields);
    });
    if (target.isConnected) this.start();
    if (draft) {
      this.#take(draft);
      // Said once it is drawn: a live region is not heard with words that it came with.
      target.addEventListener('job-application-load', () => this.#tellRestored(), { once: true });
    } else {
      void this.#restoreLate(isAnswered);
    }
  }

  /** What is to be said at a field. */
  notesAt(name: string): readonly string[] {
    const names = this.#restored?.files.get(name);
    return names ? [filesNote(names, this.#host.form())] : [];
  }

  /** Tells of it in the form, above the questions; there only while there is something to tell. */
  draw(): void {
    this.#notice.draw(this.#restored, this.#status);
  }

  /** Follows the page as it is hidden or left. */
  start(): void {
    this.#keeper.start();
  }

  /** Keeps what is not kept yet. */
  stop(): void {
    this.#keeper.stop();
  }

  /** The form is given up. */
  disconnect(): void {
    this.stop();
    this.#unsubscribe();
    this.#place.close();
  }

  /** Deletes what is kept; the answers in the form stay. */
  async clear(): Promise<void> {
    this.#isKept = false;
    this.#isCleared = true;
    const names = [...(this.#restored?.files.keys() ?? [])];
    this.#restored = undefined;
    if (this.#status.is !== 'deleted') this.#status = { is: 'ready' };
    this.#host.view().redraw(names);
    this.draw();
    await this.#keeper.cancel();
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
    this.#keeper.schedule();
  }

  #onKept({ savedAt, isOverOther, refusedFiles }: Kept): void {
    if (savedAt === undefined) {
      this.#show({ is: 'ready' });
      return;
    }
    const before = this.#status;
    const wasOverOther = before.is === 'saved' && before.isOverOther;
    const hadFiles = before.is !== 'saved' || before.hasFiles;
    this.#isKept = true;
    this.#show({
      is: 'saved',
      savedAt,
      hasFiles: refusedFiles === undefined,
      isOverOther: isOverOther || wasOverOther,
    });
    if (isOverOther) this.#notice.announce(this.#status);
    if (refusedFiles && hadFiles) {
      this.#notice.announce(this.#status);
      this.#tell(new JobApplicationDraftEvent('refused', refusedFiles));
    }
    this.#tell(new JobApplicationDraftEvent('saved'));
  }

  #onRefused(reason: Refusal): void {
    this.#show({ is: 'refused' });
    this.#notice.announce(this.#status);
    this.#tell(new JobApplicationDraftEvent('refused', reason));
  }

  #show(status: DeviceStatus): void {
    this.#status = status;
    this.draw();
  }

  /** Where its code came only after the form was drawn: fills what is blank. */
  async #restoreLate(isAnswered: boolean): Promise<void> {
    const draft = await this.#place.read();
    if (isAnswered) this.#keeper.schedule();
    if (!draft || this.#isCleared) return;
    this.#isKept = true;
    // Nothing where the answers came over from the same form, drawn before.
    if (this.#store.fill(restoreAnswers(this.#store.plan, draft).answers).length === 0) return;
    this.#host.view().redraw([...this.#take(draft).files.keys()]);
    this.draw();
    this.#tellRestored();
  }

  #take(draft: Draft): RestoredDraft {
    const { savedAt } = draft;
    this.#restored = { ...restoreAnswers(this.#store.plan, draft), savedAt };
    this.#status = { is: 'saved', savedAt, hasFiles: true, isOverOther: false };
    return this.#restored;
  }

  #tellRestored(): void {
    // Where the form is not drawn there is nothing to see of it.
    if (!this.#restored || !this.#notice.isInPage) return;
    this.#notice.announceRestored(this.#restored);
    this.#tell(new JobApplicationDraftEvent('restored'));
  }

  /** The applicant wants none of it. */
  async #discard(): Promise<void> {
    this.#store.reset();
    this.#host.form().announce(draftTerms(this.#host.form().translator).discarded);
    this.#host.view().focusTitle();
    await this.#end('discarded');
  }

  /** The applicant wants to go on without anything of it here. */
  async #forgetOnDevice(): Promise<void> {
    this.#status = { is: 'deleted' };
    this.#notice.announce(this.#status);
    this.#host.view().focusTitle();
    await this.#end('discarded');
  }

  async #end(reason: 'sent' | 'discarded'): Promise<void> {
    const wasKept = this.#isKept;
    await this.clear();
    if (wasKept) this.#tell(new JobApplicationDraftEvent('cleared', reason));
  }

  #tell(event: JobApplicationDraftEvent): void {
    this.#host.target.dispatchEvent(event);
  }
}
