// Runs every check of the project, or those named: `node test/run.js lint types`. The last line says `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChrome } from './support/find-chrome.js';

/**
 * One check: an npm script that can be run alone. It counts as one, passed or failed, unless it `counts` its tests through TEST_COUNTS.
 * @typedef {{ name: string, script: string, counts?: true, browser?: true }} Check
 * @typedef {{ passed: number, failed: number, output: string }} Result
 */

/**
 * The quick ones first. `manifest` and `locales` compare what is committed with what would be generated, so they come before `build`,
 * which generates it; all that follows `build` needs `dist`.
 * @type {Check[]}
 */
const checks = [
  { name: 'format', script: 'check:format' },
  { name: 'manifest', script: 'check:manifest' },
  { name: 'locales', script: 'check:locales' },
  { name: 'types', script: 'check:types' },
  { name: 'lint', script: 'check:lint' },
  { name: 'build', script: 'build' },
  { name: 'package', script: 'check:package' },
  { name: 'size', script: 'check:size' },
  { name: 'node', script: 'test:node', counts: true },
  { name: 'kills', script: 'test:kills', counts: true },
  { name: 'unit', script: 'test:unit', counts: true, browser: true },
  { name: 'browser', script: 'test:browser', counts: true, browser: true },
  { name: 'stories', script: 'test:stories', counts: true, browser: true },
  { name: 'look', script: 'check:look', browser: true },
];

const timeoutMs = 10 * 60_000;

const scratch = mkdtempSync(join(tmpdir(), 'checks-'));
try {
  await runAll(checksNamed(process.argv.slice(2)));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @param {string[]} names none means all @returns {Check[]} */
function checksNamed(names) {
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length) {
    console.error(
      `No check is named ${unknown.join(', ')}. There are: ${checks.map((check) => check.name).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length ? checks.filter((check) => names.includes(check.name)) : checks;
}

/** @param {Check[]} selected */
async function runAll(selected) {
  const noBrowser = selected.some((check) => check.browser) ? lookForBrowser() : undefined;
  const total = { passed: 0, failed: 0 };
  for (const check of selected) {
    const startedAt = Date.now();
    const result = check.browser && noBrowser ? { passed: 0, failed: 1, output: noBrowser } : await run(check);
    report(check, result, Date.now() - startedAt);
    total.passed += result.passed;
    total.failed += result.failed;
  }
  process.exitCode = total.failed || !total.passed ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}

/** Before anything else runs: who has no browser should learn it now. @returns {string | undefined} why there is none */
function lookForBrowser() {
  try {
    process.env['CHROME_PATH'] = findChrome();
    return undefined;
  } catch (error) {
    const reason = /** @type {Error} */ (error).message;
    console.error(reason);
    return reason;
  }
}

/** @param {Check} check @returns {Promise<Result>} */
async function run(check) {
  const countsPath = join(scratch, check.name);
  const { ok, output } = await runScript(check.script, { ...process.env, TEST_COUNTS: countsPath });
  if (!check.counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
  const counts = readCounts(countsPath);
  if (!counts) return { passed: 0, failed: 1, output: `${output}\nIt ended without counting its tests.` };
  if (!counts.passed && !counts.failed) return { passed: 0, failed: 1, output: `${output}\nIt ran no test.` };
  return { passed: counts.passed, failed: counts.failed || (ok ? 0 : 1), output };
}

/** @param {string} script @param {NodeJS.ProcessEnv} env @returns {Promise<{ ok: boolean, output: string }>} */
function runScript(script, env) {
  return new Promise((resolve) => {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    // On Windows npm is a batch file, which only a shell can start.
    const shell = process.platform === 'win32';
    const child = spawn('npm', ['run', '--silent', script], {
      cwd,
      env,
      shell,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => {
      const stopped = signal ? `\nStopped by ${signal}; a check may take ${timeoutMs / 60_000} minutes.` : '';
      resolve({ ok: code === 0, output: output + stopped });
    });
  });
}

/** @param {string} path @returns {{ passed: number, failed: number } | undefined} */
function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // the runner ended before it could count: reported as a failure above
  }
}

/** @param {Check} check @param {Result} result @param {number} elapsedMs */
function report(check, { passed, failed, output }, elapsedMs) {
  const mark = failed ? '✗' : '✓';
  const counts = check.counts ? `${passed} passed, ${failed} failed` : failed ? 'failed' : 'passed';
  console.log(`${mark} ${check.name.padEnd(9)} ${counts}  (${(elapsedMs / 1000).toFixed(1)} s)`);
  if (failed) console.log(output.trim().replace(/^/gm, '    '));
}
