import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { linesOfDocx } from '../../../src/import/docx.ts';
import type { DraftMeasureData } from '../../../src/import/draft.ts';
import { withoutMarkup } from '../../../src/import/markdown.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';
import { unitOf } from '../../fixtures/mini.ts';

const registry = new UnitRegistry([unitOf('区甲局'), unitOf('区乙办')]);
const text = ['一、任务', '1. 便利准入。推行一网通办。（责任单位：区甲局、海港口岸办）', '二、保障', '各单位要落实。'];

/** What the cells of units of a row are read as, each below the head of its column where there are several. */
const reading = (units: NonNullable<DraftMeasureData['tasks']>[number]['units']) =>
  typeof units === 'string'
    ? units
    : units?.map(({ column, printed, reads = printed }) => (column ? `${column}：${reads}` : reads)).join('；');

/** The units of the rows of a list below the text above, and what is reported of them. */
function unitsOf(table: string) {
  const { draft, findings } = readDocument([...text, table].join('\n'), registry);
  return {
    units: draft.measures.flatMap(({ data }) => (data.tasks ?? []).map(({ units }) => reading(units))),
    reported: findings
      .filter(({ why }) => why === '清单里名称断开的地方')
      .map(({ found }) => found.slice(found.indexOf('：') + 1)),
  };
}

test('names that stand below each other in a cell, or beside each other, are names of their own, which is reported', () => {
  const table = withoutMarkup(
    '| 序号 | 任务 | 责任单位 |\n|--|--|--|\n| 1 | 推行一网通办。 | 区甲局<br>区乙办、<br>各街道 区丙局 |',
  );
  assert.deepEqual(unitsOf(table), {
    units: ['区甲局、区乙办、各街道、区丙局'],
    reported: ['“区甲局”和“区乙办”之间读作“、”；“各街道”和“区丙局”之间读作“、”'],
  });
  const roles = '序号\t任务\t牵头单位\t配合单位\n1\t推行一网通办。\t区甲局\t区乙办 区丙局';
  assert.deepEqual(unitsOf(roles).units, ['牵头单位：区甲局；配合单位：区乙办、区丙局']);
});

test('a name that is broken in its cell, by a line or a page, is one if it is registered or stands in a bracket', () => {
  const head = '序号\t任务\t责任单位';
  assert.deepEqual(unitsOf(`${head}\n1\t推行一网通办，\t海港口岸\n${head}\n\t便利准入。\t办、区 甲局`), {
    units: ['海港口岸办、区甲局'],
    reported: ['“海港口岸”和“办”是一个名称，接成“海港口岸办”；“区”和“甲局”是一个名称，接成“区甲局”'],
  });
  assert.deepEqual(unitsOf(`${head}\n1\t推行一网通办，\t区甲局\n\t便利准入。\t区乙办`).units, ['区甲局、区乙办']);
});

test('columns for roles go on below each other when a page breaks a row', () => {
  const head = '序号\t任务\t牵头单位\t配合单位';
  assert.deepEqual(unitsOf(`${head}\n1\t推行一网通办，\t区甲局\t区乙办、\n\t便利准入。\t\t区丙局`).units, [
    '牵头单位：区甲局；配合单位：区乙办、区丙局',
  ]);
});

test('a cell of units that Word merges over rows stands in each of them, which is reported, and one of titles only in the first', async () => {
  const cell = (words: string, rowSpan = 1) =>
    new TableCell({ rowSpan, children: words.split('\n').map((line) => new Paragraph(line)) });
  const row = (...children: TableCell[]) => new TableRow({ children });
  const rows = [
    row(cell('序号'), cell('措施'), cell('内容'), cell('责任单位')),
    row(cell('1'), cell('便利准入', 2), cell('推行一网通办。'), cell('区甲局\n区乙办', 2)),
    row(cell('2'), cell('推行一件事。')),
    row(cell('3'), cell('融资服务'), cell('开展对接。'), cell('')),
  ];
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }));
  const { text: lines, findings } = await linesOfDocx('方案.docx', bytes);
  assert.deepEqual(lines.split('\n').slice(1), [
    '1\t便利准入\t推行一网通办。\t区甲局 区乙办',
    '2\t\t推行一件事。\t区甲局 区乙办',
    '3\t融资服务\t开展对接。\t',
  ]);
  assert.deepEqual(
    findings.map(({ kind, line, found }) => [kind, line, found]),
    [['restored', 3, '区甲局 区乙办']],
  );
});

test('a note of Word is reported, and neither it nor its mark stands in the text', async () => {
  const children = [
    new Paragraph({ children: [new TextRun('推行一网通办'), new FootnoteReferenceRun(1), new TextRun('。')] }),
  ];
  const footnotes = { 1: { children: [new Paragraph('指一个网站办理。')] } };
  const bytes = await Packer.toBuffer(new Document({ footnotes, sections: [{ children }] }));
  const { text: lines, findings } = await linesOfDocx('方案.docx', bytes);
  assert.equal(lines, '推行一网通办。');
  assert.deepEqual(
    findings.map(({ kind, found }) => [kind, found]),
    [['unread', '指一个网站办理。']],
  );
});
