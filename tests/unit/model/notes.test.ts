import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsRestored, leastCertain } from '../../../src/model/notes.ts';
import type { Note, Plan } from '../../../src/model/types.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans as [Plan];

test('a suspected misprint is noted beside its measure and nowhere else', () => {
  const [first, second] = plan.measures.map(({ notes }) => notes.map(({ id }) => id));
  assert.deepEqual(first, []);
  assert.deepEqual(second, ['m02-chu']);
  const note = plan.measures[1]?.notes[0];
  assert.equal(note?.reading, '突处问题');
  assert.match(note?.remark ?? '', /突处问题.*疑为.*突出问题/);
  assert.equal(note?.certainty, 'high');
});

test('a restored cell is noted beside each task that it concerns', () => {
  assert.deepEqual(
    plan.tasks.map(({ notes }) => notes.map(({ id }) => id)),
    [['t01-cells'], ['t01-cells', 't02-units'], []],
  );
});

test('the note of restored units says what the transcription has in each cell', () => {
  const units = plan.corrections.find(({ id }) => id === 't02-units');
  assert.ok(units?.kind === 'unit-cells');
  const remark = plan.tasks[1]?.notes.find(({ id }) => id === 't02-units')?.remark ?? '';
  for (const [row, cell] of Object.entries(units.printed))
    assert.ok(remark.includes(`第${row}行：${cell || '空白'}`), remark);
});

test('page breaks, merged cells and repeated heads are no news to a reader', () => {
  const all = [...plan.measures, ...plan.tasks].flatMap(({ notes }) => notes.map(({ id }) => id));
  for (const id of ['m01-break', 'merged', 'heads']) assert.ok(!all.includes(id), id);
});

test('notes on cells are told apart from those on words, with what was restored and the least certainty', () => {
  const notes = plan.tasks.flatMap((task) => task.notes);
  const { notes: onCells, cells } = cellsRestored(notes);
  assert.deepEqual([...new Set(onCells.map(({ id }) => id))], ['t01-cells', 't02-units']);
  assert.deepEqual(cells, ['文字', '责任单位']);
  assert.deepEqual(cellsRestored(plan.measures[1]?.notes ?? []), { notes: [], cells: [] });
  const [note] = onCells as [Note];
  assert.equal(
    leastCertain([
      { ...note, certainty: 'high' },
      { ...note, certainty: 'low' },
    ]),
    'low',
  );
});
