import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dictionaryOf } from '../../../src/search/build/dictionary.ts';
import {
  commonCharacters,
  decodeWords,
  encodeWords,
  isEncodable,
  wordKinds,
} from '../../../src/search/shared/dictionary.ts';
import { handbook, recordOf } from './collection.ts';
import { dictionary, dictionaryOfWords, parts } from './words.ts';

test('words are read as they were written, and what they share with the word before is written once', () => {
  const word = fc.string({ unit: fc.constantFrom(...'政务服务办理结12aB') }).filter(isEncodable);
  fc.assert(
    fc.property(fc.uniqueArray(word.filter((one) => one !== '')), (words) => {
      const sorted = words.sort();
      assert.deepEqual(decodeWords(encodeWords(sorted)), sorted);
    }),
  );
  assert.equal(encodeWords(['政务', '政务服务']), '0政务|2服务');
});

test('the common characters are those of the first level of GB 2312, and each has a sound', () => {
  const signs = commonCharacters();
  assert.deepEqual([signs.length, signs[0], signs.at(-1)], [3755, '啊', '座']);
  for (const sign of signs) assert.match(dictionary.soundsOf(sign)[0] ?? '', /^[a-z]+$/u, sign);
});

test('a character has its usual sound first, and those that it has in words', () => {
  const one = dictionaryOfWords([], 1, { otherSounds: { hang: '行' } });
  assert.deepEqual(one.readings('银行'), [
    ['yin', 'xing'],
    ['yin', 'hang'],
  ]);
  assert.deepEqual(one.readings('ai5'), [['a', 'i', '5']]);
  assert.deepEqual(one.readings('银Ж'), []);
});

test('of characters with several sounds eight readings are tried', () => {
  const one = dictionaryOfWords([], 1, { otherSounds: { hang: '行' } });
  assert.equal(one.readings('行行行').length, 8);
  assert.equal(one.readings('行行行行').length, 8);
});

test('n and ng, z and zh, c and ch, s and sh, ü and u sound alike; other sounds do not', () => {
  const isAlike = (word: string, typed: string) => dictionaryOfWords([word]).wordsOfSound([...typed]).length > 0;
  for (const [word, typed] of ['申请 身亲', '审批 森批', '诚信 陈信', '证照 赠早', '吃住 词阻'].map((both) =>
    both.split(' '),
  ))
    assert.ok(isAlike(word ?? '', typed ?? ''), typed);
  for (const [word, typed] of ['南方 蓝方', '服务 互务', '融资 荣利'].map((both) => both.split(' ')))
    assert.ok(!isAlike(word ?? '', typed ?? ''), typed);
  const green = dictionaryOfWords(['绿地率']);
  assert.deepEqual(
    ['lvdilv', 'ludilu', 'lvdi'].map((typed) => green.wordsOfLetters([...typed]).length),
    [1, 1, 0],
  );
});

test('letters are cut into the fewest words, four at most', () => {
  const words = dictionaryOfWords(['贷款', '申请']);
  const meant = (typed: string) => words.wordsOfLetters([...typed]).map(({ text }) => text);
  assert.deepEqual(meant('daikuanshenqing'), ['贷款申请']);
  assert.deepEqual(meant('daikuan'.repeat(4)), ['贷款'.repeat(4)]);
  assert.deepEqual(meant('daikuan'.repeat(5)), []);
  assert.deepEqual(meant('daikuanx'), []);
});

test('items of a list and short clauses are suggested, and not what is left of a sentence', () => {
  const text = '推动甲县合作，推动乙县合作，推动丙县合作。加快变更登记、补办证照、注销延伸。将实景三维接入。总体要求。';
  const suggested = decodeWords(dictionaryOf({ ...handbook, thesaurus: [] }, [recordOf({ text })]).dictionary.words);
  assert.deepEqual(
    ['推动甲县合作', '加快变更登记', '补办证照', '注销延伸', '将实景三维接入', '总体要求'].map((one) =>
      suggested.includes(one),
    ),
    [false, false, true, false, false, true],
  );
});

test('no word stands in both parts, and words lead to measures or to words of the documents', () => {
  const [first, further] = [parts.dictionary, parts.further].map(({ words }) => decodeWords(words));
  assert.ok(first && further && first.length > 0 && further.length > 0);
  assert.equal(new Set([...first, ...further]).size, first.length + further.length);
  for (const lead of parts.dictionary.leads)
    assert.ok(
      lead >= wordKinds.official && lead < 2 + parts.dictionary.measures.length + parts.dictionary.meanings.length,
    );
  for (const meaning of parts.dictionary.meanings) assert.ok(first[meaning]);
});
