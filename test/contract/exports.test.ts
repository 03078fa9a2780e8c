import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { expect } from 'chai';

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | { types: string; default: string }>;
  sideEffects: string[];
  customElements: string;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** What a script tag loads: made for browsers alone, so Node can't import them. */
const forScriptTags = ['./job-application.js', './job-application.global.js'];

/** Importable as this package's users import it, from its own name. */
const importPath = (entry: string) => `${manifest.name}${entry.slice(1)}`;

const systems = ['greenhouse', 'lever', 'ashby', 'workable', 'recruitee', 'smartrecruiters'];

const publicNames: Record<string, string[]> = {
  ...Object.fromEntries(systems.map((name) => [`./adapters/${name}.js`, ['readReply', 'toPayload', 'toPosting']])),
  './adapters/schema-org.js': ['toPosting'],
  '.': [
    'ConfigError',
    'JobApplication',
    'JobApplicationError',
    'JobApplicationDraftEvent',
    'JobApplicationErrorEvent',
    'JobApplicationFailedEvent',
    'JobApplicationInvalidEvent',
    'JobApplicationLoadEvent',
    'JobApplicationProgressEvent',
    'JobApplicationSentEvent',
    'JobApplicationStepEvent',
    'JobApplicationSubmitEvent',
    'LoadError',
    'PostingError',
  ],
  './define.js': ['JobApplication'],
  './server.js': [
    'AdapterError',
    'JobApplicationError',
    'PostingError',
    'adaptPosting',
    'closingOf',
    'describeIssues',
    'formatNames',
    'loadAdapter',
    'parsePosting',
    'planPosting',
    'readApplication',
    'recognise',
    'reservedNames',
    'toJobPosting',
    'validateApplication',
  ],
};

describe('the exports of the package', () => {
  for (const [entry, target] of Object.entries(manifest.exports)) {
    it(`has the file of ${entry}`, () => {
      expect(existsSync(typeof target === 'string' ? target : target.default)).to.equal(true);
    });

    if (typeof target === 'string') continue;

    it(`has the types of ${entry}`, () => {
      expect(existsSync(target.types)).to.equal(true);
    });

    if (forScriptTags.includes(entry)) continue;

    it(`exports from ${entry} the names that are promised, in plain Node`, () => {
      expect(namesIn(entry)).to.deep.equal(publicNames[entry]?.toSorted());
    });
  }

  it('registers no element when its index is imported', () => {
    const script = `
      globalThis.customElements = { define() { throw new Error('registered'); }, get() {} };
      await import('${manifest.name}');`;
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' }),
    ).not.to.throw();
  });

  it('carries the version of the package', () => {
    expect(evaluate(`(await import('${manifest.name}')).JobApplication.version`)).to.equal(manifest.version);
  });

  it('names files with side effects that exist', () => {
    expect(manifest.sideEffects.filter((path) => !existsSync(path))).to.deep.equal([]);
  });

  it('names the manifest of its elements', () => {
    expect(existsSync(manifest.customElements)).to.equal(true);
  });
});

function namesIn(entry: string): string[] {
  return (evaluate(`Object.keys(await import('${importPath(entry)}'))`) as string[]).toSorted();
}

/** In a process of its own: no loader of the tests', nothing imported before. */
function evaluate(expression: string): unknown {
  const script = `console.log(JSON.stringify(${expression}))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}
