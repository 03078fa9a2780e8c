import { expect } from 'chai';
import { describePay } from '../../src/localization/describe-pay.js';
import { fileTerms } from '../../src/localization/file-terms.js';
import { listFileTypes } from '../../src/localization/file-types.js';
import { formTerms } from '../../src/localization/form-terms.js';
import { formatBytes, formatDate, formatMoment } from '../../src/localization/format.js';
import { lengthLeft, wordAim, wordGuide } from '../../src/localization/length-terms.js';
import { loadTranslator } from '../../src/localization/load-translator.js';
import { outcomeTerms } from '../../src/localization/outcome-terms.js';
import { employmentTypeName, postingTerms, workplaceName } from '../../src/localization/posting-terms.js';
import { createTranslator } from '../../src/localization/translator.js';

const english = createTranslator({ locale: 'en-GB' });
const plain = (text: string): string => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

describe('terms', () => {
  for (const terms of [postingTerms, formTerms, fileTerms, outcomeTerms]) {
    it(`of ${terms.name} are German in German, as far as they are fixed`, async () => {
      const german = Object.entries(terms(await loadTranslator('de')));
      const source = new Map(Object.entries<unknown>(terms(english)));
      const same = german.filter(([name, words]) => typeof words === 'string' && words === source.get(name));
      // "(optional)" is the one expression that both languages share.
      expect(same.map(([name]) => name)).to.deep.equal(terms === formTerms ? ['optional'] : []);
    });
  }

  it('know employment types and workplaces as several systems write them, and keep what they do not know', async () => {
    const german = await loadTranslator('de');
    expect(['full-time', 'FULL_TIME', 'Full time'].map((text) => employmentTypeName(text, german))).to.deep.equal([
      'Vollzeit',
      'Vollzeit',
      'Vollzeit',
    ]);
    expect(employmentTypeName('Two days a week', german)).to.equal('Two days a week');
    expect(['on-site', 'Onsite', 'remote'].map((text) => workplaceName(text, german))).to.deep.equal([
      'Vor Ort',
      'Vor Ort',
      'Remote',
    ]);
    expect(workplaceName('constructor', german)).to.equal('constructor');
  });

  it('name an entry by what it is and its number', () => {
    expect(formTerms(english).removeEntry('School', 2)).to.equal('Remove School 2');
  });

  it('say what files are accepted', () => {
    const { accepted } = fileTerms(english);
    expect(plain(accepted({ accept: ['.pdf', '.doc'], maxBytes: 25_000_000 }))).to.equal(
      'Accepted: PDF or DOC. Up to 25 MB.',
    );
    expect(plain(accepted({ accept: ['.pdf'], maxBytes: 500_000, maxFiles: 3 }))).to.equal(
      'Accepted: PDF. Up to 3 files of 500 kB each.',
    );
    expect(plain(accepted({ accept: [], maxBytes: 1_000_000 }))).to.equal('Up to 1 MB.');
  });
});

describe('listFileTypes', () => {
  it('names each type once, however it is given', () => {
    const accept = ['.PDF', 'application/pdf', 'application/msword', '.doc', 'image/*', 'text/plain'];
    expect(listFileTypes(accept, english)).to.equal('PDF, DOC, images or TXT');
  });

  it('is empty where any type is accepted', () => {
    expect([[], ['.pdf', '*/*']].map((accept) => listFileTypes(accept, english))).to.deep.equal(['', '']);
  });

  it('gives a type without a name as it is', () => {
    expect(listFileTypes(['constructor/*', 'toString'], english)).to.equal('constructor/* or TOSTRING');
  });
});

describe('lengths', () => {
  it('tell the words so far and the number to aim at', () => {
    expect(wordGuide(1, { min: 200, max: 400 }, english)).to.equal('1 word so far. Aim for 200 to 400 words.');
    expect(wordGuide(1200, {}, english)).to.equal('1,200 words so far.');
  });

  it('tell what to aim at with one limit, or none', () => {
    expect(wordAim({ max: 400 }, english)).to.equal('Aim for 400 words or fewer.');
    expect(wordAim({ min: 200 }, english)).to.equal('Aim for 200 words or more.');
    expect(wordAim({}, english)).to.equal('');
  });

  it('tell what is missing, left or too much', () => {
    const limits = { min: 3, max: 10 };
    const tell = (count: number): string => lengthLeft(count, limits, 'characters', english);
    expect([2, 3, 10, 11, 13].map(tell)).to.deep.equal([
      'Write 1 character more',
      'You have 7 characters left',
      'You have 0 characters left',
      'You have 1 character too many',
      'You have 3 characters too many',
    ]);
    expect(lengthLeft(5, { min: 3 }, 'words', english)).to.equal('');
  });
});

describe('describePay', () => {
  it('writes a range with its currency and interval', () => {
    const pay = { min: 40_000, max: 50_000, currency: 'GBP', interval: 'year' } as const;
    expect(describePay(pay, english)).to.match(/^£40,000\s?[–-]\s?£?50,000 per year$/);
  });

  it('takes a range that runs backwards, an open one and a fixed sum', () => {
    expect(describePay({ min: 50, max: 40, currency: 'GBP' }, english)).to.match(/^£40\s?[–-]\s?£?50$/);
    expect(describePay({ min: 12.5, currency: 'GBP', interval: 'hour' }, english)).to.equal('From £12.50 per hour');
    expect(describePay({ max: 900, currency: 'GBP', interval: 'once' }, english)).to.equal('Up to £900, paid once');
    expect(describePay({ min: 30, max: 30, currency: 'GBP' }, english)).to.equal('£30');
    expect(describePay({ interval: 'year' }, english)).to.equal('');
  });

  it("writes it in the reader's way", async () => {
    const pay = { min: 40_000, currency: 'EUR', interval: 'month' } as const;
    expect(plain(describePay(pay, await loadTranslator('de-DE')))).to.equal('Ab 40.000 € pro Monat');
  });
});

describe('formats', () => {
  it('count a megabyte as a million bytes', () => {
    expect([999, 1_500, 25_000_000, 2_000_000_000].map((bytes) => plain(formatBytes(bytes, english)))).to.deep.equal([
      '999 byte',
      '1.5 kB',
      '25 MB',
      '2 GB',
    ]);
  });

  it('keep a day the day it is in every time zone', () => {
    expect(formatDate('2027-01-01', english)).to.equal('1 January 2027');
    expect(formatDate('2027-01', english)).to.equal('January 2027');
    expect(formatDate('soon', english)).to.equal('soon');
  });

  it('name the time zone of a moment', () => {
    expect(formatMoment('2027-01-31T12:30:00Z', english)).to.match(/2027.* (GMT|UTC|[A-Z]{2,5})/);
    expect(formatMoment('2027-01-31', english)).to.equal('31 January 2027');
  });
});
