import { expect } from '@open-wc/testing';
import { control, draw, json, judge, messages, postingJson, respond, type } from './support/element.js';

/** What a form, a node or an object has of its own under these names. */
const taken = [
  'parentNode',
  'submit',
  'elements',
  'action',
  'method',
  'id',
  'name',
  'toString',
  'hasOwnProperty',
  'then',
  'length',
  'reset',
  'innerHTML',
  'nodeName',
  'attributes',
];
const odd = ['a.b', 'a[]', 'a[0]', 'a b', ' ', '0', '-1', 'é', '工', '"><b>', "it's", '#0'];

describe('fields with names that mean something elsewhere', () => {
  const names = [...taken, ...odd];
  const fields = names.map((name, index) => ({ name, type: 'text', label: `Label ${index}`, required: true }));

  it('are asked, judged and sent like any other', async () => {
    const element = await draw(postingJson(fields));
    await judge(element);
    expect(element.issues.map(({ field }) => field)).to.deep.equal(names);
    expect(messages(element)).to.have.length(names.length);
    names.forEach((name, index) => type(control(element, `Label ${index}`), `answer to ${name}`));
    expect(messages(element)).to.deep.equal([]);
    expect(Object.entries(element.answers).sort()).to.deep.equal(
      names.map((name) => [name, `answer to ${name}`]).sort(),
    );
    respond(element, () => json({}));
    expect((await element.submit()).receipt?.answers).to.have.length(names.length);
  });

  it('hide nothing of the form from the page', async () => {
    const element = await draw(postingJson(fields));
    const form = element.shadowRoot?.querySelector('form');
    expect(form?.parentNode).to.be.instanceOf(Node);
    expect(form?.submit).to.be.a('function');
    expect(form?.elements).to.be.instanceOf(HTMLFormControlsCollection);
    expect(form?.getAttribute('action')).to.equal(null);
  });

  it('can be filled from outside, an answer to each', async () => {
    const element = await draw(postingJson(fields));
    element.fill({ toString: 'x', 'a.b': 'y' });
    expect({ ...element.answers }).to.deep.equal({ toString: 'x', 'a.b': 'y' });
  });

  it('are blank where nothing was answered, whatever objects inherit', async () => {
    const element = await draw(postingJson(fields));
    element.fill({});
    expect({ ...element.answers }).to.deep.equal({});
    expect(control(element, 'Label 7').value).to.equal('');
  });
});
