import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure, Topic } from '../../../src/model/types.ts';
import { relatedMeasures } from '../../../src/views/related-measures.ts';
import { checkWith, unitOf } from '../../fixtures/mini.ts';

const [plan = assert.fail()] = checkWith().handbook.plans;
const [base = assert.fail()] = plan.measures;

/** The measures that are related to the first of some, each given by the units that it names and the topics that it serves. */
function relatedOf(measures: readonly { units?: string[]; groups?: string[]; topics?: string[] }[]): number[] {
  const own = { ...plan, measures: [] as Measure[] };
  const responsible = (name: string, kind: 'unit' | 'group') => ({
    unit: unitOf(name, { kind }),
    name,
    item: name,
    role: 'responsible' as const,
  });
  own.measures = measures.map(({ units = [], groups = [], topics = [] }, index) => ({
    ...base,
    plan: own,
    number: index + 1,
    tasks: [],
    units: [...units.map((name) => responsible(name, 'unit')), ...groups.map((name) => responsible(name, 'group'))],
    topics: topics.map((id): Topic => ({ id, name: id, kind: 'need', order: 1 })),
  }));
  return relatedMeasures(own.measures[0] ?? assert.fail()).map(({ number }) => number);
}

test('a shared need weighs as much as two shared bodies', () => {
  const first = { units: ['a', 'b', 'c'], topics: ['x'] };
  const [one, two, three, need] = [{ units: ['a'] }, { units: ['a', 'b'] }, first, { topics: ['x'] }];
  assert.deepEqual(relatedOf([first, one, one, one, need]), [2, 3, 5]);
  assert.deepEqual(relatedOf([first, two, two, two, need]), [2, 3, 4]);
  assert.deepEqual(relatedOf([first, need, two, two, two]), [2, 3, 4]);
  assert.deepEqual(relatedOf([first, need, three, three, three]), [3, 4, 5]);
});

test('what shares nothing, or a group that names no body, is not related; at most three are, in the order of the document', () => {
  assert.deepEqual(relatedOf([{ units: ['a'], groups: ['g'] }, { units: ['b'] }, { groups: ['g'] }]), []);
  const same = { units: ['a'] };
  assert.deepEqual(relatedOf([same, same, same, same, same]), [2, 3, 4]);
});
