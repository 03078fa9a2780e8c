// Every sentence has a translation, and what is committed (XLIFF files, locale modules) is what the source and the translations say now.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const folder = 'src/localization';
const config = JSON.parse(readFileSync(join(folder, 'lit-localize.json'), 'utf8'));
const scratch = mkdtempSync(join(tmpdir(), 'locales-'));
/** @type {string[]} */
const problems = [];
try {
  regenerate();
  for (const locale of config.targetLocales) {
    compare(join('xliff', `${locale}.xlf`), 'npm run extract');
    compare(join('locales', `${locale}.ts`), 'npm run build:locales');
    problems.push(...untranslated(locale));
  }
  for (const file of readdirSync(join(folder, 'locales'))) {
    if (!config.targetLocales.some((/** @type {string} */ locale) => file === `${locale}.ts`))
      problems.push(`locales/${file} belongs to no locale of ours.`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;

/** Extracts and builds into the scratch folder, starting from the translations at hand. */
function regenerate() {
  if (existsSync(join(folder, 'xliff'))) cpSync(join(folder, 'xliff'), join(scratch, 'xliff'), { recursive: true });
  const path = join(scratch, 'lit-localize.json');
  writeFileSync(path, JSON.stringify({ ...config, $schema: undefined, tsConfig: resolve(folder, config.tsConfig) }));
  const cli = 'node_modules/@lit/localize-tools/bin/lit-localize.js';
  for (const command of ['extract', 'build'])
    execFileSync(process.execPath, [cli, command, '--config', path], { stdio: 'pipe' });
}

/** @param {string} file @param {string} remedy */
function compare(file, remedy) {
  const committed = join(folder, file);
  const same = existsSync(committed) && readFileSync(committed, 'utf8') === readFileSync(join(scratch, file), 'utf8');
  if (!same) problems.push(`${committed} is not up to date. Run \`${remedy}\`.`);
}

/** @param {string} locale @returns {string[]} a sentence for each message that has none in this language */
function untranslated(locale) {
  const xliff = readFileSync(join(scratch, 'xliff', `${locale}.xlf`), 'utf8');
  return [...xliff.matchAll(/<trans-unit id="([^"]*)">(.*?)<\/trans-unit>/gs)]
    .filter(([, , unit]) => !/<target>.*\S.*<\/target>/s.test(unit ?? ''))
    .map(([, id]) => `xliff/${locale}.xlf: ${id} has no translation.`);
}
