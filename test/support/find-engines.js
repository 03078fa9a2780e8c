import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const packages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];

/**
 * The executables that the tests in other engines need: those of this machine, or, where we are root on Debian, those
 * that apt-get installs now.
 * @returns {{ firefox: string, webkit: { browser: string, driver: string } }}
 * @throws {Error} that says what to install
 */
export function findEngines() {
  if (missing().length > 0) install();
  const lacking = missing();
  if (lacking.length > 0) {
    throw new Error(
      `Not found: ${lacking.join(', ')}. On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${packages.join(' ')}`,
    );
  }
  const [firefox, driver, browser] = [findFirefox(), onPath('WebKitWebDriver'), findMiniBrowser()];
  return /** @type {ReturnType<typeof findEngines>} */ ({ firefox, webkit: { browser, driver } });
}

/** @returns {string[]} */
function missing() {
  const hasDisplay = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] || onPath('Xvfb');
  return [
    ...(findFirefox() ? [] : ['Firefox']),
    ...(onPath('WebKitWebDriver') && findMiniBrowser() ? [] : ['WebKitGTK with its WebDriver']),
    ...(hasDisplay ? [] : ['a display, or Xvfb']),
  ];
}

function install() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.error(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', parameters, { stdio: ['ignore', 2, 2], env });
  }
}

function findFirefox() {
  return process.env['FIREFOX_PATH'] ?? onPath('firefox-esr') ?? onPath('firefox');
}

/** WebKitGTK's own browser, which no PATH leads to. */
function findMiniBrowser() {
  const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter((folder) => existsSync(folder));
  return libraries
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) => join(folder, version, 'MiniBrowser')),
    )
    .find(isExecutable);
}

/** @param {string} name */
function onPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent, or not ours to run
  }
}
