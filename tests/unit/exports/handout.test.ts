import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';

import { handoutFile, handoutFiles } from '../../../src/exports/handout/files.ts';
import type { Plan } from '../../../src/model/types.ts';
import {
  type Handout,
  type HandoutFormat,
  handoutFormats,
  handoutOf,
  reportRecord,
  tableWithNotes,
} from '../../../src/views/handout.ts';
import type { HandoutTable } from '../../../src/views/handout-tables.ts';
import { countyWithNext, edited, handbookFrom, newerPlan, withoutList } from '../../fixtures/county.ts';
import { checkFiles, checkWith } from '../../fixtures/mini.ts';
import { reportedCounty } from '../../fixtures/progress.ts';

const { handbook } = checkFiles(Object.entries(countyWithNext).map(([path, bytes]) => ({ path, bytes })));
const [plan, older] = handbook.plans as [Plan, Plan];
const unitNamed = (id: string) => handbook.units.find((unit) => unit.id === id) ?? assert.fail(`no ${id}`);
const handouts = [plan, older].flatMap((one) =>
  [undefined, ...handbook.units].map((unit) => handoutOf(handbook, one, unit)),
);
const ofUnit = (id: string) => handoutOf(handbook, plan, unitNamed(id));

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

test('words that look like a formula stay words in a spreadsheet and are guarded in CSV', async () => {
  const [task] = plan.tasks;
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)']) {
    const risky = handoutOf(handbook, { ...plan, tasks: [{ ...task, text } as (typeof plan.tasks)[number]] });
    const row = (await cellsOf(risky)).get('任务清单')?.at(-1);
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
      expected(tableWithNotes(handout)).map((row) => row.map(String)),
      handout.title,
    );
  }
});

test('what is said of a unit’s files is what they hold', () => {
  const emptied = { ...plan, tasks: [] };
  const ofEmptied = handbook.units.map((unit) => handoutOf(handbook, emptied, unit));
  assert.ok(ofEmptied.some(({ measures }) => measures.length > 0));
  for (const handout of [...handouts, ...ofEmptied]) {
    const { plan, unit, tasks, measures } = handout;
    if (!unit || tasks.length + measures.length === 0) continue;
    const said = (format: HandoutFormat) =>
      handoutFiles(handbook, plan).find((file) => file.unit === unit && file.format === format)?.holds;
    assert.equal(said('csv'), plan.annex ? '任务' : '措施', handout.title);
    assert.equal(said('xlsx'), tasks.length > 0 ? '任务和措施' : '措施', handout.title);
  }
});

/** A Word document as its reader sees it: the rows of its table and its paragraphs. */
async function wordsOf(handout: Handout): Promise<{ rows: string[][]; paragraphs: string[] }> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await handoutFile(handout, 'docx')) });
  const $ = load(value);
  $('sup').remove();
  const rows = $('tr')
    .toArray()
    .map((row) => $(row).children().toArray())
    .map((cells) => cells.map((cell) => $(cell).text()));
  const paragraphs = $('p, h1, h2, h3').toArray();
  return { rows, paragraphs: paragraphs.map((paragraph) => $(paragraph).text()) };
}

test('a document holds every row of the list and every measure, as printed', async () => {
  const { rows, paragraphs } = await wordsOf(ofUnit('jinrong-ban'));
  assert.deepEqual(rows, [
    ['序号', '工作措施', '主要内容', '责任单位'],
    ['一、要素环境'],
    [
      '3',
      '(二)畅通融资渠道',
      '*摸排小微企业融资需求，全年举办银企对接会不少于36场，新增首贷户400户以上。',
      '县金融服务中心、各乡镇人民政府',
    ],
  ]);
  assert.ok(
    paragraphs.includes(
      '2.畅通融资渠道。摸排小微企业融资需求，全年举办银企对接会不少于36场，新增首贷户400户以上。（责任单位：县金融服务中心、各乡镇人民政府）',
    ),
  );
  assert.ok(paragraphs.some((words) => words.includes(plan.cited)));
});

test('the columns of units are those of the list, empty where a row names none', async () => {
  const { rows } = await wordsOf(handoutOf(handbook, older));
  assert.deepEqual(rows[0], ['序号', '工作措施', '主要内容', '牵头单位', '配合单位']);
  const units = rows.map((cells) => cells.slice(-2));
  assert.ok(units.some((cells) => cells.join() === '县市场监管局,县税务局、县政务数据局'));
  assert.ok(units.some((cells) => cells.join() === '县市场监管局,'));
});

test('in a document the head of the table repeats and rows stay whole, on A4 after GB/T 9704', async () => {
  const handout = ofUnit('fazhan-gaige-ju');
  const xml = await partOf(handout, 'docx', 'word/document.xml');
  assert.equal(xml.match(/<w:tblHeader\/>/gu)?.length, 1);
  assert.equal(xml.match(/<w:cantSplit\/>/gu)?.length, handout.tasks.length + 2);
  assert.match(xml, /<w:pgSz w:w="11907" w:h="16840"/u);
  assert.match(xml, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/u);
});

test('a unit that only the text names has its measure, what the registry says of it, and no table of tasks', async () => {
  const small = checkWith().handbook;
  const unit = small.units.find(({ id }) => id === 'bumen');
  const { rows, paragraphs } = await wordsOf(handoutOf(small, small.plans[0] as Plan, unit));
  assert.deepEqual(rows, []);
  for (const words of [
    '2.规范执法。推行“百日办结”，解决突处问题。（责任单位：区乙办等相关部门）',
    '称谓：未指明的部门，不是一个单位的名称。',
    '编辑注：文件没有指明是哪些部门。',
  ])
    assert.ok(paragraphs.includes(words), words);
});

test('a plan without a list gives its measures as a table', async () => {
  const { annex: _, ...rest } = plan;
  const handout = handoutOf(handbook, { ...rest, tasks: [] } as Plan);
  assert.deepEqual([...(await cellsOf(handout)).keys()], ['文件措施', '编辑注', '说明']);
  const rows = parse(Buffer.from(await handoutFile(handout, 'csv')), { bom: true }) as string[][];
  assert.deepEqual(
    rows,
    expected(tableWithNotes(handout)).map((row) => row.map(String)),
  );
});

test('a plan has files of its own and of the units that it names, and no others', () => {
  const names = handoutFiles(handbook, plan).map(({ name }) => name);
  assert.deepEqual(names.slice(0, 3), ['plan.docx', 'tasks.xlsx', 'tasks.docx']);
  for (const name of ['report.xlsx', 'report.docx', 'units/shangwu-ju-report.xlsx', 'units/shangwu-ju-report.docx'])
    assert.ok(names.includes(name), name);
  assert.ok(names.includes('units/shangwu-ju.csv') && !names.includes('tasks.csv'));
  assert.ok(!handoutFiles(handbook, older).some(({ name }) => name.startsWith('units/shangwu-ju.')));
});

test('the same content gives the same bytes on another day', async () => {
  const formats = Object.keys(handoutFormats) as HandoutFormat[];
  const write = () => Promise.all(formats.map((format) => handoutFile(ofUnit('fazhan-gaige-ju'), format)));
  const today = await write();
  mock.timers.enable({ apis: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
  const later = await write();
  mock.timers.reset();
  assert.deepEqual(later, today);
});

test('a document has headings, a language, stand-ins for its faces and the notes behind their words', async () => {
  const handout = ofUnit('jinrong-ban');
  const xml = await partOf(handout, 'docx', 'word/document.xml');
  assert.match(xml, /<w:pStyle w:val="Title"\/>/u);
  assert.match(xml, /<w:pStyle w:val="Heading1"\/>/u);
  // LibreOffice parts numbers at the end of a line where they are Chinese too.
  assert.match(await partOf(handout, 'docx', 'word/styles.xml'), /<w:lang w:val="en-US" w:eastAsia="zh-CN"\/>/u);
  assert.match(await partOf(handout, 'docx', 'word/fontTable.xml'), /方正小标宋简体"><w:altName w:val="宋体"/u);
  const notes = await partOf(handout, 'docx', 'word/footnotes.xml');
  for (const { remark } of handout.notes) assert.ok(notes.includes(remark), remark);
  assert.equal(xml.match(/<w:footnoteReference /gu)?.length, handout.notes.length);
});

test('the file of a whole plan holds its notice, its text and every row of its list', async () => {
  for (const one of [plan, older]) {
    const file = handoutFiles(handbook, one).find(({ name }) => name === 'plan.docx') ?? assert.fail('no plan.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await file.bytes()) });
    for (const words of [one.title, ...(one.notice ?? []), ...one.tasks.map(({ text }) => text)])
      assert.ok(value.includes(words), words);
  }
});

test('what was published is a column of its own and a part of its own, both marked, and only where there is any', async () => {
  const reported = handbookFrom(edited(countyWithNext, reportedCounty));
  const [of = assert.fail()] = reported.plans;
  const handout = handoutOf(reported, of);
  const header = '公布的进展（不是文件内容）';
  for (const { columns, rows } of Object.values(handout.tables)) {
    assert.equal(columns.at(-1)?.header, header);
    assert.ok(
      rows.some((row) =>
        String(row.at(-1)).includes('截至2025年11月30日41场，已达到目标数，多5场。“前11个月举办银企对接会41场”'),
      ),
    );
  }
  const facts = new Map(handout.record.map(({ label, text }) => [label, text]));
  assert.match(facts.get('公布的进展') ?? '', /不是文件内容。$/u);
  assert.doesNotMatch(facts.get('量化目标') ?? '', /完成情况/u);
  assert.match(
    await partOf(handout, 'docx', 'word/document.xml'),
    /公布的进展.+不是文件内容.+转供电加价已全部清理，并公布结果/su,
  );

  for (const { tables, record, measures, tasks } of handouts) {
    assert.ok(Object.values(tables).every(({ columns }) => columns.every((column) => column.header !== header)));
    const saysGoals = record.some(({ text }) => text.endsWith('不是完成情况。'));
    assert.equal(
      saysGoals,
      [...measures, ...tasks].some(({ targets }) => targets.length > 0),
    );
  }
});

test('the measures of a document that is called as they are, are counted without its name', () => {
  const listless = handbookFrom(edited(countyWithNext, withoutList(newerPlan)));
  const [one = assert.fail()] = listless.plans;
  const scopes = (plan: string) => {
    const handout = handoutOf(listless, { ...one, words: { ...one.words, plan, measures: '条措施' } });
    return [...handout.record, ...reportRecord(handout)].flatMap(({ label, text }) => (label === '范围' ? [text] : []));
  };
  const all = `全部${one.measures.length}条措施`;
  assert.deepEqual(scopes('措施'), [`${all}。`, `${all}，逐一填报。`]);
  assert.deepEqual(scopes('意见'), [`意见${all}。`, `意见${all}，逐一填报。`]);
});
