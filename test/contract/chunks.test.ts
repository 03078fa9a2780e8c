import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'chai';
import { importSources, staticImports } from '../checks/static-imports.js';

const entry = new URL('../../dist/job-application.js', import.meta.url);

/** What a chunk loads later, by `import()`. */
function lazyImports(file: URL): URL[] {
  const imports = readFileSync(file, 'utf8').matchAll(/\bimport\((["'`])(\.[^"'`]+)\1\)/g);
  return [...imports].map(([, , path]) => new URL(path ?? '', file));
}

function withLazyParts(start: URL): URL[] {
  const found = new Map([[start.href, start]]);
  for (const file of found.values()) {
    for (const imported of [...staticImports(file), ...lazyImports(file)]) found.set(imported.href, imported);
  }
  return [...found.values()];
}

describe('the files of job-application.js', () => {
  let files: URL[];

  before(() => {
    files = withLazyParts(entry);
  });

  it('import no package, which a browser could not find', () => {
    const bare = files.filter((file) => importSources(file).some((source) => !source.startsWith('.')));
    expect(bare.map(({ pathname }) => basename(pathname))).to.deep.equal([]);
  });

  it('keep the sanitiser, Markdown and the translations for later', () => {
    const atOnce = staticImports(entry);
    const later = files.filter((file) => !atOnce.some(({ href }) => href === file.href));
    const lazyParts = /\/(dompurify|micromark|localization\/locales)\//;
    expect(atOnce.flatMap(sourcesOf).filter((source) => lazyParts.test(source))).to.deep.equal([]);
    expect(new Set(later.flatMap(sourcesOf).map((source) => lazyParts.exec(source)?.[1]))).to.include.keys(
      'dompurify',
      'micromark',
      'localization/locales',
    );
  });
});

/** The modules that a built file was made of, as its source map names them. */
function sourcesOf(file: URL): string[] {
  const { sources } = JSON.parse(readFileSync(new URL(`${file.href}.map`), 'utf8')) as { sources: string[] };
  return sources;
}
