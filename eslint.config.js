import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const layers = ['posting', 'form', 'adapters', 'transport', 'drafts', 'localization', 'ui'];

/** Which layer may import which, and which packages; `typesFrom` may be imported as types alone. */
const mayImport = {
  posting: { packages: ['zod/mini'] },
  form: { layers: ['posting'], packages: ['zod/mini'] },
  adapters: { layers: ['posting', 'form'], packages: ['zod/mini'] },
  transport: { layers: ['posting', 'form'], packages: ['zod/mini'] },
  drafts: { layers: ['posting', 'form'], packages: ['zod/mini'] },
  localization: { typesFrom: ['posting', 'form'], packages: ['@lit/localize', '@lit/localize/.*'] },
  ui: {
    layers,
    packages: [
      'lit',
      'lit/.*',
      '@lit/localize',
      'zod/mini',
      'dompurify',
      'micromark',
      'micromark/.*',
      'libphonenumber-js/min',
      'altcha-lib',
      'altcha-lib/.*',
    ],
  },
};

const unsafePackages = [
  {
    regex: '^zod(?!/mini$)',
    message: 'Only `zod/mini` ships: classic zod is three times its size and probes `new Function`.',
  },
  { regex: '^lit/directives/unsafe-', message: 'HTML goes through the sanitiser.' },
  {
    regex: '^lit/directives/style-map',
    message: 'styleMap sets a style attribute, which a strict style-src refuses. Use a class.',
  },
];

const unsafeSyntax = [
  {
    selector: 'ImportDeclaration[source.value="zod/mini"] > ImportSpecifier[imported.name="z"]',
    message: "Write `import * as z from 'zod/mini'`: a named `z` drags in every locale of zod.",
  },
  {
    selector: 'CallExpression[callee.object.name="z"][callee.property.name="config"]',
    message: 'z.config() writes a global that every zod on the page shares.',
  },
  {
    selector:
      ':matches(AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/], ' +
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/], ' +
      'TemplateElement[value.raw=/\\.(inner|outer)HTML=/])',
    message: 'HTML goes through the sanitiser.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(\\sstyle=|<style)/]',
    message: 'A style attribute or element in a template is refused by a strict style-src. Use a class.',
  },
  {
    selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message: 'Module state is shared by every element of the page. Keep it in an instance.',
  },
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > CallExpression[callee.name="msg"]',
    message: 'A sentence made at import never changes its language.',
  },
];

const typeTests = {
  selector: 'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[object.name="field"][property.name="type"]',
  message: 'Shared code asks the kind of the field, not its type.',
};

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.storybook-static', '.data']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'test/tsconfig.node.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Lit takes `@click=${this.method}` and binds it.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Generated, with directives for whatever the words may hold.
    files: ['src/localization/locales/*.ts'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // It runs in the page.
    files: ['test/support/hostile-probe.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/{transport,ui,drafts}/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', ...network],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis'].flatMap((object) => network.map((property) => ({ object, property }))),
        { object: 'navigator', property: 'sendBeacon' },
        ...['getElementById', 'querySelector', 'querySelectorAll'].map((property) => ({
          object: 'document',
          property,
          message: 'Look in the render root: the element lives in a shadow root, perhaps in another document.',
        })),
      ],
      'no-restricted-syntax': ['error', ...unsafeSyntax, typeTests],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: unsafePackages }],
    },
  },
  Object.entries(mayImport).map(([layer, allowed]) => ({
    files: [`src/${layer}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: importRules(layer, allowed) }] },
  })),
  {
    files: ['src/transport/**/*.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/posting/kinds/**/*.ts', 'src/ui/fields/**/*.ts', 'src/adapters/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeSyntax] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `expect(x).to.be.true` is a statement of chai's.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types of @open-wc/semantic-dom-diff say that chai's `equal` returns a promise; it returns none.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: '@types/chai', name: 'Equal' }] },
      ],
      'no-restricted-properties': [
        'error',
        ...['it', 'describe'].flatMap((object) => ['only', 'skip'].map((property) => ({ object, property }))),
      ],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['test/ui/**/*.ts'],
    ignores: ['test/ui/support/wait-until.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil'],
          message: 'It gives up after a second, which a busy machine may need: test/ui/support/wait-until.ts.',
        },
      ],
    },
  },
);

/** @returns patterns of what `layer` must not import: other packages, other layers, the entry points above it. */
function importRules(layer, { layers: below = [], typesFrom = [], packages }) {
  const others = layers.filter((other) => other !== layer && !below.includes(other));
  const typesOnly = others.filter((other) => typesFrom.includes(other));
  const forbidden = others.filter((other) => !typesFrom.includes(other));
  const folder = (names) => `^(\\.\\./)+(${names.join('|')})/`;
  return [
    ...unsafePackages,
    { regex: `^(?!\\.|(${packages.join('|')})$)`, message: `${layer} may import ${packages.join(', ')} alone.` },
    { regex: '^(\\.\\./)+(define|server|ssr|cli)\\.js$', message: 'Entry points import layers, not the reverse.' },
    ...(forbidden.length ? [{ regex: folder(forbidden), message: `${layer} must not know this layer.` }] : []),
    ...(typesOnly.length
      ? [{ regex: folder(typesOnly), allowTypeImports: true, message: `${layer} takes types from it alone.` }]
      : []),
  ];
}
