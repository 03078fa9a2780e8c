import type { CaptchaName, CaptchaProvider } from '../captcha/captcha-provider.js';
import type { JobApplication } from '../job-application.js';

/** The check that a page has asked for. */
export interface CaptchaSettings {
  readonly key: string;
  /** @param lang BCP 47: the language that the check is to be in */
  loadProvider(lang: string): Promise<CaptchaProvider>;
}

/** Written out: the list of providers would bring their loader into the first load. */
const builtIn: readonly CaptchaName[] = ['recaptcha-v2', 'recaptcha-v3', 'hcaptcha', 'turnstile', 'altcha'];

/** What the attributes say; `undefined` where they ask for no check, or for one that there is not, which is reported. */
export function captchaOf({ captcha, captchaKey, captchaProviders }: JobApplication): CaptchaSettings | undefined {
  if (captcha === undefined) return undefined;
  const ofPage = captchaProviders ?? {};
  const own = Object.hasOwn(ofPage, captcha) ? ofPage[captcha] : undefined;
  if (own) return { key: captchaKey ?? '', loadProvider: () => Promise.resolve(own) };
  const name = builtIn.find((each) => each === captcha.trim().toLowerCase());
  if (name === undefined) {
    const expected = [...builtIn, ...Object.keys(ofPage)].map((each) => `"${each}"`).join(', ');
    return reportUnusable(`captcha="${captcha}"`, `one of ${expected}`);
  }
  if (!captchaKey) return reportUnusable(`captcha="${captcha}"`, 'the attribute "captcha-key" beside it');
  return {
    key: captchaKey,
    loadProvider: async (lang) => (await import('../captcha/load-provider.js')).providerLoaders[name](lang),
  };
}

function reportUnusable(attribute: string, expected: string): undefined {
  console.error(`<job-application ${attribute}>: expected ${expected}; no captcha is used.`);
}
