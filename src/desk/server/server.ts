import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { isObject, type JsonObject } from '../core/schema-at.ts';
import type { PageFiles } from './bundle.ts';
import type { Desk } from './desk.ts';
import { OutsideContent } from './files.ts';
import type { Preview } from './preview.ts';
import { sentenceOf } from './refusals.ts';

/** The one address on which the desk listens: this machine, to itself. */
export const host = '127.0.0.1';

/** Documents are larger than anything that a form sends, in bytes. */
const longestRequest = 50_000_000;

/** A request that is answered by a status and nothing else. */
class Unanswered extends Error {
  readonly status: number;

  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

/** A running desk. */
export interface RunningDesk {
  /** The address with the token that opens the desk. */
  address: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Who may ask: only pages of the desk itself, by this machine's address. A name that leads here from elsewhere (DNS rebinding) has
 * another `Host`; a page of another site, or of another port, another `Origin` or `Sec-Fetch-Site`.
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
function demandOwn({ headers }: IncomingMessage, port: number): void {
  const own = [`${host}:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) throw new Unanswered(403);
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) throw new Unanswered(403);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Unanswered(403);
}

/** The token is in the address that the command opens; other users of the machine, who can reach the port, do not have it. */
function demandToken({ headers }: IncomingMessage, token: string): void {
  const given = Buffer.from(headers.authorization?.replace(/^Bearer /u, '') ?? '');
  const right = Buffer.from(token);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Unanswered(401);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > longestRequest) throw new Unanswered(413);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const data = z.custom<JsonObject>(isObject);
const draft = z.object({ file: z.string(), hash: z.string(), data });

/** What the calls with a body take. */
const bodies = {
  drafts: z.object({ drafts: z.array(draft) }),
  rebase: z.object({ draft, base: data }),
  begin: z.object({
    what: z.string(),
    id: z.string().optional(),
    name: z.string().optional(),
    kind: z.string().optional(),
    plan: z.string().optional(),
  }),
  commit: z.object({ message: z.string() }),
};

/** What each call answers. Calls that write are POST. */
type Calls = Readonly<Record<string, (query: URLSearchParams, body: () => Promise<Buffer>) => unknown>>;

function callsOf(desk: Desk, preview: Preview | undefined): Calls {
  const read = async <Asked>(body: () => Promise<Buffer>, schema: z.ZodType<Asked>) =>
    schema.parse(JSON.parse((await body()).toString('utf8')));
  const fileIn = (query: URLSearchParams) => query.get('file') ?? '';
  return {
    'GET /api/overview': () => desk.overview(),
    'GET /api/file': (query) => desk.open(fileIn(query)),
    'GET /api/page': (query) => desk.page(fileIn(query)),
    'GET /api/preview': () => preview?.answer ?? { state: 'off', origin: '' },
    'GET /api/changes': () => desk.changes(),
    'POST /api/check': async (_, body) => desk.check((await read(body, bodies.drafts)).drafts),
    'POST /api/save': async (_, body) => desk.save((await read(body, bodies.drafts)).drafts),
    'POST /api/rebase': async (_, body) => {
      const { draft, base } = await read(body, bodies.rebase);
      return desk.rebase(draft, base);
    },
    'POST /api/new': async (_, body) => desk.begin(await read(body, bodies.begin)),
    'POST /api/import': async (query, body) =>
      desk.import(query.get('name') ?? '', new Uint8Array(await body()), query.get('id') ?? ''),
    'POST /api/accept': () => desk.accept(),
    'POST /api/format': () => desk.format(),
    'POST /api/undo': () => desk.undo(),
    'POST /api/commit': async (_, body) => desk.commit((await read(body, bodies.commit)).message),
  };
}

/** What a page may do: its own scripts and styles, calls to the desk, and the preview in a frame. */
const policyOf = (preview: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${preview || "'none'"}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const headersOf = (preview: string) => ({
  'cache-control': 'no-store',
  'content-security-policy': policyOf(preview),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** Serves a desk on a port of this machine (0: a free one). */
export async function serveDesk(desk: Desk, page: PageFiles, port: number, preview?: Preview): Promise<RunningDesk> {
  const token = randomBytes(24).toString('base64url');
  const calls = callsOf(desk, preview);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port: own } = server.address() as AddressInfo;
    demandOwn(request, own);
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`);
    const headers = headersOf(preview ? `http://${host}:*` : '');
    const file = request.method === 'GET' ? page.get(pathname) : undefined;
    if (file) {
      response.writeHead(200, { ...headers, 'content-type': file.type });
      response.end(file.body);
      return;
    }
    demandToken(request, token);
    const call = calls[`${request.method} ${pathname}`];
    if (!call) throw new Unanswered(404);
    const json = (status: number, data: unknown) => {
      response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(data));
    };
    try {
      json(200, await call(searchParams, () => bodyOf(request)));
    } catch (error) {
      const text = sentenceOf(error);
      if (text === undefined) throw error;
      json(409, { text });
    }
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const status =
        error instanceof Unanswered
          ? error.status
          : error instanceof OutsideContent
            ? 403
            : error instanceof SyntaxError || error instanceof z.ZodError
              ? 400
              : 500;
      if (status === 500) console.error(error);
      if (!response.headersSent) response.writeHead(status, { 'cache-control': 'no-store' });
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `http://${host}:${own}/#${token}`,
    port: own,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
