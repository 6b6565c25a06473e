import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWith } from '../../fixtures/mini.ts';

test('questions are given to the task, the sentence or the measure that answers them', () => {
  const { handbook } = checkWith();
  const [first, second] = handbook.plans[0]?.measures ?? [];
  assert.deepEqual(first?.tasks[0]?.asked, [{ questions: ['想跟行长当面谈谈'], words: ['借钱'] }]);
  assert.deepEqual(first?.asked, [
    { sentence: '切实降低企业用电成本。', questions: ['厂里用电太费钱', '电表跳得吓人'], words: [] },
    { questions: ['开厂的几样硬成本能不能压下来'], words: [] },
  ]);
  assert.deepEqual([first?.tasks[1]?.asked, second?.asked], [[], []]);
});
