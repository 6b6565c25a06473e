import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Desk } from '../../../src/desk/server/desk.ts';
import { OutsideContent, pathIn, writeAll } from '../../../src/desk/server/files.ts';
import { serveDesk } from '../../../src/desk/server/server.ts';
import { writeFolder } from '../../fixtures/mini.ts';

const root = mkdtempSync(join(tmpdir(), 'handbook-desk-test-'));
const folder = join(root, 'content');
writeFolder(folder);
writeFileSync(join(root, 'secret.yaml'), 'name: 外面');
const page = new Map([['/', { type: 'text/html', body: 'desk page' }]]);
const running = await serveDesk(new Desk(folder), page, 0);
const token = new URL(running.address).hash.slice(1);
after(async () => {
  await running.close();
  rmSync(root, { recursive: true });
});

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What is answered, as any program could ask: headers are as given. */
const ask = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) =>
  new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: running.port, path, method, headers, setHost: !headers.host });
    asked.once('error', reject);
    asked.once('response', (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    asked.end(body);
  });

const own = { authorization: `Bearer ${token}` };
const foreign: Record<string, Record<string, string>> = {
  'another host': { host: 'handbook.example' },
  'another host with the port': { host: `handbook.example:${running.port}` },
  'no port': { host: '127.0.0.1' },
  'a foreign origin': { origin: 'https://handbook.example' },
  'another port of this machine': { origin: 'http://127.0.0.1:1' },
  'no origin, from a file': { origin: 'null' },
  'a foreign page that hides its origin': { 'sec-fetch-site': 'cross-site' },
  'a page of another port': { 'sec-fetch-site': 'same-site' },
};

for (const [who, headers] of Object.entries(foreign))
  test(`${who} gets nothing, neither the page nor content, even with the token`, async () => {
    for (const path of ['/', '/api/overview', '/api/file?file=site.yaml']) {
      const answer = await ask(path, { headers: { ...own, ...headers } });
      assert.deepEqual([answer.status, answer.text], [403, ''], path);
    }
    const format = await ask('/api/format', { method: 'POST', headers: { ...own, ...headers } });
    assert.deepEqual([format.status, format.text], [403, '']);
  });

test('without the token, or with another, there is the empty page and nothing else', async () => {
  assert.equal((await ask('/')).text, 'desk page');
  for (const authorization of [undefined, 'Bearer ', 'Bearer x', `Bearer ${'x'.repeat(token.length)}`])
    for (const [method, path] of [
      ['GET', '/api/overview'],
      ['GET', '/api/file?file=site.yaml'],
      ['POST', '/api/save'],
      ['GET', '/nothing'],
    ] as const) {
      const answer = await ask(path, { method, headers: authorization ? { authorization } : {} });
      assert.deepEqual([answer.status, answer.text], [401, ''], `${authorization} ${path}`);
    }
});

test('the desk itself is answered, and may load and send to nowhere else', async () => {
  const answer = await ask('/api/overview', { headers: { ...own, 'sec-fetch-site': 'same-origin' } });
  assert.equal(answer.status, 200);
  assert.match(String(answer.headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/u);
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
});

test('nothing outside the content folder is read or written', async () => {
  for (const file of [
    '../secret.yaml',
    '..%2Fsecret.yaml',
    '/etc/passwd',
    'units/../../secret.yaml',
    'README.md',
    '.git/config',
  ]) {
    const answer = await ask(`/api/file?file=${encodeURIComponent(file)}`, { headers: own });
    assert.ok([403, 409].includes(answer.status), file);
    assert.doesNotMatch(answer.text, /外面/u);
    const draft = { file, hash: '', data: { name: '里面' } };
    const saved = await ask('/api/save', { method: 'POST', headers: own, body: JSON.stringify({ drafts: [draft] }) });
    assert.ok([403, 409].includes(saved.status), file);
  }
  assert.equal(readFileSync(join(root, 'secret.yaml'), 'utf8'), 'name: 外面');
});

test('hidden files, and names that only one system takes for names, are none of the content', () => {
  for (const file of [
    '.git/config',
    'units/.x.yaml',
    '../content/site.yaml',
    'units\\jia.yaml',
    'C:/x.yaml',
    '',
    'units//jia.yaml',
  ])
    assert.throws(() => pathIn(folder, file), OutsideContent, file);
  assert.equal(pathIn(folder, 'units/jia.yaml'), join(folder, 'units', 'jia.yaml'));
});

test('a link that leads outside is not followed', () => {
  mkdirSync(join(root, 'outside'), { recursive: true });
  symlinkSync(join(root, 'outside'), join(folder, 'topics', 'outside'));
  assert.throws(() => pathIn(folder, 'topics/outside/x.yaml'), OutsideContent);
  assert.throws(() => writeAll(folder, new Map([['topics/outside/x.yaml', Buffer.from('')]])), OutsideContent);
  rmSync(join(folder, 'topics', 'outside'));
});

test('what is no request is answered by its status alone', async () => {
  const spoilt = await ask('/api/save', { method: 'POST', headers: own, body: '{' });
  assert.deepEqual([spoilt.status, spoilt.text], [400, '']);
  for (const call of ['check', 'save', 'rebase', 'new', 'commit'])
    for (const body of ['null', '{"drafts":[{"file":5}],"message":1}']) {
      const answer = await ask(`/api/${call}`, { method: 'POST', headers: own, body });
      assert.deepEqual([answer.status, answer.text], [400, ''], call + body);
    }
  assert.equal((await ask('/api/save', { headers: own })).status, 404);
});
