import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countQuestions } from '../../../src/search/learning/access-log.ts';

const page = '/portal/search/';
const reader = '"-" "Mozilla/5.0 (Windows NT 10.0)"';

/** A line of the combined format; what is not given is what a reader’s browser asks for. */
const line = (target: string, { method = 'GET', status = 200, day = '30', after = reader } = {}) =>
  `203.0.113.7 - - [${day}/Nov/2026:08:00:00 +0800] "${method} ${target} HTTP/1.1" ${status} 5120 ${after}`.trim();
const asking = (q: string) => `${page}?q=${encodeURIComponent(q)}`;

const counted = async (lines: string[], since?: number) =>
  (await countQuestions(lines, page, since)).questions.map(({ text, times }) => `${times} ${text}`);

test('questions are counted, the most frequent first', async () => {
  assert.deepEqual(await counted([line(asking('贷款')), line(asking('电费')), line(asking('电费'))]), [
    '2 电费',
    '1 贷款',
  ]);
});

test('lines are counted, and of them those that are requests', async () => {
  const { lines, requests } = await countQuestions([line('/'), '', '{"request":"GET /"}', line(asking('贷款'))], page);
  assert.deepEqual({ lines, requests }, { lines: 4, requests: 2 });
});

test('case, width and blanks make no other question, which stands as it was first written', async () => {
  assert.deepEqual(
    await counted([
      line(asking(' 第37项')),
      line(asking('第 37 项')),
      line(asking('ＡＩ办事')),
      line(asking('ai 办事')),
    ]),
    ['2 第37项', '2 ＡＩ办事'],
  );
});

test('the question is found among what else is asked, however it was written', async () => {
  assert.deepEqual(
    await counted([
      line(`${page}?kind=task&q=%E7%94%B5%E8%B4%B9&sort=document`),
      line(`${page}index.html?q=%e7%94%b5%e8%b4%b9`),
      line(`https://www.district.gov.cn${page}?q=%E7%94%B5%E8%B4%B9`),
      // As a server writes bytes that the browser did not encode.
      line(`${page}?q=\\xE7\\x94\\xB5\\xE8\\xB4\\xB9`),
      line(`${page}?q=China+Europe`),
    ]),
    ['4 电费', '1 China Europe'],
  );
});

test('words in the encoding of older programs are read, and bytes that are no text are not', async () => {
  assert.deepEqual(await counted([line(`${page}?q=%B5%E7%B7%D1`), line(`${page}?q=%FF%FF`)]), ['1 电费']);
});

test('controls, which a terminal would obey, are blanks, and a question is no longer than a screen', async () => {
  const [first = ''] = await counted([line(asking(`电\u001b[31m费${'。'.repeat(500)}`))]);
  assert.equal(first.slice(0, 9), '1 电 [31m费');
  assert.equal(first.length, 202);
});

test('the head of the page is a question as well; other methods, pages and failures are none', async () => {
  assert.deepEqual(
    await counted([
      line(asking('电费'), { method: 'HEAD' }),
      line(asking('电费'), { status: 304 }),
      line(asking('贷款'), { method: 'POST' }),
      line(asking('贷款'), { status: 404 }),
      line(asking('贷款'), { status: 301 }),
      line('/search/?q=a'),
      line('/portal/?q=a'),
      line(page),
      line(`${page}?q=`),
      line(`${page}?query=a`),
    ]),
    ['2 电费'],
  );
});

test('robots and tools ask nothing', async () => {
  for (const agent of ['Mozilla/5.0 (compatible; Baiduspider/2.0)', 'bingbot/2.0', 'curl/8.5.0', 'kube-probe/1.30'])
    assert.deepEqual(await counted([line(asking('电费'), { after: `"-" "${agent}"` })]), [], agent);
});

test('the common format, which says no browser, is read', async () => {
  assert.deepEqual(await counted([line(asking('电费'), { after: '' })]), ['1 电费']);
});

const w3c = (fields: string, ...rows: string[]) => ['#Software: Microsoft IIS 10.0', `#Fields: ${fields}`, ...rows];

test('the format of IIS is read by the fields that it names, anew where it names others', async () => {
  assert.deepEqual(
    await counted([
      ...w3c(
        'date time s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip cs(User-Agent) sc-status',
        `2026-11-30 01:00:00 10.0.0.1 GET ${page} q=%E7%94%B5%E8%B4%B9 443 203.0.113.7 Mozilla/5.0+(Windows) 200`,
        `2026-11-30 01:00:00 10.0.0.1 GET ${page} - 443 203.0.113.7 Mozilla/5.0+(Windows) 200`,
        `2026-11-30 01:00:00 10.0.0.1 GET ${page} q=a 443 203.0.113.7 Sogou+web+spider 200`,
      ),
      ...w3c('cs-uri-query cs-uri-stem sc-status cs-method', `q=%E7%94%B5%E8%B4%B9 ${page} 200 GET`),
    ]),
    ['2 电费'],
  );
});

test('only lines since a time count, and none that does not say when', async () => {
  const lines = [
    line(asking('旧'), { day: '28' }),
    line(asking('新')),
    ...w3c('cs-method cs-uri-stem cs-uri-query sc-status', `GET ${page} q=x 200`),
    ...w3c('date time cs-method cs-uri-stem cs-uri-query sc-status', `2026-11-30 00:00:01 GET ${page} q=y 200`),
  ];
  // 08:00:00 in China.
  assert.deepEqual(await counted(lines, Date.UTC(2026, 10, 30)), ['1 新', '1 y']);
});

test('any line at all may stand in a log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (noise) => {
      const lines = [...noise.filter((one) => !one.startsWith('#')), line(asking('电费')), line(`${page}?q=%&%%3`)];
      const { lines: all, questions } = await countQuestions(lines, page);
      assert.equal(all, lines.length);
      assert.ok(questions.some(({ text }) => text === '电费'));
    }),
  );
});
