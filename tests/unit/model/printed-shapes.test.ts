import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../../../src/checks/fidelity/compare.ts';
import { environmentLabel, measureBlocks, stretchText } from '../../../src/model/printed-form.ts';
import type { Measure, Plan, Task } from '../../../src/model/types.ts';
import { checkedShape, planOfShape, type Shape, shapes } from '../../fixtures/shapes.ts';

/** The problems of a shape but for what its folder has and it does not need. */
const problemsOf = (shape: Shape) =>
  checkedShape(shape).problems.filter(({ file }) => !/^(?:units|topics)\//u.test(file));

const planOf = (name: keyof typeof shapes): Plan => planOfShape(shapes[name]);

const roles = ({ units }: Measure | Task) =>
  units.map(({ name, role, byRule, isFirst }) =>
    [name, role, byRule && 'by rule', isFirst && 'first'].filter(Boolean).join(' '),
  );

for (const [name, shape] of Object.entries(shapes)) {
  test(`${name}: the content passes the check and is the document, line by line`, () => {
    assert.deepEqual(problemsOf(shape), []);
    assert.deepEqual(differences(planOf(name as keyof typeof shapes), shape.source), []);
  });

  test(`${name}: one character wrong in any line of the document is found`, () => {
    const plan = planOf(name as keyof typeof shapes);
    const lines = shape.source.trim().split('\n');
    for (const [index, line] of lines.entries()) {
      const at = [...line].findIndex((sign) => sign.trim() !== '');
      const wrong = lines.with(index, `${line.slice(0, at)}龘${line.slice(at + 1)}`).join('\n');
      assert.ok(differences(plan, wrong).length > 0, line);
    }
  });
}

test('numbers are those of the document, running on over chapters or beginning anew', () => {
  const opinion = planOf(
    'an opinion issued directly, its numbers running on over chapters, its brackets in other words',
  );
  assert.deepEqual(
    opinion.measures.map(({ number, mark, reference, title, text }) => [number, mark, reference, title, text]),
    [
      [1, '（三）', '（三）', '办好联赛', '组织联赛，每年不少于30场。'],
      [2, '（四）', '（四）', '培育新赛', '创新方式。'],
      [3, '（五）', '（五）', '完善投入', '拓宽渠道。'],
    ],
  );
  assert.deepEqual(
    opinion.environments.map((one) => environmentLabel(opinion, one)),
    ['二、', '三、'],
  );
  const anew = planOf('a measure of one sentence, units on lines of their own with a time, numbers that begin anew');
  assert.deepEqual(
    anew.measures.map(({ reference }) => reference),
    ['一、1.', '2.', '二、1.'],
  );
  const articles = planOf('articles without units or chapters, numbers that the measures do not begin');
  assert.deepEqual(
    articles.measures.map(({ reference, units, environment }) => [reference, units, environment]),
    [
      ['第二条', [], undefined],
      ['第三条', [], undefined],
    ],
  );
});

test('roles are those of the document; where it gives none the place in the row is a fact', () => {
  const opinion = planOf(
    'an opinion issued directly, its numbers running on over chapters, its brackets in other words',
  );
  assert.deepEqual(opinion.measures.map(roles), [
    ['区甲局 responsible first', '区乙办 responsible'],
    ['区甲局 responsible'],
    ['区甲局 by-duty first', '区丙局 by-duty'],
  ]);
  const others = planOf('a notice with points, several issuers, a table in a measure, guidance and supervision');
  assert.deepEqual(others.measures.map(roles), [
    ['区甲局 guidance', '各镇 responsible', '区丙局 supervision'],
    ['区乙办 responsible', '区甲局 joint', '区丙局 participant'],
  ]);
});

test('a rule of the document makes the first unit lead, marked as following from it, but where roles are given', () => {
  const plan = planOf('a rule on who leads in the first bracket, no record but a title');
  assert.deepEqual(plan.measures.map(roles), [
    ['区甲局 lead by rule', '区乙办 responsible'],
    ['区丙局 lead', '区乙办 support'],
  ]);
});

test('each of several brackets is for the words before it', () => {
  const plan = planOf('several brackets in one measure, one for each part');
  assert.deepEqual(
    plan.measures.map(({ text, mentions }) => mentions.map(({ start, end }) => text.slice(start, end).trim())),
    [
      ['推进并联审批。', '推进一网通办。'],
      ['减免税费。落实税收政策。', '清理收费。公布清单。'],
    ],
  );
  assert.equal(plan.measures[0]?.text, '推进并联审批。推进一网通办。');
  assert.deepEqual(plan.measures[1]?.unitsText, '（区丙局牵头，区甲局配合）；（区甲局负责）');
});

test('a measure without a title is called by the editor or by its first words, and its text is whole', () => {
  const plan = planOf('measures without a title, and with one closed by other signs');
  assert.deepEqual(
    plan.measures.map(({ titled, title, text }) => [titled, title, text]),
    [
      ['opening', '对受损失影响较大的新建项目……', '对受损失影响较大的新建项目，给予补助。'],
      ['editor', '参展补助', '鼓励企业参展，给予展位费补助。'],
      ['printed', '支持扩大投资', '对新建项目给予补助。'],
      ['printed', '支持开拓市场', '对参展企业给予补助。'],
    ],
  );
});

test('units of a heading are for the whole measure, and those of a chapter for the measures that name none', () => {
  const plan = planOf('units on the headings of measures and of chapters, words of a chapter');
  assert.deepEqual(
    plan.measures.map((measure) => [measure.mentions.map(({ place }) => place), roles(measure)]),
    [
      [['heading'], ['区丙局 responsible']],
      [['environment'], ['区丙局 lead', '区乙办 support']],
    ],
  );
});

test('a measure of one sentence has no text; unit lines are no text', () => {
  const plan = planOf('a measure of one sentence, units on lines of their own with a time, numbers that begin anew');
  assert.deepEqual(
    plan.measures.map(({ title, text }) => [title, text]),
    [
      ['地区生产总值增长6%左右', ''],
      ['其他指标不低于平均水平', ''],
      ['规范执法', '开展检查。'],
    ],
  );
  assert.deepEqual(roles(plan.measures[0] ?? assert.fail()), ['区甲局 lead', '各镇 responsible', '区乙办 responsible']);
});

test('the annexed table has its own columns; rows of a merged cell are rows of their own', () => {
  const plan = planOf('units only in the annexed table, which has columns of its own and merged cells');
  assert.deepEqual(
    plan.tasks.map((task) => [task.reference, task.text, roles(task), task.cells.完成时限]),
    [
      ['第1项第1行', '推进并联审批。', ['区甲局 lead', '区乙办 support', '区丙局 support'], '2030年6月'],
      ['第1项第2行', '推行一网通办。', ['区乙办 lead'], undefined],
      ['第2项', '落实减税政策。', ['区丙局 lead', '区甲局 joint'], '持续推进'],
    ],
  );
  assert.deepEqual(
    plan.measures.flatMap(({ units }) => units),
    [],
  );
});

test('a table in a measure is a table, and its cells are words of the text', () => {
  const plan = planOf('a notice with points, several issuers, a table in a measure, guidance and supervision');
  const [measure] = plan.measures;
  assert.ok(measure);
  const table = measureBlocks(measure).find((block) => block.kind === 'table');
  assert.deepEqual(
    table?.rows.map((cells) => cells.map(stretchText)),
    [
      ['对象', '标准'],
      ['博士', '10万元'],
      ['硕士', '1万元'],
    ],
  );
  assert.match(measure.text, /按下表发放。\n对象｜标准\n博士｜10万元\n硕士｜1万元\n每年公布。/u);
});
