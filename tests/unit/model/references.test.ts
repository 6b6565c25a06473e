import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingWords } from '../../../src/model/references.ts';

test('the first words of a text are its first clause, and the next where that alone says too little', () => {
  assert.equal(openingWords('积极推进信用建设，完善制度。'), '积极推进信用建设……');
  assert.equal(openingWords('市、区县人民政府应当加强领导。'), '市、区县人民政府应当加强领导');
  assert.equal(openingWords('市、区县人民政府应当加强领导，完善制度。'), '市、区县人民政府应当加强领导……');
  assert.equal(openingWords('实施奖励。'), '实施奖励');
  assert.equal(openingWords('实施。再说一句话。'), '实施……');
  assert.equal(openingWords('一'.repeat(30)), `${'一'.repeat(24)}……`);
});
