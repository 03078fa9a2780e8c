import { expect } from 'chai';
import { compareLooks, readLook, tolerance, writeLook, type DrawnPart, type Look } from '../look/look.js';

const paint = 'color rgb(1, 2, 3); border 1px solid rgb(4, 5, 6); radius 6px; font 16px 400';
const title: DrawnPart = { name: 'title', box: [0, 0, 300, 40], paint: 'color rgb(1, 2, 3); font 26px 650' };
const submit: DrawnPart = { name: 'submit', box: [0, 60, 120, 44], paint };

function differences(got: readonly DrawnPart[]): readonly string[] {
  return compareLooks('states--empty', { '320 dark': [title, submit] }, { '320 dark': got });
}

describe('the comparison of looks', () => {
  it('finds nothing where nothing has changed', () => {
    expect(differences([title, submit])).to.deep.equal([]);
  });

  it('lets pass what rounding may do, and no more', () => {
    const moved = (by: number): DrawnPart => ({ ...submit, box: [0, 60 + by, 120, 44] });
    expect(differences([title, moved(tolerance)])).to.deep.equal([]);
    expect(differences([title, moved(tolerance + 1)])).to.deep.equal([
      'states--empty, 320 dark, submit: expected the box 0 60 120 44, got 0 63 120 44',
    ]);
  });

  it('names story, width, scheme and part of a colour that has changed, and only what has', () => {
    const got = { ...submit, paint: paint.replace('4, 5, 6', '4, 5, 7') };
    expect(differences([title, got])).to.deep.equal([
      'states--empty, 320 dark, submit: expected border 1px solid rgb(4, 5, 6), got border 1px solid rgb(4, 5, 7)',
    ]);
  });

  it('tells a part that is gone, one that is new, and a view that is not there', () => {
    expect(differences([title])).to.deep.equal(['states--empty, 320 dark, submit: expected 0 60 120 44, got nothing']);
    expect(differences([title, submit, { ...submit, name: 'submit 2' }])).to.deep.equal([
      'states--empty, 320 dark, submit 2: expected nothing, got 0 60 120 44',
    ]);
    expect(compareLooks('a', { '320 dark': [title] }, {})).to.have.lengthOf(1);
  });

  it('reads what it has written', () => {
    const look: Look = { '320 light': [title, submit], '320 dark': [submit] };
    expect(readLook(writeLook(look))).to.deep.equal(look);
  });
});
