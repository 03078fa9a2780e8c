import type { CaptchaProvider, CaptchaToken } from './captcha-provider.js';

interface CaptchaOptions {
  /** The element: the check stands in its slot `captcha`. */
  readonly host: HTMLElement;
  /** What the group is called for who does not see it. */
  readonly label: string;
  readonly key: string;
  /** Called whenever the applicant has passed. */
  readonly onSolved: () => void;
}

/**
 * The check of one form: drawn in the page's own tree, asked for a fresh token by every attempt to send. Where the service
 * does not load, each attempt tries once more.
 */
export class Captcha {
  readonly #provider: Promise<CaptchaProvider>;
  readonly #options: CaptchaOptions;
  readonly #container = document.createElement('div');
  #drawn: Promise<CaptchaProvider> | undefined;
  #isUsed = false;

  constructor(provider: Promise<CaptchaProvider>, options: CaptchaOptions) {
    this.#provider = provider;
    this.#options = options;
    this.#container.slot = 'captcha';
    // A group, so that its name is said; it takes the focus when what is wrong leads here.
    this.#container.setAttribute('role', 'group');
    this.#container.setAttribute('aria-label', options.label);
    this.#container.tabIndex = -1;
    this.#container.hidden = true;
    options.host.append(this.#container);
    this.#draw().catch(() => undefined); // `token` tries again, and tells
  }

  async token(): Promise<CaptchaToken> {
    try {
      const provider = await (this.#drawn ?? this.#draw());
      if (this.#isUsed) provider.reset();
      this.#isUsed = false;
      const token = await provider.token();
      if (token === undefined) return { status: 'open' };
      this.#isUsed = true;
      return { status: 'passed', name: provider.fieldName, token };
    } catch (cause) {
      console.error('<job-application>: the captcha is not to be had.', cause);
      return { status: 'unavailable' };
    }
  }

  /** After an attempt has been answered, whatever the answer: services redeem a token once. */
  renew(): void {
    if (!this.#isUsed) return;
    this.#isUsed = false;
    void this.#drawn?.then((provider) => provider.reset()).catch(() => undefined); // `token` tries again, and tells
  }

  remove(): void {
    this.#container.remove();
  }

  #draw(): Promise<CaptchaProvider> {
    const drawing = this.#drawWith(this.#options);
    this.#drawn = drawing;
    drawing.catch(() => {
      if (this.#drawn !== drawing) return;
      this.#drawn = undefined;
      this.#container.hidden = true;
    });
    return drawing;
  }

  async #drawWith({ key, onSolved }: CaptchaOptions): Promise<CaptchaProvider> {
    const provider = await this.#provider;
    await provider.load();
    this.#container.replaceChildren();
    // Services measure where they draw. Before that, it would leave a gap in the form.
    this.#container.hidden = false;
    await provider.render(this.#container.appendChild(document.createElement('div')), key, onSolved);
    return provider;
  }
}
