import type { Captcha } from './captcha.js';
import type { CaptchaToken } from './captcha-provider.js';

/** The check as sending sees it. */
export interface CaptchaGate {
  /** Asked for by each attempt. Never rejects. */
  token(): Promise<CaptchaToken>;
  /** After each attempt. */
  renew(): void;
  remove(): void;
}

/** Begins to load the check; where that fails, each attempt tries again. */
export function openCaptchaGate(load: () => Promise<Captcha>): CaptchaGate {
  let captcha: Captcha | undefined;
  let isRemoved = false;
  const loaded = async (): Promise<Captcha> => {
    const drawn = (captcha ??= await load());
    if (isRemoved) drawn.remove();
    return drawn;
  };
  let first: Promise<Captcha> | undefined = loaded();
  first.catch(() => undefined); // `token` tries again, and tells
  return {
    async token() {
      const waiting = first ?? loaded();
      first = undefined;
      try {
        return await (await waiting).token();
      } catch (cause) {
        console.error('<job-application>: a part of the script could not be loaded.', cause);
        return { status: 'unavailable' };
      }
    },
    renew: () => captcha?.renew(),
    remove() {
      isRemoved = true;
      captcha?.remove();
    },
  };
}
