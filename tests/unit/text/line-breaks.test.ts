import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phrasesOf } from '../../../src/text/line-breaks.ts';

test('a heading is cut between words and not within them', () => {
  for (const phrases of [
    ['持续', '打造', '竞争', '有序的', '市场', '环境'],
    ['强化', '公平', '竞争', '审查', '和社会', '信用', '建设'],
    ['优化', '涉外', '服务', '保障'],
    ['区人民政府', '办公室'],
    ['八十六项', '任务，'],
    ['一、总体', '要求'],
    ['百日开工'],
    [],
  ])
    assert.deepEqual(phrasesOf(phrases.join('')), phrases);
});

test('the pieces together are the heading, whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (heading) => phrasesOf(heading).join('') === heading));
});
