import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Channel } from '../../../src/model/types.ts';
import { channelsForMeasure, channelsForTopic, channelsForUnit } from '../../../src/views/channels.ts';
import { checkWith, replace } from '../../fixtures/mini.ts';

/** One for a need, named in a row of measure 1; one that serves all, named in measure 2; one for another need, named there too. */
const { handbook } = checkWith({
  'plans/mini/plan.mdx': replace(
    'annex:',
    `channels:
  - { name: 融资机制, task: 1, topics: [funding], purpose: 借钱 }
  - { name: 百日办结, task: 3 }
  - { name: 突处问题, measure: 2, topics: [power] }
annex:`,
  ),
});
const [plan = assert.fail()] = handbook.plans;
const [first = assert.fail(), second = assert.fail()] = plan.measures;
const topic = (id: string) => handbook.topics.find((one) => one.id === id) ?? assert.fail(id);
const unit = (id: string) => handbook.units.find((one) => one.id === id) ?? assert.fail(id);
const names = (channels: readonly Channel[]) => channels.map(({ name }) => name);

test('a channel has the row or the measure that names it, and topics only where the editor gives some', () => {
  assert.deepEqual(
    plan.channels.map(({ provision: { kind, number }, topics }) => [kind, number, topics?.map(({ id }) => id)]),
    [
      ['task', 1, ['funding']],
      ['task', 3, undefined],
      ['measure', 2, ['power']],
    ],
  );
});

test('a topic has its channels, then those that serve all', () => {
  assert.deepEqual(names(channelsForTopic(plan, topic('funding'))), ['融资机制', '百日办结']);
  assert.deepEqual(names(channelsForTopic(plan, topic('power'))), ['突处问题', '百日办结']);
});

test('a measure has the channels that it names, then those for its needs, then those that serve all, each once', () => {
  assert.deepEqual(names(channelsForMeasure(first)), ['融资机制', '突处问题', '百日办结']);
  assert.deepEqual(names(channelsForMeasure(second)), ['百日办结', '突处问题', '融资机制']);
});

test('a unit has the channels of the rows and measures that name it, then those that serve all', () => {
  assert.deepEqual(names(channelsForUnit(plan, unit('jia'))), ['融资机制', '百日办结']);
  assert.deepEqual(names(channelsForUnit(plan, unit('yi'))), ['百日办结', '突处问题']);
});
