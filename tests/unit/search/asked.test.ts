import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnsweredQuestion, answerOf, askedReport, askedTable } from '../../../src/search/learning/asked.ts';
import { memorySearch } from '../../../src/search/learning/memory-search.ts';
import { checkWith } from '../../fixtures/mini.ts';

const search = memorySearch(checkWith().handbook);
const answer = (text: string) => answerOf({ text, times: 1 }, search);

test('a question is answered as the search page answers it', async () => {
  const questions = ['用电成本', '电费', '厂里用电太费钱', '离婚', '厂里食堂', 'qqq'];
  const answers = await Promise.all(questions.map(answer));
  assert.deepEqual(
    answers.map(({ kind }) => kind),
    ['exact', 'synonym', 'related', 'elsewhere', 'folded', 'none'],
  );
  const [exact, synonym, , elsewhere, , none] = answers.map(({ first }) => first);
  assert.equal(exact, '小政〔2025〕1号 任务清单第2项 任务2 · 强化要素');
  assert.match(synonym ?? '', /强化要素$/u);
  assert.equal(elsewhere, '婚姻登记');
  assert.equal(none, '');
});

const answered: AnsweredQuestion[] = [
  { text: '电费', times: 3, kind: 'synonym', first: '任务2' },
  { text: '离婚', times: 2, kind: 'elsewhere', first: '婚姻登记' },
  { text: '张三的电话', times: 1, kind: 'none', first: '' },
];
const counted = { page: '/search/', lines: 40, requests: 30, questions: answered };

test('the report lists what was asked at least twice, and counts all', () => {
  const report = askedReport(counted, answered, false);
  assert.match(
    report,
    /^3 次 {2}近义 {2}电费 {2}→ 任务2\n2 次 {2}告知别处 {2}离婚 {2}→ 婚姻登记\n\n读了 40 行，搜索 6 次，3 种问法/u,
  );
  assert.match(
    report,
    / {2}近义：3 次（50%）\n.* {2}告知别处：2 次（33%）\n.* {2}没有：1 次（17%）\n另有 1 种只问过一次/su,
  );
  assert.doesNotMatch(report, /张三/u);
});

test('what was asked once is listed on demand', () => {
  const report = askedReport(counted, answered, true);
  assert.match(report, /^1 次 {2}没有 {2}张三的电话$/mu);
  assert.doesNotMatch(report, /只问过一次/u);
});

test('a log without questions is a report as well, which says of which page none was asked', () => {
  const report = askedReport({ page: '/portal/search/', lines: 2, requests: 1, questions: [] }, [], false);
  assert.match(report, /^读了 2 行，搜索 0 次，0 种问法。.*\n {2}逐字：0 次（0%）/u);
  assert.match(report, /搜索页（\/portal\/search\/）/u);
  assert.doesNotMatch(report, /格式/u);
});

test('a file that is no access log is said to be none, and an empty one is not', () => {
  const report = (lines: number) => askedReport({ ...counted, lines, requests: 0, questions: [] }, [], false);
  assert.match(report(2), /没有一行是读得懂的访问记录/u);
  assert.doesNotMatch(report(0), /读得懂/u);
});

test('the table holds what the report lists', () => {
  assert.deepEqual(askedTable(answered, false), [
    ['次数', '问法', '回答', '第一条'],
    [
      [3, '电费', '近义', '任务2'],
      [2, '离婚', '告知别处', '婚姻登记'],
    ],
  ]);
  assert.equal(askedTable(answered, true)[1].length, 3);
});
