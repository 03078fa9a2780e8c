import type { CaptchaName, CaptchaProvider } from './captcha-provider.js';

/** @param lang BCP 47: the language that the check is to be in */
type ProviderLoader = (lang: string) => Promise<CaptchaProvider>;

/** Each in a chunk that is loaded where a page's author has asked for it. */
export const providerLoaders: Readonly<Record<CaptchaName, ProviderLoader>> = {
  'recaptcha-v2': async (lang) => (await import('./widget-providers.js')).recaptchaV2(lang),
  'recaptcha-v3': async () => new (await import('./recaptcha-v3.js')).RecaptchaV3(),
  hcaptcha: async (lang) => (await import('./widget-providers.js')).hcaptcha(lang),
  turnstile: async (lang) => (await import('./widget-providers.js')).turnstile(lang),
  altcha: async () => new (await import('./altcha.js')).Altcha(),
};
