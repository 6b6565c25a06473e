import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { noteText } from '../../../src/exports/handout/word/footnotes.ts';
import { columnWidths, rowHeights, toXlsx } from '../../../src/exports/handout/xlsx.ts';
import type { Plan } from '../../../src/model/types.ts';
import { planCitation } from '../../../src/views/citation.ts';
import { type Handout, handoutOf } from '../../../src/views/handout.ts';
import { countyWithNext, handbookFrom } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const [plan, older] = handbook.plans as [Plan, Plan];
const unitNamed = (id: string) => handbook.units.find((unit) => unit.id === id) ?? assert.fail(`no ${id}`);
const handouts = [plan, older].flatMap((one) =>
  [undefined, ...handbook.units].map((unit) => handoutOf(handbook, one, unit)),
);

/** The cells of all sheets, by sheet name; what is empty is ''. */
async function cellsOf(bytes: Uint8Array): Promise<Map<string, (string | number)[][]>> {
  const sheets = await readExcel(Buffer.from(bytes));
  return new Map(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => (cell ?? '') as string | number))]),
  );
}
const partOf = async (handout: Handout, part: string) =>
  strFromU8(unzipSync(await toXlsx(handout))[part] ?? assert.fail(`no ${part}`));

test('spreadsheets of plans and units hold every cell of the tables that have rows, below the title and the source', async () => {
  for (const handout of handouts) {
    const sheets = await cellsOf(await toXlsx(handout));
    const tables = Object.values(handout.tables).filter(({ rows }) => rows.length > 0);
    assert.deepEqual(
      [...sheets.keys()],
      [...tables.map(({ name }) => name), ...(handout.notes.length > 0 ? ['编辑注'] : []), '说明'],
      handout.title,
    );
    for (const { name, columns, rows } of tables) {
      const [title, source, ...cells] = sheets.get(name) ?? [];
      assert.equal(title?.[0], `${handout.unit?.name ?? handout.plan.title}　${name}`);
      assert.ok(String(source?.[0]).includes(planCitation(handout.plan)));
      assert.deepEqual(cells, [columns.map(({ header }) => header), ...rows], `${handout.title} ${name}`);
    }
  }
});

test('notes stand on a sheet of their own, and at their rows by number', async () => {
  const handout = handoutOf(handbook, plan);
  assert.ok(handout.notes.length > 0);
  const sheets = await cellsOf(await toXlsx(handout));
  const [, , , ...listed] = sheets.get('编辑注') ?? [];
  assert.deepEqual(
    listed.map(([number, , words]) => [number, words]),
    handout.notes.map((note, index) => [`注${index + 1}`, noteText(note)]),
  );
  for (const [name, items] of [
    ['任务清单', handout.tasks],
    ['文件措施', handout.measures],
  ] as const)
    for (const [index, row] of (sheets.get(name) ?? []).slice(3).entries()) {
      const numbers = String(row.at(-1)).split('、').filter(Boolean);
      assert.deepEqual(
        numbers.map((number) => listed.find(([one]) => one === number)?.[2]).sort(),
        items[index]?.notes.map(noteText).sort(),
      );
    }
});

test('the last sheet says which document it is, and what the file is', async () => {
  const handout = handoutOf(handbook, plan, unitNamed('jinrong-ban'));
  const [, , ...cells] = (await cellsOf(await toXlsx(handout))).get('说明') ?? [];
  assert.deepEqual(
    cells,
    handout.record.map(({ label, text }) => [label, text]),
  );
});

test('environments are given in short, and targets in the words and with the period of the document', async () => {
  const { tables } = handoutOf(handbook, older);
  const chapter = tables.tasks.columns.findIndex(({ header }) => header === older.words.chapter);
  assert.deepEqual(
    tables.tasks.rows.map((row) => row[chapter]),
    older.tasks.map(({ measure }) => measure.environment?.short),
  );
  assert.deepEqual(
    tables.targets.rows.map((row) => row.slice(-3, -1)),
    older.tasks.flatMap(({ targets }) => targets.map(({ text, period = '' }) => [text, period])),
  );
});

test('words of a target that another of the same row holds are not repeated', () => {
  const [task] = plan.tasks.filter(({ targets }) => targets.length > 0);
  const [target] = task?.targets ?? [];
  if (!task || !target) return assert.fail();
  const longer = { ...target, text: `${target.text}，外加百家` };
  const { tables } = handoutOf(handbook, { ...plan, tasks: [{ ...task, targets: [target, longer] }] });
  assert.equal(tables.tasks.rows[0]?.at(-2), longer.text);
});

test('a sheet prints on A4 across, as wide as the paper, its head frozen below the title, repeated and filterable', async () => {
  const handout = handoutOf(handbook, plan, unitNamed('fazhan-gaige-ju'));
  const last = handout.tasks.length + 3;
  const sheet = await partOf(handout, 'xl/worksheets/sheet1.xml');
  assert.match(sheet, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/u);
  assert.match(sheet, /<pane ySplit="3"[^>]*state="frozen"/u);
  assert.ok(sheet.includes(`<autoFilter ref="A3:H${last}"/>`));
  assert.match(sheet, /<mergeCell ref="A1:H1"\/>/u);
  assert.match(sheet, /第 &amp;P 页，共 &amp;N 页/u);
  const workbook = await partOf(handout, 'xl/workbook.xml');
  assert.match(workbook, new RegExp(`_xlnm\\.Print_Area[^<]*<?[^<]*\\$A\\$1:\\$H\\$${last}`, 'u'));
  assert.match(workbook, /_xlnm\.Print_Titles[^<]*\$3:\$3/u);
});

test('rows are as high as the lines of their longest cell', () => {
  const rows = [
    ['甲'.repeat(9), 1],
    ['甲'.repeat(10), 'a\nb\nc'],
  ];
  assert.deepEqual(rowHeights(rows, [20, 10]), [23, 53]);
});

test('a column grows where its longest text would not fit into the highest row', () => {
  const columns = [{ header: '正文', width: 80 }];
  assert.deepEqual(columnWidths(columns, [['甲'.repeat(26 * 39)]]), [80]);
  const long = [['甲'.repeat(1500)]];
  const [width = 0] = columnWidths(columns, long);
  assert.ok(width > 80);
  const [height = 0] = rowHeights(long, [width]);
  const [same = 0] = rowHeights([...long, ['乙']], [width + 100]);
  assert.ok(height < 409 && same < height);
  assert.deepEqual(columnWidths(columns, [['甲'.repeat(9000)]]), [160]);
});
