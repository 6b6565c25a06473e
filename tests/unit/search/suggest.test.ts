import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { lexiconUnits } from '../../../src/search/build/catalogue.ts';
import { searchedTexts } from '../../../src/search/build/records.ts';
import { soundsOf, suggestionsOf } from '../../../src/search/build/suggestions.ts';
import { meantBy } from '../../../src/search/client/did-you-mean.ts';
import { Slips } from '../../../src/search/query/spelling-correction.ts';
import { suggest } from '../../../src/search/query/suggest.ts';
import { handbook, records, searcher } from './handbook.ts';

const suggestions = suggestionsOf(handbook, records, lexiconUnits(handbook, records));
const slips = new Slips(suggestions.terms, soundsOf(searchedTexts(records, handbook)));
const [unit] = suggestions.units;
if (!unit) throw new Error('内容里没有单位。');

test('suggestions weigh 20 kB at most', () => {
  assert.ok(gzipSync(JSON.stringify(suggestions)).length <= 20_000);
});

test('a unit is suggested for the beginning of its name, of another name, and of its sound', () => {
  for (const name of [unit.name, ...unit.also])
    assert.ok(suggest(name.slice(0, -1), suggestions).some(({ path }) => path === unit.path) || name.length < 3, name);
});

test('a measure is suggested for words within its title', () => {
  for (const { name, path } of suggestions.measures)
    assert.ok(
      suggest(name.slice(2), suggestions).some((one) => one.path === path),
      name,
    );
});

test('no name is offered twice, and each says what it leads to', () => {
  const names = [...suggestions.units, ...suggestions.measures, ...suggestions.needs].map(({ name }) => name);
  const all = [...names, ...suggestions.terms];
  assert.equal(new Set(all).size, all.length);
  assert.deepEqual(suggest(unit.name.slice(0, -1), suggestions).find(({ path }) => path === unit.path)?.kind, '单位');
});

test('a need is suggested with its page', () => {
  for (const { name, path } of suggestions.needs)
    assert.ok(
      suggest(name.slice(0, -1), suggestions).some((one) => one.path === path && one.kind === '需求'),
      name,
    );
});

test('nothing is suggested for nothing', () => {
  assert.deepEqual(suggest('  ', suggestions), []);
});

const typed: [string, string][] = [
  ['免身即享', '免审即享'],
  ['应近必进', '应进必进'],
  ['首违不乏', '首违不罚'],
];
for (const [slip, meant] of typed)
  test(`${slip} is answered with ${meant}`, async () => {
    assert.equal((await meantBy(slip, slips, searcher))[0], meant);
  });

test('what stands in the documents is never taken for a slip', async () => {
  for (const term of suggestions.terms) assert.deepEqual(await meantBy(term, slips, searcher), [], term);
});
