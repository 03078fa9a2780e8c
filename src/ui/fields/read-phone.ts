import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface PhoneReading {
  /** Such as `+442079460018`. */
  readonly e164: string;
  /** The same, in groups. */
  readonly international: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
}

/**
 * A number as it was typed, read by the numbering plans of the world; `undefined` where no plan has it.
 * @param country ISO 3166-1 alpha-2: taken for the country of a number without a country code
 */
export function readPhone(typed: string, country: string | undefined): PhoneReading | undefined {
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
  // Numbers copied from a phone's list of contacts come in marks for the direction of text.
  const number = parsePhoneNumberFromString(typed.replaceAll(/\p{Cf}/gu, ''), known);
  if (!number?.isValid()) return undefined;
  return { e164: number.number, international: number.formatInternational(), country: number.country };
}
