import { expect } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw, email, note, postingJson, type, type Json } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

const open = (field: Json): Json => ({ ...field, prefill: true });
const yes = { name: 'yes', type: 'boolean', label: 'Yes?' };
const colours = {
  name: 'c',
  type: 'choice',
  label: 'Colours',
  multiple: true,
  options: [{ value: 'red' }, { value: 'blue' }, { value: 'other', freeText: 'c_other' }],
};

describe('prefill', () => {
  const path = location.href;
  afterEach(() => history.replaceState(null, '', path));

  function drawAt(query: string, fields: readonly Json[], section: Json = {}): Promise<JobApplication> {
    history.replaceState(null, '', query);
    const posting = { ...postingJson(), form: { sections: [{ ...section, fields }] } };
    return draw(posting, { prefill: '' });
  }

  it('takes values for marked fields from the query string, from the first drawing on', async () => {
    const fields = [open(email), open(yes), open(colours), note];
    const element = await drawAt('?email=a@b.co&yes=false&c=red&c=blue&note=x', fields);
    expect({ ...element.answers }).to.deep.equal({ email: 'a@b.co', yes: false, c: ['red', 'blue'] });
    expect(control(element, 'E-mail').value).to.equal('a@b.co');
    expect([control(element, 'red').checked, control(element, 'No').checked]).to.deep.equal([true, true]);
  });

  it('takes nothing where the page does not ask for it', async () => {
    history.replaceState(null, '', '?email=a@b.co');
    const element = await draw(postingJson([open(email)]));
    expect({ ...element.answers }).to.deep.equal({});
  });

  it('passes over what the field would find wrong', async () => {
    const fields = [open(colours), open(yes), open({ name: 'n', type: 'number', label: 'N', max: 5 }), open(note)];
    const element = await drawAt('?c=green&yes=maybe&n=6&note=a&note=b', fields);
    expect({ ...element.answers }).to.deep.equal({});
  });

  it('fills in what is written beside an option', async () => {
    const element = await drawAt('?c=other&c_other=mauve', [open(colours)]);
    expect({ ...element.answers }).to.deep.equal({ c: ['other'], c_other: 'mauve' });
  });

  it('leaves alone what is sensitive, consents, files and lists of entries', async () => {
    const file = { name: 'cv', type: 'file', label: 'CV', sources: ['device', 'text'] };
    const list = { name: 'jobs', type: 'repeat', label: 'Jobs', fields: [note] };
    const consent = { name: 'keep', type: 'consent', label: 'Keep' };
    const fields = [open({ ...note, sensitive: true }), open(consent), open(file), open(list)];
    const query = '?note=x&keep=true&cv=a.pdf&cv_text=x&jobs=1&jobs=2&jobs[0][note]=x';
    const { keep, ...rest } = { ...(await drawAt(query, fields)).answers };
    expect(keep).to.include({ given: false });
    expect(rest).to.deep.equal({});
  });

  it('leaves questions about equality alone', async () => {
    const element = await drawAt('?note=x', [open(note)], { equality: true });
    expect({ ...element.answers }).to.deep.equal({});
  });

  it('gives way to the answer that is there', async () => {
    const element = await drawAt('?note=x', [open({ ...note, default: 'y' })]);
    expect({ ...element.answers }).to.deep.equal({ note: 'y' });
  });

  it('fills in a form that stands already, but for what was typed, when the page asks for it later', async () => {
    history.replaceState(null, '', '?email=a@b.co&note=x');
    const element = await draw(postingJson([open(email), open(note)]));
    type(control(element, 'Note'), 'typed');
    element.prefill = true;
    await waitUntil(() => 'email' in element.answers);
    expect({ ...element.answers }).to.deep.equal({ email: 'a@b.co', note: 'typed' });
  });
});
