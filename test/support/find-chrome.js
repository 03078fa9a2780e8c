import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/**
 * The executable of a browser of Chromium's family: `CHROME_PATH`, else one in the usual places,
 * else Debian's chromium, installed now where we are root on Debian or Ubuntu.
 * @returns {string}
 * @throws {Error} that says what to install
 */
export function findChrome() {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which is no executable file. Correct it, or unset it.`);
  }
  const found = usualPlaces().find(isExecutable) ?? installChromium();
  if (found) return found;
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge, and none was found. ' +
      `Install one (${howToInstall()}), or set CHROME_PATH to its executable.`,
  );
}

/** Chromium refuses to start as root with its sandbox. */
export const chromeArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** @returns {string[]} */
function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return ['', homedir()].flatMap((home) =>
      apps.map((app) => join(home, `/Applications/${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.flatMap((root) => (root ? programs.map((program) => join(root, program)) : []));
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ];
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin', '/opt/google/chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @returns {string | undefined} the installed executable; `undefined` where this is no Debian, we are not root, or apt fails */
function installChromium() {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return undefined;
  console.error('No browser found: installing chromium with apt-get …');
  if (!aptGet('install', '-y', '--no-install-recommends', 'chromium')) {
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', 'chromium');
  }
  return usualPlaces().find(isExecutable);
}

/** @param {string[]} parameters @returns {boolean} whether apt-get succeeded; what it says goes to stderr */
function aptGet(...parameters) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', parameters, { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** @returns {string} */
function howToInstall() {
  if (process.platform === 'darwin') return '`brew install --cask google-chrome`';
  if (process.platform === 'win32') return '`winget install Google.Chrome`';
  return '`sudo apt-get install chromium` on Debian, `sudo snap install chromium` on Ubuntu, `sudo dnf install chromium` on Fedora';
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: not a browser for us, either way
  }
}
