import { draftKey } from '../../drafts/draft-key.js';
import type { Draft, DraftPlace } from '../../drafts/draft.js';
import { restoreAnswers } from '../../drafts/restore-answers.js';
import { SessionDrafts } from '../../drafts/session-drafts.js';
import { TabAttempts } from '../../drafts/tab-attempts.js';
import { planForm } from '../../form/form-plan.js';
import type { Answers } from '../../posting/answers.js';
import type { KindMap } from '../../posting/field-kind.js';
import type { Posting } from '../../posting/posting.js';
import { reportMissing } from '../form/report-missing.js';
import type { JobApplication } from '../job-application.js';
import type * as deviceCode from './device-keeping.js';
import { DraftController, type Beginning, type DraftHost } from './draft-controller.js';

/** How long a form waits for what was kept; a place that answers later fills what is still blank. */
const readingLimitMs = 1_500;

/** Where the draft of one posting is kept, with the code that knows what to do with it. */
export class OpenDrafts {
  readonly #key: string;
  readonly #place: DraftPlace;
  readonly #device: typeof deviceCode | undefined;
  #draft: Draft | undefined;

  constructor(key: string, place: DraftPlace, device: typeof deviceCode | undefined) {
    this.#key = key;
    this.#place = place;
    this.#device = device;
  }

  /** Before the form is drawn, so that it is drawn once. */
  async read(): Promise<void> {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, readingLimitMs));
    this.#draft = await Promise.race([this.#place.read(), late]);
  }

  /** What was kept, as far as a form of this posting has a place for it. */
  answersFor(posting: Posting, kinds: KindMap): Answers {
    return this.#draft ? restoreAnswers(planForm(posting, kinds), this.#draft).answers : {};
  }

  /** @param beginning `isCarriedOver`: the answers come from a form drawn before, and not from here */
  begin(
    host: DraftHost,
    { isCarriedOver = false, ...rest }: Pick<Beginning, 'isAnswered'> & { isCarriedOver?: boolean } = {},
  ): DraftController {
    const draft = isCarriedOver ? undefined : this.#draft;
    const attempts = new TabAttempts(this.#key);
    return new DraftController(host, { place: this.#place, attempts, device: this.#device, draft, ...rest });
  }
}

/** `undefined` where what it needs does not arrive. */
export async function openDrafts(element: JobApplication, posting: Posting): Promise<OpenDrafts | undefined> {
  const key = draftKey(posting, element.src);
  if (element.draft !== 'device') return new OpenDrafts(key, new SessionDrafts(key), undefined);
  const device = await import('./device-keeping.js').catch(reportMissing);
  return device && new OpenDrafts(key, new device.DeviceDrafts(key, () => element.draftDays), device);
}
