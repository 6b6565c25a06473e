import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignRows } from '../../../src/import/assign-rows.ts';

const measureOf = (number: number, title: string, text: string, environment = '市场环境') => ({
  number,
  title,
  environment,
  text,
});
type Measure = ReturnType<typeof measureOf>;
const rowOf = (number: number, text: string, measure = '', heading?: string) => ({
  number,
  line: number + 10,
  heading,
  measure,
  text,
});
type Row = ReturnType<typeof rowOf>;

/** The number of the measure that each row is given, and the rows of which that is uncertain. */
function assigned(rows: readonly Row[], measures: readonly Measure[]) {
  const { owners, findings } = assignRows(rows, measures);
  return { owners, doubts: findings.map(({ kind, line }) => `${kind} ${line}`) };
}

const same = '推行一网通办，压减办理环节。';

test('rows follow the measures in whose words they stand', () => {
  const measures = [measureOf(1, '便利准入', '推行一网通办。压减环节。'), measureOf(2, '融资服务', '开展银企对接。')];
  const rows = [rowOf(1, '推行一网通办。'), rowOf(2, '压减环节。'), rowOf(3, '开展银企对接。')];
  assert.deepEqual(assigned(rows, measures), { owners: [1, 1, 2], doubts: [] });
});

test('of measures with the same words, the title printed in a row decides, slips and number aside', () => {
  const measures = [
    measureOf(1, '便利企业开办', same),
    measureOf(2, '优化办税服务', same),
    measureOf(3, '规范执法', same),
  ];
  const rows = [rowOf(1, same, '（二）优化办税服物'), rowOf(2, same, '3.规范执法')];
  assert.deepEqual(assigned(rows, measures), { owners: [2, 3], doubts: [] });
});

test('of measures with the same words, the heading over a row decides', () => {
  const measures = [measureOf(1, '便利准入', same, '市场环境'), measureOf(2, '规范执法', same, '法治环境')];
  const rows = [rowOf(1, same, '', '一、市场环境'), rowOf(2, same, '', '二、法治环境')];
  assert.deepEqual(assigned(rows, measures).owners, [1, 2]);
});

test('a row never goes back to a measure before that of the row above', () => {
  const measures = [measureOf(1, '便利准入', '推行一网通办。'), measureOf(2, '融资服务', '开展银企对接。')];
  const rows = [rowOf(1, '开展银企对接。', '融资服务'), rowOf(2, '推行一网通办。')];
  assert.deepEqual(assigned(rows, measures), { owners: [2, 2], doubts: ['uncertain 12'] });
});

test('a row with less than three tenths of its words in its measure is uncertain', () => {
  const measures = [measureOf(1, '便利准入', same)];
  const rows = [rowOf(1, '推行一网通办，提供帮办代办服务。'), rowOf(2, '推行一网服务大厅建设工作。')];
  assert.deepEqual(assigned(rows, measures).doubts, ['uncertain 12']);
});

test('without measures, all rows are unread', () => {
  assert.deepEqual(assigned([rowOf(1, same)], []), { owners: [undefined], doubts: ['unread 11'] });
});

test('a title that a row prints shortened is known by its words in the measure', () => {
  const measures = [measureOf(1, '力争新增企业1000户以上', '抓好落实。'), measureOf(2, '降低成本', '落实政策。')];
  const rows = [rowOf(1, '推进并联审批。', '新增企业'), rowOf(2, '落实政策。', '降低成本')];
  assert.deepEqual(assigned(rows, measures).owners, [1, 2]);
});

test('a heading over rows may be the title of a measure', () => {
  const measures = [measureOf(1, '知识产权保护方面5项', '审判等。'), measureOf(2, '科技金融创新方面5项', '贷款等。')];
  const rows = [
    rowOf(1, '一。', '', '一、知识产权保护方面（共5项）'),
    rowOf(2, '二。', '', '二、科技金融创新方面（共5项）'),
  ];
  assert.deepEqual(assigned(rows, measures).owners, [1, 2]);
});
