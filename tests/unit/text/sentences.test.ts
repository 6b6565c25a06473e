import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesBeginning, sentencesOf } from '../../../src/text/sentences.ts';

test('a text is cut after the signs that end sentences, and loses nothing but line breaks', () => {
  const text = '甲；乙，丙。丁！\n戊？己';
  assert.deepEqual(sentencesOf(text), ['甲；', '乙，丙。', '丁！', '戊？', '己']);
  assert.equal(sentencesOf(text).join(''), text.replaceAll('\n', ''));
  assert.deepEqual(sentencesOf(''), []);
});

test('sentences are found by how they begin, not by what they hold', () => {
  assert.deepEqual(sentencesBeginning('甲', '甲乙。丙甲。甲丙。'), ['甲乙。', '甲丙。']);
});
