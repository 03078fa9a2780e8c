import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { lazyView } from '../../../src/ui/fields/lazy-view.js';
import { waitUntil } from '../support/wait-until.js';

const word = (before: string) => (context: string) => html`<input value=${`${before} ${context}`} />`;
type Load = (draw: ReturnType<typeof word>) => void;
/** A load that ends when the test wants it to. */
function pending(): { promise: Promise<ReturnType<typeof word>>; resolve: Load; reject: (error: Error) => void } {
  let resolve!: Load;
  let reject!: (error: Error) => void;
  const promise = new Promise<ReturnType<typeof word>>((...ends) => ([resolve, reject] = ends));
  return { promise, resolve, reject };
}
const shown = (place: HTMLElement): string | undefined => place.querySelector('input')?.value;

describe('a view whose code comes later', () => {
  let place: HTMLElement;
  beforeEach(async () => {
    place = await fixture(html`<div></div>`);
  });

  it('is its fallback until the code has come, and then what that draws', async () => {
    const load = pending();
    const draw = (context: string): void => {
      render(html`${lazyView(context, { load: () => load.promise, fallback: word('simple') })}`, place);
    };
    draw('one');
    expect(shown(place)).to.equal('simple one');
    draw('two');
    expect(shown(place)).to.equal('simple two');
    load.resolve(word('whole'));
    await waitUntil(() => shown(place) === 'whole two');
  });

  it('stays its fallback where the code does not come', async () => {
    let tries = 0;
    const load = (): Promise<never> => {
      tries++;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const draw = (context: string): void => {
      render(html`${lazyView(context, { load, fallback: word('simple') })}`, place);
    };
    draw('one');
    await Promise.resolve();
    draw('two');
    expect(shown(place)).to.equal('simple two');
    expect(tries).to.equal(1);
  });

  it('draws no fallback in vain where something small can stand for it, but draws it where the code does not come', async () => {
    const load = pending();
    const lazy = { load: () => load.promise, fallback: word('simple'), meanwhile: word('resting') };
    render(html`${lazyView('one', lazy)}`, place);
    expect(shown(place)).to.equal('resting one');
    load.reject(new TypeError('Failed to fetch'));
    await waitUntil(() => shown(place) === 'simple one');
  });

  it('leaves a control that has the focus until it is left', async () => {
    const load = pending();
    render(html`${lazyView('one', { load: () => load.promise, fallback: word('simple') })}`, place);
    place.querySelector('input')?.focus();
    load.resolve(word('whole'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown(place)).to.equal('simple one');
    place.querySelector('input')?.blur();
    await waitUntil(() => shown(place) === 'whole one');
  });
});
