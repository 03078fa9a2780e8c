import type { Browser, Frame, Page } from 'puppeteer-core';
import { posting, type FaultServer, type Run } from './fault-server.js';
import { outages } from './outages.js';
import { breachesAtEnd, breachesOf, type Breach, type Told, type Verdict } from './tally.js';

/** One application under a plan of faults. */
export interface Trial {
  /** What happens to its requests, in their order. */
  readonly plan: readonly string[];
  readonly origin: 'own' | 'other';
  readonly honoursKey: boolean;
  readonly idempotency: Idempotency;
  /** Of the page's own, beside those that the element sets. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Idempotency = 'auto' | 'header' | 'field' | 'off';

/** Properties of the element. */
interface Settings {
  readonly action: string;
  readonly idempotency: Idempotency;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nothing is kept unless it says so. */
  readonly draft?: 'session';
}

/** How much faster time passes in the page than here: the limits of half a minute and more are waited out. */
const haste = 30;

const hurry = `{
  const haste = ${haste};
  const { setTimeout: later, setInterval: often } = window;
  window.setTimeout = (run, ms = 0, ...more) => later(run, ms / haste, ...more);
  window.setInterval = (run, ms = 0, ...more) => often(run, ms / haste, ...more);
  const now = performance.now.bind(performance);
  performance.now = () => now() * haste;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => timeout(ms / haste);
}`;

/** A page in which the element can stand, for somebody who has not been there. */
export async function openPage(
  browser: Browser,
  { origins }: Pick<FaultServer, 'origins'>,
  ...scripts: readonly string[]
): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  for (const script of ['globalThis.__name = (named) => named', ...scripts]) await page.evaluateOnNewDocument(script);
  await page.goto(origins[0]);
  await untilDefined(page);
  return page;
}

/** The same, in which time passes faster. */
export function openHurried(browser: Browser, server: Pick<FaultServer, 'origins'>): Promise<Page> {
  return openPage(browser, server, hurry);
}

export async function untilDefined(page: Page): Promise<void> {
  await page.waitForFunction(() => customElements.get('job-application') !== undefined);
}

/** Applies once, and again by hand until it is confirmed; holds every promise against what the receiver has. */
export async function attempt(page: Page, server: FaultServer, trial: Trial): Promise<Verdict> {
  const { id, run } = server.begin(trial.plan, trial.honoursKey);
  const action = `${server.origins[trial.origin === 'own' ? 0 : 1]}/apply/${id}`;
  await draw(page, { action, idempotency: trial.idempotency, headers: trial.headers ?? {} });
  const breaches: Breach[] = [];
  const isHonoured = trial.honoursKey && trial.idempotency !== 'off';
  let state = '';
  let presses = 0;
  // Another application from there on, whose key says which one it is to replace: what is stored of that counts no more.
  let replaced: ReadonlySet<string> = new Set();
  const stored = (): number => [...run.stored].filter((each) => !replaced.has(each)).length;
  // A plan is used up by that many requests; after it, the endpoint is well.
  for (; presses <= trial.plan.length && state !== 'sent';) {
    presses += 1;
    const before = { sent: run.sent.size, stored: stored() };
    const met = await pressThrough(page, server, run);
    state = met.state;
    breaches.push(...met.breaches);
    // What the browser repeats by itself the element never hears of: only the last answer comes to it.
    const isRepeated = run.requests > run.sent.size;
    if (!isRepeated) breaches.push(...breachesOf(met, { stored: stored(), sent: run.sent.size, before, isHonoured }));
    // What the endpoint found wrong is put right, so that it can be sent again.
    if (state !== 'invalid') continue;
    await page.evaluate(mend);
    replaced = new Set(run.stored);
  }
  breaches.push(...breachesAtEnd(state, stored(), isHonoured));
  await page.evaluate(() => document.querySelector('job-application')?.remove());
  return { breaches, presses, resent: run.requests - run.sent.size };
}

interface Met extends Told {
  readonly breaches: readonly Breach[];
}

/** Presses under the outage that the plan has next, if it is one. */
async function pressThrough(page: Page, server: FaultServer, run: Run): Promise<Met> {
  const outage = outages[run.plan[0] ?? ''];
  if (!outage) return press(page);
  run.plan.shift();
  const scene = { page, server, run, requestsBefore: run.requests };
  await outage.begin(scene);
  const [met] = await Promise.all([press(page), outage.end(scene)]);
  return met;
}

/** Puts an element in and fills it in. */
export async function draw(page: Page | Frame, settings: Settings): Promise<void> {
  await page.evaluate(
    async (json, set) => {
      const element = document.createElement('job-application');
      Object.assign(element, { posting: json, draft: 'off', ...set });
      const loaded = new Promise((resolve) =>
        element.addEventListener('job-application-load', resolve, { once: true }),
      );
      document.querySelector('main')?.append(element);
      await loaded;
      element.fill({ name: 'Zoë Łukasiewicz', why: 'Because of the light.\nAnd "lenses".' });
      const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
      element.shadowRoot?.querySelector<HTMLInputElement>('[name=f-name]')?.focus();
      const data = new DataTransfer();
      data.items.add(new File(['Grinds lenses. '.repeat(500)], 'cv.txt', { type: 'text/plain', lastModified: 0 }));
      if (input) input.files = data.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      while (!element.answers['cv']) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    posting,
    settings,
  );
}

/** Presses Submit, or Try again, twice as fast as anybody, and waits for what comes of it. */
export async function press(page: Page | Frame): Promise<Met> {
  return page.evaluate(async () => {
    const element = document.querySelector('job-application');
    const root = element?.shadowRoot;
    if (!element || !root) throw new Error('There is no element.');
    const done = ['sent', 'failed', 'unconfirmed', 'invalid'];
    let fate: string | undefined;
    element.addEventListener('job-application-failed', ({ failure }) => (fate = failure.fate), { once: true });
    const button = root.querySelector<HTMLButtonElement>('button[type=submit]');
    button?.click();
    button?.click();
    const isUnderWay = (): boolean => !done.includes(element.state);
    while (!isUnderWay()) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (element.state === 'sent') break;
    }
    while (isUnderWay()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { state } = element;
    const breaches: Breach[] = [];
    const place = { sent: 'receipt', invalid: 'error-summary', failed: 'status', unconfirmed: 'status' }[
      state as 'sent'
    ];
    const told = root.querySelector<HTMLElement>(`[part~="${place}"]`);
    const unseen = (seen: string): void => void breaches.push({ promise: 'without an outcome', seen });
    if (!told?.checkVisibility() || !told.innerText.trim()) unseen(`${state}, not in view`);
    if (root.activeElement !== told && !told?.contains(root.activeElement)) unseen(`${state}, without the focus`);
    if (state !== 'sent') {
      const gone = (seen: string): void => void breaches.push({ promise: 'answers or files gone', seen });
      const { name, why, cv } = element.answers;
      const [file] = (cv ?? []) as File[];
      const text = file instanceof Blob ? await file.text() : '';
      if (!String(name).startsWith('Zoë Łukasiewicz') || why !== 'Because of the light.\nAnd "lenses".')
        gone(`${state}, an answer`);
      if (text !== 'Grinds lenses. '.repeat(500)) gone(`${state}, the file`);
      const shown = root.querySelector<HTMLInputElement>('[name=f-name]')?.value;
      if (shown !== name) gone(`${state}, an answer in view`);
    }
    return { state, fate, breaches };
  });
}

function mend(): void {
  const input = document.querySelector('job-application')?.shadowRoot?.querySelector<HTMLInputElement>('[name=f-name]');
  if (!input) return;
  input.value += ' Nowak';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
