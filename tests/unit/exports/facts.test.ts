import assert from 'node:assert/strict';
import { test } from 'node:test';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { dataFiles } from '../../../src/exports/dataset/files.ts';
import { handoutFile, reportFile } from '../../../src/exports/handout/files.ts';
import { markdownTwins } from '../../../src/exports/markdown/twins.ts';
import { taskSchema } from '../../../src/schema/measure.ts';
import { unitSchema } from '../../../src/schema/unit.ts';
import { type HandoutFormat, handoutOf } from '../../../src/views/handout.ts';
import { countyReformed, countyWithNext, type Edits, edited, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { checkFiles, replace } from '../../fixtures/mini.ts';
import { entryOf } from '../../fixtures/progress.ts';

/*
 * Where each field of a unit and of a task is found outside the site's pages. A new field fails here until this table says where it
 * is shown. That a unit's facts stand on its page and its sheet for paper is tested on the built site.
 */

const places = ['open data', 'Excel', 'Word', 'CSV', 'form', 'Markdown'] as const;
type Place = (typeof places)[number];
const everywhere = places;
const nowhere: readonly Place[] = [];

/** A change of the content that changes one field, and where the change is seen. */
type Shown = [change: Edits, places: readonly Place[], base?: Edits];

const unitId = 'fazhan-gaige-ju';
const unit = `units/${unitId}.yaml`;
const measure = `plans/${newerPlan}/measures/01.mdx`;
const withLine = (line: string) => (text: string) => `${text}${line}\n`;
/** An edit of the second task of the newer plan. */
const inTask = (line: string): Edits => ({
  [measure]: replace('    units: 县发改局、县市场监管局\n', `    units: 县发改局、县市场监管局\n    ${line}\n`),
});

const unitFields: Record<keyof typeof unitSchema.shape, Shown> = {
  // In CSV the names of units are those that the rows print.
  name: [
    { [unit]: () => 'name: 县发改局\naliases: [县发展改革局]\nkind: unit\n' },
    ['open data', 'Excel', 'Word', 'form', 'Markdown'],
  ],
  // An alias must be printed somewhere: here in the older plan.
  aliases: [
    {
      [unit]: replace('[县发改局]', '[县发改局, 发改局]'),
      [`plans/${olderPlan}/measures/03.mdx`]: replace('配合单位：县发改局', '配合单位：发改局'),
    },
    ['open data', 'Excel', 'Word', 'form', 'Markdown'],
  ],
  kind: [{ [unit]: replace('kind: unit', 'kind: collective') }, ['open data', 'Excel', 'Word', 'form', 'Markdown']],
  // For search engines alone, in JSON-LD.
  nature: [{ [unit]: withLine('nature: organisation') }, nowhere],
  // The editor's; programs have the printed names.
  note: [{ [unit]: withLine('note: 两种印法按同一单位归并。') }, ['Excel', 'Word', 'form', 'Markdown']],
  contact: [
    { [unit]: withLine("contact: { phone: 000-1, source: 'https://www.example.gov.cn/', date: 2030-01-01 }") },
    ['open data', 'Excel', 'Word', 'form', 'Markdown'],
  ],
  successor: [
    { [unit]: withLine('successor: { kind: merged, into: shangwu-ju, on: 2026-01-01, basis: 公告。 }') },
    ['open data', 'Excel', 'Word', 'form', 'Markdown'],
  ],
  // For the search box alone.
  searchTerms: [{ [unit]: withLine('searchTerms: [计委]') }, nowhere],
};

/** An edit that keeps the list of the newer plan as printed. */
const printedList: Edits = {
  [`plans/${newerPlan}/plan.mdx`]: replace(
    'columns: [序号, 工作措施, 主要内容, 责任单位]',
    'columns: [序号, 工作措施, 主要内容, 责任单位, 完成时限]\n  text: 主要内容\n  number: 序号\n  measure: 工作措施\n  units: [责任单位]',
  ),
};

const taskFields: Record<keyof typeof taskSchema.shape, Shown> = {
  // The two rows of the measure change places.
  number: [
    {
      [measure]: (text) =>
        text
          .replace(/( {2}- number: 1\n)(.*?)( {2}- number: 2\n)(.*?)(?=---\n)/su, '$1$4$3$2')
          .replace('task: 1', 'task: 2'),
    },
    everywhere,
  ],
  innovation: [inTask('innovation: true'), everywhere],
  text: [{ [measure]: (text) => text.replaceAll('清理转供电加价', '清理转供电收费') }, everywhere],
  units: [{ [measure]: replace('    units: 县发改局、县市场监管局', '    units: 县发改局') }, everywhere],
  // The editor's ways to a task: the pages of topics, the cards of support and the comparison of plans.
  topics: [inTask('topics: [power, micro, running]'), nowhere],
  whom: [inTask('whom: [转供电]'), nowhere],
  plain: [inTask('plain: 电价更低。'), ['Markdown']],
  continues: [inTask(`continues: ${olderPlan}/4`), nowhere],
  label: [{ ...printedList, ...inTask("label: '2.'") }, everywhere, printedList],
  // On the page of the list and on paper.
  above: [{ ...printedList, ...inTask('above: [二、用电]') }, ['Word', 'form'], printedList],
  cells: [{ ...printedList, ...inTask('cells: { 完成时限: 六月底 }') }, everywhere, printedList],
  progress: [inTask(`progress: [${entryOf('date: 2025-06-30, state: 办结, words: 已经清理')}]`), everywhere],
};

/** The content after edits, without the documents that it is compared with. */
const handbookWith = (edits: Edits) =>
  checkFiles(
    Object.entries(edited(countyWithNext, edits)).map(([path, bytes]) => ({
      path: path.replace('source.txt', 'received.txt'),
      bytes,
    })),
  ).handbook;

/** What a reader finds in each place of the newer plan and the unit's part in it. */
async function wordsIn(edits: Edits): Promise<Record<Place, string>> {
  const handbook = handbookWith(edits);
  const plan = handbook.plans.find(({ id }) => id === newerPlan) ?? assert.fail();
  const handout = handoutOf(handbook, plan, handbook.units.find(({ id }) => id === unitId) ?? assert.fail());
  const file = async (format: HandoutFormat) => Buffer.from(await handoutFile(handout, format));
  return {
    'open data': dataFiles(handbook, plan)
      .map(({ content }) => content)
      .join(''),
    Excel: JSON.stringify(await readExcel(await file('xlsx'))),
    Word: (await mammoth.extractRawText({ buffer: await file('docx') })).value,
    CSV: (await file('csv')).toString(),
    form:
      JSON.stringify(await readExcel(Buffer.from(await reportFile(handout, 'xlsx')))) +
      (await mammoth.extractRawText({ buffer: Buffer.from(await reportFile(handout, 'docx')) })).value,
    Markdown: markdownTwins(handbook)
      .map(({ text }) => text())
      .join('\n'),
  };
}

const before = await wordsIn({});
const fieldsOf = { unit: [unitSchema.shape, unitFields], task: [taskSchema.shape, taskFields] } as const;

for (const [name, [shape, fields]] of Object.entries(fieldsOf)) {
  test(`it is said of every field of a ${name} where it is shown`, () => {
    assert.deepEqual(Object.keys(fields).sort(), Object.keys(shape).sort());
  });

  for (const [field, [change, shown, base]] of Object.entries(fields) as [string, Shown][])
    test(`the ${field} of a ${name} is shown in: ${shown.join(', ') || 'the pages alone'}`, async () => {
      const after = await wordsIn(change);
      const unchanged = base ? await wordsIn(base) : before;
      assert.deepEqual(
        places.filter((place) => after[place] !== unchanged[place]),
        shown,
      );
    });
}

test('some unit of the county fills every field, so that the tests of its built site see each', () => {
  const filled = Object.entries(countyReformed).flatMap(([path, bytes]) =>
    path.startsWith('units/')
      ? [
          ...Buffer.from(bytes)
            .toString()
            .matchAll(/^(\w+):/gmu),
        ].map(([, field]) => field)
      : [],
  );
  assert.deepEqual([...new Set(filled)].sort(), Object.keys(unitSchema.shape).sort());
});
