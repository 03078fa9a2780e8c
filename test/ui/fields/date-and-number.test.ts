import { expect } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.js';
import { descriptionOf, drawFields, type } from './draw-fields.js';

const born = { type: 'date', name: 'it', label: 'When?' };

async function parts(field: object, lang = 'en-GB'): Promise<string[]> {
  const { root } = await drawFields([{ ...born, ...field }], { lang });
  return [...root.querySelectorAll('.date-parts label')].map(({ textContent }) => textContent);
}

describe('a date', () => {
  it('that cannot lie ahead is typed in three fields, any other is picked', async () => {
    const three = ['Day', 'Month', 'Year'];
    expect(await parts({ max: 'today' })).to.deep.equal(three);
    expect(await parts({ min: '1900-01-01', max: '1999-12-31' })).to.deep.equal(three);
    expect(await parts({ autocomplete: 'bday' })).to.deep.equal(three);
    expect(await parts({ display: 'fields', min: 'today' })).to.deep.equal(three);
    expect(await parts({})).to.deep.equal([]);
    expect(await parts({ min: 'today' })).to.deep.equal([]);
    expect(await parts({ max: '2999-12-31' })).to.deep.equal([]);
    expect(await parts({ max: 'today', display: 'picker' })).to.deep.equal([]);
  });

  it('has its fields in the order of the applicant’s language', async () => {
    expect(await parts({ max: 'today' }, 'en-US')).to.deep.equal(['Month', 'Day', 'Year']);
    expect(await parts({ max: 'today' }, 'de')).to.deep.equal(['Tag', 'Monat', 'Jahr']);
    expect(await parts({ max: 'today' }, 'sv')).to.deep.equal(['Year', 'Month', 'Day']);
    expect(await parts({ type: 'month' }, 'ja')).to.deep.equal(['Year', 'Month']);
  });

  it('is the same day whatever the order of its fields', async () => {
    for (const lang of ['en-US', 'en-GB', 'sv']) {
      const { element, control } = await drawFields([{ ...born, max: 'today' }], { lang });
      type(control('it-day'), '7');
      type(control('it-month'), '3');
      type(control('it-year'), '1990');
      expect(element.answers).to.deep.equal({ it: '1990-03-07' });
    }
  });

  it('of birth is filled in by the browser, part by part', async () => {
    const { control } = await drawFields([{ ...born, autocomplete: 'bday' }]);
    // Firefox's property knows no tokens for days.
    for (const unit of ['day', 'month', 'year']) {
      expect(control(`it-${unit}`).getAttribute('autocomplete')).to.equal(`bday-${unit}`);
    }
  });
});

describe('a date in three fields', () => {
  const asTyped: [lang: string, day: string, month: string, year: string, iso: string][] = [
    ['en-GB', '7', 'June', '1990', '1990-06-07'],
    ['en-GB', '7', 'sept.', '1990', '1990-09-07'],
    ['de', '07', 'märz', '1990', '1990-03-07'],
    ['en-GB', '7', 'ju', '1990', '1990-ju-07'],
    ['fr', '7', 'juil.', '1990', '1990-07-07'],
    ['fr', '7', 'jui', '1990', '1990-jui-07'],
    ['en-GB', '7', 'Brumaire', '1990', '1990-Brumaire-07'],
    ['ar-EG', '٧', '٣', '١٩٩٠', '1990-03-07'],
    ['fa', '۱۷', '۱۰', '۱۹۹۰', '1990-10-17'],
  ];
  for (const [lang, day, month, year, iso] of asTyped) {
    it(`that is typed as ${day} ${month} ${year} in ${lang} is ${iso}, and stays as it was typed`, async () => {
      const { element, control } = await drawFields([{ ...born, max: 'today' }], { lang });
      type(control('it-day'), day);
      type(control('it-month'), month);
      type(control('it-year'), year);
      expect(element.answers).to.deep.equal({ it: iso });
      expect(control('it-month').value).to.equal(month);
    });
  }
});

describe('the parts of a date', () => {
  /** Which are marked, and which has the focus, once the form has been judged with this answer. */
  async function judgedWith(answer: string, more: object = {}): Promise<{ marked: string[]; focused: string }> {
    const { element, root, control } = await drawFields([{ ...born, required: true, max: 'today', ...more }]);
    element.fill({ it: answer });
    element.validate();
    await waitUntil(() => root.activeElement?.matches('[part=error-summary]'), 'the summary is there');
    root.querySelector<HTMLElement>('[part=error-summary] a')!.click();
    const nameOf = (each: Element | null): string => each?.getAttribute('name')?.replace('f-it-', '') ?? '';
    const marked = ['day', 'month', 'year'].filter((unit) => control(`it-${unit}`)?.ariaInvalid === 'true');
    return { marked, focused: nameOf(root.activeElement) };
  }

  it('that are wrong are marked, and the first of them takes the focus', async () => {
    expect(await judgedWith('1990-13-07')).to.deep.equal({ marked: ['month'], focused: 'month' });
    expect(await judgedWith('90-03-07')).to.deep.equal({ marked: ['year'], focused: 'year' });
    expect(await judgedWith('-03-07')).to.deep.equal({ marked: ['year'], focused: 'year' });
    expect(await judgedWith('90-x-07')).to.deep.equal({ marked: ['month', 'year'], focused: 'month' });
    expect(await judgedWith('')).to.deep.equal({ marked: ['day', 'month', 'year'], focused: 'day' });
    expect(await judgedWith('2024-', { type: 'month' })).to.deep.equal({ marked: ['month'], focused: 'month' });
  });

  it('are told from a day that does not exist, and from a date that is out of its limits', async () => {
    expect(await judgedWith('1990-02-30')).to.deep.equal({ marked: ['day'], focused: 'day' });
    expect(await judgedWith('2999-02-03')).to.deep.equal({ marked: ['day', 'month', 'year'], focused: 'day' });
  });
});

describe('the limits of a date or a number', () => {
  it('stand at the field and are read out with it', async () => {
    const { control } = await drawFields([
      { type: 'number', name: 'years', label: 'Years', min: 0, max: 40, unit: { en: 'years', de: 'Jahre' } },
      { type: 'date', name: 'start', label: 'Start', min: '2027-01-31' },
    ]);
    expect(descriptionOf(control('years'))).to.include('From 0 to 40 years.');
    expect(descriptionOf(control('start'))).to.include('31 January 2027 or later.');
  });

  it('belong to all parts of a date', async () => {
    const { root } = await drawFields([{ type: 'month', name: 'end', label: 'End', max: 'today' }], { lang: 'de' });
    expect(descriptionOf(root.querySelector('fieldset')!)).to.deep.equal(['Dieser Monat oder früher.']);
  });
});

describe('money', () => {
  it('has its sign where the applicant’s language writes it', async () => {
    const salary = { type: 'number', name: 'pay', label: 'Pay', currency: 'EUR', unit: 'a year' };
    for (const [lang, said, isFirst] of [
      ['en-GB', '€', true],
      ['de', '€', false],
    ] as const) {
      const { control } = await drawFields([salary], { lang });
      const box = control('pay');
      expect(descriptionOf(box)).to.deep.equal([said, 'a year']);
      expect(box.previousElementSibling?.textContent.trim() === said).to.equal(isFirst);
    }
  });

  const read: [lang: string, text: string, number: number | string][] = [
    ['en-GB', '€ 1,500.50', 1500.5],
    ['en-GB', '1500 EUR', 1500],
    ['en-GB', '1,500 a year', 1500],
    ['de', '1.500,50 €', 1500.5],
    ['en-IN', '12,34,567', 1234567],
    ['ar-EG', '١٬٥٠٠٫٥', 1500.5],
    ['fa', '۱۲', 12],
    ['en-GB', '£1,500', '£1,500'],
    ['en-GB', '1,5', '1,5'],
    ['en-GB', '€', '€'],
  ];
  for (const [lang, text, number] of read) {
    it(`of euros a year is ${JSON.stringify(number)} where "${text}" is typed in ${lang}`, async () => {
      const money = { type: 'number', name: 'pay', label: 'Pay', currency: 'EUR', unit: 'a year' };
      const { element, control } = await drawFields([money], { lang });
      type(control('pay'), text);
      expect(element.answers).to.deep.equal({ pay: number });
      expect(control('pay').value).to.equal(text);
    });
  }

  it('is read as that language writes numbers, and stays as it was typed', async () => {
    const { element, control } = await drawFields([{ type: 'number', name: 'pay', label: 'Pay', currency: 'EUR' }], {
      lang: 'de',
    });
    type(control('pay'), '45.000,50');
    expect(element.answers).to.deep.equal({ pay: 45000.5 });
    expect(control('pay').value).to.equal('45.000,50');
  });
});
