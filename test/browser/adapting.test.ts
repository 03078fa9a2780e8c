import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser, openTab } from '../support/browser.js';
import { embedding, untilDrawn } from '../support/embedding.js';
import { startStaticServer, type StaticServer } from '../support/static-server.js';
import { untilInside } from '../support/until-inside.js';

const postings = ['instrument-scientist', 'field-types', 'werkstudent-optik'];
const sticky = `<style>body { margin: 0 } .bar { position: sticky; top: 0; z-index: 9; height: 80px; background: gold }</style><div class="bar"></div>`;

/** Its language is none of those that the element speaks, and runs the other way. */
const arabic = {
  title: 'مهندس معايرة',
  form: { sections: [{ fields: [{ type: 'file', name: 'cv', label: 'السيرة الذاتية' }] }] },
};

/** The four distances of WCAG 1.4.12; custom properties alone cannot reach into the element, so it is given them inside. */
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

describe('however the page is looked at', () => {
  let server: StaticServer;
  let browser: Browser;

  before(async () => {
    const pages = Object.fromEntries(postings.map((name) => [`/${name}.html`, embedding(name)]));
    pages['/sticky.html'] = embedding('field-types').replace('<job-application', `${sticky}<job-application`);
    pages['/german.html'] = embedding('werkstudent-optik').replace('lang="en"', 'lang="de"');
    pages['/arabic.html'] = embedding('instrument-scientist')
      .replace('lang="en"', 'lang="ar" dir="rtl"')
      .replace(
        /<job-application[^]*/,
        `<job-application action="/applications.json"><script type="application/json">${JSON.stringify(arabic)}</script></job-application></html>`,
      );
    server = await startStaticServer(fileURLToPath(new URL('../..', import.meta.url)), { pages });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const name of postings) {
    it(`${name} needs no scrolling sideways in 320 px, also with every message, nor at 400 %`, async () => {
      const page = await open(name, { width: 320, height: 256 });
      expect(await widthOf(page)).to.equal(320);
      await judge(page);
      expect(await widthOf(page)).to.equal(320);
      await page.close();
    });

    it(`${name} loses no word with the text spacing of WCAG 1.4.12`, async () => {
      const page = await open(name, { width: 320, height: 640 });
      await judge(page);
      await addStyle(page, spacing);
      expect(await widthOf(page)).to.equal(320);
      expect(await clipped(page)).to.deep.equal([]);
      await page.close();
    });
  }

  it('in 320 px, no fact of a German posting is broken within a word', async () => {
    const page = await open('german', { width: 320, height: 640 });
    const broken = await page.$eval('job-application', (element) =>
      [...(element.shadowRoot?.querySelectorAll('.fact dd') ?? [])]
        .flatMap((each) => [...each.childNodes])
        .filter((node) => node instanceof Text)
        .flatMap((node) =>
          [...node.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            return { word, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size };
          }),
        ),
    );
    await page.close();
    expect(broken.map(({ word }) => word)).to.include('Optikentwicklung');
    expect(broken.filter(({ lines }) => lines > 1)).to.deep.equal([]);
  });

  it('a sentence of the element ends where it ends, at the right edge, in a posting that runs from right to left', async () => {
    const page = await open('arabic', { width: 768, height: 640 });
    const place = await page.$eval('job-application', (element) => {
      const hint = element.shadowRoot?.querySelector('p.hint');
      const text = hint?.firstElementChild ?? hint;
      const [node] = [...(text?.childNodes ?? [])].filter((each) => each instanceof Text && each.data.trim() !== '');
      if (!hint || !(node instanceof Text)) throw new Error('There is no hint.');
      const at = (index: number): DOMRect => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      };
      const end = at(node.data.trimEnd().length - 1);
      return {
        words: node.data.trim(),
        first: at(0).left,
        last: end.left,
        gap: hint.getBoundingClientRect().right - end.right,
      };
    });
    await page.close();
    expect(place.words).to.match(/^Accepted: .*\sMB\.$/);
    expect(place.last).to.be.above(place.first);
    expect(place.gap).to.be.within(-1, 1);
  });

  it('what is pressed or typed in is 44 px high', async () => {
    const page = await open('field-types', { width: 768, height: 800 });
    const small = await page.$eval('job-application', (element) =>
      [...(element.shadowRoot?.querySelectorAll('button, input, select, textarea, summary') ?? [])]
        .filter((each) => each.checkVisibility() && !each.closest('.visually-hidden, [aria-hidden=true], [inert]'))
        .map((each) => {
          // A box is pressed by its label as well, which stands beside it.
          const label = each.matches('[type=radio], [type=checkbox]')
            ? (each as HTMLInputElement).labels?.[0]
            : undefined;
          return { what: each.id || each.textContent, height: (label ?? each).getBoundingClientRect().height };
        })
        .filter(({ height }) => height > 0 && height < 44),
    );
    await page.close();
    expect(small).to.deep.equal([]);
  });

  it('each control has an edge in forced colours, and what has the focus a ring', async () => {
    const page = await open('field-types', { width: 768, height: 800 });
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const bare = await page.$eval('job-application', (element) =>
      [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.control, .button:not(.button--quiet)') ?? [])]
        .filter((each) => each.checkVisibility())
        .filter((each) => {
          const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(each);
          return borderTopWidth === '0px' || borderTopStyle === 'none' || borderTopColor === backgroundColor;
        })
        .map(({ id }) => id),
    );
    expect(bare).to.deep.equal([]);
    await page.keyboard.press('Tab');
    const ring = await page.$eval('job-application', (element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element.shadowRoot?.activeElement ?? element);
      return { outlineStyle, outlineWidth };
    });
    await page.close();
    expect(ring).to.deep.equal({ outlineStyle: 'solid', outlineWidth: '2px' });
  });

  it('nothing moves by itself', async () => {
    const page = await open('field-types', { width: 768, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await judge(page);
    const running = await page.evaluate(() => document.getAnimations().length);
    await page.close();
    expect(running).to.equal(0);
  });

  it('a header of the page that stays in view hides nothing that has the focus', async () => {
    const page = await open('sticky', { width: 768, height: 500 });
    const covered = (await backThrough(page)).filter(({ bottom }) => bottom <= 80);
    await page.close();
    expect(covered).to.deep.equal([]);
  });

  it('nor does it cover a word of it, where the page says how high it is by scroll-padding', async () => {
    const page = await open('sticky', { width: 768, height: 500 });
    await page.evaluate(() => (document.documentElement.style.scrollPaddingTop = '80px'));
    // Of a long answer the browser shows the line that is written in, whose control has 9 px of edge above it.
    const covered = (await backThrough(page)).filter(({ top }) => Math.ceil(top) + 9 < 79);
    await page.close();
    expect(covered).to.deep.equal([]);
  });

  it('on paper, posting and form stand whole, dark on light, without buttons', async () => {
    const page = await open('instrument-scientist', { width: 768, height: 800 });
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
    await page.emulateMediaType('print');
    const seen = await page.$eval('job-application', (element) => {
      const shown = (selector: string): boolean[] =>
        [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((each) => each.checkVisibility());
      const hint = element.shadowRoot?.querySelector('.hint');
      return {
        fields: shown('[part~=field]'),
        buttons: shown('[type=submit], [part~=apply]'),
        hint: hint && getComputedStyle(hint).color,
        cut: [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter(
          (each) => getComputedStyle(each).contentVisibility !== 'visible',
        ).length,
      };
    });
    const pdf = await page.pdf();
    await page.close();
    expect(seen.fields).to.have.length.above(20).and.not.include(false);
    expect(seen.buttons).to.not.include(true);
    expect(seen.hint).to.equal('rgb(84, 93, 104)');
    expect(seen.cut).to.equal(0);
    // Its pages: posting and form of the demo need several.
    expect([
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/Type\s*\/Page\b/g),
    ]).to.have.length.above(3);
  });

  async function open(name: string, viewport: { width: number; height: number }): Promise<Page> {
    const { page } = await openTab(browser);
    await page.setViewport(viewport);
    await page.goto(`${server.origin}/${name}.html`);
    await untilDrawn(page);
    return page;
  }
});

/** Where each thing stands that takes the focus, from Submit back to what is seen without scrolling. */
async function backThrough(page: Page): Promise<{ what: string; top: number; bottom: number }[]> {
  const passed: { what: string; top: number; bottom: number }[] = [];
  await page.$eval('job-application', (element) =>
    element.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.focus(),
  );
  for (;;) {
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    const at = await page.$eval('job-application', (element) => {
      const active = element.shadowRoot?.activeElement;
      if (!active || scrollY === 0) return undefined;
      const { top, bottom } = active.getBoundingClientRect();
      return { what: active.id || active.textContent, top, bottom };
    });
    if (!at) break;
    passed.push(at);
  }
  expect(passed).to.have.length.above(30);
  return passed;
}

async function judge(page: Page): Promise<void> {
  await page.$eval('job-application', (element) => (element as unknown as { validate(): void }).validate());
  await untilInside(page, '[aria-invalid=true]');
}

/** Of all that could be scrolled to, sideways. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

function addStyle(page: Page, css: string): Promise<void> {
  return page.$eval(
    'job-application',
    (element, text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      element.shadowRoot?.adoptedStyleSheets.push(sheet);
    },
    css,
  );
}

/** What hides a part of its words. */
function clipped(page: Page): Promise<string[]> {
  return page.$eval('job-application', (element) =>
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
      .filter(
        (each) =>
          each.checkVisibility() && !each.closest('.visually-hidden') && each.matches(':not(textarea, select, input)'),
      )
      .filter((each) => getComputedStyle(each).overflowX === 'hidden' || getComputedStyle(each).overflowY === 'hidden')
      .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
      .map((each) => each.className),
  );
}
