import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { reportFile } from '../../../src/exports/handout/files.ts';
import { rowCells } from '../../../src/model/printed-form.ts';
import type { Plan } from '../../../src/model/types.ts';
import { planCitation } from '../../../src/views/citation.ts';
import { type Handout, handoutOf, reportTitle } from '../../../src/views/handout.ts';
import { progressStates, reportForm, statedDeadline } from '../../../src/views/report-form.ts';
import { countyWithNext, edited, handbookFrom, newerPlan, withoutList } from '../../fixtures/county.ts';
import { replace } from '../../fixtures/mini.ts';
import { planOfShape, shapes } from '../../fixtures/shapes.ts';

const handbook = handbookFrom(countyWithNext);
const plan = handbook.plans[0] as Plan;
const unitNamed = (id: string) => handbook.units.find((unit) => unit.id === id) ?? assert.fail(`no ${id}`);
const handouts = handbook.plans.flatMap((one) =>
  [undefined, ...handbook.units].map((unit) => handoutOf(handbook, one, unit)),
);
const filledIn = ['进展状态', '进展情况', '责任科室', '责任人', '联系电话', '备注'];

async function sheetsOf(handout: Handout) {
  const sheets = await readExcel(Buffer.from(await reportFile(handout, 'xlsx')));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}
const partOf = async (handout: Handout, format: 'xlsx' | 'docx', part: string) =>
  strFromU8(unzipSync(await reportFile(handout, format))[part] ?? assert.fail(`no ${part}`));

test('a form has a row for each task as the list prints it, and columns to be filled in that are empty', () => {
  for (const handout of handouts.filter(({ tasks }) => tasks.length > 0)) {
    const { columns, rows } = reportForm(handout.plan, handout.provisions);
    assert.equal(rows.length, handout.tasks.length, handout.title);
    assert.deepEqual(
      columns.slice(-filledIn.length).map(({ header }) => header),
      filledIn,
    );
    for (const [index, task] of handout.tasks.entries()) {
      assert.deepEqual(
        rows[index]?.slice(-filledIn.length),
        filledIn.map(() => ''),
      );
      // The name of a measure that the list prints once stands in each of its rows.
      const asPrinted = rowCells(handout.plan, task).filter(({ kind, words }) => kind !== 'measure' || words !== '');
      for (const { column, words } of asPrinted)
        assert.equal(String(rows[index]?.[columns.findIndex(({ header }) => header === column)]), words, handout.title);
    }
  }
});

test('every form of a plan has the same columns, so that a collector can join them', () => {
  for (const one of handbook.plans) {
    const heads = handouts
      .filter(({ plan, tasks }) => plan === one && tasks.length > 0)
      .map(({ provisions }) =>
        reportForm(one, provisions)
          .columns.map(({ header }) => header)
          .join(),
      );
    assert.equal(new Set(heads).size, 1);
  }
});

test('until when is said as the document says it, and nowhere else', () => {
  const [{ targets: [target] = [] } = {}] = plan.tasks.filter(({ targets }) => targets.length > 0);
  if (!target) return assert.fail();
  const { period: _, ...open } = target;
  const yearly = { ...target, period: '全年' };
  assert.equal(statedDeadline({ targets: [] }), '');
  assert.equal(statedDeadline({ targets: [open] }), '');
  assert.equal(statedDeadline({ targets: [yearly, yearly] }), '全年');
  assert.equal(statedDeadline({ targets: [{ ...yearly, text: '培训百人' }, open] }), '全年：培训百人');
  assert.equal(statedDeadline({ targets: [{ ...yearly, text: '全年培训百人' }, open] }), '全年培训百人');
  for (const { plan: one, provisions } of handouts) {
    const { columns, rows } = reportForm(one, provisions);
    const at = columns.findIndex(({ header }) => header === '完成时限');
    assert.deepEqual(
      rows.map((row) => row[at]),
      provisions.map(statedDeadline),
    );
  }
});

test('a list that prints until when keeps its column, and gets no second', () => {
  const measure = `plans/${newerPlan}/measures/01.mdx`;
  const printed = handbookFrom(
    Object.fromEntries(
      Object.entries(
        edited(countyWithNext, {
          [`plans/${newerPlan}/plan.mdx`]: replace(
            'columns: [序号, 工作措施, 主要内容, 责任单位]',
            'columns: [序号, 工作措施, 主要内容, 责任单位, 办结期限]\n  text: 主要内容\n  number: 序号\n  measure: 工作措施\n  units: [责任单位]',
          ),
          [measure]: replace(
            '    units: 县发改局、县市场监管局\n',
            '    units: 县发改局、县市场监管局\n    cells: { 办结期限: 六月底 }\n',
          ),
        }),
      ).map(([path, bytes]) => [path.replace('source.txt', 'received.txt'), bytes]),
    ),
  );
  const one = printed.plans.find(({ id }) => id === newerPlan) ?? assert.fail();
  const { columns, rows } = reportForm(one, one.tasks);
  const heads = columns.map(({ header }) => header);
  assert.ok(!heads.includes('完成时限'));
  const at = heads.indexOf('办结期限');
  assert.equal(rows.filter((row) => row[at] === '六月底').length, 1);
  assert.equal(rows.filter((row) => row[at] === '').length, one.tasks.length - 1);
  assert.equal(columns[at]?.isToFill, true);
});

test('a form of a plan without a list has a row for each measure', async () => {
  const bare = handbookFrom(edited(countyWithNext, withoutList(newerPlan)));
  const one = bare.plans.find(({ id }) => id === newerPlan) ?? assert.fail();
  const handout = handoutOf(bare, one);
  const { columns, rows } = reportForm(one, handout.provisions);
  const at = columns.findIndex(({ header }) => header === `${one.words.plan}正文`);
  assert.deepEqual(
    rows.map((row) => row[at]),
    one.measures.map(({ text }) => text),
  );
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await reportFile(handout, 'docx')) });
  for (const { text } of one.measures) assert.ok(value.includes(text), text);
});

test('a spreadsheet to fill in names plan and unit above its head, offers the states, and shows what is empty', async () => {
  const unit = unitNamed('fazhan-gaige-ju');
  const handout = handoutOf(handbook, plan, unit);
  const [title, source, filler, heads] = (await sheetsOf(handout)).get('填报表') ?? [];
  assert.equal(title?.[0], reportTitle(handout));
  assert.ok(reportTitle(handout).startsWith(unit.name));
  assert.ok(String(source?.[0]).includes(planCitation(plan)));
  assert.match(String(filler?.[0]), /填报单位.*填报人.*填报日期/u);
  const sheet = await partOf(handout, 'xlsx', 'xl/worksheets/sheet1.xml');
  const letter = String.fromCharCode(65 + (heads?.indexOf('进展状态') ?? 0));
  const last = handout.tasks.length + 4;
  assert.equal(sheet.match(/<dataValidation /gu)?.length, 1);
  assert.match(sheet, new RegExp(`<dataValidation type="list"[^>]*sqref="${letter}5:${letter}${last}"`, 'u'));
  assert.ok(
    sheet.includes(`"${progressStates.join(',')}"`) || sheet.includes(`&quot;${progressStates.join(',')}&quot;`),
  );
  assert.match(sheet, /<pane ySplit="4"[^>]*state="frozen"/u);
  assert.match(sheet, /<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/u);
  assert.match(await partOf(handout, 'xlsx', 'xl/workbook.xml'), /_xlnm\.Print_Titles[^<]*\$4:\$4/u);
  // Cells to be filled in have a style of their own, that of no cell of the document.
  const styleAt = (cell: string) => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`, 'u').exec(sheet)?.[1];
  assert.ok(styleAt(`${letter}5`));
  assert.notEqual(styleAt(`${letter}5`), styleAt('B5'));
});

test('nothing of the editor stands in the table of a form', async () => {
  for (const handout of handouts.filter(({ notes }) => notes.length > 0)) {
    const sheets = await sheetsOf(handout);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await reportFile(handout, 'docx')) });
    for (const words of [JSON.stringify(sheets.get('填报表')), value]) {
      assert.doesNotMatch(words, /编辑注|注\d/u);
      for (const { remark } of handout.notes) assert.ok(!words.includes(remark), remark);
    }
    const on = handout.notes.filter((note) => handout.provisions.some(({ notes }) => notes.includes(note)));
    assert.equal((sheets.get('编辑注')?.length ?? 3) - 3, on.length, handout.title);
  }
});

test('a document to fill in is across, with the heads of environments as the list prints them, and each row names its measure', async () => {
  const handout = handoutOf(handbook, plan);
  const xml = await partOf(handout, 'docx', 'word/document.xml');
  assert.match(xml, /<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/u);
  assert.match(xml, /<w:pStyle w:val="Title"\/>/u);
  assert.equal(xml.match(/<w:tblHeader\/>/gu)?.length, 1);
  const environments = plan.environments.filter(({ measures }) => measures.some(({ tasks }) => tasks.length > 0));
  assert.equal(xml.match(/<w:cantSplit\/>/gu)?.length, 1 + environments.length + plan.tasks.length);
  assert.ok(plan.measures.some(({ tasks }) => tasks.length > 1));
  assert.doesNotMatch(xml, /<w:vMerge/u);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await reportFile(handout, 'docx')) });
  for (const { text } of plan.tasks) assert.ok(value.includes(text), text);
  assert.doesNotMatch(value, /进展状态/u);
});

test('the heads across a document to fill in are those that the list prints, once', async () => {
  for (const handout of handouts.filter(({ unit }) => !unit)) {
    const { annex, environments, tasks } = handout.plan;
    const xml = await partOf(handout, 'docx', 'word/document.xml');
    const printed = [
      ...(annex?.text === undefined ? environments.filter(({ measures }) => measures.some((one) => one.tasks[0])) : []),
      ...tasks.flatMap(({ above }) => above),
    ];
    assert.equal(xml.match(/<w:gridSpan /gu)?.length ?? 0, printed.length, handout.title);
  }
});

test('each row of a form names its measure, also where the list prints the name once for several', () => {
  const one = planOfShape(shapes['units only in the annexed table, which has columns of its own and merged cells']);
  const { columns, rows } = reportForm(one, one.tasks);
  const at = columns.findIndex(({ header }) => header === one.annex?.measure);
  assert.ok(one.tasks.some(({ cells }) => !cells[one.annex?.measure ?? '']));
  assert.deepEqual(
    rows.map((row) => row[at]),
    one.tasks.map(({ measure }) => measure.title),
  );
});
