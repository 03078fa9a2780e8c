import { expect } from 'chai';
import { dateAim, numberAim, type NumberLimits } from '../../src/localization/limit-terms.js';
import { everyTranslator } from './support.js';

const [english, german] = await everyTranslator();
const number = (limits: NumberLimits, translator = english!): string | undefined => numberAim(limits, translator);
const date = (min?: string, max?: string, today = '2026-11-23', translator = english!): string | undefined =>
  dateAim({ min, max }, today, translator);

describe('what a number may be', () => {
  it('is said beforehand, with its unit or its currency', () => {
    expect(number({ min: 0, max: 40, unit: 'years' })).to.equal('From 0 to 40 years.');
    expect(number({ min: 30_000, currency: 'GBP' })).to.equal('£30,000 or more.');
    expect(number({ max: 1.5 })).to.equal('1.5 or less.');
    expect(number({ min: 0, max: 40, unit: 'Jahre' }, german)).to.equal('Von 0 bis 40 Jahre.');
    expect(number({ min: 0.5 }, german)).to.equal('Mindestens 0,5.');
    expect(number({ max: 1000, unit: 'km' }, german)).to.equal('Höchstens 1.000 km.');
  });

  it('is said with its steps, and where they are counted from', () => {
    expect(number({ step: 1 })).to.equal('A whole number.');
    expect(number({ min: 1, max: 10, step: 1 })).to.equal('From 1 to 10. A whole number.');
    expect(number({ step: 0.1 })).to.equal('In steps of 0.1.');
    expect(number({ min: 0.3, step: 0.1 })).to.equal('0.3 or more. In steps of 0.1.');
    expect(number({ min: 2, step: 5 })).to.equal('2 or more. In steps of 5, counted from 2.');
    expect(number({ min: 2, step: 5 }, german)).to.equal('Mindestens 2. In Schritten von 5, gezählt ab 2.');
    expect(number({ step: 1 }, german)).to.equal('Eine ganze Zahl.');
  });

  it('is not said where it has no limits', () => {
    expect(number({ unit: 'years' })).to.equal(undefined);
  });
});

describe('what a date may be', () => {
  it('is said beforehand, with today by its name', () => {
    expect(date('today')).to.equal('Today or later.');
    expect(date(undefined, 'today')).to.equal('Today or earlier.');
    expect(date('2027-01-31')).to.equal('January 31, 2027 or later.');
    expect(date(undefined, '2027-01-31')).to.equal('January 31, 2027 or earlier.');
    expect(date('today', '2027-01-31')).to.equal('From November 23, 2026 to January 31, 2027.');
    expect(date(undefined, 'today', '2026-11-23', german)).to.equal('Heute oder früher.');
    expect(date('2027-01-31', undefined, '2026-11-23', german)).to.equal('Frühestens 31. Januar 2027.');
  });

  it('is said of a month likewise', () => {
    expect(date('today', undefined, '2026-11')).to.equal('This month or later.');
    expect(date(undefined, 'today', '2026-11')).to.equal('This month or earlier.');
    expect(date('2025-01', 'today', '2026-11')).to.equal('From January 2025 to November 2026.');
    expect(date(undefined, '2027-06', '2026-11', german)).to.equal('Spätestens Juni 2027.');
  });

  it('is not said where it has no limits', () => {
    expect(date()).to.equal(undefined);
  });
});
