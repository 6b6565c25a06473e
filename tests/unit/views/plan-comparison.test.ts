import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../src/model/types.ts';
import { changesFor, comparedPairs, comparePlans } from '../../../src/views/plan-comparison.ts';
import { replace } from '../../fixtures/mini.ts';
import { checkTwoPlans, secondPlan } from '../../fixtures/two-plans.ts';

function twoPlans(edits: Parameters<typeof checkTwoPlans>[0] = {}) {
  const { handbook, problems } = checkTwoPlans(edits);
  assert.deepEqual(problems, []);
  const newer = handbook.plans.find(({ id }) => id === secondPlan) as Plan;
  const older = handbook.plans.find(({ id }) => id !== secondPlan) as Plan;
  return { handbook, older, newer };
}

const { handbook, older, newer } = twoPlans();
const { measures, tasks } = comparePlans(older, newer);

test('measures of one title or of like words are continued, the others are new or not listed again', () => {
  assert.deepEqual(
    measures.continued.map((one) => `${one.older.number}→${one.newer.number} ${one.ground}`),
    ['1→1 title', '4→2 title', '9→3 title', '18→5 similar'],
  );
  assert.deepEqual(
    measures.fresh.map(({ title }) => title),
    ['开放公共数据'],
  );
  assert.equal(measures.dropped.length, older.measures.length - measures.continued.length);
});

test('every task is in one class, with why and how sure', () => {
  assert.deepEqual(
    tasks.continued.map((one) => `${one.older.number}→${one.newer.number} ${one.ground} ${one.certainty}`),
    [
      '2→1 same high',
      '3→2 similar high',
      '15→3 similar high',
      '16→4 similar high',
      '17→5 same high',
      '36→6 similar high',
      '37→7 same high',
      '38→8 similar low',
      '74→11 similar high',
      '75→12 similar high',
    ],
  );
  assert.deepEqual(
    tasks.fresh.map(({ number }) => number),
    [9, 10],
  );
  assert.equal(tasks.dropped.length + tasks.continued.length, older.tasks.length);
});

test('numbers that changed are told with what they were, those that stayed are not', () => {
  const changed = tasks.continued.filter(({ numbersChanged }) => numbersChanged);
  assert.deepEqual(
    changed.map(({ newer, quantities }) => [
      newer.number,
      ...quantities.map((change) => `${change.older?.value ?? ''}→${change.newer?.value ?? ''}`),
    ]),
    [
      [2, '→20'],
      [3, '50→60'],
      [6, '1000000000→1200000000'],
      [11, '50→55'],
      [12, '2→3', '2→'],
    ],
  );
});

test('a change of a number shows the whole number before and after', () => {
  const changed = (number: number) =>
    tasks.continued
      .find(({ newer }) => newer.number === number)
      ?.text.flatMap((one) => (one.same ? [] : `${one.left}→${one.right}`));
  assert.ok(changed(3)?.includes('50→60'), changed(3)?.join());
  assert.ok(changed(6)?.includes('10→12'), changed(6)?.join());
  for (const { older, newer, text } of tasks.continued) {
    assert.equal(text.map((one) => (one.same ? one.text : one.left)).join(''), older.text);
    assert.equal(text.map((one) => (one.same ? one.text : one.right)).join(''), newer.text);
  }
});

test('what a unit gains and loses stands at the task, and its part holds what names it in either plan', () => {
  const third = tasks.continued.find(({ newer }) => newer.number === 11) ?? assert.fail();
  assert.deepEqual([third.gained.map(({ name }) => name), third.lost], [['各街道办事处'], []]);
  const unit = handbook.units.find(({ name }) => name === '区数据局') ?? assert.fail();
  const part = changesFor(tasks, unit);
  assert.deepEqual([part.fresh.map(({ number }) => number), part.continued, part.dropped], [[9, 10], [], []]);
});

test('what the editor states holds against what the words say', () => {
  const stated = twoPlans({
    [`plans/${secondPlan}/measures/03.mdx`]: replace(
      '  - number: 8\n',
      `  - number: 8\n    continues: ${older.id}/38\n`,
    ),
    [`plans/${secondPlan}/measures/05.mdx`]: replace('number: 5\n', `number: 5\ncontinues: ${older.id}/17\n`),
  });
  const comparison = comparePlans(stated.older, stated.newer);
  const task = comparison.tasks.continued.find(({ newer }) => newer.number === 8);
  assert.deepEqual([task?.older.number, task?.ground, task?.certainty], [38, 'stated', 'high']);
  const measure = comparison.measures.continued.find(({ newer }) => newer.number === 5);
  assert.deepEqual([measure?.older.number, measure?.ground], [17, 'stated']);
});

test('a plan compared with itself continues everything, word for word', () => {
  const same = comparePlans(older, older);
  for (const { fresh, continued, dropped } of [same.measures, same.tasks]) {
    assert.deepEqual([fresh, dropped], [[], []]);
    for (const one of continued) assert.deepEqual([one.older.number, one.numbersChanged], [one.newer.number, false]);
  }
});

test('two plans are compared; among more, each with the one before it by its issuer and those it replaces', () => {
  assert.deepEqual(comparedPairs(handbook), [{ newer, older }]);
  const plan = (id: string, issuer: string, by?: string) => ({
    ...newer,
    id,
    issuer,
    measures: [],
    tasks: [],
    status: by ? ({ kind: 'replaced', by, basis: '据' } as const) : newer.status,
  });
  const plans = [plan('d', '甲'), plan('c', '乙'), plan('b', '甲'), plan('a', '丙', 'c')];
  assert.deepEqual(
    comparedPairs({ plans }).map((pair) => `${pair.newer.id}-${pair.older.id}`),
    ['d-b', 'c-a'],
  );
});
