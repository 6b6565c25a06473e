import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchWays } from '../../../src/views/search-ways.ts';
import { handbook } from '../search/collection.ts';

const [newer, older] = handbook.plans;
if (!newer || !older) throw new Error('the fixture holds no two plans');
const namesOf = (plans: typeof handbook.plans) => searchWays({ ...handbook, plans }).map(({ name }) => name);

test('one plan is not named, two are told apart by their short titles', () => {
  assert.deepEqual(namesOf([newer]), ['任务清单', '文件原文', '责任单位', '找支持']);
  const [list = ''] = namesOf([newer, older]);
  assert.equal(list, `${newer.shortTitle}：任务清单`);
  assert.equal(new Set(namesOf([newer, older])).size, 6);
});

test('a plan without a list has a way to its text alone, told by its number', () => {
  const { annex: _, ...text } = newer;
  const [first] = searchWays({ ...handbook, plans: [text as typeof newer] });
  assert.deepEqual([first?.name, first?.caption], ['文件原文', newer.number]);
});

test('the list of all plans is offered where not all are', () => {
  assert.ok(!namesOf([newer, older]).includes('全部文件'));
  const many = searchWays({ ...handbook, plans: [newer, older, { ...older, shortTitle: '更早的' }] });
  assert.equal(many.find(({ name }) => name === '全部文件')?.caption, '3份，从新到旧');
  assert.ok(!many.some(({ name }) => name.startsWith('更早的')));
});
