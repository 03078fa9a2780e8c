export interface FileRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly name: string;
  /** MIME type; by default what the response says. */
  readonly type?: string | undefined;
  readonly maxBytes: number;
  /** Asked as bytes arrive. */
  readonly isGivenUp: () => boolean;
}

export type FetchedFile =
  | { readonly status: 'fetched'; readonly file: File }
  | { readonly status: 'too-large' }
  | { readonly status: 'failed' };

/** Without a byte moving. */
const patienceMs = 30_000;

/**
 * Fetches a file from where the applicant keeps it: `https:` or the page's own origin, without cookies and without
 * telling the page's address. Reading ends as soon as there is too much. Never rejects.
 */
export async function fetchFile(request: FileRequest): Promise<FetchedFile> {
  const { url, headers = {}, name, maxBytes, isGivenUp } = request;
  const stalled = new AbortController();
  const wait = (): ReturnType<typeof setTimeout> => setTimeout(() => stalled.abort(), patienceMs);
  let timer = wait();
  try {
    if (!isFetched(new URL(url))) return { status: 'failed' };
    const response = await fetch(url, {
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stalled.signal,
    });
    if (!response.ok || !response.body) return { status: 'failed' };
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timer);
      timer = wait();
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        void reader.cancel().catch(() => undefined); // it is given up; how that ends is of no interest
        return { status: 'too-large' };
      }
      if (isGivenUp()) {
        stalled.abort();
        return { status: 'failed' };
      }
      chunks.push(value);
    }
    const type = request.type ?? response.headers.get('Content-Type') ?? '';
    return { status: 'fetched', file: new File(chunks, name, { type }) };
  } catch {
    return { status: 'failed' }; // given up, offline, refused or no URL: the applicant is told by whoever asked
  } finally {
    clearTimeout(timer);
  }
}

function isFetched({ protocol, origin }: URL): boolean {
  return protocol === 'https:' || origin === location.origin;
}
