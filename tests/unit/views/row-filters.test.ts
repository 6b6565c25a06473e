import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  countsFor,
  type FilterRow,
  meets,
  outcomeOf,
  type RowFilter,
  readFilter,
  taskConditions,
  writeFilter,
} from '../../../src/views/row-filters.ts';

const none: RowFilter = Object.fromEntries(taskConditions.map((name) => [name, '']));
const row: FilterRow = {
  values: { unit: ['a', 'b'], with: ['a', 'b'], environment: ['3'], measure: ['9'], innovation: ['1'], target: [] },
  words: '推进“铁海联运” 全年发运１０００列 Wi-Fi',
};

const id = fc.constantFrom('', 'a', 'b', 'c');
const number = fc.constantFrom('', '1', '2', '3');
const flag = fc.constantFrom('', '1');
const filters: fc.Arbitrary<RowFilter> = fc.record(
  {
    unit: id,
    with: id,
    lead: id,
    environment: number,
    measure: number,
    innovation: flag,
    target: flag,
    q: fc.constantFrom('', '企业', '园区 1+4', 'a&b=c#'),
  },
  { noNullPrototype: true },
);
const one = (...values: string[]) => fc.constantFrom(...values).map((value) => [value]);
const rows: fc.Arbitrary<FilterRow[]> = fc.array(
  fc
    .record({
      units: fc.subarray(['a', 'b', 'c']),
      lead: fc.subarray(['a', 'b', 'c']),
      environment: one('1', '2', '3'),
      measure: one('1', '2', '3'),
      innovation: fc.subarray(['1']),
      target: fc.subarray(['1']),
      words: fc.constantFrom('企业', '企业园区1+4', '其他'),
    })
    .map(({ units, words, ...values }) => ({ values: { unit: units, with: units, ...values }, words })),
  { maxLength: 12 },
);

test('any combination of conditions comes back from its address', () => {
  fc.assert(
    fc.property(filters, (filter) =>
      assert.deepEqual(readFilter(new URLSearchParams(writeFilter<string>(filter)), taskConditions), filter),
    ),
  );
});

test('an address without conditions asks nothing, and asking nothing leaves the address bare', () => {
  assert.deepEqual(readFilter(new URLSearchParams(''), taskConditions), none);
  assert.equal(writeFilter<string>(none), '');
  assert.equal(writeFilter({ unit: 'a', environment: '3' }), '?unit=a&environment=3');
});

test('an address is read whatever else it carries', () => {
  assert.deepEqual(readFilter(new URLSearchParams('?from=portal&unit=%20a%20&target=1'), taskConditions), {
    ...none,
    unit: 'a',
    target: '1',
  });
});

test('a row must meet every condition', () => {
  assert.ok(meets(row, none));
  assert.ok(meets(row, { ...none, unit: 'a', with: 'b', environment: '3', measure: '9', innovation: '1' }));
  const wrong = { unit: 'c', with: 'c', environment: '1', measure: '1', target: '1' };
  for (const [name, value] of Object.entries(wrong))
    assert.ok(!meets(row, { ...none, unit: 'a', [name]: value }), name);
});

test('a unit shares nothing with itself', () => {
  assert.ok(!meets(row, { ...none, unit: 'a', with: 'a' }));
});

test('words are found in any order, whatever their width, case and spacing', () => {
  assert.ok(meets(row, { ...none, q: '1000列  铁海联运' }));
  assert.ok(meets(row, { ...none, q: 'wi-fi' }));
  assert.ok(!meets(row, { ...none, q: '铁海联运 招商' }));
});

test('the number beside an option is what choosing it leaves, whatever its own select has chosen', () => {
  fc.assert(
    fc.property(rows, filters, (all, filter) => {
      for (const name of ['unit', 'with', 'environment', 'measure']) {
        const counts = countsFor(all, filter, name);
        for (const value of ['a', 'b', 'c', '1', '2', '3']) {
          const left = all.filter((one) => meets(one, { ...filter, [name]: value })).length;
          assert.equal(counts.get(value) ?? 0, left, `${name}=${value}`);
        }
      }
    }),
  );
  const others = [{ values: { environment: ['1'] } }, { values: { environment: ['2'] } }];
  assert.deepEqual(
    countsFor(others, { environment: '1' }, 'environment'),
    new Map([
      ['1', 1],
      ['2', 1],
    ]),
  );
});

test('a list says how many of its rows meet the conditions, and all where nothing is left out', () => {
  assert.equal(outcomeOf(86, 20, false), '86项中的20项');
  assert.equal(outcomeOf(86, 86, false), '共86项');
  assert.match(outcomeOf(86, 20, true), /^86项中的20项；.*不符合条件/u);
});
