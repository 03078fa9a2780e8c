import { expect } from '@open-wc/testing';
import { descriptionOf, drawFields, type } from './fields/draw-fields.js';
import { waitUntil } from './support/wait-until.js';

const email = {
  name: 'email',
  type: 'email',
  label: 'E-mail address',
  description: 'We answer there.',
  required: true,
};
const visa = { name: 'visa', type: 'boolean', label: 'Do you need a visa?', required: true };
const start = { name: 'start', type: 'date', label: 'Earliest start', display: 'fields', required: true };
const tools = {
  name: 'tools',
  type: 'choice',
  multiple: true,
  label: 'Tools',
  required: true,
  options: [
    { value: 'lathe', label: 'Lathe' },
    { value: 'saw', label: 'Saw' },
  ],
};
const notes = { name: 'notes', type: 'textarea', label: 'Notes' };
const all = [email, visa, start, tools, notes];

async function drawInvalid(fields: readonly object[] = all, options: Parameters<typeof drawFields>[1] = {}) {
  const drawn = await drawFields(fields, options);
  const { element, root } = drawn;
  await element.submit();
  await waitUntil(() => root.querySelector('[part=error-summary]'), 'the summary is drawn');
  return {
    ...drawn,
    summary: root.querySelector<HTMLElement>('[part=error-summary]')!,
    links: [...root.querySelectorAll<HTMLAnchorElement>('[part=error-summary] a')],
  };
}

function errorOf(control: HTMLElement): HTMLElement | null {
  return control.closest('.field')!.querySelector('[part=field-error]');
}

/** What a message says to the eye: without the hidden "Error:". */
function seenWords(message: Element | null): string {
  const copy = message?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('.visually-hidden').forEach((hidden) => hidden.remove());
  return copy?.textContent.trim() ?? '';
}

const isBefore = (left: Node, right: Node): boolean =>
  (left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;

describe('the error summary, as GOV.UK has it,', () => {
  it('is there for a single error, at the top of the form and below the posting', async () => {
    const { root, summary } = await drawInvalid([email]);
    expect(summary.querySelectorAll('li')).to.have.lengthOf(1);
    expect(isBefore(root.querySelector('[part~=posting]')!, summary)).to.equal(true);
    expect(isBefore(summary, root.querySelector('.field')!)).to.equal(true);
    expect(root.querySelector('form')!.contains(summary)).to.equal(true);
  });

  it('begins with "There is a problem", a level below the heading of the form', async () => {
    const { summary } = await drawInvalid([email]);
    const heading = summary.querySelector('h1, h2, h3, h4, h5, h6')!;
    expect([heading.localName, heading.textContent.trim()]).to.deep.equal(['h4', 'There is a problem']);
  });

  it('takes the focus, and is no stop on the way of the tab key', async () => {
    const { root, summary } = await drawInvalid();
    expect(root.activeElement === summary, 'focused').to.equal(true);
    expect(summary.tabIndex).to.equal(-1);
  });

  it('is an alert in its inside, not where the focus is', async () => {
    const { summary } = await drawInvalid();
    expect(summary).not.to.have.attribute('role');
    expect(summary.querySelector(':scope > [role=alert]')?.textContent).to.include('There is a problem');
  });

  it('says of each field exactly what stands at the field', async () => {
    const { links, control } = await drawInvalid();
    const atFields = ['email', 'visa', 'start-day', 'tools'].map((name) => seenWords(errorOf(control(name))));
    expect(links.map((link) => link.textContent.trim())).to.deep.equal(atFields);
  });

  it('leads to the control, or to the first one of a group', async () => {
    const { root, links, control } = await drawInvalid();
    const reached = links.map((link) => {
      link.click();
      return root.activeElement?.id;
    });
    expect(reached).to.deep.equal(['email', 'visa', 'start-day', 'tools'].map((name) => control(name).id));
  });

  it('brings the label or legend into view with its control, and leaves the address of the page alone', async () => {
    const { root, links, control } = await drawInvalid([
      ...Array.from({ length: 30 }, (_, index) => ({ ...notes, name: `n${index}` })),
      visa,
    ]);
    const before = location.href;
    links[0]!.click();
    const legend = control('visa').closest('fieldset')!.querySelector('legend')!.getBoundingClientRect();
    expect(legend.top).to.be.within(0, innerHeight - 1);
    expect(root.activeElement?.id).to.equal(control('visa').id);
    expect(location.href).to.equal(before);
  });

  it("leaves the title of the page to the page, which hears the element's event", async () => {
    const title = document.title;
    const { element } = await drawFields([email]);
    let heard = 0;
    element.addEventListener('job-application-invalid', () => (heard += 1));
    await element.submit();
    await waitUntil(() => heard === 1);
    expect(document.title).to.equal(title);
  });

  it('is not there before somebody has tried to send, even where fields are judged as they are left', async () => {
    const { root, control } = await drawFields([email, notes], { validateOn: 'blur' });
    control('email').focus();
    type(control('email'), 'zoe');
    control('notes').focus();
    await waitUntil(() => errorOf(control('email')), 'the field tells its error');
    expect(root.querySelectorAll('[part=error-summary]')).to.have.lengthOf(0);
  });
});

describe('an error message, as GOV.UK has it,', () => {
  it('stands after label and hint and before the control', async () => {
    const { control } = await drawInvalid([email]);
    const field = control('email').closest('.field')!;
    const order = ['label', '[part=hint]', '[part=field-error]', 'input'].map((each) => field.querySelector(each)!);
    expect(order.slice(1).every((each, index) => isBefore(order[index]!, each))).to.equal(true);
  });

  it('begins with a hidden "Error:", in the language of the form', async () => {
    for (const [lang, prefix] of [
      ['en', 'Error:'],
      ['de', 'Fehler:'],
    ] as const) {
      const { control } = await drawInvalid([email], { lang });
      expect(errorOf(control('email'))!.querySelector('.visually-hidden')).to.have.trimmed.text(prefix);
    }
  });

  it('describes its control after the hint', async () => {
    const { control } = await drawInvalid([email]);
    const [hint, error] = descriptionOf(control('email'));
    expect([hint, error]).to.deep.equal(['We answer there.', 'Error: Fill in “E-mail address”']);
  });

  it('describes the group of radios or checkboxes that it is about', async () => {
    const { control } = await drawInvalid([visa, tools]);
    for (const name of ['visa', 'tools']) {
      const group = control(name).closest('fieldset')!;
      expect(descriptionOf(group).join(' ')).to.match(/^Error: Select/);
    }
  });

  it('marks the control as invalid as long as it is, and not before', async () => {
    const { element, control } = await drawFields([email, notes]);
    expect(control('email')).not.to.have.attribute('aria-invalid');
    await element.submit();
    await waitUntil(() => control('email').ariaInvalid === 'true');
    expect(control('notes')).not.to.have.attribute('aria-invalid');
    type(control('email'), 'zoe@example.org');
    expect(control('email')).not.to.have.attribute('aria-invalid');
    expect(errorOf(control('email')) === null, 'no message').to.equal(true);
  });

  it('is tied to its control by aria-describedby, which screen readers know, not by aria-errormessage', async () => {
    const { root } = await drawInvalid();
    expect(root.querySelectorAll('[aria-errormessage]')).to.have.lengthOf(0);
  });

  it('leaves what was typed, right or wrong', async () => {
    const { element, control } = await drawFields([email, notes]);
    type(control('email'), ' not an address ');
    type(control('notes'), 'Kept');
    await element.submit();
    expect(control('email')).to.have.value(' not an address ');
    expect(control('notes')).to.have.value('Kept');
  });

  it("instructs where an answer is missing, in the label's own words, and blames nobody", async () => {
    const { links } = await drawInvalid();
    expect(links.map((link) => link.textContent.trim())).to.deep.equal([
      'Fill in “E-mail address”',
      'Select yes or no for “Do you need a visa?”',
      'Fill in “Earliest start”',
      'Select at least 1 answer for “Tools”',
    ]);
  });

  it('describes what an answer must be where it is wrong', async () => {
    const { element, control } = await drawFields([email]);
    type(control('email'), 'zoe');
    await element.submit();
    await waitUntil(() => errorOf(control('email')));
    expect(seenWords(errorOf(control('email')))).to.equal(
      '“E-mail address” must be an e-mail address, like name@example.com',
    );
  });

  it("waits for the attempt to send, and is never the browser's own", async () => {
    const { root, control } = await drawFields(all);
    control('email').focus();
    type(control('email'), 'zoe');
    control('notes').focus();
    expect(errorOf(control('email')) === null, 'no message').to.equal(true);
    expect(root.querySelector('form')!.noValidate).to.equal(true);
    expect(root.querySelectorAll('[required]')).to.have.lengthOf(0);
    expect(control('email')).to.have.attribute('aria-required', 'true');
  });

  const strays: [field: object, typed: string][] = [
    [email, ' zoe@example.org '],
    [{ name: 'a', type: 'tel', label: 'Phone' }, ' (020) 7946-0018 '],
    [{ name: 'a', type: 'url', label: 'Page' }, ' https://example.org '],
    [{ name: 'a', type: 'number', label: 'Years' }, ' 1 500 '],
  ];
  for (const [field, typed] of strays) {
    it(`is not given for stray signs in ${JSON.stringify(typed)}`, async () => {
      const { element, control } = await drawFields([field]);
      type(control((field as typeof email).name), typed);
      expect(element.validate()).to.deep.equal([]);
    });
  }
});
