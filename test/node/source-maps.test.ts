import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { expect } from 'chai';

const dist = new URL('../../dist/', import.meta.url);

/** What a page with a plain posting loads, built for a script tag, and what it loads as somebody answers. */
const scripts = ['job-application.js', ...readdirSync(new URL('chunks/', dist)).map((name) => `chunks/${name}`)].filter(
  (name) =>
    name.endsWith('.js') && readFileSync(new URL(name, dist), 'utf8').startsWith('//# allFunctionsCalledOnLoad'),
);

/** Texts that the minifier leaves as they are, but for their quotation marks: classes, keys, names of events. */
const literals = /`([a-z]+(?:-[a-z]+)+)`/g;

/** Texts of a built script whose place in the source, by its map, does not have them. */
function misplaced(name: string): { readonly looked: number; readonly wrong: readonly string[] } {
  const code = readFileSync(new URL(name, dist), 'utf8');
  const payload = JSON.parse(readFileSync(new URL(`${name}.map`, dist), 'utf8')) as ConstructorParameters<
    typeof SourceMap
  >[0];
  const map = new SourceMap(payload);
  const found = [...code.matchAll(literals)];
  const wrong = found.flatMap(({ index, 1: literal = '' }) => {
    const before = code.slice(0, index).split('\n');
    const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
    if (!('originalSource' in entry)) return [`${literal}: no place`];
    const text = payload.sourcesContent[payload.sources.indexOf(entry.originalSource)] ?? '';
    const line = text.split('\n')[entry.originalLine] ?? '';
    return line.includes(literal) ? [] : [`${literal}: ${entry.originalSource}:${entry.originalLine + 1}`];
  });
  return { looked: found.length, wrong };
}

describe('source maps of the built scripts', () => {
  it('are there for the script, the form and what judges and sends', () => {
    expect(scripts).to.have.lengthOf(3);
  });

  for (const name of scripts) {
    it(`lead from ${name.replace(/-[\w-]{8}\.js$/, '')} to the lines it was made of`, () => {
      const { looked, wrong } = misplaced(name);
      expect(looked).to.be.above(20);
      expect(wrong).to.deep.equal([]);
    });
  }
});
