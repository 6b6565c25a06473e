import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeringSentence } from '../../../src/search/query/answering-sentence.ts';
import type { Display } from '../../../src/search/shared/record.ts';

const text = '鼓励企业开办。支持企业用电。保护企业品牌。';
const record: Display = { kind: 'measure', path: '', label: '', title: '', text };
const chosen = (display: Display, ...asked: string[]) => {
  const range = answeringSentence(display, asked);
  return range && display.text.slice(...range);
};

test('the sentence is chosen that shares the rarest words with what was asked', () => {
  assert.equal(chosen(record, '企业用电怎么办'), '支持企业用电。');
  assert.equal(chosen(record, '企业品牌'), '保护企业品牌。');
});

test('a sentence is also known by the questions that an editor tied to it', () => {
  const start = text.indexOf('保护');
  const tied = { ...record, answers: [{ start, end: text.length, asked: '名字被人抢注' }] };
  assert.equal(chosen(tied, '名字被抢注了'), '保护企业品牌。');
  assert.equal(chosen(record, '名字被抢注了'), undefined);
});

test('a character alone chooses no sentence, but decides between two that share a pair', () => {
  assert.equal(chosen(record, '电'), undefined);
  assert.equal(chosen(record, '企业，电'), '支持企业用电。');
});

test('characters that stand apart count half of pairs', () => {
  const own = { ...record, text: '甲乙丙丁。甲乙戊己庚辛壬。' };
  assert.equal(chosen(own, '甲乙丙丁，戊，己，庚，辛，壬'), '甲乙丙丁。');
  assert.equal(chosen(own, '甲乙丙丁，戊己，庚辛'), '甲乙戊己庚辛壬。');
});

test('where no sentence is meant, all of a task answers', () => {
  assert.equal(chosen({ ...record, kind: 'task' }, '停电'), text);
});
