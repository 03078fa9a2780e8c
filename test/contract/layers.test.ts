import { expect } from 'chai';
import { ESLint } from 'eslint';

/**
 * The rules that keep the layers apart are only as good as their patterns, so each is shown code that breaks it.
 * The type-checked rules want files that exist; they are of no interest here.
 */
const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => /restricted/.test(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
});

async function findings(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `src/${path}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const imports = '@typescript-eslint/no-restricted-imports';

const refused: [title: string, path: string, code: string, rule: string][] = [
  ['posting importing form', 'posting/a.ts', "import '../form/a.js';", imports],
  ['a kind importing form', 'posting/kinds/a.ts', "import '../../form/a.js';", imports],
  ['posting importing Lit', 'posting/a.ts', "import 'lit';", imports],
  ['posting importing classic zod', 'posting/a.ts', "import * as z from 'zod';", imports],
  ['posting importing the types of form', 'posting/a.ts', "import type { A } from '../form/a.js';", imports],
  ['form importing transport', 'form/a.ts', "import '../transport/a.js';", imports],
  ['an adapter importing transport', 'adapters/a.ts', "import '../transport/a.js';", imports],
  ['transport importing localization', 'transport/a.ts', "import '../localization/a.js';", imports],
  ['transport importing drafts', 'transport/uploads/a.ts', "import '../../drafts/a.js';", imports],
  ['drafts importing ui', 'drafts/a.ts', "import '../ui/a.js';", imports],
  ['localization importing values of posting', 'localization/a.ts', "import { a } from '../posting/a.js';", imports],
  ['localization importing Lit', 'localization/a.ts', "import { html } from 'lit';", imports],
  ['ui importing an entry point', 'ui/a.ts', "import '../define.js';", imports],
  ['ui importing classic zod', 'ui/a.ts', "import * as z from 'zod';", imports],
  ['ui importing unsafeHTML', 'ui/a.ts', "import 'lit/directives/unsafe-html.js';", imports],
  ['ui importing styleMap', 'ui/a.ts', "import 'lit/directives/style-map.js';", imports],
  ['ui fetching', 'ui/a.ts', "fetch('/');", 'no-restricted-globals'],
  ['ui fetching through window', 'ui/a.ts', "window.fetch('/');", 'no-restricted-properties'],
  ['ui looking in the document', 'ui/a.ts', "document.getElementById('a');", 'no-restricted-properties'],
  ['a named z', 'posting/a.ts', "import { z } from 'zod/mini';", 'no-restricted-syntax'],
  ['z.config()', 'posting/a.ts', 'z.config({});', 'no-restricted-syntax'],
  ['an assignment to innerHTML', 'ui/a.ts', "node.innerHTML = '';", 'no-restricted-syntax'],
  ['innerHTML bound in a template', 'ui/a.ts', 'html`<p .innerHTML=${a}></p>`;', 'no-restricted-syntax'],
  ['a style attribute in a template', 'ui/a.ts', 'html`<p style="color: red"></p>`;', 'no-restricted-syntax'],
  ['mutable module state', 'form/a.ts', 'export let a = 1;', 'no-restricted-syntax'],
  ['a sentence made at import', 'localization/a.ts', "const a = msg('A');", 'no-restricted-syntax'],
  ['a test of the type in shared code', 'form/a.ts', "field.type === 'text';", 'no-restricted-syntax'],
];

const allowed: [title: string, path: string, code: string][] = [
  ['posting importing zod/mini', 'posting/a.ts', "import * as z from 'zod/mini';"],
  ['form importing posting', 'form/a.ts', "import '../posting/a.js';"],
  ['transport fetching', 'transport/a.ts', "fetch('/');"],
  ['localization importing types of posting', 'localization/a.ts', "import type { A } from '../posting/a.js';"],
  [
    'ui importing Lit and every layer',
    'ui/fields/a.ts',
    "import 'lit'; import '../../transport/a.js'; import '../controllers/a.js';",
  ],
  ['a field view testing the type', 'ui/fields/a.ts', "field.type === 'text';"],
];

describe('the rules between layers', () => {
  for (const [title, path, code, rule] of refused) {
    it(`refuse ${title}`, async () => {
      expect(await findings(path, code)).to.include(rule);
    });
  }

  for (const [title, path, code] of allowed) {
    it(`allow ${title}`, async () => {
      expect(await findings(path, code)).to.deep.equal([]);
    });
  }
});
