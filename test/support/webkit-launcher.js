import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startWebDriver } from './webdriver.js';

/** @typedef {import('./webdriver.js').WebDriverSession} WebDriverSession */

/** Keys by the names of the UI Events standard, as WebDriver wants them. */
const keys = /** @type {Readonly<Record<string, string>>} */ ({
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
});

const buttons = { left: 0, middle: 1, right: 2 };

/** In the page: the first element that a selector finds, in whatever open shadow root. */
const findDeeply = `
  const find = (root) => root.querySelector(arguments[0]) ??
    [...root.querySelectorAll('*')].reduce((found, { shadowRoot }) => found ?? (shadowRoot && find(shadowRoot)), null);
  return find(document);`;

/**
 * Runs the tests in WebKitGTK's MiniBrowser. It says that it is of puppeteer's kind and gives pages that do as much of
 * what puppeteer's do as the runner's own commands and `upload` ask of them.
 * @param {{ browser: string, driver: string }} executables
 * @returns {import('@web/test-runner').BrowserLauncher}
 */
export function webkitLauncher({ browser, driver }) {
  /** @type {Promise<WebDriverSession> | undefined} */
  let starting;
  /** @type {Map<string, string>} URLs by session */
  const active = new Map();
  const start = () =>
    startWebDriver({
      driver,
      capabilities: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
    });
  const webdriver = () => (starting ??= start());
  const page = pageOf(webdriver);

  const launcher = {
    name: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,
    getPage: () => page,
    /** @param {string} id @param {string} url */
    async startSession(id, url) {
      await page.setViewport({ width: 800, height: 600 });
      active.set(id, url);
      await (await webdriver()).send('POST', '/url', { url });
    },
    /** @param {string} id */
    isActive: (id) => active.has(id),
    /** @param {string} id */
    getBrowserUrl: (id) => active.get(id) ?? '',
    /** @param {string} id */
    async stopSession(id) {
      active.delete(id);
      await (await webdriver()).send('POST', '/url', { url: 'about:blank' });
      return {};
    },
    startDebugSession() {
      return Promise.reject(new Error('WebKitGTK has no debug session; use --manual and open the page in it.'));
    },
    async stop() {
      await (await starting)?.end();
    },
  };
  return launcher;
}

/** @param {() => Promise<WebDriverSession>} webdriver */
function pageOf(webdriver) {
  /** @param {string} path @param {object} [body] */
  const post = async (path, body) => (await webdriver()).send('POST', path, body);
  /** @param {string} script @param {unknown[]} parameters */
  const run = (script, ...parameters) => post('/execute/sync', { script, args: parameters });
  /** @param {object[]} actions */
  const press = (...actions) => post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  /** @param {object[]} actions */
  const point = (...actions) =>
    post('/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  /** @param {'keyDown' | 'keyUp'} type @param {string} key */
  const keyAction = (type, key) => ({ type, value: keys[key] ?? key });
  /** @param {'pointerDown' | 'pointerUp'} type @param {{ button?: keyof typeof buttons }} [options] */
  const buttonAction = (type, { button = 'left' } = {}) => ({ type, button: buttons[button] });
  /** @param {number} x @param {number} y */
  const moveAction = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });

  return {
    /** The window has a toolbar, and cannot be narrower than that. @param {{ width: number, height: number }} size */
    async setViewport({ width, height }) {
      for (let tries = 0; tries < 4; tries++) {
        const [innerWidth, innerHeight] = await run('return [innerWidth, innerHeight]');
        if (innerWidth === width && innerHeight === height) return;
        const window = await (await webdriver()).send('GET', '/window/rect');
        await post('/window/rect', {
          width: window.width + width - innerWidth,
          height: window.height + height - innerHeight,
        });
        await delay(100); // the window manager tells nobody when it is done
      }
    },
    keyboard: {
      /** @param {string} text */
      type: (text) => press(...[...text].flatMap((key) => [keyAction('keyDown', key), keyAction('keyUp', key)])),
      /** @param {string} key */
      press: (key) => press(keyAction('keyDown', key), keyAction('keyUp', key)),
      /** @param {string} key */
      down: (key) => press(keyAction('keyDown', key)),
      /** @param {string} key */
      up: (key) => press(keyAction('keyUp', key)),
    },
    mouse: {
      /** @param {number} x @param {number} y */
      move: (x, y) => point(moveAction(x, y)),
      /** @param {number} x @param {number} y @param {{ button?: keyof typeof buttons }} [options] */
      click: (x, y, options) =>
        point(moveAction(x, y), buttonAction('pointerDown', options), buttonAction('pointerUp', options)),
      /** @param {{ button?: keyof typeof buttons }} [options] */
      down: (options) => point(buttonAction('pointerDown', options)),
      /** @param {{ button?: keyof typeof buttons }} [options] */
      up: (options) => point(buttonAction('pointerUp', options)),
      reset: async () => (await webdriver()).send('DELETE', '/actions'),
    },
    /** @param {string} selector */
    async waitForSelector(selector) {
      const found = await run(findDeeply, selector.replace(/^>>> /, ''));
      if (!found) return null;
      const [id] = Object.values(found);
      return {
        /** @param {string[]} files */
        uploadFile: (...files) => post(`/element/${id}/value`, { text: files.map((file) => resolve(file)).join('\n') }),
      };
    },
  };
}
