import { expect } from '@open-wc/testing';
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

  it('is read as that language writes numbers, and stays as it was typed', async () => {
    const { element, control } = await drawFields([{ type: 'number', name: 'pay', label: 'Pay', currency: 'EUR' }], {
      lang: 'de',
    });
    type(control('pay'), '45.000,50');
    expect(element.answers).to.deep.equal({ pay: 45000.5 });
    expect(control('pay').value).to.equal('45.000,50');
  });
});
