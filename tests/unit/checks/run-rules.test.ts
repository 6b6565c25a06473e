import assert from 'node:assert/strict';
import { test } from 'node:test';
import { report } from '../../../src/checks/report.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { all, eachFile, eachPlan, once } from '../../../src/checks/rule.ts';
import { runRules } from '../../../src/checks/run-rules.ts';
import { readContent } from '../../../src/loader/read.ts';
import { assemble } from '../../../src/model/assemble.ts';
import { type Changes, day, filesWith, mini, replace } from '../../fixtures/mini.ts';

const second = Object.fromEntries(
  Object.entries(mini)
    .filter(([path]) => path.startsWith('plans/mini/'))
    .map(([path, text]) => [path.replace('mini', 'second'), text]),
);

/** Runs rules on the small folder with its plan twice, after changes. */
function run(rules: readonly Partial<Rule>[], changes: Changes = {}) {
  const reading = readContent([...filesWith({ ...second, ...changes })].map(([path, bytes]) => ({ path, bytes })));
  const complete = rules.map(
    (rule, index): Rule => ({ id: `rule-${index}`, reason: '', needs: [], bad: {}, runs: () => [], ...rule }),
  );
  const { problems, skipped } = runRules(complete, { ...reading, day, handbook: assemble(reading.entries, day) });
  return { found: problems.map(({ file, line, found }) => `${file}:${line} ${found}`), skipped };
}

const wording = { path: [], expected: '', mend: '' };
const ofPlan = eachPlan(({ id }) => [{ file: `plans/${id}/plan.mdx`, ...wording, found: 'plan' }]);
const unreadable = { 'plans/mini/measures/01.mdx': '' };

test('a rule is skipped for the plan whose files have problems, and runs for the other', () => {
  const { found, skipped } = run([{ needs: ['measures'], runs: ofPlan }], unreadable);
  assert.deepEqual(found, ['plans/second/plan.mdx:2 plan']);
  assert.deepEqual(skipped, ['rule-0']);
});

test('a rule is skipped for a plan whose record cannot be read, or is missing', () => {
  for (const change of ['', null]) {
    const { found, skipped } = run([{ runs: ofPlan }], { 'plans/mini/plan.mdx': change });
    assert.deepEqual(found, ['plans/second/plan.mdx:2 plan']);
    assert.deepEqual(skipped, ['rule-0']);
  }
});

test('a rule on all content is skipped where any plan has problems, but not for files that it does not need', () => {
  const everywhere = once(() => [{ file: 'site.yaml', ...wording, found: 'all' }]);
  const { found, skipped } = run(
    [
      { needs: ['measures'], runs: everywhere },
      { needs: ['plans', 'units'], runs: everywhere },
    ],
    unreadable,
  );
  assert.deepEqual(found, ['site.yaml:1 all']);
  assert.deepEqual(skipped, ['rule-0']);
});

test('a rule on a field of each file runs where that field is valid, whatever else is wrong there', () => {
  const on = (field: 'title' | 'units') =>
    eachFile('measures', [field], ({ data }) => [{ ...wording, path: [field], found: String(data[field]) }]);
  const { found, skipped } = run([{ runs: on('title') }, { runs: all(on('units')) }], {
    'plans/mini/measures/02.mdx': replace('title: 规范执法', 'title:'),
  });
  assert.ok(found.includes('plans/mini/measures/02.mdx:5 区乙办等相关部门'));
  assert.ok(!found.some((one) => one.includes('规范执法') && one.includes('mini')));
  assert.deepEqual(skipped, ['rule-0']);
});

test('what a structural rule finds is a fault of its file to the rules that need it, in whichever order they stand', () => {
  const structural = once(() => [{ file: 'plans/mini/measures/02.mdx', ...wording, found: 'number' }]);
  const { found, skipped } = run([
    { needs: ['measures'], runs: ofPlan },
    { structural: true, runs: structural },
  ]);
  assert.deepEqual(found, ['plans/mini/measures/02.mdx:2 number', 'plans/second/plan.mdx:2 plan']);
  assert.deepEqual(skipped, ['rule-0']);
});

test('a file under a wrong name is a fault of the folder that may miss it, and of all if that is not known', () => {
  const needing = (needs: Rule['needs']) => run([{ needs, runs: ofPlan }], { 'units/Yi.yaml': 'x' }).skipped;
  assert.deepEqual(needing(['units']), ['rule-0']);
  assert.deepEqual(needing(['measures', 'topics', 'source']), []);
  assert.deepEqual(run([{ needs: ['measures'], runs: ofPlan }], { 'notes.txt': 'x' }).skipped, ['rule-0']);
});

test('the report says in one line which rules were skipped, and nothing where none were', () => {
  const problem = { file: 'site.yaml', line: 1, path: ['name'], found: '空白', expected: '文字', mend: '写上' };
  assert.equal(
    report({ problems: [problem], skipped: ['fidelity', 'unit-used'] }),
    'content/site.yaml:1  name\n  查到：空白\n  应为：文字\n  改法：写上\n\n内容检查没有通过：1 个文件，1 处问题。\n还有 2 条规则要等上面的问题改好才能查，请改好后再运行一次检查（fidelity、unit-used）。',
  );
  assert.match(report({ problems: [problem], skipped: [] }), /1 个文件，1 处问题。$/u);
});
