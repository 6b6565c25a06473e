import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import { soundOf, spellingsOf } from '../../../src/views/unit-spellings.ts';

const handbook = loadHandbook('content');
const found = (typed: string) =>
  handbook.units.filter((unit) => spellingsOf(unit).some((word) => word.includes(typed))).map(({ name }) => name);

test('a unit is found by its name, alias, pinyin and initials, with and without 区 or 各', () => {
  for (const typed of ['区经科局', '经科', 'qujingkeju', 'jingkeju', 'qjkj', 'jkj'])
    assert.ok(found(typed).includes('区经科局'), typed);
  for (const typed of ['区政府办', 'zhengfuban', 'zfb']) assert.ok(found(typed).includes('区政办'), typed);
  for (const typed of ['jdbsc', 'jiedao', 'xiangguanjiedao']) assert.ok(found(typed).includes('各街道办事处'), typed);
});

test('行 sounds as in the name, whatever stands before it', () => {
  assert.equal(soundOf('各行政执法部门'), 'ge xing zheng zhi fa bu men');
  assert.equal(soundOf('行业主管部门'), 'hang ye zhu guan bu men');
});

test('initials lead to few units', () => {
  assert.deepEqual(found('qjkj'), ['区经科局']);
});
