import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Nginx, startNginx, testRules } from '../../scripts/nginx.ts';
import { filesIn } from '../../src/integrations/site-files.ts';
import { dataPath, measurePath } from '../../src/routes/paths.ts';
import { iisTypes } from '../fixtures/web-config.ts';
import { fileFor, handbook, pages, site } from '../site/built-site.ts';

const { base } = handbook.site;
const plan = handbook.plans[0] ?? assert.fail();
const measure = plan.measures[0] ?? assert.fail();
const page = base + measurePath(measure);
let nginx: Nginx;

before(async () => {
  nginx = await startNginx(site, base);
});
after(() => nginx?.stop());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** Asks without tidying the path up first, as an attacker would. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: new URL(nginx.origin).port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'SAMEORIGIN',
  'content-security-policy': "frame-ancestors 'self'",
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

function assertGuarded({ headers }: Answer, path: string): void {
  for (const [name, value] of Object.entries(guards)) assert.equal(headers[name], value, `${path} ${name}`);
}

const sheet = () => `${base}_astro/${readdirSync(join(site, '_astro')).find((file) => file.endsWith('.css'))}`;

for (const hasBrotli of [true, false])
  test(`nginx ${hasBrotli ? 'with' : 'without'} the module for Brotli accepts the rules as they are in the project`, async () => {
    const { accepted, output } = await testRules(hasBrotli);
    assert.ok(accepted, output);
    assert.doesNotMatch(output, /\[(?:warn|emerg)\]/u);
  });

test('every page is there, whole, as HTML in UTF-8', async () => {
  for (const { address, html } of pages) {
    const { status, headers, bytes } = await ask(address);
    assert.equal(status, 200, address);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8', address);
    assert.equal(bytes.toString(), html, address);
  }
});

test('every answer has the header forms, those that are no page too', async () => {
  for (const path of [page, sheet(), `${base}offline.js`, `${page}index.md`, `${base}nowhere/`, `${base}.git/config`])
    assertGuarded(await ask(path), path);
  assertGuarded(await ask(page.slice(0, -1)), 'redirect');
});

test('scripts on other sites may read the open data, and nothing else', async () => {
  const data = `${base}${dataPath(plan)}`;
  for (const path of [`${data}targets.json`, `${data}targets.csv`, `${base}data/plans.json`, data]) {
    const answer = await ask(path, { origin: 'https://notebook.test' });
    assert.deepEqual([answer.status, answer.headers['access-control-allow-origin']], [200, '*'], path);
    assertGuarded(answer, path);
    assert.equal(answer.headers['cache-control'], 'no-cache', path);
  }
  assert.equal((await ask(page)).headers['access-control-allow-origin'], undefined);
  assert.equal((await ask(data.slice(0, -1))).status, 301);
  assert.equal((await ask(`${data}nothing.json`)).status, 404);
});

test('a page is asked after each time, and not sent again while it is the same', async () => {
  for (const path of [page, `${base}offline.js`, `${base}search/index/catalogue.json`]) {
    const { headers } = await ask(path);
    assert.equal(headers['cache-control'], 'no-cache', path);
    const again = await ask(path, { 'if-none-match': String(headers.etag) });
    assert.deepEqual([again.status, again.bytes.length], [304, 0], path);
  }
});

test('files whose names change with their bytes are kept for a year, and one that is gone is not', async () => {
  assert.equal((await ask(sheet())).headers['cache-control'], 'public, max-age=31536000, immutable');
  const gone = await ask(`${base}_astro/gone.css`);
  assert.equal(gone.status, 404);
  assert.doesNotMatch(String(gone.headers['cache-control']), /immutable/u);
});

test('what the build compressed is sent to whoever takes it, and is the page', async () => {
  const { html } = pages.find(({ address }) => address === page) ?? assert.fail();
  const codings = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const [coding, decode] of Object.entries(codings)) {
    const { headers, bytes } = await ask(page, { 'accept-encoding': coding });
    assert.equal(headers['content-encoding'], coding);
    assert.match(String(headers.vary), /Accept-Encoding/iu);
    assert.ok(bytes.length < Buffer.byteLength(html) / 2, coding);
    assert.equal(decode(bytes).toString(), html);
  }
});

test('every kind of file comes with its type, that of web.config', async () => {
  const kinds = new Map(filesIn(site).map((file) => [extname(file), file]));
  for (const [kind, type] of iisTypes()) {
    const file = kinds.get(kind);
    if (!file) continue;
    const { status, headers } = await ask(base + file);
    assert.deepEqual([status, headers['content-type']], [200, type], file);
  }
});

test('at the root of a host, proofs for certificates and security.txt are given, other hidden files are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-root-'));
  for (const file of [
    'index.html',
    '.well-known/acme-challenge/t0ken-_',
    '.well-known/security.txt',
    '.well-known/.git/config',
    '.git/config',
    'a/.env',
  ]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'here');
  }
  const server = await startNginx(folder, '/');
  try {
    const answers = async (path: string) => {
      const response = await fetch(server.origin + path, { redirect: 'manual' });
      return [response.status, response.status === 200 ? await response.text() : ''];
    };
    for (const path of ['/.well-known/acme-challenge/t0ken-_', '/.well-known/security.txt'])
      assert.deepEqual(await answers(path), [200, 'here'], path);
    for (const path of ['/.git/config', '/a/.env', '/.well-known/.git/config', '/.well-known/nothing', '/.well-known/'])
      assert.equal((await answers(path))[0], 404, path);
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('an address that is not there is answered with 404 and the page that leads on', async () => {
  const missing = readFileSync(fileFor(`${base}404.html`) ?? assert.fail(), 'utf8');
  for (const path of [
    'nowhere/',
    'nowhere',
    'units/nowhere/',
    'nowhere.html',
    '税务/'.replace(/./gu, encodeURIComponent),
  ]) {
    const { status, bytes } = await ask(base + path);
    assert.deepEqual([status, bytes.toString()], [404, missing], path);
  }
});

test('an address without its slash leads to its page, with its question, on the same host', async () => {
  const { status, headers } = await ask(`${page.slice(0, -1)}?q=1`);
  assert.deepEqual([status, headers.location], [301, `${page}?q=1`]);
});

test('an address cannot write a header or lead to another host', async () => {
  for (const path of [
    'units%0d%0aX-Written:%20yes',
    'units%0aX-Written:%20yes',
    '/evil.example/units',
    '%2f%2fevil.example/..%2f..%2funits',
    '%5cevil.example',
  ]) {
    const { status, headers } = await ask(base + path);
    assert.ok([400, 404].includes(status), `${path} ${status}`);
    assert.equal(headers.location, undefined, path);
    assert.equal(headers['x-written'], undefined, path);
  }
});

test('no folder is listed, and nothing outside the site or hidden is given', async () => {
  const paths = [
    '_astro/',
    'data/plans/',
    '../../etc/passwd',
    '../../../../../../../../etc/passwd',
    '..%2f..%2f..%2f..%2fetc/passwd',
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '..%252f..%252fetc/passwd',
    '....//....//etc/passwd',
    '..%5c..%5cetc%5cpasswd',
    '..%c0%af..%c0%afetc/passwd',
    'index.html%00.css',
    '.git/config',
    'search/.hidden',
    'index.html.gz',
    'index.html.br',
    'web.config',
  ];
  for (const path of paths) {
    const { status, bytes } = await ask(base + path);
    assert.ok([400, 403, 404].includes(status), `${path} ${status}`);
    assert.doesNotMatch(bytes.toString(), /root:|Index of/u, path);
  }
});

test('nothing can be sent to the site', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'])
    assert.equal((await ask(page, {}, method)).status, 405, method);
});

test('the server does not say which it is in detail', async () => {
  assert.equal((await ask(page)).headers.server, 'nginx');
});
