import { loadVendorScript } from '../vendor-script.js';
import type { CaptchaProvider } from './captcha-provider.js';

type WidgetId = string | number;

/** What the three services put on the page, as far as it is used here; they have copied it from each other. */
interface WidgetApi {
  render(container: HTMLElement, options: Readonly<Record<string, unknown>>): WidgetId;
  getResponse(id: WidgetId): string | undefined;
  reset(id: WidgetId): void;
  /** reCAPTCHA alone: its script goes on loading after it has run. */
  ready?(run: () => void): void;
}

interface Service {
  readonly scriptUrl: string;
  /** Name of the property of `window`. */
  readonly global: 'grecaptcha' | 'hcaptcha' | 'turnstile';
  readonly fieldName: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** How long a check that needs nothing of the applicant may take. */
  readonly patienceMs: number;
}

/** https://developers.google.com/recaptcha/docs/display */
export function recaptchaV2(lang: string): CaptchaProvider {
  return new WidgetProvider({
    scriptUrl: `https://www.google.com/recaptcha/api.js?render=explicit&hl=${encodeURIComponent(lang)}`,
    global: 'grecaptcha',
    fieldName: 'g-recaptcha-response',
    patienceMs: 0,
  });
}

/** https://docs.hcaptcha.com/configuration */
export function hcaptcha(lang: string): CaptchaProvider {
  return new WidgetProvider({
    // Without `recaptchacompat=off` it would take reCAPTCHA's place on the page.
    scriptUrl: `https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=${encodeURIComponent(lang)}`,
    global: 'hcaptcha',
    fieldName: 'h-captcha-response',
    patienceMs: 0,
  });
}

/** https://developers.cloudflare.com/turnstile/get-started/client-side-rendering/ */
export function turnstile(lang: string): CaptchaProvider {
  return new WidgetProvider({
    scriptUrl: 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit',
    global: 'turnstile',
    fieldName: 'cf-turnstile-response',
    options: { language: lang, 'response-field': false },
    patienceMs: 5_000,
  });
}

/** A check that is drawn as a box on the page. */
class WidgetProvider implements CaptchaProvider {
  readonly fieldName: string;
  readonly #service: Service;
  #widget: { readonly api: WidgetApi; readonly id: WidgetId } | undefined;
  #onSolved: () => void = () => undefined;

  constructor(service: Service) {
    this.#service = service;
    this.fieldName = service.fieldName;
  }

  async load(): Promise<void> {
    await loadVendorScript(this.#service.scriptUrl);
    const api = this.#api();
    if (api.ready) await new Promise<void>((resolve) => api.ready?.(resolve));
  }

  render(container: HTMLElement, key: string, onSolved: () => void): void {
    const api = this.#api();
    this.#onSolved = onSolved;
    const options = { ...this.#service.options, sitekey: key, callback: () => this.#onSolved() };
    this.#widget = { api, id: api.render(container, options) };
  }

  async token(): Promise<string | undefined> {
    return this.#response() ?? (await this.#solvedSoon());
  }

  reset(): void {
    this.#widget?.api.reset(this.#widget.id);
  }

  #response(): string | undefined {
    return this.#widget?.api.getResponse(this.#widget.id) || undefined;
  }

  /** A check that most people pass without doing anything is waited for. */
  #solvedSoon(): Promise<string | undefined> {
    const { patienceMs } = this.#service;
    if (patienceMs === 0) return Promise.resolve(undefined);
    const tell = this.#onSolved;
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#onSolved = tell;
        resolve(this.#response());
      };
      const timer = setTimeout(settle, patienceMs);
      this.#onSolved = () => {
        settle();
        tell();
      };
    });
  }

  #api(): WidgetApi {
    const api = (window as unknown as Record<string, WidgetApi | undefined>)[this.#service.global];
    if (!api) throw new Error(`The script of ${this.#service.global} has run and left nothing on the page.`);
    return api;
  }
}
