import type { Translator } from './translator.js';

/** Names the check against programs for who does not see it. */
export function captchaLabel({ msg }: Translator): string {
  return msg('Check that you are a person', { id: 'captcha-label' });
}
