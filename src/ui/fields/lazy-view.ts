import { noChange, type ChildPart } from 'lit';
import { AsyncDirective, directive, type DirectiveResult } from 'lit/async-directive.js';

/** Draws a context. */
export type Draw<Context> = (context: Context) => unknown;

interface Lazy<Context> {
  /** Called once. */
  readonly load: () => Promise<Draw<Context>>;
  /** What serves until that has come, and instead of it where it doesn't: in a place of the same size. */
  readonly fallback: Draw<Context>;
}

/** A view whose code is loaded when it is first drawn. It never takes a control away from under somebody's hands. */
class LazyView extends AsyncDirective {
  #context: unknown;
  #draw: Draw<unknown> | undefined;
  #isAsked = false;
  #part: ChildPart | undefined;

  render(_context: unknown, _lazy: Lazy<never>): unknown {
    return noChange;
  }

  override update(part: ChildPart, [context, { load, fallback }]: Parameters<this['render']>): unknown {
    this.#part = part;
    this.#context = context;
    if (!this.#isAsked) {
      this.#isAsked = true;
      void this.#load(load);
    }
    return (this.#draw ?? (fallback as Draw<unknown>))(context);
  }

  async #load(load: () => Promise<Draw<never>>): Promise<void> {
    try {
      const draw = (await load()) as Draw<unknown>;
      await this.#untilLeft();
      this.#draw = draw;
      if (this.isConnected) this.setValue(draw(this.#context));
    } catch {
      // Offline, say: the fallback goes on serving.
    }
  }

  async #untilLeft(): Promise<void> {
    const place = this.#part?.parentNode as HTMLElement | undefined;
    while (place?.matches(':focus-within')) {
      await new Promise((resolve) => place.addEventListener('focusout', resolve, { once: true }));
      // The focus may go to another control of the same field.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

const draw = directive(LazyView);

export function lazyView<Context>(context: Context, lazy: Lazy<Context>): DirectiveResult {
  return draw(context, lazy);
}
