import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionRecord } from '../../../src/views/correction-record.ts';
import { checkWith } from '../../fixtures/mini.ts';

const [plan = assert.fail()] = checkWith().handbook.plans;
const groups = correctionRecord(plan);
const entryOf = (id: string) =>
  groups.flatMap(({ entries }) => entries).find(({ correction }) => correction.id === id) ?? assert.fail(id);

test('the record holds every correction once, by kind, doubts about the words first', () => {
  assert.deepEqual(
    groups.map(({ label, entries }) => [label, ...entries.map(({ correction }) => correction.id)]),
    [
      ['疑误', 'm02-chu'],
      ['已改正', 'body-restored'],
      ['清单文字并格', 't01-cells'],
      ['清单责任单位并格', 't02-units'],
      ['换页断句', 'm01-break'],
      ['合并单元格', 'merged'],
      ['重复的表头', 'heads'],
    ],
  );
});

test('a suspected misprint is shown with the ten characters before and after it', () => {
  const { before, after, place } = entryOf('m02-chu');
  assert.ok(place?.kind === 'measure' && place.number === 2);
  assert.deepEqual([before, after], ['行“百日办结”，解决', '。（责任单位：区乙办']);
});

test('restored words are shown where the restored words stand', () => {
  const { before, after, place } = entryOf('body-restored');
  assert.equal(place?.kind, 'body');
  assert.deepEqual([before, after], ['各单位要', '责任。']);
});

test('a break has the words on both sides of it', () => {
  const { before, after } = entryOf('m01-break');
  assert.deepEqual([before, after], ['对接会不少于50场。', '企业用电成本。（责任']);
});
