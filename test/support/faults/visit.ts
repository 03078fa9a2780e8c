import type { Browser, Frame, Page } from 'puppeteer-core';
import { posting, type FaultServer } from './fault-server.js';

/** One application under a plan of faults. */
export interface Trial {
  /** What happens to its requests, in their order. */
  readonly plan: readonly string[];
  readonly origin: 'own' | 'other';
  readonly honoursKey: boolean;
  readonly idempotency: 'auto' | 'header' | 'field' | 'off';
}

/** What an applicant met, and what was true. */
export interface Verdict {
  readonly state: string;
  /** Every promise that was broken, in words; empty where all were kept. */
  readonly broken: readonly string[];
  /** How often the applicant had to press the button until it was confirmed. */
  readonly presses: number;
  /** Requests that the browser repeated by itself. */
  readonly resent: number;
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

/** A page in which the element stands, hurried. */
export async function openHurried(browser: Browser, { origins }: Pick<FaultServer, 'origins'>): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
  await page.evaluateOnNewDocument(hurry);
  await page.goto(origins[0]);
  await page.waitForFunction(() => customElements.get('job-application') !== undefined);
  return page;
}

/** Applies once, and again by hand until it is confirmed; holds every promise against what the receiver has. */
export async function attempt(page: Page, server: FaultServer, trial: Trial): Promise<Verdict> {
  const { id, run } = server.begin(trial.plan, trial.honoursKey);
  const action = `${server.origins[trial.origin === 'own' ? 0 : 1]}/apply/${id}`;
  await draw(page, action, trial.idempotency);
  const broken: string[] = [];
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
    const met = await press(page);
    state = met.state;
    broken.push(...met.broken.map((each) => `${each} (${state})`));
    // What the browser repeats by itself the element never hears of: only the last answer comes to it.
    const isRepeated = run.requests > run.sent.size;
    if (!isRepeated) broken.push(...lies(met, { stored: stored(), sent: run.sent.size, before, isHonoured }));
    // What the endpoint found wrong is put right, so that it can be sent again.
    if (state !== 'invalid') continue;
    await page.evaluate(mend);
    replaced = new Set(run.stored);
  }
  if (state !== 'sent') broken.push(`never confirmed, at last ${state}`);
  if (state === 'sent' && run.stored.size === 0) broken.push('lost: said to be sent, and not stored');
  if (isHonoured && stored() > 1) broken.push(`stored ${stored()} times although the key is honoured`);
  await page.evaluate(() => document.querySelector('job-application')?.remove());
  return { state, broken, presses, resent: run.requests - run.sent.size };
}

interface Met {
  readonly state: string;
  readonly fate: string | undefined;
  readonly broken: readonly string[];
}

interface Truth {
  /** How often it is stored, and how often the element has sent it. */
  readonly stored: number;
  readonly sent: number;
  /** The same, before the button was pressed. */
  readonly before: { readonly stored: number; readonly sent: number };
  readonly isHonoured: boolean;
}

/** Where what was said after one press is not what is true. */
function lies({ state, fate }: Met, { stored, sent, before, isHonoured }: Truth): string[] {
  const found: string[] = [];
  if (state === 'sent' && stored === 0) found.push('shown as sent, and not stored');
  if (fate === 'not-stored' && stored > 0) found.push('said not to be stored, and stored');
  const isDoubled = stored - before.stored > 1 && sent - before.sent > 1;
  if (!isHonoured && isDoubled) found.push('doubled by the element');
  return found;
}

/** Puts an element in and fills it in. */
export async function draw(page: Page | Frame, action: string, idempotency: string): Promise<void> {
  await page.evaluate(
    async (json, url, key) => {
      const element = document.createElement('job-application');
      Object.assign(element, { posting: json, action: url, idempotency: key });
      element.setAttribute('draft', 'off');
      const loaded = new Promise((resolve) =>
        element.addEventListener('job-application-load', resolve, { once: true }),
      );
      document.querySelector('main')?.append(element);
      await loaded;
      element.fill({ name: 'Zoë Łukasiewicz', why: 'Because of the light.\nAnd "lenses".' });
      const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
      element.shadowRoot?.querySelector<HTMLInputElement>('[name=f-name]')?.focus();
      const data = new DataTransfer();
      data.items.add(new File(['Grinds lenses. '.repeat(500)], 'cv.txt', { type: 'text/plain' }));
      if (input) input.files = data.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      while (!element.answers['cv']) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    posting,
    action,
    idempotency,
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
    const broken: string[] = [];
    const place = { sent: 'receipt', invalid: 'error-summary', failed: 'status', unconfirmed: 'status' }[
      state as 'sent'
    ];
    const told = root.querySelector<HTMLElement>(`[part~="${place}"]`);
    if (!told?.checkVisibility() || !told.innerText.trim()) broken.push('no outcome in view');
    if (root.activeElement !== told && !told?.contains(root.activeElement)) broken.push('the focus was not led there');
    if (state !== 'sent') {
      const { name, why, cv } = element.answers;
      const [file] = (cv ?? []) as File[];
      const text = file instanceof Blob ? await file.text() : '';
      if (!String(name).startsWith('Zoë Łukasiewicz') || why !== 'Because of the light.\nAnd "lenses".')
        broken.push('an answer is gone');
      if (text !== 'Grinds lenses. '.repeat(500)) broken.push('the file is gone');
      const shown = root.querySelector<HTMLInputElement>('[name=f-name]')?.value;
      if (shown !== name) broken.push('an answer is not in view');
    }
    return { state, fate, broken };
  });
}

function mend(): void {
  const input = document.querySelector('job-application')?.shadowRoot?.querySelector<HTMLInputElement>('[name=f-name]');
  if (!input) return;
  input.value += ' Nowak';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
