import type { CDPSession } from 'puppeteer-core';

/** What an applicant does with an element before that is taken out of the page. */
export type Deed =
  | 'type'
  | 'choose-file'
  | 'step'
  | 'search'
  | 'ask-places'
  | 'see-places'
  | 'add-entry'
  | 'judge'
  | 'send'
  | 'begin-sending';

/** One way in which a page has the element. */
export interface Embedding {
  readonly attributes: Readonly<Record<string, string>>;
  readonly deeds: readonly Deed[];
}

/** A form with one question of each kind that starts something: requests, lists, files, entries. */
export const busyPosting = {
  id: 'lens-grinder',
  title: 'Lens grinder',
  description: '<h2>Role</h2><p>Grind <a href="https://example.org/">lenses</a>.</p>',
  publishedAt: '2026-01-01',
  company: { name: 'Wetherfield Instruments' },
  locations: [{ name: 'Leeds' }],
  links: { privacyPolicy: 'https://example.org/privacy' },
  form: {
    sections: [
      {
        id: 'you',
        fields: [
          { name: 'full_name', type: 'text', label: 'Full name', prefill: true },
          { name: 'letter', type: 'textarea', label: 'Letter', maxLength: 500 },
          { name: 'cv', type: 'file', label: 'CV' },
        ],
      },
      {
        id: 'more',
        fields: [
          {
            name: 'tools',
            type: 'choice',
            label: 'Tools',
            multiple: true,
            display: 'combobox',
            options: Array.from({ length: 30 }, (_, index) => ({ value: `${index}`, label: `Tool ${index}` })),
          },
          { name: 'place', type: 'location', label: 'Place', suggest: '/places.json?q={query}' },
          {
            name: 'schools',
            type: 'repeat',
            label: 'Schools',
            fields: [
              { name: 'school', type: 'text', label: 'School' },
              { name: 'end', type: 'date', label: 'End' },
              { name: 'paper', type: 'file', label: 'Paper' },
            ],
          },
        ],
      },
    ],
  },
};

/** Runs in the page: puts new elements in and takes them out, one after the other. */
export async function comeAndGo(posting: unknown, { attributes, deeds }: Embedding, times: number): Promise<void> {
  const until = async (holds: () => unknown): Promise<void> => {
    const deadline = Date.now() + 20_000;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`Never came: ${String(holds)}`);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  type Element = HTMLElementTagNameMap['job-application'];
  const inside = <E extends HTMLElement>(element: Element, selector: string): E | null =>
    element.shadowRoot?.querySelector<E>(selector) ?? null;
  const enter = (control: HTMLInputElement | null, text: string): void => {
    control!.focus();
    control!.value = text;
    control!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const choose = (control: HTMLInputElement | null): void => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-1.7\n'.repeat(100)], 'cv.pdf', { type: 'application/pdf' }));
    control!.files = transfer.files;
    control!.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const places = (element: Element): HTMLInputElement | null => inside(element, 'input[name$=place][role=combobox]');
  const does: Record<Deed, (element: Element) => unknown> = {
    type: (element) => enter(inside(element, 'input[name$=full_name]'), 'Zoë'),
    'choose-file': async (element) => {
      choose(inside(element, 'input[type=file]'));
      await until(() => inside(element, 'li.chosen'));
    },
    step: (element) => element.goTo('more'),
    search: async (element) => {
      await until(() => inside(element, '[role=combobox]'));
      enter(inside(element, '[role=combobox]'), 'Tool 1');
      await until(() => inside(element, '[role=option]'));
    },
    'ask-places': async (element) => {
      await until(() => places(element));
      enter(places(element), 'Lee');
    },
    'see-places': async (element) => {
      await until(() =>
        [...element.shadowRoot!.querySelectorAll('[role=option]')].some((each) => each.textContent.includes('Leeds')),
      );
    },
    'add-entry': async (element) => {
      const before = element.shadowRoot!.querySelectorAll('.entry').length;
      const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button')];
      buttons.find((each) => each.textContent.trim().startsWith('Add'))!.click();
      await until(() => element.shadowRoot!.querySelectorAll('.entry').length > before);
    },
    judge: (element) => element.validate(),
    send: async (element) => {
      await element.submit();
      await until(() => element.state === 'sent');
    },
    'begin-sending': (element) => void element.submit(),
  };
  for (let index = 0; index < times; index += 1) {
    const element = document.createElement('job-application');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (!('src' in attributes)) element.posting = posting;
    element.captchaProviders = {
      own: {
        fieldName: 'own',
        load: () => Promise.resolve(),
        render: (container, _key, onSolved) => {
          container.append(document.createElement('button'));
          container.firstChild!.addEventListener('click', onSolved);
        },
        token: () => Promise.resolve('passed'),
        reset: () => undefined,
      },
    };
    const drawn = new Promise((resolve) => element.addEventListener('job-application-load', resolve, { once: true }));
    document.body.append(element);
    if (deeds.length > 0) await drawn;
    for (const deed of deeds) await does[deed](element);
    // In another place, and back.
    document.body.prepend(element);
    await drawn;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export interface Footprint {
  readonly listeners: number;
  readonly nodes: number;
  readonly heapBytes: number;
}

/** What a page holds in memory once all that nobody holds any more is gone, and what still runs has ended. */
export async function footprint(session: CDPSession): Promise<Footprint> {
  await session.send('Performance.enable');
  for (let before = await measure(session), left = 20; ; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
    const now = await measure(session);
    // What is typed is kept half a second later; a form that waits for that is not left behind.
    const isAtRest = now.nodes === before.nodes && now.listeners === before.listeners;
    if (isAtRest || left === 0) return now;
    before = now;
  }
}

const betweenMs = 700;

async function measure(session: CDPSession): Promise<Footprint> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { listeners: value('JSEventListeners'), nodes: value('Nodes'), heapBytes: value('JSHeapUsedSize') };
}
