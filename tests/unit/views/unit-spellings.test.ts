import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pinyinOf, printedNames, soundOf, spellingsOf } from '../../../src/views/unit-spellings.ts';

const unitOf = (name: string, ...aliases: string[]) => ({ name, aliases, searchTerms: [] });

for (const prefix of ['区', '市', '县', '东湖区'])
  test(`with the prefix ${prefix} a unit is found without it, by name, pinyin and initials`, () => {
    const unit = unitOf(`${prefix}经科局`);
    assert.deepEqual(printedNames(unit, [prefix]), [`${prefix}经科局`, '经科局']);
    const sounds = pinyinOf(unit, [prefix]);
    for (const sound of ['jingkeju', 'jkj']) assert.ok(sounds.includes(sound), sound);
    assert.ok(sounds.some((sound) => sound.endsWith('jkj') && sound.length > 3));
    assert.ok(spellingsOf(unit, [prefix]).includes('jkj'));
  });

test('without prefixes names are whole, and a name of which one character would remain is', () => {
  assert.deepEqual(printedNames(unitOf('市经科局'), []), ['市经科局']);
  assert.deepEqual(printedNames(unitOf('区甲'), ['区']), ['区甲']);
  assert.deepEqual(printedNames(unitOf('区政办', '区政府办'), ['区']), ['区政办', '政办', '区政府办', '政府办']);
});

test('行 sounds as in the name, whatever stands before it', () => {
  assert.equal(soundOf('各行政执法部门', ['区']), 'ge xing zheng zhi fa bu men');
  assert.equal(soundOf('区行政审批局', ['区']), 'qu xing zheng shen pi ju');
  assert.equal(soundOf('行业主管部门', ['区']), 'hang ye zhu guan bu men');
});

test('各 is left out in pinyin', () => {
  for (const sound of ['gxzrmzf', 'xzrmzf']) assert.ok(pinyinOf(unitOf('各乡镇人民政府'), []).includes(sound), sound);
});
