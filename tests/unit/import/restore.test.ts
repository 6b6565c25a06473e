import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restoreCells } from '../../../src/import/restore-cells.ts';
import { restorePassage } from '../../../src/import/restore-passage.ts';
import type { PrintedRow } from '../../../src/import/task-list.ts';

/** A passage of these lines, restored with one row of the list as witness. */
function passage(lines: string[], witness: string) {
  const { paragraphs, mendings, findings } = restorePassage(
    lines.map((text, index) => ({ number: index + 5, text })),
    [{ number: 7, text: witness }],
  );
  return {
    paragraphs,
    mendings: mendings.map(({ kind, reading, suggestion }) => [kind, reading, suggestion]),
    reported: findings.map(({ kind, line }) => `${kind} ${line}`),
  };
}

test('a sentence that a page end breaks is joined, and paragraphs stay apart', () => {
  assert.deepEqual(passage(['推行一网', '通办。', '压减环节。'], '推行一网通办。'), {
    paragraphs: ['推行一网通办。', '压减环节。'],
    mendings: [],
    reported: ['restored 6'],
  });
});

test('words that a page end repeats are dropped on the word of a row', () => {
  assert.deepEqual(
    passage(['着力解决企业反映的问题。', '题，坚决防止反弹。'], '着力解决企业反映的问题，坚决防止反弹。'),
    {
      paragraphs: ['着力解决企业反映的问题，坚决防止反弹。'],
      mendings: [['restored', '反映的问题。题，坚决防止', '反映的问题，坚决防止']],
      reported: ['restored 6'],
    },
  );
});

test('words that a page end has lost are marked, not put in, on the word of a row', () => {
  const whole = '深化融资工作机制，全年组织银企对接会，畅通银企对接渠道。';
  assert.deepEqual(passage(['深化融资工作机制，', '畅通银企对接渠道。'], whole), {
    paragraphs: ['深化融资工作机制，畅通银企对接渠道。'],
    mendings: [['gap', '机制，畅通银企', '机制，全年组织银企对接会，畅通银企']],
    reported: ['uncertain 6'],
  });
});

const rowOf = (number: number, text: string, units: string, page = 0): PrintedRow => {
  const label = String(number);
  return {
    number,
    label,
    line: number + 20,
    cells: [],
    above: [],
    page,
    endPage: page,
    measure: '',
    text,
    units,
  };
};

/** The words and units of rows after restoring, the corrections by kind and rows, and what is reported. */
function restored(...rows: PrintedRow[]) {
  const { rows: own, corrections, findings } = restoreCells(rows, new Set());
  return {
    rows: own.map(({ number, text, units, innovation }) => `${number} ${innovation ? '*' : ''}${text} ${units}`),
    corrections: corrections.map(({ kind, rows, printed, certainty }) => ({ kind, rows, printed, certainty })),
    reported: findings.map(({ kind, line }) => `${kind} ${line}`),
  };
}

test('rows whose words are printed in one cell get their own, cut at marks for certain and at sentences with a doubt', () => {
  assert.deepEqual(restored(rowOf(1, '*推行一网通办。 压减环节。', '区甲局 区乙办'), rowOf(2, '', '')), {
    rows: ['1 *推行一网通办。 区甲局', '2 压减环节。 区乙办'],
    corrections: [
      { kind: 'text-cells', rows: [1, 2], printed: { 1: [1, 2], 2: [] }, certainty: 'high' },
      { kind: 'unit-cells', rows: [1, 2], printed: { 1: '区甲局 区乙办', 2: '' }, certainty: 'medium' },
    ],
    reported: ['restored 21', 'uncertain 21', 'uncertain 22'],
  });
  const three = restored(rowOf(1, '推行。压减。再办。', '区甲局'), rowOf(2, '', '区甲局'));
  assert.deepEqual(three.rows, ['1 推行。压减。 区甲局', '2 再办。 区甲局']);
  assert.deepEqual(
    three.corrections.map(({ kind, certainty }) => [kind, certainty]),
    [['text-cells', 'medium']],
  );
});

test('a row without words to share, also over a page, is left out, which is reported', () => {
  const { rows, corrections, reported } = restored(rowOf(1, '推行。压减。', '区甲局'), rowOf(2, '', '区乙办', 1));
  assert.deepEqual([rows, corrections, reported], [['1 推行。压减。 区甲局'], [], ['uncertain 22']]);
});
