import { loadVendorScript } from '../vendor-script.js';
import type { CaptchaProvider } from './captcha-provider.js';

interface ScoreApi {
  ready(run: () => void): void;
  execute(key: string, options: { readonly action: string }): Promise<string>;
}

/**
 * Asks nothing of the applicant and gives a score to the endpoint. Its script is loaded with the page's key, so only
 * when that is known: in `render`. https://developers.google.com/recaptcha/docs/v3
 */
export class RecaptchaV3 implements CaptchaProvider {
  readonly fieldName = 'g-recaptcha-response';
  #key = '';
  #api: ScoreApi | undefined;

  async load(): Promise<void> {}

  async render(_container: HTMLElement, key: string): Promise<void> {
    await loadVendorScript(`https://www.google.com/recaptcha/api.js?render=${encodeURIComponent(key)}`);
    const api = (window as { grecaptcha?: ScoreApi }).grecaptcha;
    if (!api) throw new Error('The script of reCAPTCHA has run and left nothing on the page.');
    await new Promise<void>((resolve) => api.ready(resolve));
    this.#key = key;
    this.#api = api;
  }

  async token(): Promise<string | undefined> {
    return this.#api?.execute(this.#key, { action: 'job_application' });
  }

  /** Every token is made when it is asked for. */
  reset(): void {}
}
