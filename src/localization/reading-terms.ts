import { str, type Translator } from './translator.js';

/** A web address without its beginning is taken with it. */
export function urlReading(href: string, { msg }: Translator): string {
  return msg(str`Will be read as ${href}`, { id: 'url-reading' });
}

/**
 * A number without a country code is taken for one of a country.
 * @param country ISO 3166-1 alpha-2
 */
export function phoneReading(number: string, country: string, { msg, language }: Translator): string {
  const name = new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  return msg(str`Will be read as ${number} (${name}). For another country, begin with + and its code.`, {
    id: 'phone-reading',
  });
}

/** An address that looks like a slip of the finger; it may well be right. */
export function emailSuggestion(address: string, { msg }: Translator): string {
  return msg(str`Did you mean ${address}?`, { id: 'email-suggestion' });
}
