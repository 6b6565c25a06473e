import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReceived } from '../../../src/import/document-text.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';

const read = (...lines: string[]) => readDocument(lines.join('\n'), new UnitRegistry([]));
type Read = ReturnType<typeof read>;
const textOf = (block: Read['draft']['blocks'][number]) => ('text' in block ? block.text : block.kind);
const blocks = ({ draft }: Read) => draft.blocks.map(textOf);
const reported = ({ findings }: Read, kind: string) =>
  findings.filter((finding) => finding.kind === kind && finding.line).map(({ line, found }) => [line, found]);
const list = ['序号\t措施\t内容\t责任单位', '1\t便利准入\t推行一网通办。\t区甲局'];
const measures = ['1.便利准入。推行一网通办。（责任单位：区甲局）', '2.融资服务。开展对接。（责任单位：区甲局）'];

test('units on lines of their own below a measure are its units, a line each or several', () => {
  const document = read(
    '一、任务',
    '1.便利准入。推行一网通办。',
    '责任单位：区甲局、',
    '区乙办',
    '2.融资服务。开展对接。',
    '牵头单位：区甲局',
    '配合单位：区乙办、区丙局。',
    ...list,
  );
  assert.deepEqual(
    document.draft.measures.map(({ data, blocks: own }) => [data.units, own.map(textOf)]),
    [
      [[{ printed: '责任单位：区甲局、区乙办' }], ['1.便利准入。推行一网通办。', '责任单位：区甲局、区乙办']],
      [
        [{ printed: '牵头单位：区甲局' }, { printed: '配合单位：区乙办、区丙局。', reads: '配合单位：区乙办、区丙局' }],
        ['2.融资服务。开展对接。', '牵头单位：区甲局', '配合单位：区乙办、区丙局。'],
      ],
    ],
  );
  assert.deepEqual(reported(document, 'unread'), []);
});

test('units that no measure holds are reported, and their words stay as printed', () => {
  const above = '为做好工作（责任单位：区乙办），制定本方案。';
  const document = read('小方案', above, '一、任务', ...measures, ...list);
  assert.deepEqual(blocks(document), [above, '一、任务', 'measures']);
  assert.deepEqual(reported(document, 'uncertain'), [[2, '为做好工作……（责任单位：区乙办）']]);
});

test('lines that are joined in the plan’s own text are reported, and the head of an annex or a title is not joined', () => {
  const lines = ['小方案', '为改善环境，', '制定本方案，', '附件', '大方案', '有下列任务。'];
  const document = read(...lines, '一、任务', ...measures, ...list);
  assert.equal(document.draft.record.title, '小方案');
  assert.deepEqual(blocks(document), ['为改善环境，制定本方案，', ...lines.slice(3), '一、任务', 'measures']);
  assert.deepEqual(reported(document, 'restored'), [[3, '为改善环境，｜制定本方案，']]);
});

test('a numbered line that is a sentence is a paragraph, and a heading may hold a bracket', () => {
  const articles = ['第一章 总则（试行：一年）', '第一条 本区企业适用本措施。', '第二章 任务'];
  const document = read(
    ...articles,
    ...measures.map((line) => line.replace(/^(.)./u, '第$1条 ')),
    '第三章 附则',
    ...list,
  );
  assert.deepEqual(
    document.draft.blocks.map((block) => [block.kind, textOf(block)]),
    [
      ['heading', '第一章 总则（试行：一年）'],
      ['paragraph', '第一条 本区企业适用本措施。'],
      ['heading', '第二章 任务'],
      ['measures', 'measures'],
      ['heading', '第三章 附则'],
    ],
  );
});

test('nothing is said to be lost that stands in the record or in a bracket of the measure', () => {
  const bracketed = '1.规范执法。推行扫码入企（区甲局负责），建立清单（区乙办负责）。';
  const document = read('一、任务', bracketed, ...list, '小区政府　2026年3月2日印发');
  assert.deepEqual(reported(document, 'unread'), []);
});

test('a table that is drawn in plain text is read, but not lines that merely begin and end with a border', async () => {
  const table = ['| 序号 | 任务 | 责任单位 |', '|---|:-:|---|', '| 1 | 推行一网通办。 | 区甲局 |'];
  const { text } = await readReceived('方案.txt', Buffer.from(['| 甲 | 乙 |', ...table, '| 丙 |', '完'].join('\r\n')));
  assert.deepEqual(text.split(/\r?\n/u), [
    '| 甲 | 乙 |',
    '序号\t任务\t责任单位',
    '',
    '1\t推行一网通办。\t区甲局',
    '丙',
    '完',
  ]);
});

test('a number that no row has is a target of its measure', () => {
  const document = read(
    '一、任务',
    '1.便利准入。推行一网通办，全年办理1000件，压减3个环节。（责任单位：区甲局）',
    '2.融资服务。开展对接。（责任单位：区甲局）',
    ...list,
    '2\t融资服务\t开展对接。\t区甲局',
  );
  assert.deepEqual(
    document.draft.measures[0]?.data.targets?.map(({ text, task }) => [text, task]),
    [
      ['全年办理1000件', undefined],
      ['压减3个环节', undefined],
    ],
  );
});
