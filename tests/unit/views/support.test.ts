import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  openPoints,
  plainOfWhole,
  provisionsName,
  supportCard,
  supportCount,
  supportFor,
  supportParts,
  tasksWithoutTopics,
  topicSelects,
  topicsOf,
  unstatedOf,
} from '../../../src/views/support.ts';
import { countyWithNext, edited, handbookFrom, newerPlan, withoutList } from '../../fixtures/county.ts';

const handbook = handbookFrom(countyWithNext);
const [newer = assert.fail(), older = assert.fail()] = handbook.plans;
const topic = (id: string) => handbook.topics.find((one) => one.id === id) ?? assert.fail(id);
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);
const provisions = handbook.plans.flatMap((plan) => [...plan.measures, ...plan.tasks]);

test('the provisions of a topic stand below their measures, the newest plan first; measures without any are left out', () => {
  const found = supportFor(handbook, topic('power')).map(({ plan, measures }) => [
    plan,
    ...measures.map(({ measure, parts }) => [measure.number, ...numbers(parts)]),
  ]);
  assert.deepEqual(found, [
    [newer, [1, 1, 2]],
    [older, [3, 5, 6, 7]],
  ]);
  assert.equal(supportCount(handbook, topic('power')), 5);
});

test('a measure has the topics of its tasks, each once, in the order of the registry', () => {
  const [first = assert.fail()] = older.measures;
  const topics = topicsOf(first);
  assert.deepEqual(topics.map(({ id }) => id).toSorted(), ['micro', 'opening', 'start']);
  for (const [index, { order }] of topics.entries()) assert.ok(order >= (topics[index - 1]?.order ?? 0));
});

test('provisions of a topic are filtered by topics of other kinds, where these tell some of them apart', () => {
  const parts = supportParts(handbook, topic('loans'));
  assert.deepEqual(
    topicSelects(handbook.topics, topic('loans'), parts).map(({ name, options }) => [
      name,
      ...options.map(({ value }) => value),
    ]),
    [['audience', 'micro', 'farmers']],
  );
  assert.deepEqual(topicSelects(handbook.topics, topic('loans'), parts.slice(0, 1)), []);
});

test('provisions are called by what they are', () => {
  const [measure = assert.fail()] = older.measures;
  const [task = assert.fail()] = older.tasks;
  assert.deepEqual([[], [task], [measure], [measure, task]].map(provisionsName), [
    '任务',
    '任务',
    '措施',
    '任务和措施',
  ]);
});

test('a card says nothing that is not in the text', () => {
  for (const provision of provisions) {
    const { offer, whom, figures, ask } = supportCard(provision);
    assert.equal(offer, provision.text);
    for (const words of [...whom, ...figures]) assert.ok(provision.text.includes(words), words);
    for (const { name, unit } of ask) {
      assert.ok(provision.unitsText.includes(name), name);
      assert.notEqual(unit.kind, 'group', name);
    }
  }
});

test('a quotation within another is not said twice', () => {
  const [task = assert.fail()] = older.tasks;
  const [target = assert.fail()] = older.targets;
  const targets = [target, { ...target, text: target.text.slice(2) }];
  assert.deepEqual(supportCard({ ...task, targets, limits: [] }).figures, [target.text]);
});

test('where no body is named a collective is to be asked, and a group never', () => {
  const [task = assert.fail()] = older.tasks.filter(({ unitsText }) => unitsText.includes('有关部门'));
  const asked = (kinds: readonly string[]) =>
    supportCard({
      ...task,
      units: task.units.map((one, index) => ({ ...one, unit: { ...one.unit, kind: kinds[index] as 'unit' } })),
    }).ask.length;
  assert.deepEqual(
    [asked(['unit', 'collective']), asked(['collective', 'group']), asked(['group', 'group'])],
    [1, 1, 0],
  );
});

test('what the document leaves open is said of all provisions together, time limits only where none of them sets one', () => {
  const open = (...numbers: number[]) =>
    unstatedOf(
      older,
      numbers.map((number) => older.tasks[number - 1] ?? assert.fail()),
    );
  assert.deepEqual(open(1, 2), ['申请条件', '补贴标准']);
  assert.deepEqual(open(2), ['申请条件', '补贴标准', '办理期限']);
});

test('the words for a whole measure are not said of some of its tasks, nor beside words for each of them', () => {
  const [first = assert.fail()] = older.measures;
  const tasks = first.tasks.map((task) => ({ ...task, plain: undefined }));
  const measure = { ...first, plain: '整条。', tasks };
  const [task = assert.fail()] = measure.tasks;
  assert.equal(plainOfWhole(measure, measure.tasks), '整条。');
  assert.equal(plainOfWhole(measure, measure.tasks.slice(1)), undefined);
  assert.equal(plainOfWhole(measure, [{ ...task, plain: '一项。' }, ...measure.tasks.slice(1)]), undefined);
});

test('tasks without topics are those that serve no enterprise directly', () => {
  assert.deepEqual(numbers(tasksWithoutTopics(older)), [12]);
  assert.deepEqual(tasksWithoutTopics(newer), []);
});

test('of a plan without a list the measures themselves belong to topics', () => {
  const listless = handbookFrom(edited(countyWithNext, withoutList(newerPlan)));
  const [support] = supportFor(listless, topic('power'));
  assert.deepEqual(
    support?.measures.map(({ measure, parts }) => [measure.number, parts[0]?.kind]),
    [[1, 'measure']],
  );
});

test('a reader is told to ask a unit only where the provisions name one', () => {
  const [measure = assert.fail()] = newer.measures;
  const support = (parts: typeof provisions) => ({ plan: newer, measures: [{ measure, parts }] });
  assert.ok(openPoints(support(provisions)).asks);
  const unassigned = provisions.map((one) => ({ ...one, units: [] }));
  assert.ok(!openPoints(support(unassigned)).asks);
});
