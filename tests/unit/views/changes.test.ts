import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Handbook, Plan } from '../../../src/model/types.ts';
import { changeDay, changedOn, changeSections, pageChangedOn } from '../../../src/views/changes.ts';
import { pathOf, subjectsOf } from '../../../src/views/page-subject.ts';
import { checkWith, replace } from '../../fixtures/mini.ts';
import { entryOf, progressField } from '../../fixtures/progress.ts';

const recorded = (text: string) =>
  replace('suggestion: 突出问题\n', 'suggestion: 突出问题\n    recordedOn: 2025-12-01\n')(text);
const { handbook: plain } = checkWith();
const { handbook } = checkWith({
  'plans/mini/corrections.yaml': recorded,
  'plans/mini/measures/01.mdx': replace(
    'task: 1\n',
    `task: 1\n${progressField('    ', [
      entryOf('date: 2025-06-30, value: 26, words: 组织26场'),
      entryOf('date: 2025-08-31, value: 40, words: 组织40场', { publishedOn: '2025-09-30' }),
    ])}`,
  ),
});
const [plan] = handbook.plans as [Plan];

test('changes are told by kind, newest first, those without a day apart', () => {
  assert.deepEqual(
    changeSections([plan]).map(({ title, dated, undated }) => [title, dated.map(changeDay), undated.length]),
    [
      ['收录的文件', ['2025年3月28日印发'], 0],
      ['公布的进展', ['2025年9月30日', '2025年6月30日'], 0],
      ['更正', ['2025年12月1日'], plan.corrections.length - 1],
    ],
  );
});

test('nothing is invented: what has no day is counted as such, and what is not there is said to be not there', () => {
  const { issuedOn: _, ...undated } = { ...plain.plans[0], corrections: [] } as Plan;
  const [published, reported, corrected] = changeSections([undated]);
  assert.deepEqual([published?.dated.length, published?.undatedNote], [0, '以下1份文件没有写印发日期。']);
  assert.deepEqual([corrected?.dated.length, corrected?.undated.length, corrected?.none], [0, 0, '没有登记更正。']);
  assert.equal(reported?.none, '还没有收录各单位公布的进展。');
  assert.equal(changedOn(undated), undefined);
});

const dayAt = (path: string, of: Handbook = handbook) =>
  pageChangedOn(of, subjectsOf(of).find((one) => pathOf(one) === path) ?? assert.fail(path));

test('a correction moves the day of the pages that show its words, and of no other', () => {
  assert.equal(changedOn(plan), '2025-12-01');
  assert.deepEqual(
    ['plans/mini/', 'plans/mini/measures/02/', 'units/yi/', 'updates/', ''].map((path) => dayAt(path)),
    Array.from({ length: 5 }, () => '2025-12-01'),
  );
  // The first measure has the progress of its target; the unit of the first measure alone has that, too.
  assert.deepEqual([dayAt('plans/mini/measures/01/'), dayAt('units/jia/')], ['2025-09-30', '2025-09-30']);
  assert.equal(dayAt('plans/mini/measures/02/', plain), '2025-03-28');
  assert.equal(dayAt('search/'), undefined);
});

test('a correction of rows is one of their measure', () => {
  const corrections = plan.corrections.map((one) =>
    one.id === 't02-units' ? { ...one, recordedOn: '2026-01-01' } : { ...one, recordedOn: undefined },
  );
  const [first] = plan.measures;
  assert.ok(first);
  const changed = { ...plan, corrections };
  const subject = { kind: 'measure', measure: { ...first, plan: changed } } as const;
  assert.equal(pageChangedOn({ plans: [changed] }, subject), '2026-01-01');
});
