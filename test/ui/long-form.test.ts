import { expect, oneEvent } from '@open-wc/testing';
import type { JobApplication } from '../../src/index.js';
import { control, draw, judge, part, postingJson, type, words } from './support/element.js';
import { waitUntil } from './support/wait-until.js';

function longPosting(count: number, perSection = 75): object {
  const fields = Array.from({ length: count }, (_, index) => ({
    name: `q${index}`,
    type: 'text',
    label: `Question ${index}`,
    required: index === count - 1,
  }));
  const sections = Array.from({ length: Math.ceil(count / perSection) }, (_, index) => ({
    fields: fields.slice(index * perSection, (index + 1) * perSection),
  }));
  return postingJson([], {}, { sections });
}

describe('a form of hundreds of fields', () => {
  const inputAt = (element: JobApplication, index: number): HTMLInputElement =>
    element.renderRoot.querySelectorAll<HTMLInputElement>('input.control')[index]!;
  const visibility = (element: JobApplication, selector: string): string[] => {
    const parts = [...element.renderRoot.querySelectorAll(selector)];
    return [...new Set(parts.map((part) => getComputedStyle(part).contentVisibility))];
  };

  it('lays its sections out as one comes near them; a shorter one at once', async () => {
    const long = await draw(longPosting(300));
    expect(visibility(long, 'section')).to.deep.equal(['auto']);
    expect(visibility(long, '.field')).to.deep.equal(['visible']);
    expect(visibility(await draw(longPosting(30)), 'section, .field')).to.deep.equal(['visible']);
  });

  it('lays out the fields of a section that is very long itself one by one', async () => {
    const element = await draw(longPosting(300, 300));
    expect(visibility(element, 'section')).to.deep.equal(['visible']);
    expect(visibility(element, '.field')).to.deep.equal(['auto']);
  });

  it('is drawn in parts while the posting can be read, and comes into the page whole', async () => {
    const element = await draw();
    const seen = new Set<string>();
    const observer = new MutationObserver(() => {
      const title = words(part(element, 'title'));
      const form = element.renderRoot.querySelector('form');
      const rest = form
        ? `${form.querySelectorAll('input.control').length} fields`
        : words(element.renderRoot.querySelector('.skeleton'));
      seen.add(`${title}: ${element.state}, ${rest}`);
    });
    observer.observe(element.renderRoot, { childList: true, subtree: true });
    const loaded = oneEvent(element, 'job-application-load');
    element.posting = { ...longPosting(450), title: 'Lens grinder' };
    await loaded;
    observer.disconnect();
    expect([...seen].filter((each) => each.startsWith('Lens grinder'))).to.deep.equal([
      'Lens grinder: loading, Loading the job…',
      'Lens grinder: ready, 450 fields',
    ]);
  });

  it('keeps what the page fills in before it is whole', async () => {
    const element = await draw();
    const loaded = oneEvent(element, 'job-application-load');
    element.posting = longPosting(450);
    const observer = new MutationObserver(() => {
      if (element.state === 'loading' && part(element, 'title')) element.fill({ q0: 'first', q449: 'last' });
    });
    observer.observe(element.renderRoot, { childList: true, subtree: true });
    await loaded;
    observer.disconnect();
    expect([control(element, 'Question 0').value, inputAt(element, 449).value]).to.deep.equal(['first', 'last']);
  });

  it('is drawn anew in another language, and has its answers again', async () => {
    const element = await draw(longPosting(450));
    type(control(element, 'Question 1'), 'answer');
    element.lang = 'de';
    await waitUntil(() => words(part(element, 'submit')) === 'Bewerbung absenden');
    expect(element.state).to.equal('ready');
    expect(inputAt(element, 1).value).to.equal('answer');
  });

  it('leads from the summary to a field that was not laid out yet', async () => {
    const element = await draw(longPosting(300));
    await judge(element);
    element.renderRoot.querySelector<HTMLElement>('.error-summary a')?.click();
    const focused = element.shadowRoot?.activeElement;
    expect(focused?.getAttribute('name')).to.equal('f-q299');
    const { top, bottom } = focused!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });
});
