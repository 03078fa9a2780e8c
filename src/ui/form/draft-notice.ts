import { nothing, render } from 'lit';
import { fieldsOf } from '../../posting/posting.js';
import type { DraftHost } from '../controllers/draft-controller.js';
import type * as deviceCode from '../controllers/device-keeping.js';
import type { DeviceStatus } from './device-view.js';
import { restoredSentence, restoredView, type RestoredDraft, type RestoredParts } from './draft-view.js';

interface NoticeActions {
  /** Of the answers that are back. */
  discard(): void;
  /** Deletes what the device has of them. */
  forget(): void;
}

/** What is told of a draft, above the questions of its form. */
export class DraftNotice {
  readonly #element = document.createElement('div');
  readonly #host: DraftHost;
  readonly #device: typeof deviceCode | undefined;
  readonly #actions: NoticeActions;

  /** @param device what outlives the tab, and says so all the time */
  constructor(host: DraftHost, device: typeof deviceCode | undefined, actions: NoticeActions) {
    this.#host = host;
    this.#device = device;
    this.#actions = actions;
    this.#element.className = 'drafts';
  }

  get isInPage(): boolean {
    return this.#element.isConnected;
  }

  draw(restored: RestoredDraft | undefined, status: DeviceStatus): void {
    if (!restored && !this.#device) {
      this.#element.remove();
      return;
    }
    const { discard, forget } = this.#actions;
    render(
      [
        restored ? restoredView({ ...this.#parts(restored), discard }) : nothing,
        this.#device?.deviceView(status, this.#deviceParts, forget) ?? nothing,
      ],
      this.#element,
    );
    // Put in its place once: what is moved loses the focus.
    const place = this.#host.view().element.querySelector('[name=before-form]');
    if (place && place.nextSibling !== this.#element) place.after(this.#element);
  }

  announceRestored(restored: RestoredDraft): void {
    this.#host.form().announce(restoredSentence(this.#parts(restored)));
  }

  announce(status: DeviceStatus): void {
    const sentence = this.#device?.deviceSentence(status, this.#deviceParts);
    if (sentence) this.#host.form().announce(sentence);
  }

  get #deviceParts(): deviceCode.DeviceParts {
    return { translator: this.#host.form().translator, days: this.#host.target.draftDays };
  }

  #parts(restored: RestoredDraft): RestoredParts {
    return { restored, form: this.#host.form(), fields: fieldsOf(this.#host.store.plan.posting) };
  }
}
