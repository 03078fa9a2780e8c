import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface StaticServer {
  /** Without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

export interface Posted {
  readonly contentType: string;
  readonly body: Buffer;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder on a free port of the loopback interface.
 * @param pages documents of the test's own, by path, that stand in front of the folder's files; HTML unless the path says otherwise
 * @param headers sent with every answer
 * @param post answers whatever is posted
 */
export async function startStaticServer(
  folder: string,
  {
    pages = {},
    headers = {},
    post,
  }: {
    pages?: Record<string, string>;
    headers?: Record<string, string>;
    post?: (posted: Posted) => Promise<Response>;
  } = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    // Browsers ask for it unbidden; a 404 would stand among the page's errors.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const page = pages[path];
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const type =
      contentTypes[extname(file)] ?? (page === undefined ? 'application/octet-stream' : contentTypes['.html']);
    if (request.method === 'POST' && post) return void answerPosted(request, response, post);
    request.resume(); // a body that is not read holds the connection up
    void (page === undefined ? readFile(join(folder, normalize(file))) : Promise.resolve(page)).then(
      (body) => response.writeHead(200, { ...headers, 'Content-Type': type }).end(body),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerPosted(
  request: IncomingMessage,
  response: ServerResponse,
  post: (posted: Posted) => Promise<Response>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await post({ contentType: request.headers['content-type'] ?? '', body: Buffer.concat(chunks) });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** One that can't be decoded is as it stands: there is no such file. */
function pathOf(url = '/'): string {
  const { pathname } = new URL(url, 'http://localhost');
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
