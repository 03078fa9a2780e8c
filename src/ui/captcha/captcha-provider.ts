/** A service that tells people from programs. A page can bring one of its own in the property `captchaProviders`. */
export interface CaptchaProvider {
  /** Name of the part that the endpoint expects the token under. */
  readonly fieldName: string;
  /** Loads what the service needs. Rejects where it can't be had; it is then called again with the next attempt to send. */
  load(): Promise<void>;
  /**
   * Draws the check, once, after `load`.
   * @param container in the page's own tree, not in a shadow root, where most services can't draw
   * @param key of the page at the service, as `captcha-key` says it
   * @param onSolved to be called whenever the applicant has passed the check
   */
  render(container: HTMLElement, key: string, onSolved: () => void): void | Promise<void>;
  /** One that no attempt has used yet; `undefined` where the applicant has the check still to do. Asked for by each attempt. */
  token(): Promise<string | undefined>;
  /** Called after each attempt: a token is good for one. */
  reset(): void;
}

/** The providers that are built in; values of the attribute `captcha`. */
export type CaptchaName = 'recaptcha-v2' | 'recaptcha-v3' | 'hcaptcha' | 'turnstile' | 'altcha';

/** What comes of asking for a token. */
export type CaptchaToken =
  | { readonly status: 'passed'; readonly name: string; readonly token: string }
  /** The applicant has still to do something. */
  | { readonly status: 'open' }
  /** The service could not be loaded, or fails. */
  | { readonly status: 'unavailable' };
