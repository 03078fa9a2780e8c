import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { endpoint, json, otherEndpoint, type Behaviour, type Endpoint } from '../../transport/fault-client.js';
import { drawFields } from '../fields/draw-fields.js';
import { drawCombobox, typeInto, type DrawnCombobox } from './draw-combobox.js';
import { waitUntil } from '../support/wait-until.js';

const leeds = { text: 'Leeds, UK', latitude: 53.8, longitude: -1.55 };
const leek = { text: 'Leek, UK', latitude: 53.1, longitude: -2.02 };

function field({ url }: Endpoint): object {
  return { type: 'location', name: 'home', label: 'Home', suggest: `${url.href}&q={query}` };
}

async function drawWith(behaviour: Behaviour): Promise<DrawnCombobox & Endpoint> {
  const there = endpoint(behaviour);
  return Object.assign(await drawCombobox(field(there)), there);
}

describe('a place with suggestions', () => {
  it('has the coordinates of a suggestion that is taken, and of no other text', async () => {
    const { element, input, options } = await drawWith(json([leeds, leek]));
    typeInto(input, 'lee');
    await waitUntil(() => options().length > 0, 'there are suggestions');
    expect(options()).to.deep.equal(['Leeds, UK', 'Leek, UK']);
    expect(element.answers).to.deep.equal({ home: { text: 'lee' } });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(element.answers).to.deep.equal({ home: leeds });
    expect(input.value).to.equal('Leeds, UK');
    typeInto(input, 'Leeds, U');
    expect(element.answers).to.deep.equal({ home: { text: 'Leeds, U' } });
  });

  it('takes a press on a suggestion, and keeps its coordinates as the field is left', async () => {
    const { element, input, options, option, isOpen } = await drawWith(json([leeds, leek]));
    typeInto(input, 'lee');
    await waitUntil(() => options().length > 0, 'there are suggestions');
    option('Leek, UK').click();
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.blur();
    expect([element.answers, isOpen()]).to.deep.equal([{ home: leek }, false]);
  });

  it('asks nothing of an address that is not trusted, and tells the author', async () => {
    const place = { type: 'location', label: 'Place', suggest: 'https://places.example/?q={query}' };
    const fields = [
      { ...place, name: 'home' },
      { ...place, name: 'work' },
      { type: 'repeat', name: 'jobs', label: 'Jobs', min: 1, fields: [{ ...place, name: 'where' }] },
    ];
    const told: string[] = [];
    const { warn } = console;
    console.warn = (sentence: string) => void told.push(sentence);
    try {
      const { root } = await drawFields(fields);
      expect(root.querySelector('[role=combobox]')).to.equal(null);
    } finally {
      console.warn = warn;
    }
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('"suggest" (https://places.example/?q={query})').and.contain('"trusted-origins"');
  });

  it('asks once for what is typed in one go', async () => {
    const { input, options, recorded } = await drawWith(json([leeds]));
    for (const text of ['l', 'le', 'lee', 'leed']) typeInto(input, text);
    await waitUntil(() => options().length > 0, 'there are suggestions');
    expect(await recorded()).to.have.length(1);
  });

  it('stands for itself where the endpoint fails, and nothing is said of that', async () => {
    const { element, input, root, recorded, isOpen } = await drawWith(json({}, 500));
    typeInto(input, 'Leeds');
    await waitUntil(async () => (await recorded()).length > 0, 'it is asked for');
    expect([element.answers, isOpen()]).to.deep.equal([{ home: { text: 'Leeds' } }, false]);
    expect(root.querySelector('.error')).to.equal(null);
  });

  it('asks for one of the places that were offered, where coordinates are wanted', async () => {
    const there = endpoint(json([leeds]));
    const drawn = await drawCombobox({ ...field(there), coordinates: true });
    const issues = (): unknown => drawn.element.validate().map(({ field: name, code }) => [name, code]);
    typeInto(drawn.input, 'Leed');
    await waitUntil(() => drawn.options().length > 0, 'there are suggestions');
    expect(issues()).to.deep.equal([['home', 'unknown-option']]);
    await drawn.element.updateComplete;
    expect(drawn.root.querySelector('[part~=field-error]')?.textContent).to.include(
      'Select from the answers offered for “Home”',
    );
    drawn.input.focus();
    typeInto(drawn.input, 'Leeds');
    await waitUntil(() => drawn.options().length > 0, 'there are suggestions');
    drawn.option('Leeds, UK').click();
    expect([issues(), drawn.element.answers]).to.deep.equal([[], { home: leeds }]);
  });

  it('asks for none where coordinates are wanted and nothing was offered', async () => {
    const there = endpoint(json([]));
    const { element, input } = await drawCombobox({ ...field(there), coordinates: true });
    typeInto(input, 'Nowhere');
    await waitUntil(async () => (await there.recorded()).length > 0, 'it is asked for');
    expect([element.validate(), element.answers]).to.deep.equal([[], { home: { text: 'Nowhere' } }]);
  });

  it('is a plain text where the address is not one that the posting may load from', async () => {
    const { root, control } = await drawFields([field(await otherEndpoint(json([leeds])))]);
    expect(control('home').getAttribute('role')).to.equal(null);
    expect(root.querySelector('[role=combobox]')).to.equal(null);
  });
});
