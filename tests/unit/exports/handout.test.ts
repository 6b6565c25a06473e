import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { loadContent } from '../../../scripts/load-content.ts';
import { handoutFile } from '../../../src/exports/handout/files.ts';
import { type HandoutFormat, handoutFormats } from '../../../src/exports/handout/formats.ts';
import { type Handout, type HandoutTable, handoutOf } from '../../../src/exports/handout/handout.ts';
import type { Plan } from '../../../src/model/types.ts';

const { handbook } = loadContent('content');
const [plan] = handbook.plans as [Plan];
const handouts = [undefined, ...handbook.units].map((unit) => handoutOf(handbook, plan, unit));
const handoutFor = (name: string) => handouts.find(({ unit }) => unit?.name === name) ?? assert.fail(`no ${name}`);

/** The cells of all sheets of a spreadsheet, by sheet name; what is empty is ''. */
async function cellsOf(handout: Handout): Promise<Map<string, (string | number)[][]>> {
  const sheets = await readExcel(Buffer.from(await handoutFile(handout, 'xlsx')));
  return new Map(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => (cell ?? '') as string | number))]),
  );
}

const expected = ({ columns, rows }: HandoutTable) => [columns.map(({ header }) => header), ...rows];

/** The XML of a part of an Office document. */
async function partOf(handout: Handout, format: HandoutFormat, part: string): Promise<string> {
  return strFromU8(unzipSync(await handoutFile(handout, format))[part] ?? assert.fail(`no ${part}`));
}

test('spreadsheets of the plan and of every unit hold every cell of their tables', async () => {
  assert.equal(handouts.length, 34);
  for (const handout of handouts) {
    const sheets = await cellsOf(handout);
    assert.deepEqual([...sheets.keys()], ['任务清单', '文件和说明', '方案措施'], handout.title);
    assert.deepEqual(sheets.get('任务清单'), expected(handout.tables.tasks), handout.title);
    assert.deepEqual(sheets.get('方案措施'), expected(handout.tables.measures), handout.title);
  }
});

test('the second sheet tells the document, what the sheet is and the notes', async () => {
  const handout = handoutFor('区经科局');
  const cells = (await cellsOf(handout)).get('文件和说明') ?? [];
  assert.deepEqual(cells.slice(0, handout.record.length), handout.record);
  assert.deepEqual(
    cells.slice(handout.record.length).map(([, words]) => words),
    handout.notes.map(({ remark, basis }) => remark + basis),
  );
});

test('a spreadsheet prints on A4 across, as wide as the paper, its head frozen, repeated and filterable', async () => {
  const handout = handoutFor('区经科局');
  const sheet = await partOf(handout, 'xlsx', 'xl/worksheets/sheet1.xml');
  assert.match(sheet, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/u);
  assert.match(sheet, /<pane ySplit="1"[^>]*state="frozen"/u);
  assert.match(sheet, /<autoFilter ref="A1:H21"\/>/u);
  const workbook = await partOf(handout, 'xlsx', 'xl/workbook.xml');
  assert.match(workbook, /_xlnm\.Print_Area[^<]*<?[^<]*\$A\$1:\$H\$21/u);
  assert.match(workbook, /_xlnm\.Print_Titles[^<]*\$1:\$1/u);
});

test('words that look like a formula stay words in a spreadsheet and are guarded in CSV', async () => {
  const [task] = plan.tasks;
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)']) {
    const risky = handoutOf(handbook, { ...plan, tasks: [{ ...task, text } as (typeof plan.tasks)[number]] });
    const [, row] = (await cellsOf(risky)).get('任务清单') ?? [];
    assert.equal(row?.[3], text);
    assert.doesNotMatch(await partOf(risky, 'xlsx', 'xl/worksheets/sheet1.xml'), /<f[ >]/u);
    const [, cells] = parse(Buffer.from(await handoutFile(risky, 'csv')), { bom: true }) as string[][];
    assert.equal(cells?.[3], `'${text}`);
  }
});

test('CSV of the plan and of every unit holds every task', async () => {
  for (const handout of handouts) {
    const cells = parse(Buffer.from(await handoutFile(handout, 'csv')), { bom: true }) as string[][];
    assert.deepEqual(
      cells,
      expected(handout.tables.tasks).map((row) => row.map(String)),
      handout.title,
    );
  }
});

test('documents of the plan and of every unit hold every row of the list and every measure, as printed', async () => {
  for (const handout of handouts) {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await handoutFile(handout, 'docx')) });
    const $ = load(value);
    const rows = $('table tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text()),
      );
    const printed = handout.tasks.map((task) => [
      String(task.number),
      `${task.innovation ? '*' : ''}${task.text}`,
      task.unitsText,
    ]);
    assert.deepEqual(
      rows.slice(1).map(([number, , text, units]) => [number, text, units]),
      printed,
      handout.title,
    );
    if (printed.length > 0) assert.deepEqual(rows[0], plan.annex?.columns);
    const paragraphs = new Set(
      $('p')
        .toArray()
        .map((paragraph) => $(paragraph).text()),
    );
    for (const { number, title, text, unitsText } of handout.measures)
      assert.ok(paragraphs.has(`${number}.${title}。${text}（责任单位：${unitsText}）`), `${handout.title} ${number}`);
    assert.ok([...paragraphs].some((words) => words.includes(plan.number)));
  }
});

test('in a document the head of the table repeats and rows stay whole, on A4 after GB/T 9704', async () => {
  const handout = handoutFor('区经科局');
  const xml = await partOf(handout, 'docx', 'word/document.xml');
  assert.equal(xml.match(/<w:tblHeader\/>/gu)?.length, 1);
  assert.equal(xml.match(/<w:cantSplit\/>/gu)?.length, handout.tasks.length + 1);
  assert.match(xml, /<w:pgSz w:w="11907" w:h="16840"/u);
  assert.match(xml, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/u);
});

test('a unit that only the plan names has its measure and no table of tasks', async () => {
  const handout = handoutFor('区现服办');
  assert.deepEqual([handout.tasks.length, handout.measures.map(({ number }) => number)], [0, [18]]);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await handoutFile(handout, 'docx')) });
  assert.equal(load(value)('table').length, 0);
});

test('an unnamed group is told to be no body', () => {
  const told = (name: string) => handoutFor(name).record.find(([label]) => label === '称谓');
  assert.match(told('相关部门')?.[1] ?? '', /未指明的部门/u);
  assert.equal(told('区税务局'), undefined);
});

test('the same content gives the same bytes on another day', async () => {
  const formats = Object.keys(handoutFormats) as HandoutFormat[];
  const write = () => Promise.all(formats.map((format) => handoutFile(handoutFor('区经科局'), format)));
  const today = await write();
  mock.timers.enable({ apis: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
  const later = await write();
  mock.timers.reset();
  assert.deepEqual(later, today);
});
