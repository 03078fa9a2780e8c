import { expect } from '@open-wc/testing';
import { descriptionOf, drawFields, type } from './draw-fields.js';
import { waitUntil } from '../support/wait-until.js';

const url = { name: 'linkedin', type: 'url', label: 'LinkedIn' };
const email = { name: 'email', type: 'email', label: 'E-mail' };
const phone = { name: 'phone', type: 'tel', label: 'Phone', e164Name: 'phone_e164' };
const inBritain = {
  posting: {
    locations: [
      { name: 'London', country: 'GB' },
      { name: 'Leeds', country: 'GB' },
    ],
  },
};

async function drawOne(field: { readonly name: string }, options: Parameters<typeof drawFields>[1] = {}) {
  const drawn = await drawFields([field], options);
  const control = drawn.control(field.name);
  return { ...drawn, control, note: () => control.closest('.field')!.querySelector('[role=status]')! };
}

/** As if typed, and left. */
function enter(control: HTMLInputElement, value: string): void {
  type(control, value);
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('a web address', () => {
  it('without its scheme is accepted, sent as typed, and said to be read with one', async () => {
    const { element, control, note } = await drawOne(url);
    enter(control, 'linkedin.com/in/zoe');
    expect(note()).to.have.text('Will be read as https://linkedin.com/in/zoe');
    expect(element.validate()).to.deep.equal([]);
    expect(element.answers['linkedin']).to.equal('linkedin.com/in/zoe');
  });

  it('is said to be read so once somebody stops typing, and no more with the next key', async () => {
    const { control, note } = await drawOne(url);
    type(control, 'example.org');
    expect(note()).to.have.text('');
    await waitUntil(() => note().textContent !== '', 'the note is said');
    type(control, 'example.org/');
    expect(note()).to.have.text('');
  });

  it('with its scheme, and one that cannot be read, has no note', async () => {
    const { control, note } = await drawOne(url);
    enter(control, 'https://example.org');
    expect(note()).to.have.text('');
    enter(control, 'not a url');
    expect(note()).to.have.text('');
  });

  it('is described by its note', async () => {
    const { control } = await drawOne({ ...url, default: 'example.org' } as typeof url);
    expect(descriptionOf(control)).to.deep.equal(['Will be read as https://example.org']);
  });
});

describe('an e-mail address', () => {
  it('with a slip of the finger gets a suggestion, and no issue', async () => {
    const { element, control, note } = await drawOne(email);
    enter(control, 'zoe@gmial.com');
    await waitUntil(() => note().textContent !== '');
    expect(note()).to.have.text('Did you mean zoe@gmail.com?');
    expect(element.validate()).to.deep.equal([]);
    expect(element.answers['email']).to.equal('zoe@gmial.com');
  });

  it('is written without spelling, capitals or a judgement of the browser, and kept with its spaces', async () => {
    const { control, element } = await drawOne(email);
    type(control, ' zoe@example.org ');
    expect(element.answers['email']).to.equal(' zoe@example.org ');
    expect(element.validate()).to.deep.equal([]);
    expect(control).to.have.attribute('spellcheck', 'false');
    expect(control).to.have.attribute('autocapitalize', 'off');
    expect(control).to.have.attribute('inputmode', 'email');
    expect(control).to.have.attribute('autocomplete', 'email');
  });
});

describe('a phone number', () => {
  it('is kept as it was typed, with its E.164 form beside it', async () => {
    const { element, control } = await drawOne(phone, inBritain);
    enter(control, '(020) 7946-0018');
    await waitUntil(() => element.answers['phone_e164'] === '+442079460018', 'it is read');
    expect(element.answers['phone']).to.equal('(020) 7946-0018');
    expect(control).to.have.value('(020) 7946-0018');
  });

  it('without a country code says what it is read as', async () => {
    const { control, note } = await drawOne(phone, inBritain);
    enter(control, '020 7946 0018');
    await waitUntil(() => note().textContent !== '');
    expect(note()).to.have.text(
      'Will be read as +44 20 7946 0018 (United Kingdom). For another country, begin with + and its code.',
    );
  });

  it('with a country code needs no note, and may be of any country', async () => {
    const { element, control, note } = await drawOne(phone, inBritain);
    enter(control, '+49 30 23125018');
    await waitUntil(() => element.answers['phone_e164'] === '+493023125018');
    expect(note()).to.have.text('');
  });

  it("is read in the field's country before the posting's, and in the language's where neither is known", async () => {
    const german = await drawOne({ ...phone, country: 'DE' } as typeof phone, inBritain);
    enter(german.control, '030 23125018');
    await waitUntil(() => german.element.answers['phone_e164'] === '+493023125018');
    const british = await drawOne(phone, { lang: 'en-GB' });
    enter(british.control, '020 7946 0018');
    await waitUntil(() => british.element.answers['phone_e164'] === '+442079460018');
  });

  it('loses its E.164 form with the answer, or where it can no longer be read', async () => {
    const { element, control } = await drawOne(phone, inBritain);
    enter(control, '+44 20 7946 0018');
    await waitUntil(() => 'phone_e164' in element.answers);
    enter(control, '+44 20 7946');
    await waitUntil(() => !('phone_e164' in element.answers));
    enter(control, '+44 20 7946 0018');
    await waitUntil(() => 'phone_e164' in element.answers);
    enter(control, '');
    await waitUntil(() => !('phone_e164' in element.answers));
  });

  it('that no numbering plan has is accepted without one', async () => {
    const { element, control } = await drawOne(phone, { lang: 'en' });
    enter(control, '+44 20 7946 0018');
    await waitUntil(() => 'phone_e164' in element.answers);
    enter(control, '020 7946 0018');
    await waitUntil(() => !('phone_e164' in element.answers));
    expect(element.validate()).to.deep.equal([]);
    expect(element.answers).to.deep.equal({ phone: '020 7946 0018' });
  });

  it('that the page fills in is read as well', async () => {
    const { element } = await drawOne(phone, inBritain);
    element.fill({ phone: '020 7946 0018' });
    await waitUntil(() => element.answers['phone_e164'] === '+442079460018');
  });

  it('is plain text without an E.164 name: nothing is loaded, nothing said', async () => {
    const { root } = await drawOne({ ...phone, e164Name: undefined } as unknown as typeof phone, inBritain);
    expect(root.querySelectorAll('.field [role=status]')).to.have.lengthOf(0);
  });
});
