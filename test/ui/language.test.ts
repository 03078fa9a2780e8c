import { expect } from '@open-wc/testing';
import { control, draw, judge, part } from './support/element.js';

const french = {
  locale: 'fr',
  title: 'Opticien',
  form: {
    sections: [
      {
        title: 'Vous',
        fields: [
          { name: 'nom', type: 'text', label: 'Nom', required: true },
          { name: 'oui', type: 'boolean', label: 'Venez-vous ?' },
        ],
      },
    ],
  },
};

describe('a posting in a language that we have no words of', () => {
  it('has its labels, legends and headings marked with its language, and ours with ours', async () => {
    const element = await draw(french, { lang: 'fr' });
    await judge(element);
    const langOf = (node: Element | null | undefined): string | null | undefined =>
      node?.closest('[lang]')?.getAttribute('lang');
    const label = element.renderRoot.querySelector('label');
    expect(langOf(label)).to.equal('fr');
    expect(langOf(element.renderRoot.querySelector('legend'))).to.equal('fr');
    expect(langOf(element.renderRoot.querySelector('.section-title span'))).to.equal('fr');
    expect(langOf(part(element, 'field-error'))).to.equal('en');
    expect(langOf(control(element, 'Nom'))).to.equal('en');
  });

  it('is not marked at all where it is in the language of our own words', async () => {
    const element = await draw({ ...french, locale: 'en' }, { lang: 'en' });
    expect(element.renderRoot.querySelector('label')?.hasAttribute('lang')).to.equal(false);
  });
});
