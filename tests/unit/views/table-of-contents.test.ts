import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import type { Plan } from '../../../src/model/types.ts';
import { environmentAnchor } from '../../../src/routes/paths.ts';
import { chaptersOf } from '../../../src/views/table-of-contents.ts';
import { checkTwoPlans, secondPlan } from '../../fixtures/two-plans.ts';

const handbook = loadHandbook('content');
const [plan] = handbook.plans as [Plan];

test('the contents hold the chapters of the running text, and the environments where the measures stand', () => {
  const chapters = chaptersOf(plan);
  const headings = plan.blocks.flatMap((block) => (block.type === 'heading' && block.depth === 2 ? block.text : []));
  assert.deepEqual(
    chapters.filter(({ environment }) => !environment).map(({ title }) => title),
    headings,
  );
  assert.deepEqual(
    chapters.flatMap(({ environment }) => environment ?? []),
    plan.environments,
  );
  assert.equal(chapters.at(0)?.environment, undefined);
  assert.equal(chapters.at(-1)?.environment, undefined);
});

test('where a plan counts chapters, its environments stand among them under their own numbers', () => {
  const other = checkTwoPlans().handbook.plans.find(({ id }) => id === secondPlan) ?? assert.fail();
  const titles = chaptersOf(other).map(({ title }) => title.replace(/　.*$/u, ''));
  assert.deepEqual(titles, ['第一章', '第二章', '第三章', '第四章', '第五章'].slice(0, titles.length));
  assert.equal(chaptersOf(other)[1]?.anchor, environmentAnchor({ number: 1 }));
});
