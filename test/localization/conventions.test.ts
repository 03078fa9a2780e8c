import { expect } from 'chai';
import { conventionsOf } from '../../src/localization/conventions.js';
import { formatDate, formatList, formatMoney, formatNumber } from '../../src/localization/format.js';
import { createTranslator } from '../../src/localization/translator.js';

const known = ['en', 'en-US', 'en-GB', 'de', 'de-DE'];
const others = ['en-IN', 'en-AU', 'de-CH', 'de-AT', 'fr', 'ar-EG', 'en-u-nu-arab', 'constructor'];
const amounts = [0, 7, 999, 1000, 48_500, 100_000, 1_234_567, Number.MAX_SAFE_INTEGER];
const days = Array.from({ length: 800 }, (_, index) =>
  new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
);

describe('what is written by hand in place of Intl', () => {
  for (const locale of known) {
    it(`is what Intl writes in ${locale}`, () => {
      const conventions = conventionsOf(locale)!;
      const money = (currency: string): Intl.NumberFormat =>
        new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
      for (const amount of amounts) {
        expect(conventions.whole(amount)).to.equal(new Intl.NumberFormat(locale).format(amount));
        for (const currency of ['EUR', 'GBP', 'USD', 'CHF', 'JPY']) {
          expect(conventions.money([amount], currency)).to.be.oneOf([undefined, money(currency).format(amount)]);
          const range = money(currency).formatRange(amount, amount + 1000);
          expect(conventions.money([amount, amount + 1000], currency)).to.be.oneOf([undefined, range]);
        }
      }
      for (const type of ['conjunction', 'disjunction'] as const) {
        for (const items of [[], ['A'], ['A', 'B'], ['A', 'B', 'C'], ['a, b', '', 'C', 'D und E']]) {
          expect(conventions.list(items, type)).to.equal(new Intl.ListFormat(locale, { type }).format(items));
        }
      }
      for (const day of days) {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const write = (options: Intl.DateTimeFormatOptions): string =>
          new Date(day).toLocaleDateString(locale, { ...options, timeZone: 'UTC' });
        expect(conventions.date(year, month, date)).to.equal(write({ dateStyle: 'long' }));
        expect(conventions.date(year, month)).to.equal(write({ year: 'numeric', month: 'long' }));
      }
    });

    it(`covers euros, pounds, whole numbers, days and lists in ${locale}, so that Intl is not asked`, () => {
      const reader = { locale };
      const { NumberFormat, DateTimeFormat, ListFormat } = Intl;
      const asked = (): never => {
        throw new Error('Intl was asked.');
      };
      const { toLocaleDateString } = Date.prototype;
      Object.assign(Intl, { NumberFormat: asked, DateTimeFormat: asked, ListFormat: asked });
      Date.prototype.toLocaleDateString = asked;
      try {
        expect(formatNumber(1200, reader)).to.match(/^1[.,]200$/);
        expect(formatMoney([40_000, 50_000], 'EUR', reader))
          .to.include('€')
          .and.include('–');
        expect(formatMoney([40_000], 'GBP', reader)).to.include('£');
        const translator = createTranslator({ locale, language: locale.slice(0, 2) });
        expect(formatList(['CV', 'letter'], 'disjunction', translator)).to.match(/^CV (?:or|oder) letter$/);
        expect(formatDate('2027-03-27', reader)).to.include('27').and.include('2027');
        expect(formatDate('2027-03', reader)).to.include('2027').and.not.include('27 ');
      } finally {
        Object.assign(Intl, { NumberFormat, DateTimeFormat, ListFormat });
        Date.prototype.toLocaleDateString = toLocaleDateString;
      }
    });
  }

  for (const locale of others) {
    it(`is nothing in ${locale}`, () => expect(conventionsOf(locale)).to.equal(undefined));
  }
});

describe('numbers, money and days that are not written by hand', () => {
  for (const locale of [...known, 'fr', 'de-CH', 'en-IN']) {
    it(`are what Intl writes in ${locale}`, () => {
      for (const value of [-1, -0, 0.5, 12.25, 1e21, -48_500, NaN]) {
        const expected = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
        expect(formatNumber(value, { locale })).to.equal(expected);
      }
      const francs = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CHF', maximumFractionDigits: 0 });
      expect(formatMoney([900], 'CHF', { locale })).to.equal(francs.format(900));
      expect(formatMoney([900, 1000], 'CHF', { locale })).to.equal(francs.formatRange(900, 1000));
      for (const currency of ['EUR', 'CHF']) {
        const once = formatMoney([900], currency, { locale });
        expect(formatMoney([900, 900], currency, { locale })).to.equal(once);
      }
      const cents = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
      expect(formatMoney([12.5], 'EUR', { locale })).to.equal(cents.format(12.5));
      expect(formatMoney([12.5, 20], undefined, { locale })).to.equal(
        new Intl.NumberFormat(locale).formatRange(12.5, 20),
      );
      const owed = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
      expect(formatMoney([-48_500], 'EUR', { locale })).to.equal(owed.format(-48_500));
      const evening = new Date(2027, 0, 31, 23, 30);
      const morning = new Date(2027, 1, 1, 0, 30);
      for (const moment of [evening, morning]) {
        const day = moment.toLocaleDateString(locale, { dateStyle: 'long' });
        expect(formatDate(moment.toISOString(), { locale })).to.equal(day);
      }
      expect(formatDate('-000044-03-15', { locale })).to.include('45');
      expect(formatDate('soon', { locale })).to.equal('soon');
    });
  }
});
