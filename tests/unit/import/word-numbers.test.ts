import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document, type ILevelsOptions, LevelFormat, Packer, Paragraph } from 'docx';
import { readReceived } from '../../../src/import/document-text.ts';

const levels: ILevelsOptions[] = [
  { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
  { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
  { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
];

/** The lines of a Word document whose paragraphs stand on these levels of one list, or of none. */
async function read(paragraphs: readonly [string, number?][], own = levels) {
  const children = paragraphs.map(
    ([text, level]) =>
      new Paragraph({ text, ...(level === undefined ? {} : { numbering: { reference: 'list', level } }) }),
  );
  const numbering = { config: [{ reference: 'list', levels: own }] };
  const { text, findings } = await readReceived(
    '方案.docx',
    await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })),
  );
  return { lines: text.split('\n'), findings };
}

test('numbers that Word counts are written before their paragraphs, level by level, which is reported once', async () => {
  const { lines, findings } = await read([
    ['方案'],
    ['优化服务', 0],
    ['提高效率', 1],
    ['压减环节。', 2],
    ['推行改革。', 2],
    ['降低成本', 1],
    ['落实政策。', 2],
    ['强化监管', 0],
    ['公正监管', 1],
  ]);
  assert.deepEqual(lines, [
    '方案',
    '一、优化服务',
    '（一）提高效率',
    '1.压减环节。',
    '2.推行改革。',
    '（二）降低成本',
    '1.落实政策。',
    '二、强化监管',
    '（一）公正监管',
  ]);
  assert.deepEqual(
    findings.map(({ kind, found }) => [kind, found]),
    [['restored', '自动编号 8 处']],
  );
});

test('a list may begin with another number, and a level may name those above it', async () => {
  const { lines } = await read(
    [
      ['任务', 0],
      ['效率', 1],
      ['成本', 1],
    ],
    [
      { level: 0, format: LevelFormat.DECIMAL, text: '%1', start: 3 },
      { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
    ],
  );
  assert.deepEqual(lines, ['3任务', '3.1效率', '3.2成本']);
});

test('bullets are no numbers, and a way to count that is not known is reported', async () => {
  const bullets = await read([['甲', 0]], [{ level: 0, format: LevelFormat.BULLET, text: '●' }]);
  assert.deepEqual([bullets.lines, bullets.findings], [['甲'], []]);
  const other = await read([['甲', 0]], [{ level: 0, format: LevelFormat.HEBREW1, text: '%1.' }]);
  assert.deepEqual(other.lines, ['甲']);
  assert.deepEqual(
    other.findings.map(({ kind }) => kind),
    ['uncertain'],
  );
});
