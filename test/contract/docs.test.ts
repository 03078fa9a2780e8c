import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { codesIn, namesUnder, readme, snippet, snippets, snippetsOf, tablesUnder } from '../support/readme.js';

interface Named {
  readonly name: string;
}

interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly static?: boolean;
  readonly attribute?: string;
}

interface Element {
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly default?: string })[];
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly (Named & { readonly default?: string })[];
  readonly cssStates: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Element[] }[];
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const names = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).toSorted();

describe('README', () => {
  const manifest = read<Manifest>('custom-elements.json');
  const element = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  const packageJson = read<{ name: string; version: string; scripts: Record<string, string> }>('package.json');

  describe('says of the element what custom-elements.json says', () => {
    it('names every attribute', () => {
      expect(namesUnder('Attributes').toSorted()).to.deep.equal(names(element?.attributes));
    });

    it('gives every attribute its default', () => {
      const told = tablesUnder('Attributes').map(([name = '', , byDefault = '']) => [codesIn(name)[0], byDefault]);
      for (const { name, default: value } of element?.attributes ?? []) {
        if (value === undefined) continue;
        const expected = value === 'false' ? 'off' : value.replace(/^'(.*)'$/, '`$1`');
        expect(Object.fromEntries(told)[name], name).to.equal(expected);
      }
    });

    it('names every property without an attribute', () => {
      const properties = element?.members.filter(({ kind, attribute, static: ofClass }) => {
        return kind === 'field' && attribute === undefined && !ofClass;
      });
      expect(namesUnder('Properties').toSorted()).to.deep.equal(names(properties));
    });

    it('names every method', () => {
      const methods = element?.members.filter(({ kind, static: ofClass }) => kind === 'method' && !ofClass);
      expect(namesUnder('Methods').toSorted()).to.deep.equal(names(methods));
    });

    it('names every event', () => {
      expect(namesUnder('Events').toSorted()).to.deep.equal(names(element?.events));
    });

    it('names every slot', () => {
      const slots = names(element?.slots).filter(Boolean);
      expect(namesUnder('Slots').toSorted()).to.deep.equal(slots);
      expect(tablesUnder('Slots')[0]?.[0]).to.equal('(default)');
    });

    it('names every state', () => {
      expect(namesUnder('States').toSorted()).to.deep.equal(names(element?.cssStates));
    });

    it('names every part', () => {
      expect(namesUnder('Parts').toSorted()).to.deep.equal(names(element?.cssParts));
    });

    it('names every custom property with its default', () => {
      const told = tablesUnder('Custom properties').map(([name = '', , value = '']) => [name, value].map(unquoted));
      const documented = element?.cssProperties.map(({ name, default: value }) => [name, value]);
      expect(told).to.have.deep.members(documented ?? []);
    });

    it('names every custom property that the built element reads', () => {
      const script = readFileSync('dist/job-application.js', 'utf8');
      const found = new Set(script.match(/--job-application-[a-z-]+/g));
      expect(namesUnder('Custom properties').toSorted()).to.deep.equal([...found].toSorted());
    });
  });

  it('shows no block that nothing checks', () => {
    const checked = [
      'sh',
      'sh relay',
      'css',
      'css reserve',
      'http',
      'http dropbox',
      'http google-drive',
      'html page',
      'text parts',
      'js analytics',
      'js announce',
      'js steps',
      'js own-request',
      'js endpoint',
    ];
    checked.push('js field-type', 'json own-fields', 'json application', 'json reply 422', 'json reply 201');
    checked.push('json posting', 'json fields', 'json rules', 'js greenhouse');
    const kinds = snippets.map(({ language, subject }) => `${language} ${subject}`.trim());
    expect(kinds.filter((kind) => !checked.includes(kind))).to.deep.equal([]);
    expect(kinds).to.include.members(checked);
  });

  it('names commands that exist', () => {
    const commands = [...readme.matchAll(/npm (run )?([\w:-]+)/g)].map(([, run, name = '']) => ({ run, name }));
    const known = ['ci', 'install', 'pack', 'start', 'test'];
    for (const { run, name } of commands) {
      expect(run ? Object.keys(packageJson.scripts) : known, `npm ${run ?? ''}${name}`).to.include(name);
    }
    expect(snippet('sh', '')).to.equal('npm ci && npm start\nnpm ci && npm test\n');
  });

  it('names the file that npm pack makes', () => {
    expect(readme).to.include(`${packageJson.name}-${packageJson.version}.tgz`);
  });

  it('names built files that are there', () => {
    expect(namesUnder('Embedding').filter((file) => !existsSync(`dist/${file}`))).to.deep.equal([]);
  });

  it('names every variable that the receiver reads', () => {
    const settings = readFileSync('demo/receiver/settings.js', 'utf8');
    const variables = new Set([...settings.matchAll(/env(?:\[|, )'([A-Z_]+)'/g)].map(([, name = '']) => name));
    const told = namesUnder('The receiver').filter((name) => /^[A-Z_]+$/.test(name));
    expect(told.toSorted()).to.deep.equal([...variables].toSorted());
  });
});

describe('the documents', () => {
  for (const path of ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']) {
    it(`leads from ${path} to places that exist`, () => {
      const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
      const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
      const missing = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(link, text));
      expect(missing).to.deep.equal([]);
    });
  }

  it('names the version of the package in CHANGELOG.md', () => {
    const { version } = read<{ version: string }>('package.json');
    expect(/^## (\S+?),? /m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1]).to.equal(version);
  });

  it('embeds the element in three lines', () => {
    expect(snippetsOf('html', 'page')[0]?.text.trim().split('\n')).to.have.lengthOf(3);
  });
});

function unquoted(code: string): string {
  return code.replace(/^`(.*)`$/, '$1');
}

/** A file of the repository, or a heading of the document as GitHub makes an anchor of it. */
function leadsSomewhere(link: string, document: string): boolean {
  if (!link.startsWith('#')) return existsSync(link);
  const anchors = [...document.matchAll(/^#+ (.*)$/gm)].map(
    ([, heading = '']) =>
      `#${heading
        .toLowerCase()
        .replaceAll(' ', '-')
        .replaceAll(/[^\w-]/g, '')}`,
  );
  return anchors.includes(link);
}
