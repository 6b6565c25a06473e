import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createServer, type HotPayload, type ViteDevServer } from 'vite';
import { contentCheck } from '../../../scripts/dev/content-check.ts';
import { servedFiles } from '../../../scripts/dev/made-files.ts';
import { loadContent } from '../../../scripts/load-content.ts';
import { madeFiles } from '../../../scripts/publish/made-files.ts';
import { mini, writeFolder } from '../../fixtures/mini.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-dev-'));
const folder = join(root, 'content');
const file = join(folder, 'units/yi.yaml');
const right = mini['units/yi.yaml'] ?? '';
const wrong = right.replace('kind: unit', 'kind: <unti>');

let server: ViteDevServer;
let origin = '';
const told: HotPayload[] = [];

/** What the server tells the browser next, of a kind. */
async function next(type: HotPayload['type']): Promise<string> {
  for (;;) {
    const index = told.findIndex((payload) => payload.type === type);
    if (index >= 0) return JSON.stringify(told.splice(0, index + 1).at(-1));
    await once(socket, 'told');
  }
}

/** Writes the file, and says so: when the system's own watching has begun cannot be known. */
function write(text: string): void {
  writeFileSync(file, text);
  server.watcher.emit('all', 'change', file);
}

let socket: EventTarget;
before(async () => {
  writeFolder(folder, { 'units/yi.yaml': wrong });
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    base: '/under/',
    plugins: [contentCheck(folder), servedFiles(folder)],
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  const address = server.httpServer?.address();
  assert.ok(address && typeof address === 'object');
  const { port } = address;
  origin = `http://127.0.0.1:${port}/under/`;
  const browser = new WebSocket(`ws://127.0.0.1:${port}/under/?token=${server.config.webSocketToken}`, 'vite-hmr');
  socket = browser;
  browser.addEventListener('message', ({ data }) => {
    told.push(JSON.parse(String(data)));
    browser.dispatchEvent(new Event('told'));
  });
});
after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

test('while pages are worked on, faults of the content stand over the page, and go when they are mended', async () => {
  const first = await next('error');
  assert.match(first, /units\/yi\.yaml:2 {2}kind<br> {2}查到：“&lt;unti&gt;”/u);
  const page = await fetch(origin);
  assert.equal(page.status, 503);
  assert.match(await page.text(), /<title>内容检查没有通过<\/title>.*最接近的是“unit”/su);

  write(right);
  await next('full-reload');
  assert.notEqual((await fetch(origin)).status, 503);

  write(wrong);
  assert.match(await next('error'), /查到/u);
});

test('while pages are worked on, every file to take away is there, with the bytes that a build gives it', async () => {
  write(right);
  await next('full-reload');
  const files = madeFiles(loadContent(folder).handbook);
  assert.ok(files.some(({ path }) => path.endsWith('.docx')) && files.some(({ path }) => path.endsWith('.png')));
  for (const { path, mediatype, bytes } of files) {
    const response = await fetch(origin + path);
    assert.equal(response.headers.get('content-type'), mediatype, path);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), Buffer.from(await bytes()), path);
  }
  assert.equal((await fetch(`${origin}data/plans/none.docx`)).status, 404);
});
