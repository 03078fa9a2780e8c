import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createTranslator } from '../../src/localization/translator.js';
import { readPhone } from '../../src/ui/fields/read-phone.js';
import { suggestEmail } from '../../src/ui/fields/suggest-email.js';

const { CORPORA } = process.env;

interface PhoneExample {
  /** Digits of a number, as its own country writes it. */
  readonly national?: string;
  readonly region?: string;
  readonly e164?: string;
}

interface EmailExample {
  readonly email: string;
  /** Our verdict, where there is one. */
  readonly must?: string;
}

describe('the examples in the directory that CORPORA names', () => {
  if (CORPORA === undefined) {
    it('are not read: CORPORA names none');
    return;
  }
  const read = <T>(name: string): readonly T[] => JSON.parse(readFileSync(join(CORPORA, name), 'utf8')) as T[];

  it('of phone numbers are read as their E.164 form, and none as another', () => {
    const examples = read<PhoneExample>('phones.json').filter(({ e164 }) => e164 !== undefined);
    const readings = examples.map(({ national, region, e164 }) => ({
      e164,
      reading: readPhone(national ?? '', region)?.e164,
    }));
    const wrong = readings.filter(({ e164, reading }) => reading !== undefined && reading !== e164);
    expect(wrong).to.deep.equal([]);
    // The least of the library's metadata does not know all; satellite networks have no country.
    expect(readings.filter(({ reading }) => reading === undefined).length).to.be.below(examples.length / 100);
  });

  it('of e-mail addresses that are right get no suggestion, except the one that asks for it', () => {
    const english = createTranslator({ locale: 'en' });
    const suggested = read<EmailExample>('emails.json')
      .filter(({ email }) => suggestEmail(email, english) !== undefined)
      .map(({ must }) => must);
    expect(suggested).to.deep.equal(['accept + suggest gmail.com']);
  });
});
