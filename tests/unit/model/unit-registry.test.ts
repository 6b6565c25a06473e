import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Unit } from '../../../src/model/types.ts';
import { UnitRegistry } from '../../../src/model/unit-registry.ts';
import { unitOf } from '../../fixtures/mini.ts';

const unit = (id: string, name: string, aliases: string[] = [], kind: Unit['kind'] = 'unit') =>
  unitOf(name, { id, aliases, kind });

const registry = new UnitRegistry([
  unit('jia', '区甲局', ['区甲']),
  unit('yi', '区乙办'),
  unit('deng', '平等促进办'),
  unit('bumen', '相关部门', [], 'group'),
  unit('xian', '各县（市、区）人民政府', [], 'collective'),
  unit('tong', '区普及办'),
]);
const read = (cell: string) => {
  const { units, unknown } = registry.read(cell);
  return [units.map(({ unit, name }) => `${unit.id} ${name}`), unknown];
};

const cells: [string, string, string[], string[]][] = [
  ['names set apart by 、 keep their order', '区乙办、区甲局', ['yi 区乙办', 'jia 区甲局'], []],
  ['another name of a unit is kept as printed', '区甲', ['jia 区甲'], []],
  ['a body and the group that it stands for are two', '区甲局等相关部门', ['jia 区甲局', 'bumen 相关部门'], []],
  ['a name that holds 等 is one name', '平等促进办', ['deng 平等促进办'], []],
  ['names that are not registered are told', '区丙局、区甲局', ['jia 区甲局'], ['区丙局']],
  ['an empty name between two marks is told', '区甲局、、区乙办', ['jia 区甲局', 'yi 区乙办'], ['']],
  [
    'a name that holds 、 in brackets is one name',
    '区乙办、各县（市、区）人民政府',
    ['yi 区乙办', 'xian 各县（市、区）人民政府'],
    [],
  ],
  ['a bracket that is not closed cuts no further', '区甲局（、区乙办', [], ['区甲局（、区乙办']],
  ['甲及乙 are two', '区甲局及区乙办', ['jia 区甲局', 'yi 区乙办'], []],
  ['甲会同乙 are two', '区乙办会同区甲局等相关部门', ['yi 区乙办', 'jia 区甲局', 'bumen 相关部门'], []],
  ['及 within a name joins none', '区普及办、区丙局', ['tong 区普及办'], ['区丙局']],
  ['a unit after 等 with nothing is that unit', '区甲局等', ['jia 区甲局'], []],
];
for (const [title, cell, units, unknown] of cells)
  test(title, () => {
    assert.deepEqual(read(cell), [units, unknown]);
  });

test('a unit is found by each of its names', () => {
  assert.equal(registry.find('区甲'), registry.find('区甲局'));
  assert.equal(registry.find('区丙局'), undefined);
});

test('roles that a document states are read, before a colon or behind the name', () => {
  const rolesIn = (cell: string) => registry.read(cell).units.map(({ name, role }) => `${name} ${role}`);
  assert.deepEqual(rolesIn('牵头单位：区甲局；责任单位：区乙办'), ['区甲局 lead', '区乙办 responsible']);
  assert.deepEqual(rolesIn('区甲局（牵头）、区乙办（配合单位）、区普及办'), [
    '区甲局 lead',
    '区乙办 support',
    '区普及办 responsible',
  ]);
  assert.deepEqual(rolesIn('牵头单位：区甲局；配合部门：区乙办等相关部门'), [
    '区甲局 lead',
    '区乙办 support',
    '相关部门 support',
  ]);
});

test('names in a cell keep their order, and unknown ones are reported', () => {
  const known = fc.constantFrom('区甲局', '区乙办', '区普及办');
  fc.assert(
    fc.property(fc.array(fc.oneof(known, fc.constant('无名')), { minLength: 1 }), (names) => {
      const { units, unknown } = registry.read(names.join('、'));
      assert.deepEqual(
        units.map(({ name }) => name),
        names.filter((name) => name !== '无名'),
      );
      assert.equal(unknown.length, names.length - units.length);
    }),
  );
});

for (const words of ['区甲局等部门', '区甲局等单位', '区甲局等3个部门', '区甲局等三部门'])
  test(`${words} names the body alone`, () => {
    const { units, unknown } = registry.read(words);
    assert.deepEqual([units.map(({ name, item }) => [name, item]), unknown], [[['区甲局', words]], []]);
  });
