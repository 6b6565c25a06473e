import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { planDocx, titleIndent, toDocx } from '../../../src/exports/handout/docx.ts';
import { rowsOfTable } from '../../../src/exports/handout/word/tables.ts';
import type { Measure, Plan } from '../../../src/model/types.ts';
import { handoutOf } from '../../../src/views/handout.ts';
import { reportedInPlan, reportsOf } from '../../../src/views/progress.ts';
import { countyWithNext, edited, handbookFrom } from '../../fixtures/county.ts';
import { checkFiles } from '../../fixtures/mini.ts';
import { reportedCounty } from '../../fixtures/progress.ts';

const { handbook } = checkFiles(Object.entries(countyWithNext).map(([path, bytes]) => ({ path, bytes })));
const plan = handbook.plans[0] as Plan;

const xmlOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? assert.fail());
const rowsIn = (xml: string) =>
  xml
    .split('<w:tbl>')
    .slice(1)
    .map((table) => table.match(/<w:tr>/gu)?.length ?? 0);

/** The plan with the rows of each measure so many times, those of the last environment `lastTimes`. */
function repeated(times: number, lastTimes = times): Plan {
  const last = plan.environments.at(-1)?.measures.map(({ number }) => number) ?? [];
  const measures = plan.measures.map((measure): Measure => {
    const length = last.includes(measure.number) ? lastTimes : times;
    return { ...measure, tasks: measure.tasks.flatMap((task) => Array.from({ length }, () => ({ ...task }))) };
  });
  const environments = plan.environments.map((environment) => ({
    ...environment,
    measures: measures.filter(({ number }) => environment.measures.some((one) => one.number === number)),
  }));
  return { ...plan, environments, measures, tasks: measures.flatMap(({ tasks }) => tasks) };
}

test('a long list is a table for each environment, each with its head, a long environment cut where a measure begins', async () => {
  // An environment of 40 rows with its heading, and one of 55, whose measures have 37 and 18; one of few rows after it.
  for (const [times, lastTimes, tables] of [
    [13, 13, 2],
    [18, 18, 3],
    [18, 3, 3],
  ] as const) {
    const long = repeated(times, lastTimes);
    const xml = xmlOf(await toDocx(handoutOf(handbook, long)));
    const rows = rowsIn(xml);
    assert.equal(rows.length, tables);
    assert.ok(
      rows.every((count) => count <= rowsOfTable + 1),
      `${rows}`,
    );
    assert.equal(xml.match(/<w:tblHeader\/>/gu)?.length, rows.length);
    // A table never begins within the rows of a measure.
    for (const table of xml.split('<w:tbl>').slice(1)) {
      const [, first = '', second = ''] = table.split('<w:tr>').slice(0, 3);
      assert.ok((table.match(/<w:gridSpan /gu) ?? []).length <= 1, 'one environment in a table');
      assert.ok(first.includes('<w:tblHeader/>') && !second.includes('<w:vMerge w:val="continue"/>'));
    }
    assert.equal(
      rows.reduce((sum, count) => sum + count, 0),
      rows.length + long.tasks.length + plan.environments.length,
    );
  }
  assert.equal(rowsIn(xmlOf(await toDocx(handoutOf(handbook, plan)))).length, 1);
});

test('the last row of an annex keeps to the foot of the document, that of a list to nothing', async () => {
  const files = [await planDocx(plan, '手册'), await toDocx(handoutOf(handbook, plan))];
  const kept = files.map((bytes) => {
    const rows = (xmlOf(bytes).split('<w:tbl>').at(-1) ?? '').split('<w:tr>').slice(-2);
    return rows.map((row) => (row.split('</w:tbl>')[0] ?? '').includes('<w:keepNext/>'));
  });
  assert.deepEqual(kept, [
    [false, true],
    [false, false],
  ]);
});

test('a list of more than five columns stands on pages across, the text before it upright', async () => {
  const annex = plan.annex ?? assert.fail();
  for (const more of [5, 6]) {
    const columns = [...annex.columns, '完成时限', '备注', '其他'].slice(0, more);
    const xml = xmlOf(await planDocx({ ...plan, annex: { ...annex, columns } }, '手册'));
    const across = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/gu)].map(([, w, h]) => Number(w) > Number(h));
    assert.deepEqual(across, [false, more === 6]);
  }
});

test('lines of a title are about as long as each other and end behind a word', () => {
  assert.deepEqual(titleIndent('某县优化营商环境实施方案'), { left: 0, right: 0 });
  // 21 characters, of which a line holds 20: of 14 and 7, as 营商环境 is not parted.
  const room = titleIndent('山水县持续改进提升一流营商环境行动方案清单');
  assert.equal(room.left, room.right);
  const characters = (442 - (2 * room.left) / 20) / 22;
  assert.ok(characters >= 11 && characters < 20, `${characters}`);
});

test('where progress was published is a link, and the same content is the same file', async () => {
  const [plan] = handbookFrom(edited(countyWithNext, reportedCounty)).plans.filter(
    (one) => reportedInPlan(one).length > 0,
  ) as [Plan];
  const reports = reportedInPlan(plan).flatMap(reportsOf);
  const [file, again] = [await planDocx(plan, '手册'), await planDocx(plan, '手册')];
  assert.ok(Buffer.from(file).equals(again));
  const links = strFromU8(unzipSync(file)['word/_rels/document.xml.rels'] ?? assert.fail());
  const linked = [...xmlOf(file).matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/gu)].map(([, id]) => id);
  assert.deepEqual(
    linked.map((id) => new RegExp(`Id="${id}"[^>]* Target="([^"]+)"[^>]* TargetMode="External"`, 'u').exec(links)?.[1]),
    reports.map(({ source }) => source.url),
  );
});
