import { nothing } from 'lit';
import type { Field } from '../../posting/field-kind.js';

/** Tokens of the HTML standard's autofill, by names that forms commonly give their fields; compared without separators. */
const tokensByName: Readonly<Record<string, string>> = {
  name: 'name',
  fullname: 'name',
  yourname: 'name',
  firstname: 'given-name',
  givenname: 'given-name',
  forename: 'given-name',
  middlename: 'additional-name',
  lastname: 'family-name',
  familyname: 'family-name',
  surname: 'family-name',
  preferredname: 'nickname',
  nickname: 'nickname',
  email: 'email',
  emailaddress: 'email',
  phone: 'tel',
  phonenumber: 'tel',
  telephone: 'tel',
  mobile: 'tel',
  mobilephone: 'tel',
  tel: 'tel',
  country: 'country-name',
  city: 'address-level2',
  town: 'address-level2',
  region: 'address-level1',
  state: 'address-level1',
  province: 'address-level1',
  street: 'street-address',
  address: 'street-address',
  postcode: 'postal-code',
  postalcode: 'postal-code',
  zip: 'postal-code',
  zipcode: 'postal-code',
  website: 'url',
  homepage: 'url',
  personalwebsite: 'url',
  organization: 'organization',
  company: 'organization',
  currentcompany: 'organization',
  currentemployer: 'organization',
  jobtitle: 'organization-title',
  language: 'language',
  birthday: 'bday',
  dateofbirth: 'bday',
  currenttitle: 'organization-title',
};

/** For types that say what they are; only one web address is the applicant's own. */
const tokensByType: Readonly<Record<string, string>> = { email: 'email', tel: 'tel' };

/** Of somebody else, or what a browser would fill in wrongly: a second web address, how a name is said, equality. */
const unfilled =
  /^(?:referee|reference|emergency|manager|supervisor|spouse|school|university)|pronunciation|pronoun|linkedin|github|gitlab|twitter|portfolio|publication|gender|ethnicity|race$|disabilit|veteran|orientation|religion/;

/**
 * The posting's token, else one guessed from the field's name and type. Fields inside a `repeat` get none by guess:
 * they speak of schools and employers, not of the applicant (WCAG 2.2, 1.3.5).
 */
export function autocompleteOf(field: Field, wireName: string): string | typeof nothing {
  if (field.autocomplete !== undefined) return field.autocomplete;
  if (wireName !== field.name) return 'off';
  const name = field.name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/^candidate|^applicant|^jobapplication/, '');
  if (unfilled.test(name)) return 'off';
  const guessed = Object.hasOwn(tokensByName, name) ? tokensByName[name] : undefined;
  return guessed ?? (Object.hasOwn(tokensByType, field.type) ? tokensByType[field.type] : undefined) ?? nothing;
}
