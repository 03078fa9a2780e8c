import type { ReactiveController } from 'lit';
import type { JobApplication } from '../job-application.js';
import { jsonLdWriter, type Said } from './json-ld-script.js';

/** What is drawn, while there is a posting. */
type Drawn = Omit<Said, 'directApply'>;

/**
 * Keeps what is drawn in the page's head for search engines, where the page asks for it (`json-ld`) and while the job is
 * open. A chunk of its own.
 */
export class JsonLdController implements ReactiveController {
  readonly #element: JobApplication;
  readonly #drawn: () => Drawn | undefined;
  #script: HTMLScriptElement | undefined;
  /** What the script says, or is about to. */
  #said: Said | undefined;

  constructor(element: JobApplication, drawn: () => Drawn | undefined) {
    this.#element = element;
    this.#drawn = drawn;
    element.addController(this);
  }

  hostUpdated(): void {
    const drawn = this.#element.jsonLd && this.#element.isConnected ? this.#drawn() : undefined;
    if (!drawn) {
      this.#remove();
      return;
    }
    const { posting, lang, baseUrl } = drawn;
    const directApply = posting.form !== undefined && this.#element.show !== 'posting';
    const said = this.#said;
    const isSaid = said?.posting === posting && said.lang === lang && said.directApply === directApply;
    if (!isSaid) void this.#write({ posting, lang, baseUrl, directApply });
  }

  hostDisconnected(): void {
    this.#remove();
  }

  /** Back in a page, it is written again. */
  hostConnected(): void {
    if (this.#element.hasUpdated) this.#element.requestUpdate();
  }

  async #write(drawn: Said): Promise<void> {
    this.#remove();
    this.#said = drawn;
    try {
      const write = await jsonLdWriter(drawn.posting);
      // Meanwhile another posting may have come, or the element gone.
      if (this.#said === drawn) this.#script = write(drawn, this.#element.ownerDocument);
    } catch (cause) {
      // No applicant misses it; it is tried again with the next posting.
      console.error('<job-application>: the posting could not be written for search engines.', cause);
    }
  }

  #remove(): void {
    this.#said = undefined;
    this.#script?.remove();
    this.#script = undefined;
  }
}
