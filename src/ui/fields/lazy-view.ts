import { noChange, type ChildPart } from 'lit';
import { AsyncDirective, directive, type DirectiveResult } from 'lit/async-directive.js';

/** Draws a context. */
export type Draw<Context> = (context: Context) => unknown;

interface Lazy<Context> {
  /** Called once. */
  readonly load: () => Promise<Draw<Context>>;
  /** What serves until that has come, and instead of it where it doesn't: in a place of the same size. */
  readonly fallback: Draw<Context>;
  /** What stands there until it has come or failed to, where the fallback is too much to be drawn in vain. */
  readonly meanwhile?: Draw<Context> | undefined;
}

/** A view whose code is loaded when it is first drawn. It never takes a control away from under somebody's hands. */
class LazyView extends AsyncDirective {
  #context: unknown;
  #draw: Draw<unknown> | undefined;
  #part: ChildPart | undefined;

  render(_context: unknown, _lazy: Lazy<never>): unknown {
    return noChange;
  }

  override update(part: ChildPart, [context, lazy]: Parameters<this['render']>): unknown {
    this.#part = part;
    this.#context = context;
    if (!this.#draw) {
      this.#draw = (lazy.meanwhile ?? lazy.fallback) as Draw<unknown>;
      void this.#load(lazy);
    }
    return this.#draw(context);
  }

  async #load({ load, fallback }: Lazy<never>): Promise<void> {
    // Offline, say, the fallback goes on serving.
    const draw = (await load().catch(() => fallback)) as Draw<unknown>;
    if (draw === this.#draw) return;
    await this.#untilLeft();
    this.#draw = draw;
    if (this.isConnected) this.setValue(draw(this.#context));
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
