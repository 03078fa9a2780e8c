import { expect } from '@open-wc/testing';
import { draw, email, json, note, part, parts, postingJson, respond, untilState, words } from './support/element.js';

const sections = { sections: [{ title: 'You', fields: [{ ...email, required: false }, note] }] };
const posting = postingJson([], { description: '<h2>The work</h2><h3>Lenses</h3>' }, sections);

describe('a place for what the page adds', () => {
  for (const slot of ['header', 'before-form', 'captcha', 'help', 'footer']) {
    it(`is the slot ${slot}`, async () => {
      const element = await draw(posting);
      element.insertAdjacentHTML('beforeend', `<p slot="${slot}">Here</p>`);
      expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(element.querySelector('p')?.getBoundingClientRect().height).to.be.above(0);
    });
  }

  it('is the slot sent once it is sent, and not before', async () => {
    const element = await draw(posting);
    element.insertAdjacentHTML('beforeend', '<p slot="sent">Here</p><p slot="closed">Not here</p>');
    const seen = (): boolean[] => [...element.querySelectorAll('p')].map((each) => each.checkVisibility());
    expect(seen()).to.deep.equal([false, false]);
    respond(element, () => json({}));
    await element.submit();
    await untilState(element, 'sent');
    expect(seen()).to.deep.equal([true, false]);
  });

  it('is the slot closed where the posting takes no applications', async () => {
    const element = await draw({ ...posting, status: 'closed' });
    element.insertAdjacentHTML('beforeend', '<p slot="closed">Here</p>');
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(element.state).to.equal('closed');
    expect(parts(element, 'form')).to.deep.equal([]);
    expect(words(part(element, 'posting'))).to.contain('closed');
  });

  it('is the slot closed also where the form alone is drawn, beside the reason', async () => {
    const element = await draw({ ...posting, closesAt: '2026-01-31' }, { show: 'form' });
    element.insertAdjacentHTML('beforeend', '<p slot="closed">Here</p>');
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(words(part(element, 'closing')))
      .to.contain('deadline has passed')
      .and.contain('no longer accepted');
    expect(part(element, 'closing')).to.have.attribute('role', 'status');
    expect(parts(element, 'posting')).to.deep.equal([]);
  });
});
