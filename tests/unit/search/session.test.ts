import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchIndexFiles } from '../../../src/search/build/index-files.ts';
import type { FromWorker, Question } from '../../../src/search/client/protocol.ts';
import { SearchSession } from '../../../src/search/client/session.ts';
import { indexFolder } from '../../../src/search/shared/index-layout.ts';
import { fetchFrom, handbook, scriptFolder } from './collection.ts';

const files = (await searchIndexFiles(handbook)).files.map(({ path, content }) => ({
  path: path.slice(indexFolder.length),
  content,
}));
const base = await scriptFolder(files);

/** Serves the index, but for files whose path matches. */
const serve = (missing?: RegExp) => {
  globalThis.fetch = fetchFrom(
    base,
    files.filter(({ path }) => !missing?.test(path)),
  );
};

function open() {
  const posted: FromWorker[] = [];
  const session = new SearchSession(base, (message) => posted.push(message));
  const questionOf = (text: string): Question => ({ text, filters: {}, inDocumentOrder: false, pages: 1 });
  return { posted, ask: (id: number, text: string) => session.ask({ id, question: questionOf(text) }) };
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
  assert.ok(message.answer.rows[0]?.excerpt.some(({ marked }) => marked));
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

test('a correction follows the answer to a misspelt query', async () => {
  serve();
  const { posted, ask } = open();
  await ask(1, '一窗办节');
  assert.deepEqual(kindsOf(posted), ['1 answer', '1 corrections']);
});

for (const optional of ['sounds.json', 'suggestions.json'])
  test(`without ${optional} questions are answered, and corrected once it arrives`, async () => {
    serve(new RegExp(optional, 'u'));
    const { posted, ask } = open();
    await ask(1, '一窗办节');
    await ask(2, '税务');
    assert.deepEqual(kindsOf(posted), ['1 answer', '2 answer']);
    serve();
    await ask(3, '一窗办节');
    assert.deepEqual(kindsOf(posted.slice(2)), ['3 answer', '3 corrections']);
  });

for (const required of [/^catalogue/u, /\.pf_meta$/u, /^index\//u, /^texts/u])
  test(`without ${required.source} the question fails instead of finding less`, async () => {
    serve(required);
    const { posted, ask } = open();
    await ask(1, '税务');
    assert.deepEqual(kindsOf(posted), ['1 failure']);
  });

test('a question that a newer one follows before search is loaded is not answered', async () => {
  serve();
  const { posted, ask } = open();
  await Promise.all([ask(1, '税'), ask(2, '税务')]);
  assert.deepEqual(kindsOf(posted), ['2 answer']);
});
