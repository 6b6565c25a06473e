import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileFor, handbook } from '../site/built-site.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface Server {
  origin: string;
  /** All that was asked so far: the method, the address without host, where the reader came from, the path, and the bytes that the answer took. */
  asked: { method: string; address: string; referrer: string; path: string; size: number }[];
  /** Gives another answer for a path from now on: other bytes, or 404 for null. */
  replace(path: string, change: ((bytes: Buffer) => Buffer) | null): void;
  /** Serves another folder from now on; for what it lacks `missing`, which is then no 404. */
  publish(folder: string, missing?: () => Buffer): void;
  /** Goes away, with all that is being asked of it. */
  close(): Promise<void>;
}

/** Serves a folder, by default the built site, on a port of its own, to be spoiled at will. */
export async function serve(folder?: string): Promise<Server> {
  const changes = new Map<string, ((bytes: Buffer) => Buffer) | null>();
  const asked: Server['asked'] = [];
  let instead: (() => Buffer) | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://handbook.test');
    const file = fileFor(pathname, folder);
    // A page has two addresses: that of its folder, which readers use, and that of its file.
    const change = changes.get(pathname.replace(/index\.html$/u, ''));
    const bytes = file && change !== null ? readFileSync(file) : undefined;
    const answer = bytes && change ? change(bytes) : bytes;
    const { method = '', url: address = '', headers } = request;
    asked.push({ method, address, referrer: headers.referer ?? '', path: pathname, size: answer?.length ?? 0 });
    if (!file && instead) {
      response.writeHead(200, { 'content-type': types['.html'] });
      response.end(instead());
      return;
    }
    if (!file || !answer) {
      const missing = fileFor(`${handbook.site.base}404.html`, folder);
      response.writeHead(404, { 'content-type': types['.html'] });
      response.end(missing && readFileSync(missing));
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    replace: (path, change) => changes.set(path, change),
    publish: (next, missing) => {
      folder = next;
      instead = missing;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
