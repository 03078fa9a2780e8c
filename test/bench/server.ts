import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BenchServer {
  readonly origin: string;
  /** What was asked for since the last call, in bytes of the body as sent. */
  takeRequests(): { readonly path: string; readonly bytes: number }[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Serves pages by their paths, and the built script under `/dist/`, all of it compressed beforehand, so that the
 * server's own work is in no measurement.
 */
export async function startBenchServer(dist: string, pages: ReadonlyMap<string, string>): Promise<BenchServer> {
  const bodies = new Map([...pages].map(([path, text]) => [path, gzipSync(text)]));
  const requests: { path: string; bytes: number }[] = [];
  const bodyOf = (path: string): Buffer | undefined => {
    if (!bodies.has(path) && path.startsWith('/dist/')) {
      try {
        bodies.set(path, gzipSync(readFileSync(join(dist, normalize(path.slice('/dist/'.length))))));
      } catch {
        return undefined; // answered as not found
      }
    }
    return bodies.get(path);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    request.resume();
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const body = bodyOf(pathname);
    requests.push({ path: pathname, bytes: body?.length ?? 0 });
    if (!body) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': types[extname(pathname)] ?? 'text/html; charset=utf-8',
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeRequests: () => requests.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
