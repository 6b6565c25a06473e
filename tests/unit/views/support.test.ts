import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import { contentFolder } from '../../../src/loader/folder.ts';
import { supportCard, supportParts, tasksWithoutTopics, topicsOfKind } from '../../../src/views/support.ts';

const handbook = loadHandbook(contentFolder);
const tasks = handbook.plans.flatMap((plan) => plan.tasks);

test('every task answers a need, or is marked as serving no enterprise directly', () => {
  const without = new Set(handbook.plans.flatMap(tasksWithoutTopics));
  for (const task of tasks)
    assert.notEqual(topicsOfKind(task.topics, 'need').length > 0, without.has(task), `第${task.number}项`);
});

test('no topic leads nowhere', () => {
  for (const topic of handbook.topics) assert.ok(supportParts(handbook, topic).length > 0, topic.name);
});

test('a card says nothing that is not in the text', () => {
  for (const task of tasks) {
    const { offer, whom, figures, ask } = supportCard(task);
    assert.equal(offer, task.text);
    for (const words of whom) assert.ok(task.text.includes(words), `第${task.number}项：${words}`);
    for (const words of figures)
      assert.ok(`${task.text}${task.measure.text}`.includes(words), `第${task.number}项：${words}`);
    for (const { name, unit } of ask) {
      assert.ok(task.unitsText.includes(name), `第${task.number}项：${name}`);
      assert.notEqual(unit.kind, 'group', `第${task.number}项：${name}`);
    }
  }
});
