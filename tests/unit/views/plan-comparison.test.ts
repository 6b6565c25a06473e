import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedPairs } from '../../../src/model/compared-pairs.ts';
import type { Plan, Task } from '../../../src/model/types.ts';
import { changesFor, comparePlans, comparisonsFor } from '../../../src/views/plan-comparison.ts';
import { countyWithNext, edited, handbookFrom, newerPlan, olderPlan } from '../../fixtures/county.ts';
import { replace } from '../../fixtures/mini.ts';

const handbook = handbookFrom(countyWithNext);
const planOf = ({ plans }: typeof handbook, wanted: string) =>
  plans.find(({ id }) => id === wanted) ?? assert.fail(wanted);
const [older, newer] = [planOf(handbook, olderPlan), planOf(handbook, newerPlan)];
const { measures, tasks } = comparePlans(older, newer);

test('measures of one title or of like words are continued, the others are new or not listed again', () => {
  assert.deepEqual(
    measures.continued.map((one) => `${one.older.number}→${one.newer.number} ${one.ground}`),
    ['3→1 title', '4→2 title'],
  );
  assert.deepEqual(
    measures.fresh.map(({ title }) => title),
    ['扩大对外贸易'],
  );
  assert.equal(measures.dropped.length, older.measures.length - measures.continued.length);
});

test('every task is in one class, with why and how sure', () => {
  assert.deepEqual(
    tasks.continued.map((one) => `${one.older.number}→${one.newer.number} ${one.ground} ${one.certainty}`),
    ['5→1 similar high', '7→2 similar medium', '8→3 similar high'],
  );
  assert.deepEqual(
    tasks.fresh.map(({ number }) => number),
    [4, 5],
  );
  assert.equal(tasks.dropped.length + tasks.continued.length, older.tasks.length);
});

test('numbers that changed are told with what they were, those that stayed are not', () => {
  assert.deepEqual(
    tasks.continued
      .filter(({ numbersChanged }) => numbersChanged)
      .map(({ newer, quantities }) => [
        newer.number,
        ...quantities.map((change) => `${change.older?.value ?? ''}→${change.newer?.value ?? ''}`),
      ]),
    [
      [1, '3→2'],
      [3, '24→36', '300→400'],
    ],
  );
});

test('a change of a number shows the whole number before and after, and the texts are whole', () => {
  const changes = tasks.continued.flatMap(({ text }) =>
    text.flatMap((one) => (one.same ? [] : `${one.left}→${one.right}`)),
  );
  for (const change of ['3→2', '24→36', '300→400']) assert.ok(changes.includes(change), changes.join());
  for (const { older, newer, text } of tasks.continued) {
    assert.equal(text.map((one) => (one.same ? one.text : one.left)).join(''), older.text);
    assert.equal(text.map((one) => (one.same ? one.text : one.right)).join(''), newer.text);
  }
});

test('what a unit gains and loses stands at the task, and its part holds what names it in either plan', () => {
  const market = handbook.units.find(({ name }) => name === '县市场监管局') ?? assert.fail();
  const part = changesFor(tasks, market);
  assert.deepEqual(
    [part.fresh, part.continued.map(({ newer }) => newer.number), part.dropped.map(({ number }) => number)],
    [[], [2], [1, 2]],
  );
  const power = measures.continued[0] ?? assert.fail();
  assert.deepEqual([power.gained, power.lost.map(({ name }) => name)], [[], ['各乡镇人民政府']]);
});

test('what the editor states holds against what the words say', () => {
  const stated = handbookFrom(
    edited(countyWithNext, {
      [`plans/${newerPlan}/measures/03.mdx`]: replace(
        '  - number: 5\n',
        `  - number: 5\n    continues: ${olderPlan}/5\n`,
      ),
    }),
  );
  const { continued } = comparePlans(planOf(stated, olderPlan), planOf(stated, newerPlan)).tasks;
  const task = continued.find(({ newer }) => newer.number === 5);
  assert.deepEqual([task?.older.number, task?.ground, task?.certainty], [5, 'stated', 'high']);
  assert.equal(
    continued.some(({ newer }) => newer.number === 1),
    false,
  );
});

/** Two texts of twenty pairs of letters each, of which so many are the same. */
function alike(shared: number): [string, string] {
  const letters = (from: number, count: number) =>
    String.fromCharCode(...Array.from({ length: count }, (_, at) => from + at));
  const common = letters(0x4e00, shared + 1);
  return [common + letters(0x5e00, 20 - shared), common + letters(0x6e00, 20 - shared)];
}

test('from 35 % alike on a task is continued, from 50 % with medium and from 70 % with high certainty', () => {
  const [task = assert.fail()] = older.tasks;
  const plan = (text: string): Plan => ({ ...older, measures: [], tasks: [{ ...task, text } satisfies Task] });
  const certaintyAt = (shared: number) => {
    const [one, other] = alike(shared);
    return comparePlans(plan(one), plan(other)).tasks.continued[0]?.certainty;
  };
  assert.deepEqual([6, 7, 9, 10, 13, 14].map(certaintyAt), [undefined, 'low', 'low', 'medium', 'medium', 'high']);
});

test('a plan compared with itself continues everything, word for word', () => {
  const same = comparePlans(older, older);
  for (const { fresh, continued, dropped } of [same.measures, same.tasks]) {
    assert.deepEqual([fresh, dropped], [[], []]);
    for (const one of continued) assert.deepEqual([one.older.number, one.numbersChanged], [one.newer.number, false]);
  }
});

test('where one of two plans has no list, measures alone are compared', () => {
  const { listed, tasks } = comparePlans({ ...older, annex: undefined }, newer);
  assert.deepEqual([listed, tasks], [false, { fresh: [], continued: [], dropped: [] }]);
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

test('a unit is led to the comparisons of a plan in which either plan asks something of it', () => {
  const pairs = comparedPairs(handbook);
  const unit = (name: string) => handbook.units.find((one) => one.name === name) ?? assert.fail(name);
  assert.deepEqual(comparisonsFor(pairs, newer, unit('县住房城乡建设局')), pairs);
  assert.deepEqual(comparisonsFor(pairs, older, unit('县住房城乡建设局')), []);
  const nobody = { ...unit('县住房城乡建设局'), id: 'nobody' };
  assert.deepEqual(comparisonsFor(pairs, newer, nobody), []);
});
