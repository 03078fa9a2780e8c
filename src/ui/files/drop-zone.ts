export interface DropZoneOptions {
  /** Shows that a file is over the page or over the zone, or over neither any more. */
  readonly show: (drag: Drag) => void;
  readonly take: (files: readonly File[]) => void;
}

/** Where a file is being dragged. */
export type Drag = 'none' | 'page' | 'zone';

/** Milliseconds. Some browsers do not say whether the pointer left the page or went to the next thing in it. */
const leavingMs = 200;

/** Milliseconds. While something is dragged, `dragover` comes at least twice a second, even from a pointer at rest (HTML). */
const silentMs = 2000;

/**
 * Takes files that are dropped on an element or on the question around it. While the element has a place on a page it
 * listens there, too: to show where a file can be dropped, and to keep a file that misses from replacing the page. What
 * takes files itself (an input, a text that is edited, a zone of the page's own) is left to do so.
 */
export class DropZone {
  readonly #element: HTMLElement;
  readonly #options: DropZoneOptions;
  /** Told when the element is taken out of a page or is hidden, and when it comes back. */
  readonly #observer = new ResizeObserver(() => this.#follow());
  #target: HTMLElement | undefined;
  /** Gives up the listeners on a document. */
  #listening: { readonly page: Document; readonly end: AbortController } | undefined;
  /** The event that the zone has seen; it comes by there before it reaches the document. */
  #inside: Event | undefined;
  #drag: Drag = 'none';
  #ending: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, options: DropZoneOptions) {
    this.#element = element;
    this.#options = options;
    this.#observer.observe(element);
  }

  #follow(): void {
    const isShown = this.#element.isConnected && this.#element.getClientRects().length > 0;
    const page = isShown ? this.#element.ownerDocument : undefined;
    if (page === this.#listening?.page) return;
    this.#listening?.end.abort();
    this.#listening = undefined;
    this.#show('none');
    if (!page) return;
    const end = new AbortController();
    this.#listening = { page, end };
    this.#target ??= this.#element.closest('fieldset') ?? this.#element;
    for (const type of ['dragenter', 'dragover', 'drop'] as const) {
      this.#target.addEventListener(type, this.#onZone, { signal: end.signal });
      page.addEventListener(type, this.#onPage, { signal: end.signal });
    }
    page.addEventListener('dragleave', this.#onLeave, { signal: end.signal });
  }

  readonly #onZone = (event: DragEvent): void => {
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.#inside = event;
    if (event.type !== 'drop') return;
    this.#options.take([...event.dataTransfer.files]);
    this.#show('none');
  };

  readonly #onPage = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    if (!event.defaultPrevented && event.type !== 'dragenter' && !isTakenElsewhere(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    }
    if (event.type === 'drop') this.#show('none');
    else {
      this.#show(event === this.#inside ? 'zone' : 'page');
      this.#endIn(silentMs);
    }
  };

  readonly #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#endIn(leavingMs);
  };

  #endIn(ms: number): void {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => this.#show('none'), ms);
  }

  #show(drag: Drag): void {
    clearTimeout(this.#ending);
    if (drag === 'none') this.#inside = undefined;
    if (drag === this.#drag) return;
    this.#drag = drag;
    this.#options.show(drag);
  }
}

function carriesFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function isTakenElsewhere(event: Event): boolean {
  return event
    .composedPath()
    .some((each) => each instanceof HTMLElement && (each.isContentEditable || each.matches('input[type=file]')));
}
