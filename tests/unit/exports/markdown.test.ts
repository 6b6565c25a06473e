import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes, Parent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { llmsText } from '../../../src/exports/llms.ts';
import { markdownText, markdownTwins } from '../../../src/exports/markdown.ts';
import { environmentLabel, measureParagraph, measuresAt } from '../../../src/model/printed-form.ts';
import type { Plan, Task } from '../../../src/model/types.ts';
import { measurePath, planPath, tasksPath, unitPath } from '../../../src/routes/paths.ts';
import { pathOf, type Subject, subjectsOf } from '../../../src/views/page-subject.ts';
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

test('there is a twin for each plan, list, measure and unit', () => {
  assert.deepEqual(
    markdownTwins(handbook).map(({ page }) => page),
    [planPath(plan), tasksPath(plan), ...plan.measures.map(measurePath), ...handbook.units.map(unitPath)],
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
  assert.deepEqual(itemsUnder(unitPath({ id: 'jia' }), '与谁协同'), ['区乙办：1项任务']);
  assert.deepEqual(itemsUnder(unitPath({ id: 'bumen' }), '只有一处点名的措施'), [
    '措施2　仅文件　文件正文的责任单位里有相关部门，清单各项里没有。',
  ]);
});

test('the map for language models leads to every twin and the open data', () => {
  const map = llmsText(handbook);
  for (const { path } of markdownTwins(handbook)) assert.ok(map.includes(`(/${path})`), path);
  assert.match(map, /\(\/data\/plans\/mini\/datapackage\.json\)/u);
  const hasTwin = new Set(markdownTwins(handbook).map(({ page }) => page));
  const others = subjectsOf(handbook)
    .map(pathOf)
    .filter((page) => !hasTwin.has(page));
  assert.ok(others.length > 0);
  const [, section = ''] = map.split('## 其他\n');
  const links = [...section.matchAll(/^- \[.+?\]\(\/(.*?)\): ./gmu)].map(([, path]) => path);
  assert.deepEqual(links, others);
});

test('the map lists the newest plans alone and says where the others are', () => {
  const plans = [1, 2, 3].map((number) => ({ ...plan, id: `plan-${number}`, number: `小政${number}号` }));
  const map = llmsText({ ...handbook, plans });
  assert.ok(map.includes('/plans/plan-2/index.md') && !map.includes('/plans/plan-3/index.md'));
  assert.match(map, /等3份文件.*\n\n这里列最新的2份文件/u);
});
