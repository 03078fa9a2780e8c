import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { formOfAll, postingAllOf } from './hostile-postings.js';
import { startStaticServer, type StaticServer } from './static-server.js';

/** What hostile words did to a page: all of these are to be empty. */
export interface Damage {
  /** Programs that ran. */
  readonly ran: readonly string[];
  readonly violations: readonly string[];
  /** Addresses on other origins that were asked for something. */
  readonly foreign: readonly string[];
  /** What stands in the element that must not. */
  readonly drawn: readonly string[];
  /** Postings that were not drawn, with the reason. */
  readonly refused: readonly string[];
  /** What was added to objects that everything inherits from. */
  readonly polluted: readonly string[];
  /** Changes of the page itself outside the element: its elements, its address, its title. */
  readonly outside: readonly string[];
}

export const unharmed: Damage = {
  ran: [],
  violations: [],
  foreign: [],
  drawn: [],
  refused: [],
  polluted: [],
  outside: [],
};

/** What the page has; the strict one lets nothing run but our script and says so of all else. */
export const policies = {
  strict:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
  // Without one, nothing but the element itself stands between the words and the page.
  none: '',
} as const;

export type PolicyName = keyof typeof policies;

/** Serves the built element and an empty page for it. */
export function startHostileSite(policy: PolicyName): Promise<StaticServer> {
  const csp = policies[policy];
  return startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), {
    headers: csp === '' ? {} : { 'Content-Security-Policy': csp },
    pages: {
      '/': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hostile</title>
        <script src="/test/support/hostile-probe.js"></script>
        <script type="module" src="/dist/job-application.js"></script><body></body></html>`,
    },
  });
}

/** Opens the empty page; the list gets every address asked for that is of another origin. */
export async function openHostilePage(browser: Browser, origin: string): Promise<{ page: Page; foreign: string[] }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && new URL(url).origin !== origin) foreign.push(url);
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => customElements.get('job-application'));
  return { page, foreign };
}

export interface Probe {
  readonly notes: { readonly ran: string[]; readonly violations: string[] };
  audit(root: ShadowRoot | null): string[];
  polluted(): string[];
  embed(posting: unknown): { element: ProbedElement; drawn: Promise<string> };
  reply(element: ProbedElement, reply: { status: number; body: unknown }): Promise<string>;
}

export interface ProbedElement extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  readonly issues: readonly { readonly code: string }[];
  validate(): unknown[];
  fill(answers: Record<string, unknown>): void;
}

/** Puts the payloads everywhere, goes through all states of the form, and says what came of it. */
export async function visit(browser: Browser, origin: string, payloads: readonly string[]): Promise<Damage> {
  const { page, foreign } = await openHostilePage(browser, origin);
  const wholes = payloads.map(postingAllOf);
  const found = await page.evaluate(attack, formOfAll(payloads), wholes, payloads);
  await page.close();
  return { ...found, foreign };
}

/** Runs in the page. */
async function attack(
  form: Record<string, unknown>,
  wholes: Record<string, unknown>[],
  payloads: readonly string[],
): Promise<Omit<Damage, 'foreign'>> {
  const { probe } = window as unknown as { probe: Probe };
  const drawn = new Set<string>();
  const refused: string[] = [];
  const look = (element: Element): void => probe.audit(element.shadowRoot).forEach((fault) => drawn.add(fault));
  const before = [document.documentElement.outerHTML, location.href, document.title, String(history.length)];

  const main = probe.embed(form);
  refused.push(await main.drawn);
  look(main.element);
  const [input] = main.element.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=file]') ?? [];
  const transfer = new DataTransfer();
  for (const words of payloads) {
    for (const end of ['.txt', '.exe']) transfer.items.add(new File(['text'], words + end, { type: 'text/plain' }));
  }
  if (input) input.files = transfer.files;
  input?.dispatchEvent(new Event('change'));
  main.element.validate();
  // Sentences come with a chunk of their own; they are drawn once it is there. Then come those about the files.
  for (const awaited of ['.error-summary', '.file-name']) {
    const deadline = Date.now() + 10_000;
    while (!main.element.shadowRoot?.querySelector(awaited)) {
      if (Date.now() > deadline)
        return { ...probe.notes, drawn: [], refused: [...refused, awaited], polluted: [], outside: [] };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  look(main.element);
  // Now everything is answered so that it may be sent.
  main.element.shadowRoot?.querySelectorAll<HTMLInputElement>('input.control').forEach((control) => {
    control.value = control.name === 'f-gate' ? 'open' : '7';
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const errors = Object.fromEntries(payloads.map((words, index) => [`list-${index}`, [words]]));
  await probe.reply(main.element, { status: 422, body: { errors, message: payloads[0] } });
  look(main.element);
  if (!main.element.issues.every(({ code }) => code === 'server')) refused.push(JSON.stringify(main.element.issues));
  main.element.remove();

  for (const [index, whole] of wholes.entries()) {
    const words = payloads[index];
    const { element, drawn: isDrawn } = probe.embed(whole);
    refused.push(await isDrawn);
    look(element);
    let outcome = '';
    for (const answer of [
      { status: 400, body: { message: words, errors: [words] } },
      {
        status: 422,
        body: [
          { field: 'about', message: words },
          { field: words, message: words },
        ],
      },
      { status: 403, body: { error: words } },
      { status: 200, body: { id: words, message: words, href: words } },
    ]) {
      outcome = await probe.reply(element, answer);
      look(element);
    }
    if (outcome !== 'sent') refused.push(`${words}: ${outcome}`);
    element.remove();
  }
  // What is loaded, and what fails to, does so within a moment.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const after = [document.documentElement.outerHTML, location.href, document.title, String(history.length)];
  return {
    ...probe.notes,
    drawn: [...drawn],
    refused: refused.filter((each) => each !== ''),
    polluted: probe.polluted(),
    outside: after.filter((each, index) => each !== before[index]),
  };
}
