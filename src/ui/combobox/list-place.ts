import { adoptStyles } from '../styles/adopt-styles.js';
import { createRef, type Ref } from 'lit/directives/ref.js';
import { comboboxStyles } from './combobox.styles.js';

/**
 * Where the list stands. In the top layer and tied to the control by CSS where the browser can do both, so that nothing
 * around the element clips it; else right below the control.
 */
export class ListPlace {
  readonly box: Ref<HTMLElement> = createRef();
  readonly control: Ref<HTMLInputElement> = createRef();
  readonly list: Ref<HTMLElement> = createRef();
  #onOutside: ((event: Event) => void) | undefined;

  get hasFocus(): boolean {
    return this.control.value?.matches(':focus') ?? false;
  }

  /** Whether the list is drawn in the top layer. */
  get isOnTop(): boolean {
    return 'popover' in HTMLElement.prototype && CSS.supports('position-anchor: --a');
  }

  focusControl(): void {
    this.control.value?.focus();
  }

  /** Calls back at a press anywhere else: on a touch screen the list may be open without the focus in its control. */
  watch(onOutside: () => void): void {
    if (this.#onOutside) return;
    this.#onOutside = (event) => {
      if (this.box.value && !event.composedPath().includes(this.box.value)) onOutside();
    };
    document.addEventListener('pointerdown', this.#onOutside, true);
  }

  release(): void {
    if (this.#onOutside) document.removeEventListener('pointerdown', this.#onOutside, true);
    this.#onOutside = undefined;
  }

  /** Once what is being drawn stands in the page: shows the list or takes it away, and the marked option into view. */
  settle(status: 'open' | 'closed', active: number): void {
    const act = (): void => {
      const list = this.list.value;
      if (!list?.isConnected) return;
      adoptStyles(list.getRootNode(), comboboxStyles);
      if (list.popover !== null && list.matches(':popover-open') !== (status === 'open')) list.togglePopover();
      const marked = active < 0 ? undefined : list.querySelectorAll('[role=option]')[active];
      if (marked) scrollWithin(marked.parentElement!, marked);
    };
    queueMicrotask(() => {
      if (this.list.value?.isConnected) act();
      else requestAnimationFrame(act);
    });
  }
}

/** Not `scrollIntoView`, which would move the page as well. */
function scrollWithin(list: Element, option: Element): void {
  const [outer, inner] = [list.getBoundingClientRect(), option.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}
