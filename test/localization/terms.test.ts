import { expect } from 'chai';
import { describePay } from '../../src/localization/describe-pay.js';
import { entryTerms } from '../../src/localization/entry-terms.js';
import { fileTerms } from '../../src/localization/file-terms.js';
import { listFileTypes } from '../../src/localization/file-types.js';
import { formTerms } from '../../src/localization/form-terms.js';
import { formatBytes, formatDate, formatMoment } from '../../src/localization/format.js';
import { lengthAim, lengthSoFar, lengthState, type LengthLimits } from '../../src/localization/length-terms.js';
import { loadTranslator } from '../../src/localization/load-translator.js';
import { outcomeTerms } from '../../src/localization/outcome-terms.js';
import { employmentTypeName, postingTerms, workplaceName } from '../../src/localization/posting-terms.js';
import { createTranslator } from '../../src/localization/translator.js';

const english = createTranslator({ locale: 'en-GB' });
const plain = (text: string): string => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

describe('terms', () => {
  for (const terms of [postingTerms, formTerms, entryTerms, fileTerms, outcomeTerms]) {
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
    expect(entryTerms(english).remove('School', 2)).to.equal('Remove School 2');
  });

  it('say what files are accepted', () => {
    const { accepted } = fileTerms(english);
    expect(plain(accepted({ accept: ['.pdf', '.doc'], maxBytes: 25_000_000 }))).to.equal(
      'Accepted: PDF, DOC. Up to 25 MB.',
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
  const tell = (limits: Partial<LengthLimits>, count: number, isWhole = true): string =>
    lengthSoFar({ count, isWhole }, { unit: 'words', isGuide: true, ...limits }, english);

  it('tell how a guide is approached, reached and passed', () => {
    expect([0, 1, 199, 200, 400, 1430].map((count) => tell({ min: 200, max: 400 }, count))).to.deep.equal([
      '0 words so far, 200 to go',
      '1 word so far, 199 to go',
      '199 words so far, 1 to go',
      '200 words so far, a good length',
      '400 words so far, a good length',
      '1,430 words so far, 1,030 more than asked for',
    ]);
  });

  it('praise nothing where a guide has an upper end only', () => {
    expect(tell({ max: 400 }, 3)).to.equal('3 words so far');
  });

  it('give a number that was not counted to its end as such', () => {
    expect(tell({ max: 400 }, 10_000, false)).to.equal('More than 10,000 words so far, much longer than asked for');
    expect(tell({ max: 400, isGuide: false }, 10_000, false)).to.equal('You have more than 9,600 words too many');
  });

  it('tell what is to be written, with both limits, one or none', () => {
    const aim = (limits: Partial<LengthLimits>): string =>
      lengthAim({ unit: 'words', isGuide: true, ...limits }, english);
    expect(aim({ min: 200, max: 400 })).to.equal('Aim for 200 to 400 words.');
    expect(aim({ max: 400 })).to.equal('Aim for 400 words or fewer.');
    expect(aim({ min: 200 })).to.equal('Aim for 200 words or more.');
    expect(aim({ max: 1, isGuide: false, unit: 'characters' })).to.equal('You can enter up to 1 character.');
    expect(aim({ min: 2, max: 9, isGuide: false })).to.equal('Write 2 to 9 words.');
    expect(aim({ min: 2, isGuide: false })).to.equal('Write 2 words or more.');
    expect(aim({})).to.equal('');
  });

  it('tell what is missing, left or too much', () => {
    const limits = { unit: 'characters', min: 3, max: 10, isGuide: false } as const;
    expect([2, 3, 10, 11, 13].map((count) => tell(limits, count))).to.deep.equal([
      'Write 1 character more',
      'You have 7 characters left',
      'You have 0 characters left',
      'You have 1 character too many',
      'You have 3 characters too many',
    ]);
    expect(tell({ min: 3, isGuide: false }, 5)).to.equal('');
  });

  it('have a state for each side of the limits', () => {
    const limits = { unit: 'words', min: 200, max: 400, isGuide: true } as const;
    const states = [0, 199, 200, 400, 401].map((count) => lengthState({ count, isWhole: true }, limits));
    expect(states).to.deep.equal(['under', 'under', 'within', 'within', 'over']);
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
      '999 bytes',
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
