import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from '../../../src/import/document-parts.ts';
import { linesOf } from '../../../src/import/lines.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';

const measure = '1. 便利准入。推行一网通办，全年办理1000件。（责任单位：区甲局）';
const text = ['小方案', '一、任务', measure, '二、保障', '各单位要落实责任。'];
const list = ['序号\t措施\t内容\t责任单位', '1\t便利准入\t推行一网通办。\t区甲局', '2\t\t办理1000件。\t区甲局'];
const end = ['小区办公室', '2026年3月2日印发'];

const partsIn = (...lines: string[]) => partsOf(linesOf(lines.join('\n')).lines);
const words = (parts: ReturnType<typeof partsOf>) => ({
  text: parts.text.map((line) => line.text),
  rows: parts.list.map(({ text }) => text.at(0)),
  title: parts.title,
  reported: parts.findings.map(({ found }) => found),
});
const read = text.map((line) => line.replace('1. ', '1.'));

test('tables in the text stay in it, and lines around them', () => {
  const indicators = ['指标名称\t单位\t2026年', '办件量\t万件\t10'];
  const more = ['序号\t联系人\t电话', '1\t张某\t123'];
  const parts = partsIn(...text.slice(0, 2), ...indicators, ...text.slice(2), ...list, ...more, ...end);
  assert.deepEqual(
    parts.text.map(({ text, cells }) => cells?.join('｜') ?? text),
    [
      ...read.slice(0, 2),
      '指标名称｜单位｜2026年',
      '办件量｜万件｜10',
      ...read.slice(2),
      '序号｜联系人｜电话',
      '1｜张某｜123',
      ...end,
    ],
  );
  assert.deepEqual(words(parts).rows, ['序', '1', '2']);
  assert.deepEqual(parts.findings, []);
});

test('the list ends where another annex begins, and keeps the name of its own annex', () => {
  const names = ['附件：1. 联系人名单', '2. 任务清单', '3. 说明'];
  const before = ['附件1', '联系人名单', '序号\t单位\t联系人', '1\t区甲局\t张某'];
  const behind = ['附件3', '说明', '本清单从三月起用。'];
  const parts = partsIn(...text, ...names, ...before, '附件2', '任务清单', ...list, ...behind, ...end);
  assert.deepEqual([parts.list.length, parts.title], [3, '任务清单']);
  assert.deepEqual(words(parts).text, [...read, ...end]);
  const rows = ['附件1', '联系人名单', '序号｜单位｜联系人', '1｜区甲局｜张某'];
  assert.deepEqual(words(parts).reported.toSorted(), ['附件：1.联系人名单', '3.说明', ...rows, ...behind].toSorted());
});

test('a list that goes on over pages is one list, whatever stands between its rows', () => {
  const parts = partsIn(...text, '附件', '任务清单', ...list, list[0] ?? '', '3\t\t再办一件。\t区甲局', ...end);
  assert.deepEqual(words(parts), {
    text: [...read, ...end],
    rows: ['序', '1', '2', '序', '3'],
    title: '任务清单',
    reported: [],
  });
});

test('of a document whose annexes hold no list this is said once, and they are reported; of one without annexes nothing is', () => {
  const annexed = ['附件', '名单', '1 区甲局 张某', '2 区乙办 李某'];
  const parts = partsIn(...text, ...annexed, ...end);
  assert.deepEqual(words(parts).text, [...read, ...end]);
  assert.deepEqual(words(parts).reported, ['附件', '名单', '1区甲局张某', '2区乙办李某', '这份文件没有任务清单']);

  const { findings } = readDocument([...text, ...end].join('\n'), new UnitRegistry([]));
  assert.deepEqual(
    findings.filter(({ why }) => /清单/u.test(why)),
    [],
  );
});

test('a table whose columns are set apart by blanks alone is pointed out', () => {
  const spaced = partsIn(...text, '附件', '任务清单', '序号 措施 内容 责任单位', '1 便利准入 推行一网通办。 区甲局');
  assert.ok(spaced.findings.some(({ why }) => why.includes('用空格排的表头')));
});
