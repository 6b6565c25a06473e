import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorSuffix } from '../../src/model/plan.ts';
import { measureParagraph } from '../../src/model/printed-form.ts';
import type { Plan } from '../../src/model/types.ts';
import {
  collationPath,
  measureAnchor,
  measurePath,
  planPath,
  printPath,
  taskAnchor,
  tasksPath,
  unitPath,
} from '../../src/routes/paths.ts';
import { buildSiteToTest } from '../fixtures/project.ts';
import { type Shape, shapeFolder, shapeId, shapes } from '../fixtures/shapes.ts';

/*
 * The site of documents in the shapes in which others print them. The last of them comes without the document as received.
 */
const unproven = 'several brackets in one measure, one for each part';
const idOf = (name: string) => `shape-${Object.keys(shapes).indexOf(name) + 1}`;
const files = Object.fromEntries(
  Object.entries<Shape>(shapes).flatMap(([name, shape]) =>
    Object.entries(shapeFolder(shape)).map(([path, text]) => [
      path
        .replace(`plans/${shapeId}/`, `plans/${idOf(name)}/`)
        .replace(/source(?=\.txt)/u, name === unproven ? 'received' : 'source'),
      Buffer.from(text),
    ]),
  ),
);
// No shape names it.
delete files['units/bumen.yaml'];
await buildSiteToTest(files);

for (const suite of ['official', 'pages', 'html', 'tags', 'terms', 'access']) await import(`./${suite}.test.ts`);
const { fileFor, handbook, pageAt, pages } = await import('./built-site.ts');

const { base } = handbook.site;
const bare = (text: string) => text.replace(/\s+/gu, '');
const planOf = (name: keyof typeof shapes): Plan => handbook.plans.find(({ id }) => id === idOf(name)) ?? assert.fail();

test('no page prints what is not there, nor words of a document of another kind', () => {
  for (const { address, $ } of pages) {
    if (/\/(?:data|licences|accessibility)\//u.test(address)) continue;
    assert.doesNotMatch($('body').text(), /undefined|null|NaN|方案原文|大环境|转录/u, address);
  }
});

test('the page of a plan and the one for paper have every measure as printed, in the order of the document', () => {
  for (const plan of handbook.plans)
    for (const path of [planPath(plan), printPath(plan)]) {
      const text = bare(pageAt(path).$('main').text());
      let at = 0;
      for (const measure of plan.measures)
        for (const line of measureParagraph(measure)
          .split('\n')
          .map((words) => bare(words.replaceAll('│', '')))) {
          const found = text.indexOf(line, at);
          assert.ok(found >= at, `${path}：${line}`);
          at = found + line.length;
        }
    }
});

test('a measure of one sentence prints it once', () => {
  const plan = planOf('a measure of one sentence, units on lines of their own with a time, numbers that begin anew');
  for (const measure of plan.measures.slice(0, 2)) {
    // But for the line for paper that says how to cite it.
    const text = bare(pageAt(measurePath(measure)).$('.measure-main > :not([class*="print:block"])').text());
    assert.equal(text.split(bare(measure.title)).length - 1, 1, measure.title);
  }
});

test('titles, breadcrumbs and citations count as the document does', () => {
  const plan = planOf('an opinion issued directly, its numbers running on over chapters, its brackets in other words');
  const { $ } = pageAt(measurePath(plan.measures[1] ?? assert.fail()));
  assert.match($('title').text(), /^（四） 培育新赛/u);
  const link = $('[data-citation]').first();
  assert.equal(
    `${link.attr('data-citation')}${link.attr('data-place')}`,
    '甲部《关于发展比赛的意见》（甲发〔2030〕12号）（四）“培育新赛”',
  );
  assert.ok($('nav[aria-label=当前位置]').text().includes('二、丰富活动'));
});

test('who leads by a rule of the document is marked as following from it, with its words', () => {
  const plan = planOf('a rule on who leads in the first bracket, no record but a title');
  const side = pageAt(measurePath(plan.measures[0] ?? assert.fail()))
    .$('.measure-side')
    .text();
  assert.match(side, /区甲局\s*牵头（依全文规则）/u);
  assert.ok(side.includes('列第一位者为牵头单位，下同'));
  assert.match(
    pageAt(measurePath(plan.measures[1] ?? assert.fail()))
      .$('.measure-side')
      .text(),
    /区丙局\s*牵头\s*区乙办\s*配合/u,
  );
});

test('a unit is led to the bracket that names it, and told for which words', () => {
  const plan = planOf('several brackets in one measure, one for each part');
  const unit = handbook.units.find(({ name }) => name === '区乙办') ?? assert.fail();
  const [measure] = plan.measures;
  assert.ok(measure);
  const section = pageAt(unitPath(unit)).$(`#${measureAnchor(measure, anchorSuffix(handbook, plan))}`);
  assert.ok(section.text().includes('推进一网通办。'));
  const fragment = section.find('li a').first().attr('href')?.split('#')[1] ?? assert.fail();
  assert.equal(pageAt(measurePath(measure)).$(`#${fragment}`).text(), '（区乙办负责）');
});

test('the list has its own columns, and each row its own anchor on its measure', () => {
  const plan = planOf('units only in the annexed table, which has columns of its own and merged cells');
  const { $ } = pageAt(tasksPath(plan));
  assert.deepEqual(
    $('.task-table')
      .first()
      .find('thead th')
      .toArray()
      .map((head) => $(head).text()),
    plan.annex?.columns,
  );
  for (const task of plan.tasks) {
    const item = pageAt(measurePath(task.measure)).$(`#${taskAnchor(task)}`);
    for (const words of [
      task.text,
      ...Object.entries(task.cells).flatMap(([column, cell]) => (column === '重点任务' ? [] : [cell])),
    ])
      assert.ok(item.text().includes(words), words);
  }
});

test('what was compared with no document claims nothing, on no page', () => {
  for (const plan of handbook.plans) {
    const own = pages.filter(({ address }) => address.startsWith(`${base}plans/${plan.id}/`));
    const says = (words: RegExp) => own.filter(({ $ }) => words.test($('main').text())).map(({ address }) => address);
    if (plan.compared) assert.deepEqual(says(/未与收到的原件逐字核对/u), [], plan.id);
    else {
      assert.deepEqual(says(/逐字相同|更正记录/u), [], plan.id);
      for (const path of [planPath(plan), collationPath(plan), ...plan.measures.map(measurePath)])
        assert.match(pageAt(path).$('main').text(), /未与收到的原件逐字核对/u, path);
    }
  }
  assert.ok(handbook.plans.some(({ compared }) => !compared));
});

test('words behind the last measure are the document’s, and none of the measure', () => {
  const plan = planOf('an opinion issued directly, its numbers running on over chapters, its brackets in other words');
  assert.ok(bare(pageAt(planPath(plan)).$('.official').text()).includes('各镇要及时报告。'));
  for (const measure of plan.measures)
    assert.ok(!pageAt(measurePath(measure)).$('main').text().includes('各镇要及时报告'));
});

test('a document that names no units and has no list has neither pages nor words for them', () => {
  const plan = planOf('articles without units or chapters, numbers that the measures do not begin');
  assert.equal(fileFor(base + tasksPath(plan)), undefined);
  assert.ok(
    pageAt(measurePath(plan.measures[0] ?? assert.fail()))
      .$('.measure-side')
      .text()
      .includes('正文未列明'),
  );
});

test('issuer and date stand as a signature below the notice, or where there is none below the text, and in no imprint', () => {
  const signed = (name: keyof typeof shapes) => {
    const plan = planOf(name);
    const { $ } = pageAt(printPath(plan));
    assert.equal($('.paper-imprint').length, 0);
    const lines = $('.paper-signature p')
      .toArray()
      .map((line) => $(line).text());
    assert.deepEqual(lines, plan.signature ?? [plan.issuer, plan.issuedText]);
    return { $, after: $('.paper-signature').prev().text() };
  };
  const { after } = signed('a notice with points, several issuers, a table in a measure, guidance and supervision');
  assert.match(after, /各单位要按季报告。$/u);
  assert.match(
    signed('an opinion issued directly, its numbers running on over chapters, its brackets in other words').after,
    /各镇要及时报告。$/u,
  );
});

test('a record without corrections says that there are none', () => {
  for (const plan of handbook.plans.filter(({ corrections }) => corrections.length === 0)) {
    const text = pageAt(collationPath(plan)).$('main').text();
    assert.match(text, plan.compared ? /逐字相同；没有记下差错和疑点。/u : /编辑没有记下疑点。/u, plan.id);
    assert.doesNotMatch(text, /记在这里|逐条退回/u, plan.id);
  }
});
