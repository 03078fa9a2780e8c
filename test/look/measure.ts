import type { Page } from 'puppeteer-core';
import { setScheme } from '../support/stories.js';
import { evenFont } from './even-font.js';
import type { DrawnPart, Look } from './look.js';

export const widths = [320, 768, 1440];
export const schemes = ['light', 'dark'] as const;

/** So that a receipt says the same every day. */
const now = Date.parse('2026-11-16T10:00:00Z');

/** Before a story is loaded: its clock stands still, in one time zone. */
export async function prepare(page: Page): Promise<void> {
  await page.emulateTimezone('UTC');
  await page.evaluateOnNewDocument((fixed: number) => {
    const { Date: Clock } = window;
    window.Date = new Proxy(Clock, {
      construct: (target, given: [], self) =>
        Reflect.construct(target, given.length > 0 ? given : [fixed], self) as Date,
      get: (target, key, receiver) => (key === 'now' ? () => fixed : (Reflect.get(target, key, receiver) as unknown)),
    });
  }, now);
}

/** Every part in view, at each width and in each colour scheme. */
export async function measure(page: Page): Promise<Look> {
  await setFont(page);
  const look: Record<string, readonly DrawnPart[]> = {};
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    for (const scheme of schemes) {
      await setScheme(page, scheme);
      look[`${width} ${scheme}`] = await page.evaluate(partsInView);
    }
  }
  return look;
}

async function setFont(page: Page): Promise<void> {
  const source = `url(data:font/ttf;base64,${evenFont().toString('base64')})`;
  await page.addStyleTag({
    content: `@font-face { font-family: Even; src: ${source}; font-weight: 1 1000 }
      job-application {
        --job-application-font-family: Even !important;
        --job-application-heading-font-family: Even !important;
      }`,
  });
  const found = await page.evaluate(async () => (await document.fonts.load('16px Even')).length);
  if (found !== 1) throw new Error('The browser does not take the font.');
}

/** Runs in the page. */
function partsInView(): DrawnPart[] {
  return [...document.querySelectorAll('job-application')].flatMap((host, place) => {
    const { left, top } = host.getBoundingClientRect();
    const seen = new Map<string, number>();
    const parts = [...(host.shadowRoot?.querySelectorAll('[part], button, p') ?? [])].filter((each) =>
      each.checkVisibility(),
    );
    return parts.flatMap((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      if (width * height === 0) return [];
      const word = `${place > 0 ? `element ${place + 1}, ` : ''}${part.getAttribute('part') ?? part.localName}`;
      const count = (seen.get(word) ?? 0) + 1;
      seen.set(word, count);
      const box = [x - left, y - top, width, height].map(Math.round) as unknown as DrawnPart['box'];
      return [{ name: count > 1 ? `${word} ${count}` : word, box, paint: paintOf(getComputedStyle(part)) }];
    });
  });

  function paintOf(style: CSSStyleDeclaration): string {
    const edges = ['top', 'right', 'bottom', 'left'].map((side) => {
      const [width, line, color] = ['width', 'style', 'color'].map((each) =>
        style.getPropertyValue(`border-${side}-${each}`),
      );
      return width === '0px' || line === 'none' ? 'none' : `${width} ${line} ${color}`;
    });
    const even = edges.every((edge) => edge === edges[0]) ? [edges[0]!] : edges;
    const paint = {
      color: style.color,
      background: style.backgroundColor,
      border: even.join(' / '),
      radius: style.borderRadius,
      font: `${style.fontSize} ${style.fontWeight}`,
      opacity: style.opacity,
    };
    const plain: Record<string, string> = {
      background: 'rgba(0, 0, 0, 0)',
      border: 'none',
      radius: '0px',
      opacity: '1',
    };
    return Object.entries(paint)
      .filter(([name, value]) => value !== plain[name])
      .map(([name, value]) => `${name} ${value}`)
      .join('; ')
      .replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(3))));
  }
}
