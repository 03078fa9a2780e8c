import type { Draft, DraftPlace, Refusal } from '../../drafts/draft.js';
import { restoreAnswers } from '../../drafts/restore-answers.js';
import type { TabAttempts } from '../../drafts/tab-attempts.js';
import type { FormStore } from '../../form/form-store.js';
import { draftTerms } from '../../localization/draft-terms.js';
import { JobApplicationDraftEvent } from '../events.js';
import type { FormContext } from '../fields/field-view.js';
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
  readonly attempts: TabAttempts;
  /** What outlives the tab, and says so; absent where nothing does. */
  readonly device: typeof deviceCode | undefined;
  /** What the form began with. */
  readonly draft?: Draft | undefined;
  /** The applicant was quicker than this code. */
  readonly isAnswered?: boolean;
}

/** Keeps what is typed into one form, gives it back, and tells of both. */
export class DraftController {
  /** What is remembered of attempts to send. */
  readonly attempts: TabAttempts;
  readonly #host: DraftHost;
  readonly #store: FormStore;
  readonly #place: DraftPlace;
  readonly #keeper: DraftKeeper;
  readonly #notice: DraftNotice;
  readonly #unsubscribe: () => void;
  #isKept: boolean;
  /** Before what was stored could be given back. */
  #isCleared = false;
  /** The applicant wants nothing more kept on this device. */
  #isForgotten = false;

  constructor(host: DraftHost, { place, attempts, device, draft, isAnswered = false }: Beginning) {
    const { store, target } = host;
    const mode = target.draft;
    this.#host = host;
    this.#store = store;
    this.#place = place;
    this.attempts = attempts;
    this.#isKept = draft !== undefined;
    this.#notice = new DraftNotice(host, device, {
      discard: () => void this.#discard(),
      forget: () => void this.#forget(),
    });
    this.#keeper = new DraftKeeper({
      store,
      place,
      isWanted: () => target.draft === mode && !this.#isForgotten,
      onKept: (kept) => this.#onKept(kept),
      onRefused: (reason) => this.#onRefused(reason),
    });
    this.#unsubscribe = store.subscribe(({ submission }, { answered, fields }) => {
      // From then on it is told where the sending is told of.
      if (submission.status !== 'idle' && this.#notice.told.mayHaveArrived)
        this.#notice.show({ mayHaveArrived: false });
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
    void this.#recallAttempt();
  }

  /** What is to be said at a field. */
  notesAt(name: string): readonly string[] {
    const names = this.#notice.told.restored?.files.get(name);
    return names ? [filesNote(names, this.#host.form())] : [];
  }

  /** Tells of it in the form as that is drawn now. */
  draw(): void {
    this.#notice.draw();
  }

  /** Follows the page as it is hidden or left. */
  start(): void {
    this.#place.hold();
    this.#keeper.start();
  }

  /** Keeps what is not kept yet, and holds nothing open any more. */
  stop(): void {
    this.#keeper.stop();
    this.#place.close();
    this.attempts.close();
  }

  /** The form is given up. */
  disconnect(): void {
    this.stop();
    this.#unsubscribe();
  }

  /**
   * Deletes what is kept; the answers in the form stay.
   * @returns whether it is gone; where it is not, and was there, the form says so
   */
  async clear(): Promise<boolean> {
    return (await this.#remove()).isGone;
  }

  #onAnswer(fields: ReadonlySet<string>): void {
    const { restored } = this.#notice.told;
    const { files } = restored ?? {};
    if (restored && files && [...fields].some((name) => files.has(name))) {
      this.#notice.show({
        restored: { ...restored, files: new Map([...files].filter(([name]) => !fields.has(name))) },
      });
      this.#host.view().redraw([...fields]);
    }
    this.#keeper.schedule();
  }

  #onKept({ savedAt, isOverOther, refusedFiles }: Kept): void {
    const { status } = this.#notice.told;
    if (savedAt === undefined) {
      this.#notice.show({ status: { is: 'ready' } });
      return;
    }
    const before = status.is === 'saved' ? status : { isOverOther: false, hasFiles: true };
    const hasFiles = refusedFiles === undefined;
    const isNews = isOverOther || (before.hasFiles && !hasFiles);
    this.#isKept = true;
    this.#notice.show({ status: { is: 'saved', savedAt, hasFiles, isOverOther: before.isOverOther || isOverOther } });
    if (isNews) this.#notice.announce('status');
    if (refusedFiles && before.hasFiles) this.#tell(new JobApplicationDraftEvent('refused', refusedFiles));
    this.#tell(new JobApplicationDraftEvent('saved'));
  }

  #onRefused(reason: Refusal): void {
    this.#notice.show({ status: { is: 'refused' } });
    this.#notice.announce('status');
    this.#tell(new JobApplicationDraftEvent('refused', reason));
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
    this.#tellRestored();
  }

  #take(draft: Draft): RestoredDraft {
    const { savedAt } = draft;
    const restored = { ...restoreAnswers(this.#store.plan, draft), savedAt };
    this.#notice.show({ restored, status: { is: 'saved', savedAt, hasFiles: true, isOverOther: false } });
    return restored;
  }

  #tellRestored(): void {
    // Where the form is not drawn there is nothing to see of it.
    if (!this.#notice.told.restored || !this.#notice.isInPage) return;
    this.#notice.announce('restored');
    this.#tell(new JobApplicationDraftEvent('restored'));
  }

  /** The page was loaded again after the application was sent, and before that was confirmed. */
  async #recallAttempt(): Promise<void> {
    const attempt = await this.attempts.read();
    const isInDoubt = attempt && (attempt.fate === 'unknown' || attempt.previousKey !== undefined);
    if (!isInDoubt || this.#isCleared || this.#store.state.submission.status !== 'idle') return;
    this.#notice.show({ mayHaveArrived: true });
    this.#notice.announce('mayHaveArrived');
  }

  /** The applicant wants none of it. */
  async #discard(): Promise<void> {
    this.#store.reset();
    this.#host.view().focusTitle();
    if (await this.#end('discarded')) this.#announceDiscarded();
  }

  #announceDiscarded(): void {
    const form = this.#host.form();
    form.announce(draftTerms(form.translator).discarded);
  }

  /** The applicant wants it deleted from where it is kept; on a device, for as long as this page is open. */
  async #forget(): Promise<void> {
    this.#isForgotten = this.#place.files === 'keep';
    if (!(await this.#end('discarded'))) return;
    if (this.#isForgotten) this.#notice.announce('status');
    else this.#announceDiscarded();
    this.#notice.leave();
  }

  /** @returns whether nothing is kept any more */
  async #end(reason: 'sent' | 'discarded'): Promise<boolean> {
    const { isGone, wasKept } = await this.#remove();
    if (wasKept && isGone) this.#tell(new JobApplicationDraftEvent('cleared', reason));
    else if (wasKept) this.#tell(new JobApplicationDraftEvent('refused', 'blocked'));
    return isGone;
  }

  /** Where something was kept and the browser refuses to delete it, that is said until it can be. */
  async #remove(): Promise<{ readonly isGone: boolean; readonly wasKept: boolean }> {
    const { restored } = this.#notice.told;
    this.#isCleared = true;
    this.attempts.remove();
    this.#notice.show({ restored: undefined, mayHaveArrived: false });
    this.#host.view().redraw([...(restored?.files.keys() ?? [])]);
    await this.#keeper.cancel();
    const isGone = await this.#place.remove();
    const wasKept = this.#isKept;
    if (isGone) {
      this.#isKept = false;
      this.#notice.show({ status: { is: this.#isForgotten ? 'deleted' : 'ready' } });
    } else if (wasKept) {
      // Once it is sent, this stands beside the receipt, which may not be drawn yet.
      await this.#host.target.updateComplete;
      this.#notice.show({ status: { is: 'undeleted' } });
      this.#notice.announce('status');
    }
    return { isGone, wasKept };
  }

  #tell(event: JobApplicationDraftEvent): void {
    this.#host.target.dispatchEvent(event);
  }
}
