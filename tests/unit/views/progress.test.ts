import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  comparisonOf,
  fullReport,
  reportedIn,
  reportedInPlan,
  reportedName,
  reportsOf,
  shortReport,
} from '../../../src/views/progress.ts';
import { saying } from '../../fixtures/cases.ts';
import { both, checkWith, replace, unsourced } from '../../fixtures/mini.ts';
import { entryOf, progressField } from '../../fixtures/progress.ts';

type Edit = (text: string) => string;

const file = 'plans/mini/measures/01.mdx';
/** The sample's first measure with entries of its target, of which other words can be edited. */
const withEntries = (entries: readonly string[], ...edits: Edit[]) =>
  both(...edits, replace('    task: 1\n', `    task: 1\n${progressField('    ', entries)}`));
const planOf = (change: Edit) => {
  const { handbook } = checkWith({ ...unsourced, [file]: change });
  return handbook.plans[0] ?? assert.fail();
};

/** How a number stands to the target of the sample, after edits of the target. */
function compared(entry: string, ...edits: Edit[]): string | undefined {
  const [target] = planOf(withEntries([entryOf(entry)], ...edits)).targets;
  const [report] = reportsOf(target ?? assert.fail());
  return comparisonOf(report ?? assert.fail());
}
/** The words of the target in its measure and row, with its field of that. */
const goal =
  (words: string, fields: Readonly<Record<string, string>> = {}) =>
  (text: string) =>
    Object.entries(fields).reduce(
      (edited, [field, value]) => edited.replace(new RegExp(`(?<=    ${field}: ).*`, 'u'), value),
      text.replaceAll('全年组织银企对接会不少于50场', words),
    );

test('a number is told beside the target’s, and that it is reached only where the two numbers decide it', () => {
  const on = 'date: 2025-09-30';
  assert.equal(compared(`${on}, value: 26, words: 组织26场`), '公布数26场，目标不少于50场：比目标数少24场');
  assert.equal(compared(`${on}, value: 50, words: 组织50场`), '公布数50场，目标不少于50场：已达到目标数');
  assert.equal(compared(`${on}, value: 57, words: 组织57场`), '公布数57场，目标不少于50场：已达到目标数，多7场');
});

test('a number that was reached is that number', () => {
  for (const words of ['银企对接会达到57场', '银企对接会达57场'])
    assert.equal(
      compared(`date: 2025-09-30, value: 57, words: ${words}`),
      '公布数57场，目标不少于50场：已达到目标数，多7场',
    );
});

test('a number that is to be passed is not reached by the same number', () => {
  const above = goal('全年组织银企对接会超过50场');
  assert.match(compared('date: 2025-09-30, value: 50, words: 组织50场', above) ?? '', /：与目标数相同$/u);
  assert.match(compared('date: 2025-09-30, value: 51, words: 组织51场', above) ?? '', /：已达到目标数，多1场$/u);
});

test('of a number that is to be met, and of the most that is allowed, only more, less and the same are told', () => {
  const met = goal('全年组织银企对接会50场', { operator: "'='" });
  assert.match(compared('date: 2025-09-30, value: 57, words: 组织57场', met) ?? '', /：比目标数多7场$/u);
  assert.match(compared('date: 2025-09-30, value: 50, words: 组织50场', met) ?? '', /：与目标数相同$/u);
  assert.match(compared('date: 2025-09-30, value: 43, words: 组织43场', met) ?? '', /：比目标数少7场$/u);
  const most = goal('全年组织银企对接会不超过50场', { operator: "'<='" });
  assert.match(compared('date: 2025-09-30, value: 57, words: 组织57场', most) ?? '', /：已超过目标数，多7场$/u);
  assert.match(compared('date: 2025-09-30, value: 50, words: 组织50场', most) ?? '', /：没有超过目标数$/u);
  assert.match(compared('date: 2025-09-30, value: 9, words: 组织9场', most) ?? '', /：没有超过目标数$/u);
});

test('shares, averages and levels are not said to be reached: another day’s number may be less', () => {
  const share = goal('全年组织银企对接会不少于50%', { unit: "'%'" });
  assert.match(compared('date: 2025-09-30, value: 63.6, words: 占63.6%', share) ?? '', /：比目标数多13.6个百分点$/u);
  assert.match(compared('date: 2025-09-30, value: 50, words: 占50%', share) ?? '', /：与目标数相同$/u);
  for (const words of ['全年平均组织银企对接会不少于50场', '全年银企对接会维持在50场以上']) {
    assert.match(
      compared('date: 2025-09-30, value: 57, words: 组织57场', goal(words)) ?? '',
      /：比目标数多7场$/u,
      words,
    );
    assert.match(
      compared('date: 2025-09-30, value: 9, words: 组织9场', goal(words)) ?? '',
      /：比目标数少41场$/u,
      words,
    );
  }
});

test('nothing is compared that is of a day after the period, or no exact number', () => {
  const entry = (date: string, words: string) => `date: ${date}, value: 57, words: ${words}`;
  assert.notEqual(compared(entry('2025-12-31', '组织57场')), undefined);
  assert.equal(compared(entry('2026-01-31', '组织57场')), undefined);
  assert.equal(
    compared(entry('2027-01-31', '组织57场'), goal('2026年组织银企对接会不少于50场', { period: '2026年' })),
    undefined,
  );
  assert.notEqual(compared(entry('2026-01-31', '组织57场'), replace('    period: 全年\n', '')), undefined);
  for (const words of ['组织57余场', '组织超过57场', '组织近57场', '组织约57场', '组织57场以上', '达到57场左右'])
    assert.equal(compared(entry('2025-09-30', words)), undefined, words);
});

test('a report has the number in the words that were published, its day, source and a lasting name', () => {
  const entry = entryOf('date: 2025-09-30, value: 57, words: 组织超过57场', {
    title: '某通报',
    publishedOn: '2025-10-15',
  });
  const table = entryOf('date: 2025-10-31, value: 60, words: 银企对接会（场）：60', { title: '某表' });
  const [target] = planOf(withEntries([entry, table])).targets;
  const [first, second] = reportsOf(target ?? assert.fail());
  assert.ok(first && second);
  assert.equal(first.id, 'target-meetings-2025-09-30');
  assert.equal(
    fullReport(first, true),
    '银企对接会：截至2025年9月30日超过57场。“组织超过57场”（某通报，2025年10月15日发布，https://www.example.gov.cn/made-up）',
  );
  assert.equal(
    fullReport(second, false),
    '截至2025年10月31日60场，已达到目标数，多10场。“银企对接会（场）：60”（某表，https://www.example.gov.cn/made-up）',
  );
});

test('a row of the list has states, and goes with the targets that it states', () => {
  const state = entryOf('date: 2025-09-30, state: 办结, words: 已经办结', { title: '某通报' });
  const plan = planOf(
    both(
      withEntries([entryOf('date: 2025-09-30, value: 57, words: 组织57场')]),
      replace('    units: 区甲\n', `    units: 区甲\n${progressField('    ', [state])}`),
    ),
  );
  const [task] = plan.tasks;
  assert.deepEqual(reportsOf(task ?? assert.fail()).map(shortReport), ['截至2025年9月30日办结']);
  assert.deepEqual(reportedIn(task ?? assert.fail()).map(reportedName), ['第1项', '银企对接会']);
  assert.deepEqual(reportedInPlan(plan).map(reportedName), ['银企对接会', '第1项']);
});

test('without progress there is none', () => {
  const { handbook } = checkWith();
  assert.deepEqual(handbook.plans.flatMap(reportedInPlan), []);
});

test('an entry in the old form is told all that it lacks, its impossible days too', () => {
  const { problems } = checkWith({
    [file]: withEntries([
      '{ date: 2052-12-31, value: 1120, source: 某 }',
      '{ date: 2025-06-30, value: 500, source: 某 }',
    ]),
  });
  const said = problems.map(saying).join('\n');
  assert.match(said, /targets\[1\]\.progress\[1\]\.date 查到：2052-12-31，在今天（2030-01-01）以后/u);
  assert.match(said, /targets\[1\]\.progress\[2\]\.date 查到：2025-06-30，排在 2052-12-31 的后面/u);
  assert.match(said, /progress\[1\]\.source 查到：“某” 应为：名称和网址：title 写发布单位和标题，url 写网页的网址/u);
  assert.match(said, /progress\[1\]\.words 查到：没有写“words”/u);
});
