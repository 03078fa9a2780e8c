import { ConfigError, JobApplicationError, LoadError } from '../../posting/errors.js';
import { loadPosting } from '../../transport/load.js';
import type { FieldType } from '../fields/field-types.js';
import type { PostingReader, ReadPosting } from './posting-reader.js';

/** Where a posting comes from, in the order in which it is looked for. */
export interface PostingSource {
  readonly posting: unknown;
  /** Text of the child `<script type="application/json">`. */
  readonly inline: string | undefined;
  /** As the attribute says it, relative to the page. */
  readonly src: string | undefined;
  readonly fieldTypes: Readonly<Record<string, FieldType>>;
}

export type LoadState =
  | { readonly status: 'loading' }
  | ({ readonly status: 'loaded'; readonly postingUrl: string | undefined } & ReadPosting)
  | { readonly status: 'error'; readonly error: JobApplicationError };

/** Loads and reads postings; of several, only the last one asked for arrives. */
export class PostingController {
  #state: LoadState = { status: 'loading' };
  #abort: AbortController | undefined;
  readonly #reader: PostingReader;
  readonly #onChange: (state: LoadState) => void;

  /** @param onChange called with every new state */
  constructor(reader: PostingReader, onChange: (state: LoadState) => void) {
    this.#reader = reader;
    this.#onChange = onChange;
  }

  get state(): LoadState {
    return this.#state;
  }

  /** Resolves once the posting is there or its error is known, or another one has been asked for. */
  async load(source: PostingSource): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ status: 'loading' });
    let state: LoadState;
    const again = (): void => void this.load(source);
    try {
      // What reads it is loaded meanwhile.
      const found = find(source, abort.signal);
      const toRead = found.then(({ json }) => json);
      const [{ json, postingUrl }] = await Promise.all([found, this.#reader.load(toRead, source.fieldTypes)]);
      const read = await this.#reader.read(json, source.fieldTypes, postingUrl);
      state = { status: 'loaded', postingUrl, ...read };
    } catch (error) {
      if (abort.signal.aborted) return;
      state = { status: 'error', error: asJobApplicationError(error) };
      if (error instanceof LoadError && error.reason === 'offline') {
        window.addEventListener('online', again, { once: true, signal: abort.signal });
      }
    }
    if (!abort.signal.aborted) this.#set(state);
  }

  /** Gives up what is under way, or waited for. */
  stop(): void {
    if (this.#state.status !== 'loaded') this.#abort?.abort();
  }

  /** Whether something under way was given up, and nothing was asked for since. */
  get isStopped(): boolean {
    return this.#state.status !== 'loaded' && this.#abort?.signal.aborted === true;
  }

  #set(state: LoadState): void {
    this.#state = state;
    this.#onChange(state);
  }
}

async function find(
  { posting, inline, src }: PostingSource,
  signal: AbortSignal,
): Promise<{ json: unknown; postingUrl: string | undefined }> {
  if (posting !== undefined && posting !== null) return { json: posting, postingUrl: undefined };
  if (inline !== undefined) {
    try {
      return { json: JSON.parse(inline) as unknown, postingUrl: undefined };
    } catch (cause) {
      throw new ConfigError(
        `The posting in the <script type="application/json"> inside the element is not JSON: ${String(cause)}`,
      );
    }
  }
  if (src !== undefined) {
    if (!URL.canParse(src, document.baseURI)) throw new ConfigError(`The attribute "src" is "${src}"; expected a URL.`);
    const { href } = new URL(src, document.baseURI);
    return { json: await loadPosting(href, { signal }), postingUrl: href };
  }
  throw new ConfigError(
    'There is no posting: set the attribute "src", put a <script type="application/json"> inside the element, or set its property "posting".',
  );
}

function asJobApplicationError(error: unknown): JobApplicationError {
  return error instanceof JobApplicationError
    ? error
    : new JobApplicationError('The posting could not be shown.', { cause: error });
}
