import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Parent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { dataFiles } from '../../../src/exports/dataset/files.ts';
import { llmsText } from '../../../src/exports/llms.ts';
import { markdownText, markdownTwins } from '../../../src/exports/markdown/twins.ts';
import { columnsOf, environmentLabel, measureParagraph, measuresAt } from '../../../src/model/printed-form.ts';
import type { Plan, Task } from '../../../src/model/types.ts';
import { dataPath, measurePath, planPath, tasksPath, unitPath, updatesPath } from '../../../src/routes/paths.ts';
import { pathOf, type Subject, subjectsOf, twinPath } from '../../../src/views/page-subject.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';
import { checkWith, replace, unsourced } from '../../fixtures/mini.ts';

/** A text in which every sign could be taken for Markdown or HTML. */
const signs = '推行<b onclick=x>分支</b>R&D，*星*_线_`码`[链](a)|竖#~~删~~ https://a.cn/b 1. &amp; <3日';

const { handbook } = checkWith({
  ...unsourced,
  'plans/mini/measures/01.mdx': replace('text: 切实降低企业用电成本。', `text: '${signs}'`),
});
const [plan] = handbook.plans;
assert.ok(plan);

const parser = unified().use(remarkParse).use(remarkGfm);

/** The words of a node; what was read as HTML or code has none. */
const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? (node as Parent).children.map(textOf).join('') : '';
};

/** The twin of a page, read by another library than the one that wrote it. */
function blocksOf(page: string): Nodes[] {
  const twin = markdownTwins(handbook).find((one) => one.page === page) ?? assert.fail(`no ${page}`);
  return parser.parse(twin.text()).children;
}
const rowsOf = (page: string): string[][] =>
  blocksOf(page).flatMap((node) => (node.type === 'table' ? node.children.map((row) => row.children.map(textOf)) : []));

test('there is a twin for each plan, list, measure and unit, and for what is new', () => {
  assert.deepEqual(
    markdownTwins(handbook).map(({ page }) => page),
    [updatesPath, planPath(plan), tasksPath(plan), ...plan.measures.map(measurePath), ...handbook.units.map(unitPath)],
  );
});

test('the list is a table under its own heads, each row as printed, whatever signs it holds', () => {
  const rows = rowsOf(tasksPath(plan)).filter(([number]) => number !== '序号');
  assert.deepEqual(rows, [
    ['1', '(一)强化要素', '*深化融资机制，全年组织银企对接会不少于50场。', '区甲'],
    ['2', '(一)强化要素', signs, '区甲局、区乙办'],
    ['3', '(二)规范执法', '推行“百日办结”，解决突出问题。', '区乙办'],
  ]);
});

test('a measure stands in its twin and in that of its plan and its units as printed', () => {
  const printed = '2.规范执法。推行“百日办结”，解决突处问题。（责任单位：区乙办等相关部门）';
  for (const page of [measurePath(plan.measures[1] ?? assert.fail()), planPath(plan), unitPath({ id: 'yi' })])
    assert.ok(blocksOf(page).map(textOf).includes(printed), page);
});

test('a table in the body of a plan stays a table', () => {
  const [paragraph, ...blocks] = plan.blocks;
  const rows = [
    ['类别', '比例'],
    ['甲|乙', '*10%'],
  ];
  const withTable: Plan = {
    ...plan,
    blocks: [paragraph ?? assert.fail(), { kind: 'table', rows, text: '', line: 1 }, ...blocks],
  };
  const text = markdownText(handbook, { kind: 'plan', plan: withTable }) ?? '';
  const found = parser.parse(text).children.find(({ type }) => type === 'table');
  assert.deepEqual(
    (found as Parent).children.map((row) => (row as Parent).children.map(textOf)),
    rows,
  );
});

/** The text of a task as the list prints it. */
const printedTask = ({ innovation, text }: Task) => `${innovation ? '*' : ''}${text}`;

/** The words of headings, paragraphs and cells, in their order. */
const linesOf = (node: Nodes): string[] =>
  ['heading', 'paragraph', 'tableCell'].includes(node.type) || !('children' in node)
    ? [textOf(node)]
    : node.children.flatMap(linesOf);

for (const book of [handbook, handbookFrom(countyWithNext)])
  for (const plan of book.plans) {
    const linesIn = (subject: Subject) => linesOf(parser.parse(markdownText(book, subject) ?? assert.fail()));

    test(`the body of ${plan.number} stands whole in its twin`, () => {
      let place = 0;
      const body = plan.blocks.flatMap((block) => {
        if (block.kind === 'table') return block.rows.flat();
        if (block.kind !== 'measures') return [block.text];
        return measuresAt(plan, place++).flatMap(({ environment, measures }) => [
          ...(environment && plan.numbering === 'points'
            ? [environmentLabel(plan, environment) + environment.title]
            : []),
          ...measures.map((measure) => measureParagraph(measure)),
        ]);
      });
      const lines = linesIn({ kind: 'plan', plan });
      const start = lines.indexOf(body[0] ?? '');
      assert.deepEqual(lines.slice(start, start + body.length), body);
    });

    test(`every measure and task of ${plan.number} stands in its twins, in order`, () => {
      const tasksIn = (lines: string[]) =>
        lines.filter((line) => plan.tasks.some((task) => printedTask(task) === line));
      assert.deepEqual(tasksIn(linesIn({ kind: 'tasks', plan })), plan.tasks.map(printedTask));
      for (const measure of plan.measures) {
        const lines = linesIn({ kind: 'measure', measure });
        assert.ok(lines.includes(measureParagraph(measure)), measure.title);
        assert.deepEqual(tasksIn(lines), measure.tasks.map(printedTask));
      }
    });
  }

test('the unit has its own rows alone', () => {
  assert.deepEqual(
    rowsOf(unitPath({ id: 'jia' })).map(([number]) => number),
    ['序号', '1', '2'],
  );
});

test("the editor's notes stand below the official words, marked as the editor's", () => {
  const texts = blocksOf(measurePath(plan.measures[1] ?? assert.fail())).map(textOf);
  assert.ok(texts.some((text) => text.startsWith('编辑注') && text.includes('突处问题')));
  assert.match(texts.at(-1) ?? '', /不是正式文件/u);
});

test('notes at the end of a plan and of a unit say where their words stand', () => {
  const notes = (page: string) =>
    blocksOf(page).flatMap((node) => (node.type === 'list' ? node.children.map(textOf) : []));
  for (const page of [planPath(plan), unitPath({ id: 'yi' })])
    assert.ok(
      notes(page).some((text) => text.startsWith('编辑注　措施2：“突处问题”')),
      page,
    );
  assert.ok(notes(planPath(plan)).some((text) => text.startsWith('编辑注　文件正文：抄录作“落落实”')));
  assert.ok(notes(tasksPath(plan)).some((text) => text.startsWith('编辑注　第1、2项的文字')));
});

/** The words of the list items that follow a heading, up to the next. */
function itemsUnder(page: string, head: string): string[] {
  const blocks = blocksOf(page);
  const start = blocks.findIndex((node) => node.type === 'heading' && textOf(node) === head) + 1;
  assert.ok(start > 0, `${page} ${head}`);
  const end = blocks.findIndex((node, index) => index >= start && node.type === 'heading');
  return blocks
    .slice(start, end < 0 ? undefined : end)
    .flatMap((node) => (node.type === 'list' ? node.children.map(textOf) : []));
}

test('a measure has its limits beside its targets', () => {
  const [first, second] = plan.measures.map(measurePath);
  assert.deepEqual(itemsUnder(first ?? '', '量化目标'), ['银企对接会：不少于50场']);
  assert.deepEqual(itemsUnder(second ?? '', '上限和时限'), ['百日办结：百日']);
});

test('a unit has its partners with what they share, and the measures that only one of the two texts gives it', () => {
  assert.deepEqual(itemsUnder(unitPath({ id: 'jia' }), '协同单位'), ['区乙办：1项任务']);
  assert.deepEqual(itemsUnder(unitPath({ id: 'bumen' }), '只有一处列名的措施'), [
    '措施2　仅文件　文件正文的责任单位里有相关部门，清单各项里没有。',
  ]);
});

/** The addresses in each section of the map. */
const sectionsOf = (map: string) =>
  new Map(
    map
      .split(/^## /mu)
      .slice(1)
      .map((section) => [
        section.split('\n')[0],
        [...section.matchAll(/^- \[.+?\]\(\/(.*?)\): ./gmu)].map(([, path = '']) => path),
      ]),
  );

test('the map for language models is sorted: every page once, by its twin where it has one, and every file of the data', () => {
  const sections = sectionsOf(llmsText(handbook));
  const pages = subjectsOf(handbook).map((subject) => twinPath(subject) ?? pathOf(subject));
  const files = ['data/plans.json', ...dataFiles(handbook, plan).map(({ name }) => dataPath(plan) + name)];
  assert.deepEqual([...sections.values()].flat().sort(), [...pages, ...files].sort());
  assert.deepEqual(sections.get('找支持'), ['support/', 'support/funding/', 'support/power/']);
  assert.deepEqual(sections.get('搜索和词语'), ['search/', 'terms/']);
  assert.deepEqual(sections.get('许可'), ['licences/']);
  for (const file of files) assert.ok(sections.get('数据')?.includes(file), file);
  assert.deepEqual([...sections.keys()].at(-1), 'Optional');
  assert.deepEqual(
    sections.get('Optional')?.filter((path) => path.endsWith('print/')),
    pages.filter((path) => path.endsWith('print/')),
  );
});

test('the twin of a measure names its plan and number first, and sets the words of the document apart', () => {
  const [, second] = plan.measures;
  const blocks = blocksOf(measurePath(second ?? assert.fail()));
  assert.equal(textOf(blocks[0] ?? assert.fail()), '小政〔2025〕1号 措施2“规范执法”');
  const quoted = blocks.filter(({ type }) => type === 'blockquote').map(textOf);
  assert.deepEqual(quoted, ['2.规范执法。推行“百日办结”，解决突处问题。（责任单位：区乙办等相关部门）']);
  const heads = blocks.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : []));
  assert.deepEqual(heads.slice(1), ['文件原文', '任务清单', '上限和时限', '编辑所加，不是原文']);
});

test('plain words stand under a heading that says whose they are', () => {
  const measure = { ...(plan.measures[0] ?? assert.fail()), plain: '借钱更容易。' };
  const text = markdownText(handbook, { kind: 'measure', measure }) ?? '';
  assert.match(text, /^## 通俗说明（编辑所加，非官方解读）\n\n借钱更容易。$/mu);
  const [task = assert.fail()] = measure.tasks;
  const tasks = [{ ...task, plain: '银行来见面。' }];
  const both = markdownText(handbook, { kind: 'measure', measure: { ...measure, tasks } }) ?? '';
  assert.match(both, /^## 通俗说明（编辑所加，非官方解读）\n\n借钱更容易。\n\n- 第1项：银行来见面。$/mu);
});

test('links are alike: all whole where there is an origin, all from the root where there is none', () => {
  for (const origin of [undefined, 'https://www.example.gov.cn']) {
    const book = { ...handbook, site: { ...handbook.site, origin, base: '/a/' } };
    const twins = markdownTwins(book).map(({ text }) => text());
    const links = twins.flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/gu)].map(([, address = '']) => address));
    assert.ok(links.length > 10);
    for (const address of links) assert.ok(address.startsWith(`${origin ?? ''}/a/`), address);
  }
});

test('a cell of the list that is merged over rows stands in each of them', () => {
  for (const plan of handbookFrom(countyWithNext).plans) {
    const book = handbookFrom(countyWithNext);
    const column = columnsOf(plan.annex)?.measure;
    if (!column) continue;
    const at = plan.annex?.columns.indexOf(column) ?? -1;
    const rows = parser
      .parse(markdownText(book, { kind: 'tasks', plan }) ?? '')
      .children.flatMap((node) => (node.type === 'table' ? node.children.slice(1) : []));
    assert.equal(rows.length, plan.tasks.length);
    for (const row of rows) assert.notEqual(textOf(row.children[at] ?? assert.fail()), '', plan.id);
  }
});

test('what is new has its days in the twin, and what has none is counted', () => {
  const items = itemsUnder(updatesPath, '收录的文件');
  assert.deepEqual(items, ['2025年3月28日印发　《小方案》（小政〔2025〕1号）　关于印发小方案的通知']);
  assert.equal(itemsUnder(updatesPath, '更正').length, plan.corrections.length);
  assert.ok(blocksOf(updatesPath).map(textOf).includes('还没有收录各单位公布的进展。'));
});

test('the map lists the newest plans alone and says where the others are', () => {
  const plans = [1, 2, 3].map((number) => ({ ...plan, id: `plan-${number}`, number: `小政${number}号` }));
  const map = llmsText({ ...handbook, plans });
  assert.ok(map.includes('/plans/plan-2/index.md') && !map.includes('/plans/plan-3/index.md'));
  assert.match(map, /等3份文件.*\n\n这里列最新的2份文件/u);
});

test('the contact of a unit is a link in its twin, to its address without signs of Markdown', () => {
  const county = handbookFrom(countyWithNext);
  const units = county.units.filter(({ contact }) => contact);
  assert.ok(units.length > 0);
  for (const { id, contact } of units) {
    const twin = markdownTwins(county).find(({ page }) => page === unitPath({ id })) ?? assert.fail(id);
    for (const address of [contact?.url, contact?.source]) {
      if (address) assert.ok(twin.text().includes(`<${address}>`) || twin.text().includes(`](${address})`), address);
    }
  }
});
