import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../../src/import/lines.ts';

test('a tab behind the number of a line, or before the date of an imprint, makes no table', () => {
  const { lines } = linesOf(
    '（一）\t加强领导\n1.\t便利准入。\n小区办公室\t2026年3月2日印发\n索引号：1\t主题：环境\n1\t便利准入',
  );
  assert.deepEqual(
    lines.map(({ text, cells }) => cells ?? text),
    ['（一）加强领导', '1.便利准入。', '小区办公室2026年3月2日印发', ['索引号：1', '主题：环境'], ['1', '便利准入']],
  );
});

test('of many tags each is reported with its line', () => {
  const count = 40_000;
  const { findings } = linesOf(Array.from({ length: count }, (_, at) => (at % 2 ? '<b>甲\r\n' : '乙\n')).join(''));
  assert.deepEqual([findings.length, findings[0]?.line, findings.at(-1)?.line], [count / 2, 2, count]);
});

test('signs that no file may hold are dropped and reported', () => {
  const { lines, findings } = linesOf('便利\uFFFE准入\u0007');
  assert.deepEqual([lines[0]?.text, findings.map(({ kind }) => kind)], ['便利准入', ['restored']]);
});
