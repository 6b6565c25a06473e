import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as accept } from 'node:test';
import { loadHandbook } from '../../src/checks/check-content.ts';
import { importDocument } from '../../src/import/import-document.ts';
import { readDocument } from '../../src/import/read-document.ts';
import { contentFolder, readContentFiles } from '../../src/loader/folder.ts';
import { contentFiles } from '../../src/loader/paths.ts';
import type { Plan } from '../../src/model/types.ts';
import { UnitRegistry } from '../../src/model/unit-registry.ts';
import { type Correction, correctionsSchema } from '../../src/schema/correction.ts';
import { planSchema } from '../../src/schema/plan.ts';
import { checkFiles } from '../fixtures/mini.ts';
import { assertNothingLost } from '../fixtures/nothing-lost.ts';

/*
 * The import held against the one document whose content was written and checked by hand. Where the content folder does not hold
 * it, there is nothing to hold it against.
 */
const handbook = loadHandbook(contentFolder);
const found = handbook.plans.find(({ number }) => number === '东政办〔2025〕2号');
const test = (title: string, body: () => void | Promise<void>) =>
  accept(title, { skip: found ? false : 'the content folder does not hold this document' }, body);
const plan = found as Plan;
const source = found ? readFileSync(join(contentFolder, contentFiles.source(plan.id)), 'utf8') : '';
const { draft, findings, unknownUnits } = readDocument(source, new UnitRegistry(handbook.units));
const drafted = (number: number) => draft.measures[number - 1]?.data ?? assert.fail();

test('the import of the published plan gives every measure with the title, environment, text and units of the content', () => {
  assert.deepEqual(
    draft.measures.map(({ data, blocks }) => ({
      number: data.number,
      title: data.title,
      listTitle: data.listTitle,
      environment: data.environment,
      text: blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(''),
      units: data.units,
    })),
    plan.measures.map(({ number, title, listTitle, environment, text, unitsText }) => ({
      number,
      title,
      listTitle,
      environment: environment?.title,
      text,
      units: unitsText,
    })),
  );
  assert.deepEqual(unknownUnits, []);
});

test('the import gives every row of the list as the content has it, below its measure', () => {
  const rows = draft.measures.flatMap(({ data }) =>
    (data.tasks ?? []).map(({ number, text, units, innovation = false }) => ({
      measure: data.number,
      number,
      text,
      units,
      innovation,
    })),
  );
  const known = plan.tasks.map(({ measure, number, text, unitsText, innovation }) => ({
    measure: measure.number,
    number,
    text,
    units: unitsText,
    innovation,
  }));
  assert.deepEqual(rows, known);
});

test('every row whose cells the import restored is told as uncertain or restored, with its line', () => {
  const restored = plan.corrections.flatMap((one) =>
    one.kind === 'unit-cells' || one.kind === 'text-cells' ? one.rows : [],
  );
  const told = findings
    .filter(({ line, kind }) => line && kind !== 'unread')
    .flatMap(({ found }) => [/^第(\d+)(?:至(\d+))?项/u.exec(found) ?? []])
    .flatMap(([, first, last = first]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
    );
  assert.deepEqual(
    [...new Set(restored)].filter((row) => !told.includes(row)),
    [],
  );
});

test('the import finds the record of the document', () => {
  const { record, blocks } = draft;
  for (const field of [
    'title',
    'heading',
    'number',
    'noticeTitle',
    'addressees',
    'notice',
    'issuer',
    'issuedOn',
    'issuedText',
    'basis',
    'annex',
  ] as const)
    assert.deepEqual(planSchema.shape[field].parse(record[field]), plan[field], field);
  const words = (block: object) => ('text' in block ? block.text : '');
  assert.deepEqual(blocks.map(words), plan.blocks.map(words));
});

test('every target and limit of the content is a candidate of the import, under the row of its number', () => {
  for (const measure of plan.measures) {
    const { targets = [], limits = [] } = drafted(measure.number);
    for (const { value, unit, provision, operator } of measure.targets)
      assert.ok(
        targets.some(
          (one) =>
            one.value === value && one.unit === unit && one.task === provision.number && one.operator === operator,
        ),
        `${measure.number}：${value}${unit}`,
      );
    for (const { value, unit, provision, kind } of measure.limits)
      assert.ok(
        limits.some(
          (one) => one.value === value && one.unit === unit && one.task === provision.number && one.kind === kind,
        ),
      );
  }
});

test('every term that the content explains is among the candidates', () => {
  const terms = new Set(draft.record.terms?.map(({ term }) => term));
  assert.deepEqual(
    plan.terms.map(({ term }) => term).filter((term) => !terms.has(term)),
    [],
  );
});

test('what a page end has lost or repeated is restored on the word of the list, and marked', () => {
  for (const kind of ['gap', 'restored'] as const) {
    const placesOf = (corrections: readonly Correction[]) =>
      corrections.flatMap((one) => (one.kind === kind ? [one.where] : []));
    const drafted = correctionsSchema.parse({ corrections: draft.corrections }).corrections;
    assert.deepEqual(placesOf(drafted), placesOf(plan.corrections));
  }
});

test('nothing of the published plan is left unread', () => {
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'unread'),
    [],
  );
});

test('a draft of it equals its source, and fails the check only for topics to be chosen and a number that is taken', async () => {
  const content = readContentFiles(contentFolder);
  const { files } = await importDocument('方案.txt', Buffer.from(source), 'again', content);
  assert.equal(files.get(contentFiles.source('again')), source);
  const drafted = [...files].map(([path, file]) => ({ path, bytes: Buffer.from(file) }));
  const { problems } = checkFiles([...content, ...drafted]);
  assert.deepEqual([...new Set(problems.map(({ path }) => path.join('.')))], ['topics', 'number']);
});

test('of its halves, and of its lines in the opposite order, no sentence is lost', () => {
  const lines = source.split('\n');
  const middle = Math.floor(lines.length / 2);
  for (const part of [lines, lines.slice(0, middle), lines.slice(middle), lines.toReversed()])
    assertNothingLost(part.join('\n'));
});
