import { expect } from 'chai';
import { engines } from '../support/hostile-browsers.js';
import { ownPayloads } from '../support/hostile-payloads.js';
import { openHostilePage, startHostileSite, type Probe } from '../support/hostile-visit.js';

for (const { name, launch } of engines) {
  describe(`hostile words that no posting brought, in ${name}`, function () {
    this.timeout(120_000);

    it('do nothing out of a draft, the page’s address, fill(), a message or the search engine’s data', async function () {
      if (!launch) {
        console.log(`    Skipped: ${name} is not installed.`);
        this.skip();
      }
      const [browser, site] = await Promise.all([launch(), startHostileSite('strict')]);
      try {
        const { page, foreign } = await openHostilePage(browser, site.origin);
        const { kept, ...damage } = await page.evaluate(useEverywhere, ownPayloads);
        expect(damage).to.deep.equal({ ran: [], violations: [], drawn: [], polluted: [], leaks: [] });
        expect(foreign).to.deep.equal([]);
        // They stood where they were meant to stand.
        expect(kept).to.equal(2 * Math.ceil(ownPayloads.length / 6));
      } finally {
        await browser.close();
        await site.close();
      }
    });
  });
}

/** Runs in the page. `kept` counts the drafts that were tampered with. */
async function useEverywhere(payloads: readonly string[]): Promise<{
  ran: readonly string[];
  violations: readonly string[];
  drawn: readonly string[];
  polluted: readonly string[];
  leaks: readonly string[];
  kept: number;
}> {
  const { probe } = window as unknown as { probe: Probe };
  const drawn = new Set<string>();
  const leaks = new Set<string>();
  const dirt = (json: string): string => json.replace('{', '{"__proto__":{"dirt":1},"constructor":{"dirt":1},');
  const frames = async (): Promise<void> => {
    for (let left = 2; left > 0; left--) await new Promise(requestAnimationFrame);
  };
  let kept = 0;
  const postingOf = (payload: string): object => {
    const options = Array.from({ length: 40 }, (_, index) => ({
      value: `${index}${payload}`,
      label: `${index}${payload}`,
    }));
    const fields = [
      { name: 't', type: 'text', label: 'T', prefill: true },
      { name: 'l', type: 'location', label: 'L' },
      { name: 'c', type: 'choice', label: 'C', multiple: true, display: 'combobox', options },
      {
        name: 'r',
        type: 'repeat',
        label: 'R',
        itemLabel: payload,
        min: 1,
        fields: [{ name: 'x', type: 'text', label: 'X' }],
      },
      { name: 'f', type: 'file', label: 'F', sources: ['device', 'text'] },
    ];
    const texts = { title: payload, description: payload, company: { name: payload }, publishedAt: '2026-01-01' };
    return {
      id: 'p',
      ...texts,
      locations: [{ name: payload }],
      form: { sections: [{ fields }, { fields: [{ ...fields[0], name: 'z' }] }] },
    };
  };
  const embed = async (
    payload: string,
    attributes: Readonly<Record<string, string>>,
  ): Promise<HTMLElementTagNameMap['job-application']> => {
    const element = document.createElement('job-application');
    for (const [key, value] of Object.entries({ 'json-ld': '', action: '/a', draft: 'session', ...attributes }))
      element.setAttribute(key, value);
    element.posting = postingOf(payload);
    const settled = new Promise((resolve) => {
      for (const type of ['load', 'error'])
        element.addEventListener(`job-application-${type}`, resolve, { once: true });
    });
    document.body.append(element);
    await settled;
    await element.updateComplete;
    return element;
  };
  const typeInto = (element: HTMLElement, name: string, text: string): void => {
    const control = element.shadowRoot?.querySelector<HTMLInputElement>(`input[name="f-${name}"]`);
    if (!control) return;
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };

  // Six at a time, so that each stands in several places.
  for (let start = 0; start < payloads.length; start += 6) {
    const group = payloads.slice(start, start + 6);
    let turn = 0;
    const next = (): string => group[turn++ % group.length]!;
    const payload = next();
    history.replaceState(null, '', `/?t=${encodeURIComponent(payload.slice(0, 2000))}`);
    for (const attributes of [{ layout: 'steps' }, { prefill: '' }]) {
      sessionStorage.clear();
      const before = await embed(payload, attributes);
      before.fill(
        JSON.parse(dirt(JSON.stringify({ l: { text: next() }, c: [`0${payload}`], z: next(), r: [{ x: next() }] }))),
      );
      const saved = new Promise((resolve) => before.addEventListener('job-application-draft', resolve, { once: true }));
      typeInto(before, 't', next());
      await saved;
      before.remove();
      await frames();
      // Each text of a draft becomes the hostile one, but for what says where it belongs.
      const key = 'job-application:draft:p';
      const draft = sessionStorage.getItem(key);
      if (draft !== null) {
        kept += 1;
        const change = (name: string, value: unknown): unknown =>
          typeof value === 'string' && name !== 'name' && name !== 'type' ? next() : value;
        sessionStorage.setItem(key, dirt(JSON.stringify(JSON.parse(draft), change)));
      }
      const after = await embed(payload, attributes);
      after.shadowRoot?.querySelector<HTMLElement>('[role=combobox]')?.click();
      window.postMessage(next(), '*');
      window.dispatchEvent(new StorageEvent('storage', { key: payload, newValue: payload }));
      after.validate();
      await frames();
      // A list of options is a popover of the element's own.
      for (const fault of probe.audit(after.shadowRoot)) if (!fault.includes('part="listbox"')) drawn.add(fault);
      for (const script of document.head.querySelectorAll('script[type="application/ld+json"]')) {
        JSON.parse(script.textContent);
        if (/<\/script|<!--/i.test(script.textContent)) leaks.add(payload);
      }
      after.remove();
    }
  }
  await frames();
  return { ...probe.notes, drawn: [...drawn], polluted: probe.polluted(), leaks: [...leaks], kept };
}
