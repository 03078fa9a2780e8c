import { expect } from '@open-wc/testing';
import { fold } from '../../../src/ui/combobox/fold.js';
import { OptionSearch } from '../../../src/ui/combobox/option-search.js';

function found(labels: readonly string[], query: string): string[] {
  return new OptionSearch(labels).find(query).map((place) => labels[place]!);
}

describe('the search in a list', () => {
  it('takes accents, capitals and the letters of other alphabets for plain ones', () => {
    expect(found(['Türkiye', 'Côte d’Ivoire', 'Åland', 'Łódź', 'Curaçao'], 'u')).to.include('Türkiye');
    expect(found(['Türkiye', 'Côte d’Ivoire'], 'TURK')).to.deep.equal(['Türkiye']);
    expect(found(['Türkiye', 'Côte d’Ivoire'], "cote d'iv")).to.deep.equal(['Côte d’Ivoire']);
    expect(found(['Türkiye', 'Côte d’Ivoire'], 'cote d ivoire')).to.deep.equal(['Côte d’Ivoire']);
    expect(found(['Łódź', 'Lodge'], 'lod')).to.deep.equal(['Łódź', 'Lodge']);
    expect(found(['Ελλάδα'], 'ελλαδα')).to.deep.equal(['Ελλάδα']);
    expect(found(['日本', '中国'], '日')).to.deep.equal(['日本']);
  });

  it('takes ß for ss and, written out, an umlaut for two letters', () => {
    expect(found(['Gießen', 'Essen'], 'giess')).to.deep.equal(['Gießen']);
    expect(found(['Straße', 'Strasse'], 'straß')).to.deep.equal(['Straße', 'Strasse']);
    expect(found(['München', 'Mainz'], 'muen')).to.deep.equal(['München']);
    expect(found(['München', 'Mainz'], 'mun')).to.deep.equal(['München']);
    expect(found(['Muenster'], 'mün')).to.deep.equal([]);
  });

  it('gives first what begins so, then where a word does, then what has it anywhere', () => {
    const labels = ['Netherlands', 'Land of others', 'New Zealand', 'Land', 'Åland', 'The land'];
    expect(found(labels, 'land')).to.deep.equal([
      'Land of others',
      'Land',
      'The land',
      'Netherlands',
      'New Zealand',
      'Åland',
    ]);
  });

  it('finds words begun in any order', () => {
    expect(found(['United Kingdom', 'United States'], 'king un')).to.deep.equal(['United Kingdom']);
    expect(found(['University of Leeds', 'Leeds Beckett University'], 'leeds uni')).to.have.length(2);
  });

  it('gives all in their order for nothing, a space or a sign', () => {
    for (const query of ['', '  ', '-']) expect(found(['b', 'a'], query)).to.deep.equal(['b', 'a']);
  });

  it('has no meaning for signs', () => {
    expect(found(['C++', 'C', 'a.b'], '.*')).to.deep.equal(['C++', 'C', 'a.b']);
    expect(fold(' Trinidad & Tobago ')).to.equal('trinidad tobago');
  });

  it('reads each label once, however often it is asked', () => {
    let reads = 0;
    const labels = Array.from({ length: 2500 }, (_, index) => `School ${index}`);
    const counted = new Proxy(labels, {
      get: (target, key, receiver): unknown => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    const search = new OptionSearch(counted);
    const afterReading = reads;
    for (const query of ['s', 'sc', 'school 1', 'school 12']) search.find(query);
    expect(afterReading).to.be.at.most(2500);
    expect(reads).to.equal(afterReading);
  });
});
