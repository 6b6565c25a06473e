import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import type { Plan } from '../../../src/model/types.ts';
import { correctionRecord } from '../../../src/views/correction-record.ts';

const handbook = loadHandbook('content');
const [plan] = handbook.plans as [Plan];
const entries = correctionRecord(plan).flatMap((group) => group.entries);
const entryOf = (id: string) => entries.find(({ correction }) => correction.id === id);

test('the record holds every correction once', () => {
  assert.deepEqual(entries.map(({ correction }) => correction.id).sort(), plan.corrections.map(({ id }) => id).sort());
});

test('a suspected misprint is shown with the words around it', () => {
  const { before, after, place } = entryOf('m05-shuwenli') ?? assert.fail();
  assert.ok(place && place.kind === 'measure' && place.measure.number === 5);
  assert.ok(place.measure.text.includes(`${before}书文理${after}`));
  assert.ok(before.length > 0 && after.length > 0);
});

test('words that were mended are shown where the mended words stand', () => {
  const { before, after, place } = entryOf('m03-doubled') ?? assert.fail();
  assert.ok(place && place.kind === 'measure' && place.measure.text.includes(`${before}突出问题，坚决纠正${after}`));
});

test('a break at the bracket of the units has the words on both sides', () => {
  const { before, after } = entryOf('m01-bracket') ?? assert.fail();
  assert.ok(before.length > 0 && after.startsWith('：区行政审批局'));
});
