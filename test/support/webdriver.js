import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A browser driven by W3C WebDriver.
 * @typedef {object} WebDriverSession
 * @property {(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<any>} send a command, by its path in the session
 * @property {() => Promise<void>} end
 */

/**
 * Starts a driver and through it a browser, on a display of its own where the machine has none.
 * @param {{ driver: string, capabilities: object }} options
 * @returns {Promise<WebDriverSession>}
 */
export async function startWebDriver({ driver, capabilities }) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const end = () => children.reverse().forEach((child) => child.kill());
  /** @param {string} command @param {string[]} parameters */
  const start = (command, parameters) => {
    const child = spawn(command, parameters, { stdio: 'ignore', env });
    child.on('error', (error) => console.error(`${command} does not start: ${error.message}`));
    children.push(child);
  };

  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NO_AT_BRIDGE: '1' };
  env['XDG_RUNTIME_DIR'] ??= mkdtempSync(join(tmpdir(), 'webdriver-'));
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    const display = freeDisplay();
    env['DISPLAY'] = `:${display}`;
    // Without a window manager the window under the pointer has the focus, and the pointer is in the middle of the screen:
    // on a small one every window is there.
    start('Xvfb', [`:${display}`, '-screen', '0', '800x600x24', '-nolisten', 'tcp']);
    await until(() => existsSync(displaySocket(display)), 'Xvfb');
  }
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  start(driver, [`--port=${port}`, '--host=127.0.0.1']);
  try {
    await until(() => fetch(`${origin}/status`).then(Boolean, () => false), driver);
    const { sessionId } = await command(origin, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const base = `${origin}/session/${sessionId}`;
    return {
      send: (method, path, body) => command(base, method, path, body),
      async end() {
        await command(base, 'DELETE', '').catch(() => undefined); // the browser may have gone before
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** @param {string} base @param {string} method @param {string} path @param {object} [body] */
async function command(base, method, path, body = {}) {
  const response = await fetch(base + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/** @param {() => boolean | Promise<boolean>} condition @param {string} who */
async function until(condition, who) {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await delay(50);
  }
  throw new Error(`${who} did not start within 10 seconds.`);
}

/** @param {number} display */
function displaySocket(display) {
  return `/tmp/.X11-unix/X${display}`;
}

function freeDisplay() {
  let display = 90;
  while (existsSync(displaySocket(display))) display++;
  return display;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
