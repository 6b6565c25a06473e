import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchIndexFiles } from '../../../src/search/build/index-files.ts';
import type { FromWorker, Question } from '../../../src/search/client/protocol.ts';
import { SearchSession } from '../../../src/search/client/session.ts';
import { indexFolder } from '../../../src/search/shared/index-layout.ts';
import { indexBase as base, fetchFrom, handbook } from './collection.ts';

const files = (await searchIndexFiles(handbook)).files.map(({ path, content }) => ({
  path: path.slice(indexFolder.length),
  content,
}));

/** Serves the index, but for files whose path matches: they are missing, or have other bytes. */
const serve = (spoilt?: RegExp, bytes?: (content: Buffer) => string | Uint8Array) => {
  globalThis.fetch = fetchFrom(
    base,
    files.flatMap((file) =>
      !spoilt?.test(file.path) ? [file] : bytes ? [{ ...file, content: bytes(Buffer.from(file.content)) }] : [],
    ),
  );
};

function open() {
  const posted: FromWorker[] = [];
  const session = new SearchSession({ base, worker: 'worker.js' }, (message) => posted.push(message));
  const questionOf = (text: string): Question => ({ text, filters: {}, inDocumentOrder: false, pages: 1 });
  return {
    posted,
    ask: (id: number, text: string, more: Partial<Question> = {}) =>
      session.ask({ id, question: { ...questionOf(text), ...more } }),
  };
}

/** What was posted, as the kind of message for each question. */
const kindsOf = (posted: readonly FromWorker[]) =>
  posted.map((message) => `${message.id} ${Object.keys(message).find((key) => key !== 'id')}`);

test('a question is answered with rows whose texts are marked', async () => {
  serve();
  const { posted, ask } = open();
  await ask(1, '贷款难');
  const [message] = posted;
  assert.ok(message && 'answer' in message && message.answer.rows.length > 0);
  assert.ok(message.answer.rows[0]?.excerpt.some(({ mark }) => mark));
});

test('the fetch of the page stays as it is, and its failures are none of search', async () => {
  serve();
  const own = globalThis.fetch;
  const { posted, ask } = open();
  await ask(1, '税务');
  assert.equal(globalThis.fetch, own);
  assert.equal((await fetch('https://example.com/missing.json')).status, 404);
  await ask(2, '企业');
  assert.equal(globalThis.fetch, own);
  assert.deepEqual(kindsOf(posted), ['1 answer', '2 answer']);
});

test('an offer follows the answer to a query of which a part may be mistyped', async () => {
  serve();
  const { posted, ask } = open();
  await ask(1, '怎么一窗办节');
  assert.deepEqual(kindsOf(posted), ['1 answer', '1 corrections']);
});

test('a mistyped word that leaves no doubt is answered as it was meant, unless the reader insists', async () => {
  serve();
  const { posted, ask } = open();
  await ask(1, '一窗办节');
  const [meant] = posted;
  assert.ok(meant && 'answer' in meant && meant.answer.rows[0]?.match === 'exact');
  assert.deepEqual(meant.answer.corrected, { from: '一窗办节', to: '一窗办结' });
  await ask(2, '一窗办节', { asTyped: true });
  assert.deepEqual(kindsOf(posted), ['1 answer', '2 answer', '2 corrections']);
  const [, typed] = posted;
  assert.ok(typed && 'answer' in typed && typed.answer.corrected === undefined);
});

test('a question about a matter that the handbook does not hold loads what is said of it, and others do not', async () => {
  const text = {
    matter: '养犬',
    where: '由公安机关办理。',
    source: { title: '某法', url: 'https://www.example.gov.cn/' },
  };
  const made = await searchIndexFiles({ ...handbook, elsewhere: [{ ...text, words: ['狗证'] }] });
  const all = made.files.map((file) => ({ ...file, path: file.path.slice(indexFolder.length) }));
  globalThis.fetch = fetchFrom(base, all);
  const { posted, ask } = open();
  await ask(1, '狗证');
  const [message] = posted;
  assert.deepEqual(message && 'answer' in message && message.answer.elsewhere, [text]);
  globalThis.fetch = fetchFrom(
    base,
    all.filter(({ path }) => !path.startsWith('elsewhere-')),
  );
  const without = open();
  await without.ask(1, '税务');
  await without.ask(2, '狗证');
  assert.deepEqual(kindsOf(without.posted), ['1 answer', '2 failure']);
});

for (const optional of ['dictionary-', 'words-'])
  for (const [state, bytes] of [
    ['missing', undefined],
    ['another page', () => '{"code":401}'],
  ] as const)
    test(`where ${optional} is ${state} questions are answered, and corrected once it arrives`, async () => {
      serve(new RegExp(optional, 'u'), bytes);
      const { posted, ask } = open();
      await ask(1, '一窗办节');
      await ask(2, '税务');
      assert.deepEqual(kindsOf(posted), ['1 answer', '2 answer']);
      serve();
      await ask(3, '怎么一窗办节');
      assert.deepEqual(kindsOf(posted.slice(2)), ['3 answer', '3 corrections']);
    });

const failuresOf = (posted: readonly FromWorker[]) =>
  posted.map((message) => ('failure' in message ? message.failure : Object.keys(message).join()));

for (const required of [/^catalogue/u, /^index\//u, /^ranking/u, /^texts/u])
  for (const [state, bytes] of [
    ['missing', undefined],
    ['cut short', (content: Buffer) => content.subarray(0, content.length / 2)],
    ['empty', () => ''],
    ['another page', () => '<!doctype html><title>登录</title>'],
  ] as const)
    test(`where ${required.source} is ${state}, the question fails instead of finding less`, async () => {
      serve(required, bytes);
      const { posted, ask } = open();
      await ask(1, '税务局太远怎么办');
      assert.deepEqual(failuresOf(posted), ['server']);
    });

test('where no answer comes from the server, it is said to be the network', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  const { posted, ask } = open();
  await ask(1, '税务');
  assert.deepEqual(failuresOf(posted), ['network']);
});

for (const part of [/^index\//u, /^ranking/u, /^texts/u])
  test(`where ${part.source} is cut off by the network, it is said to be the network`, async () => {
    serve();
    const whole = globalThis.fetch;
    globalThis.fetch = (address, ...rest) =>
      part.test(String(address).slice(base.length))
        ? Promise.reject(new TypeError('Failed to fetch'))
        : whole(address, ...rest);
    const { posted, ask } = open();
    await ask(1, '税务局太远怎么办');
    assert.deepEqual(failuresOf(posted), ['network']);
  });

test('the index of another edition of the code is not read', async () => {
  serve(/^catalogue/u, (content) => JSON.stringify({ ...JSON.parse(String(content)), worker: 'worker-other.js' }));
  const { posted, ask } = open();
  await ask(1, '税务');
  assert.deepEqual(failuresOf(posted), ['updated']);
});

test('a browser that lacks what search uses is said to be too old, before anything is fetched', async (t) => {
  globalThis.fetch = () => assert.fail('nothing is needed');
  const { at } = Array.prototype;
  t.after(() => Object.assign(Array.prototype, { at }));
  Reflect.deleteProperty(Array.prototype, 'at');
  const { posted, ask } = open();
  await ask(1, '税务');
  assert.deepEqual(failuresOf(posted), ['unsupported']);
});

test('where somebody goes on typing after an answer, no dictionary is loaded for it', async () => {
  serve();
  const whole = globalThis.fetch;
  const loaded: string[] = [];
  globalThis.fetch = (address, ...rest) => {
    loaded.push(String(address));
    return whole(address, ...rest);
  };
  const { posted, ask } = open();
  const first = ask(1, '贷款难 啾啾啾');
  while (posted.length === 0) await new Promise(setImmediate);
  await ask(2, '税务');
  await first;
  assert.deepEqual(kindsOf(posted), ['1 answer', '2 answer']);
  assert.ok(!loaded.some((address) => /(?:dictionary|words)-/u.test(address)));
  await ask(3, '贷款难 啾啾啾');
  assert.ok(loaded.some((address) => address.includes('dictionary-')));
});

test('a question that a newer one follows before search is loaded is not answered', async () => {
  serve();
  const { posted, ask } = open();
  await Promise.all([ask(1, '税'), ask(2, '税务')]);
  assert.deepEqual(kindsOf(posted), ['2 answer']);
});
