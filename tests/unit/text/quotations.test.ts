import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quotedAt, quotedIn, sentencesOf } from '../../../src/text/quotations.ts';

const quoting: [string, ...string[]][] = [
  ['推行“一网通办”和“一业一证”，再推“一网通办”。', '一网通办', '一业一证', '一网通办'],
  ['“外“内”外”', '内'],
  ['“没有完', ...[]],
  ['“”和‘单引号’'],
];
for (const [text, ...terms] of quoting)
  test(`“${text}” quotes ${terms.join('、') || 'nothing'}`, () => assert.deepEqual(quotedIn(text), terms));

const sentences: [string, ...string[]][] = [['甲。乙；丙。丁', '甲。', '乙；丙。', '丁'], ['。甲', '。', '甲'], ['']];
for (const [text, ...parts] of sentences)
  test(`“${text}” has ${parts.length} sentences`, () => assert.deepEqual(sentencesOf(text), parts));

test('quotations stand where they are said to, and the sentences together are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('“', '”', '。', '甲', '𠮷') }), (text) => {
      for (const { term, start, end } of quotedAt(text)) {
        assert.equal(text.slice(start, end), term);
        assert.equal(text[start - 1], '“');
        assert.equal(text[end], '”');
      }
      assert.equal(sentencesOf(text).join(''), text);
    }),
  );
});
