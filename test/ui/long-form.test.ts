import { expect } from '@open-wc/testing';
import { draw, judge, postingJson } from './support/element.js';

function longPosting(count: number): object {
  const fields = Array.from({ length: count }, (_, index) => ({
    name: `q${index}`,
    type: 'text',
    label: `Question ${index}`,
    required: index === count - 1,
  }));
  const sections = [fields.slice(0, count / 2), fields.slice(count / 2)].map((part) => ({ fields: part }));
  return postingJson([], {}, { sections });
}

describe('a form of hundreds of fields', () => {
  it('lays its sections out as one comes near them; a shorter one at once', async () => {
    const visibility = async (count: number): Promise<string[]> => {
      const { renderRoot } = await draw(longPosting(count));
      const sections = [...renderRoot.querySelectorAll('section')];
      return sections.map((section) => getComputedStyle(section).contentVisibility);
    };
    expect(await visibility(300)).to.deep.equal(['auto', 'auto']);
    expect(await visibility(30)).to.deep.equal(['visible', 'visible']);
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
