import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.js';
import { startFaultServer, type FaultServer } from '../support/faults/fault-server.js';
import { linesOf, runTrials } from '../support/faults/run-trials.js';
import { figuresOf, promises, type Verdict } from '../support/faults/tally.js';
import { attempt, openHurried, type Trial } from '../support/faults/visit.js';

type Promised = (typeof promises)[number];

const trial: Trial = { plan: ['403'], origin: 'own', honoursKey: false, idempotency: 'auto' };

/** How an element, or the page around it, could do wrong, and what then has to be found. */
const wrongs: readonly {
  readonly what: string;
  readonly trial?: Partial<Trial>;
  /** Runs in the page before the element is there. */
  readonly sabotage: () => void;
  readonly found: readonly Promised[];
}[] = [
  {
    what: 'nothing is sent, and it is said that it was',
    sabotage: () => {
      document.addEventListener('job-application-submit', (event) =>
        event.respondWith(Promise.resolve(new Response('{"id": "1"}', { status: 201 }))),
      );
    },
    found: ['lost', 'shown as sent that were not'],
  },
  {
    what: 'one press sends it twice',
    trial: { plan: [] },
    sabotage: () => {
      const { send } = XMLHttpRequest.prototype;
      XMLHttpRequest.prototype.send = function (body) {
        if (body instanceof FormData) {
          const again = new FormData();
          for (const [name, value] of body) again.append(name, value);
          const address = document.querySelector('job-application')?.action ?? '';
          void fetch(address, { method: 'POST', body: again }).then(() => send.call(this, body));
        } else {
          send.call(this, body);
        }
      };
    },
    found: ['doubled by the element'],
  },
  {
    what: 'each attempt has a key of its own',
    trial: { plan: ['500 after it was stored'], honoursKey: true, idempotency: 'field' },
    sabotage: () => {
      const { append } = FormData.prototype as { append: (name: string, value: string) => void };
      FormData.prototype.append = function (this: FormData, name: string, value: string | Blob): void {
        append.call(this, name, (name === '_idempotency_key' ? crypto.randomUUID() : value) as string);
      };
    },
    found: ['stored twice under a key'],
  },
  {
    what: 'it is stored, and said not to be',
    trial: { plan: ['stored, never answered'] },
    sabotage: () => {
      document.addEventListener(
        'job-application-failed',
        ({ failure }) => Object.assign(failure, { fate: 'not-stored' }),
        { capture: true },
      );
    },
    found: ['said not to be stored that were'],
  },
  {
    what: 'an answer goes with the failure',
    sabotage: () => {
      document.addEventListener('job-application-failed', ({ target }) => {
        const input = (target as Element).shadowRoot!.querySelector<HTMLInputElement>('[name=f-name]')!;
        input.value = 'Zoë';
        input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      });
    },
    found: ['answers or files gone'],
  },
  {
    what: 'the file goes with the failure',
    sabotage: () => {
      document.addEventListener('job-application-failed', ({ target }) =>
        (target as Element).shadowRoot!.querySelector<HTMLElement>('[part~=file] button')!.click(),
      );
    },
    // The button that takes the file away takes the focus with it.
    found: ['answers or files gone', 'without an outcome'],
  },
  {
    what: 'what came of it is not in view',
    sabotage: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('job-application::part(status) { display: none }');
      document.adoptedStyleSheets.push(sheet);
    },
    found: ['without an outcome'],
  },
  {
    what: 'what came of it does not take the focus',
    sabotage: () => {
      document.addEventListener('job-application-failed', ({ target }) =>
        ((target as Element).shadowRoot!.activeElement as HTMLElement).blur(),
      );
    },
    found: ['without an outcome'],
  },
  {
    what: 'it never gets through',
    trial: { plan: [] },
    sabotage: () => {
      document.addEventListener('job-application-submit', (event) =>
        event.respondWith(Promise.resolve(new Response('', { status: 403 }))),
      );
    },
    found: ['never confirmed'],
  },
];

describe('the tally of what faults do to applications', () => {
  let browser: Browser;
  let server: FaultServer;

  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startFaultServer()]);
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  it('finds nothing where nothing is wrong', async () => {
    expect(await applyWith(() => undefined, trial)).to.deep.include({ breaches: [] });
  });

  for (const { what, sabotage, found, trial: more } of wrongs) {
    it(`counts, and names, that ${what}`, async () => {
      const sabotaged = { ...trial, ...more };
      const verdict = await applyWith(sabotage, sabotaged);
      expect([...new Set(verdict.breaches.map(({ promise }) => promise))].sort()).to.deep.equal([...found].sort());
      const figures = figuresOf([verdict, { breaches: [], presses: 1, resent: 0 }]);
      expect(figures).to.match(/^2 applications, /);
      for (const promise of promises) {
        expect(figures.split(', ')).to.include(`${found.includes(promise) ? 1 : 0} ${promise}`);
      }
      // What the check holds against an empty list.
      const lines = linesOf(sabotaged, verdict).join('\n');
      for (const promise of found)
        expect(lines)
          .to.contain(`[own origin, key ${sabotaged.honoursKey ? '' : 'not '}honoured`)
          .and.to.contain(promise);
    });
  }

  it('counts, and names, that nothing ever comes of it', async function () {
    this.timeout(60_000);
    const { broken, figures } = await runTrials(browser, [{ ...trial, plan: ['never answered'] }], { longestMs: 100 });
    expect(figures.split(', ')).to.include.members(['1 applications', '1 without an outcome', '0 lost']);
    expect(broken).to.deep.equal([
      'never answered [own origin, key not honoured, auto]: without an outcome (nothing has come of it after 0.1 s)',
    ]);
  });

  async function applyWith(sabotage: () => void, under: Trial): Promise<Verdict> {
    const page: Page = await openHurried(browser, server);
    await page.evaluate(sabotage);
    const verdict = await attempt(page, server, under);
    await page.close();
    return verdict;
  }
});
