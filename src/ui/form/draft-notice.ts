import { adoptStyles } from '../styles/adopt-styles.js';
import { nothing, render } from 'lit';
import { fieldsOf } from '../../posting/posting.js';
import type { DraftHost } from '../controllers/draft-controller.js';
import type * as deviceCode from '../controllers/device-keeping.js';
import { draftStyles } from './draft.styles.js';
import type { DeviceStatus } from './device-view.js';
import {
  earlierSentences,
  earlierView,
  restoredSentences,
  restoredView,
  tabSentences,
  tabView,
  type RestoredDraft,
} from './draft-view.js';

/** What there is to tell. */
export interface Told {
  readonly restored: RestoredDraft | undefined;
  /** Said where the draft outlives the tab; of one that does not, only that it could not be deleted. */
  readonly status: DeviceStatus;
  /** The application was sent before the page was loaded again, and not confirmed. */
  readonly mayHaveArrived: boolean;
}

interface NoticeActions {
  /** Of the answers that are back. */
  discard(): void;
  /** Deletes what is kept of them. */
  forget(): void;
}

/** What is told of a draft, above the questions of its form; there only while there is something to tell. */
export class DraftNotice {
  readonly #element = document.createElement('div');
  readonly #host: DraftHost;
  readonly #device: typeof deviceCode | undefined;
  readonly #actions: NoticeActions;
  #told: Told = { restored: undefined, status: { is: 'ready' }, mayHaveArrived: false };
  /** Its form is drawn. */
  #isBegun = false;

  /** @param device what outlives the tab, and says so all the time */
  constructor(host: DraftHost, device: typeof deviceCode | undefined, actions: NoticeActions) {
    this.#host = host;
    this.#device = device;
    this.#actions = actions;
    this.#element.className = 'drafts';
  }

  get told(): Told {
    return this.#told;
  }

  get isInPage(): boolean {
    return this.#element.isConnected;
  }

  show(change: Partial<Told>): void {
    this.#told = { ...this.#told, ...change };
    if (this.#isBegun) this.draw();
  }

  /** Draws it into the form as that is drawn now. */
  draw(): void {
    this.#isBegun = true;
    const { restored, status, mayHaveArrived } = this.#told;
    const { translator } = this.#deviceParts;
    const hasStatus = this.#device !== undefined || tabSentences(status, translator).length > 0;
    // Beside the receipt there is only to be told that something is still kept.
    const isTold = this.#isSent ? status.is === 'undeleted' : restored !== undefined || mayHaveArrived || hasStatus;
    if (!isTold) {
      this.#element.remove();
      return;
    }
    const { discard, forget } = this.#actions;
    const parts = [
      mayHaveArrived ? earlierView(translator) : nothing,
      restored ? restoredView({ ...this.#restoredParts(restored), discard }) : nothing,
      this.#device?.deviceView(status, this.#deviceParts, forget) ?? tabView(status, translator, forget),
    ];
    render(parts, this.#element);
    adoptStyles(this.#host.target.shadowRoot, draftStyles);
    const place = this.#isSent ? this.#receipt : this.#host.view().element.querySelector('[name=before-form]');
    // What is moved loses the focus.
    if (place?.nextSibling !== this.#element) place?.after(this.#element);
  }

  /** Says aloud what there is to tell of a kind. */
  announce(what: keyof Told): void {
    const { restored, status, mayHaveArrived } = this.#told;
    const sentences = {
      restored: restored ? restoredSentences(this.#restoredParts(restored)) : [],
      status:
        this.#device?.deviceSentences(status, this.#deviceParts) ?? tabSentences(status, this.#deviceParts.translator),
      mayHaveArrived: mayHaveArrived ? earlierSentences(this.#deviceParts.translator) : [],
    }[what];
    if (sentences.length > 0) this.#host.form().announce(sentences.join(' '));
  }

  /** To the beginning of what is in view: what had the focus in here is gone. */
  leave(): void {
    if (this.#isSent) this.#receipt?.focus();
    else this.#host.view().focusTitle();
  }

  get #isSent(): boolean {
    return this.#host.store.state.submission.status === 'sent';
  }

  get #receipt(): HTMLElement | null {
    return this.#host.target.renderRoot.querySelector<HTMLElement>('[part~=receipt]');
  }

  get #deviceParts(): deviceCode.DeviceParts {
    return { translator: this.#host.form().translator, days: this.#host.target.draftDays };
  }

  #restoredParts(restored: RestoredDraft): Parameters<typeof restoredSentences>[0] {
    return { restored, form: this.#host.form(), fields: fieldsOf(this.#host.store.plan.posting) };
  }
}
