/** See test/support/fault-endpoint.js. */
export interface Behaviour {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  delayMs?: number;
  bodyBytes?: number;
  fault?: 'reset' | 'hang' | 'break-off' | 'trickle' | 'deaf';
  isClosedToOthers?: boolean;
  refusesPreflight?: boolean;
}

export interface Recorded {
  method: string;
  headers: Record<string, string>;
  body: string;
}

export interface Endpoint {
  url: URL;
  /** What has arrived, the earliest first. */
  recorded(): Promise<Recorded[]>;
}

/** An endpoint of its own for one test, on the page's origin. Given several, it behaves so by turns, and ever after as in the last. */
export function endpoint(behaviour: Behaviour | readonly Behaviour[] = {}): Endpoint {
  const name = crypto.randomUUID();
  const url = new URL(`/fault/${name}`, location.href);
  url.searchParams.set('do', JSON.stringify(behaviour));
  return {
    url,
    recorded: async () => (await fetch(`/fault/${name}?recorded`)).json() as Promise<Recorded[]>,
  };
}

/** The same on another origin. */
export async function otherEndpoint(behaviour: Behaviour | readonly Behaviour[] = {}): Promise<Endpoint> {
  const { url, recorded } = endpoint(behaviour);
  return { url: new URL(url.pathname + url.search, await otherOrigin()), recorded };
}

export async function otherOrigin(): Promise<string> {
  return (await fetch('/fault/?other')).text();
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour {
  return { status, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } };
}

export function page(html = '<!doctype html><title>Thank you</title><h1>Thank you</h1>', status = 200): Behaviour {
  return { status, body: html, headers: { 'Content-Type': 'text/html; charset=utf-8' } };
}

export function redirect(to: URL, status = 303): Behaviour {
  return { status, headers: { Location: to.href } };
}

export interface MultipartPart {
  name: string;
  fileName?: string;
  type?: string;
  /** One character per byte. */
  content: string;
}

/** The parts of a recorded multipart body, in their order. */
export function partsIn({ headers, body }: Recorded): MultipartPart[] {
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) throw new Error(`Not multipart: ${headers['content-type']}`);
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const end = part.indexOf('\r\n\r\n');
      const head = part.slice(0, end);
      const [, name = ''] = /; name="([^"]*)"/.exec(head) ?? [];
      const [, fileName] = /; filename="([^"]*)"/.exec(head) ?? [];
      const [, type] = /content-type: (.*)/i.exec(head) ?? [];
      return {
        name,
        content: part.slice(end + 4, -2),
        ...(fileName === undefined ? {} : { fileName }),
        ...(type === undefined ? {} : { type }),
      };
    });
}
