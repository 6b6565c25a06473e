import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  choices,
  countsFor,
  meets,
  readFilter,
  type TaskFacets,
  type TaskFilter,
  writeFilter,
} from '../../../src/views/task-filters.ts';

const none: TaskFilter = {
  unit: '',
  with: '',
  environment: '',
  measure: '',
  innovation: false,
  target: false,
  words: '',
};
const row: TaskFacets = {
  units: ['a', 'b'],
  environment: '3',
  measure: '9',
  innovation: true,
  target: false,
  words: '推进“铁海联运” 全年发运１０００列 Wi-Fi',
};

const id = fc.constantFrom('', 'a', 'b', 'c');
const number = fc.constantFrom('', '1', '2', '3');
const filters: fc.Arbitrary<TaskFilter> = fc.record(
  {
    unit: id,
    with: id,
    environment: number,
    measure: number,
    innovation: fc.boolean(),
    target: fc.boolean(),
    words: fc.constantFrom('', '企业', '园区 1+4', 'a&b=c#'),
  },
  { noNullPrototype: true },
);
const rows: fc.Arbitrary<TaskFacets[]> = fc.array(
  fc.record({
    units: fc.subarray(['a', 'b', 'c']),
    environment: fc.constantFrom('1', '2', '3'),
    measure: fc.constantFrom('1', '2', '3'),
    innovation: fc.boolean(),
    target: fc.boolean(),
    words: fc.constantFrom('企业', '企业园区1+4', '其他'),
  }),
  { maxLength: 12 },
);

test('any combination of conditions comes back from its address', () => {
  fc.assert(
    fc.property(filters, (filter) => assert.deepEqual(readFilter(new URLSearchParams(writeFilter(filter))), filter)),
  );
});

test('an address without conditions asks nothing, and asking nothing leaves the address bare', () => {
  assert.deepEqual(readFilter(new URLSearchParams('')), none);
  assert.equal(writeFilter(none), '');
  assert.equal(writeFilter({ unit: 'a', environment: '3' }), '?unit=a&environment=3');
});

test('an address is read whatever else it carries', () => {
  assert.deepEqual(readFilter(new URLSearchParams('?from=portal&unit=%20a%20&innovation=yes&target=1')), {
    ...none,
    unit: 'a',
    target: true,
  });
});

test('a row must meet every condition', () => {
  assert.ok(meets(row, none));
  assert.ok(meets(row, { ...none, unit: 'a', with: 'b', environment: '3', measure: '9', innovation: true }));
  for (const wrong of [{ unit: 'c' }, { with: 'c' }, { environment: '1' }, { measure: '1' }, { target: true }])
    assert.ok(!meets(row, { ...none, unit: 'a', ...wrong }), JSON.stringify(wrong));
});

test('a unit shares nothing with itself', () => {
  assert.ok(!meets(row, { ...none, unit: 'a', with: 'a' }));
});

test('words are found in any order, whatever their width, case and spacing', () => {
  assert.ok(meets(row, { ...none, words: '1000列  铁海联运' }));
  assert.ok(meets(row, { ...none, words: 'wi-fi' }));
  assert.ok(!meets(row, { ...none, words: '铁海联运 招商' }));
});

test('the number beside an option is what choosing it leaves', () => {
  fc.assert(
    fc.property(rows, filters, (all, filter) => {
      for (const choice of choices) {
        const counts = countsFor(all, filter, choice);
        for (const value of ['a', 'b', 'c', '1', '2', '3']) {
          const left = all.filter((one) => meets(one, { ...filter, [choice]: value })).length;
          assert.equal(counts.get(value) ?? 0, left, `${choice}=${value}`);
        }
      }
    }),
  );
});
