import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReceived } from '../../../src/import/document-text.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';

const read = (...lines: string[]) => readDocument(lines.join('\n'), new UnitRegistry([]));
type Read = ReturnType<typeof read>;
const blocks = ({ draft }: Read) => draft.blocks.map((block) => (block.kind !== 'measures' ? block.text : block.kind));
const reported = ({ findings }: Read, kind: string) =>
  findings.filter((finding) => finding.kind === kind && finding.line).map(({ line, found }) => [line, found]);
const list = ['序号\t措施\t内容\t责任单位', '1\t便利准入\t推行一网通办。\t区甲局'];
const measures = ['1.便利准入。推行一网通办。（责任单位：区甲局）', '2.融资服务。开展对接。（责任单位：区甲局）'];

test('units on lines of their own below a measure are its units, which is reported', () => {
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
    document.draft.measures.map(({ data, paragraphs }) => [data.units, ...paragraphs]),
    [
      ['区甲局、区乙办', '推行一网通办。'],
      ['牵头单位：区甲局；配合单位：区乙办、区丙局', '开展对接。'],
    ],
  );
  assert.deepEqual(reported(document, 'restored'), [
    [3, '责任单位：区甲局、区乙办'],
    [6, '牵头单位：区甲局配合单位：区乙办、区丙局。'],
  ]);
  assert.deepEqual(reported(document, 'unread'), []);
});

test('units that are named outside the measures are reported, and their words stay as printed', () => {
  const body = ['二、保障', '（一）加强领导。各单位要落实。（责任单位：区乙办）', '责任单位：区乙办'];
  const document = read('一、任务', ...measures, ...body, ...list);
  assert.deepEqual(blocks(document), ['measures', ...body]);
  assert.deepEqual(reported(document, 'uncertain'), [
    [5, '（一）加强领导。各单位要落实。……（责任单位：区乙办）'],
    [6, '责任单位：区乙办'],
  ]);
});

test('lines that are joined in the plan’s own text are reported, and the head of an annex or a title is not joined', () => {
  const lines = ['附件', '小方案', '为改善环境，', '制定本方案，', '附件', '大方案', '有下列任务。'];
  const document = read(...lines, '一、任务', ...measures, ...list);
  assert.equal(document.draft.record.title, '小方案');
  assert.deepEqual(blocks(document), ['为改善环境，制定本方案，', ...lines.slice(4), 'measures']);
  assert.deepEqual(reported(document, 'restored'), [[4, '为改善环境，｜制定本方案，']]);
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
    document.draft.blocks.map((block) => [block.kind, block.kind !== 'measures' ? block.text : '']),
    [
      ['heading', '第一章 总则（试行：一年）'],
      ['paragraph', '第一条 本区企业适用本措施。'],
      ['measures', ''],
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

test('a number that no row has is reported with the line on which it stands', () => {
  const broken = [
    '1.便利准入。推行一网通办，',
    '全年办理1000',
    '件，惠及50家企业。',
    '压减3个环节。（责任单位：区甲局）',
  ];
  const document = read(
    '一、任务',
    ...broken,
    '2.融资服务。开展对接。（责任单位：区甲局）',
    ...list,
    '2\t融资服务\t开展对接。\t区甲局',
  );
  assert.deepEqual(reported(document, 'uncertain'), [
    [3, '措施1：“全年办理1000件”'],
    [4, '措施1：“惠及50家企业”'],
    [5, '措施1：“压减3个环节”'],
  ]);
});
