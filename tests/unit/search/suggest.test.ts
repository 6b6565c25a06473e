import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexiconUnits } from '../../../src/search/build/catalogue.ts';
import { searchedTexts } from '../../../src/search/build/records.ts';
import { characterSounds, suggestionsOf } from '../../../src/search/build/suggestions.ts';
import { SpellingCorrection } from '../../../src/search/query/spelling-correction.ts';
import { suggest } from '../../../src/search/query/suggest.ts';
import type { Suggestions } from '../../../src/search/shared/catalogue.ts';
import { handbook, records, searcher } from './collection.ts';

const suggestions = suggestionsOf(handbook, records, lexiconUnits(handbook, records));

test('a unit is suggested for the beginning of its name, of another name, without its prefix, and of its sound', () => {
  for (const { name, path, also } of suggestions.units)
    for (const one of [name, ...also].filter(({ length }) => length > 2))
      assert.ok(suggest(one.slice(0, -1), suggestions).some((found) => found.path === path) || one.length < 4, one);
  assert.ok(suggestions.units.some(({ name, also }) => also.includes(name.slice(1))));
});

test('a measure or need is suggested for words of its name, with its page and kind', () => {
  for (const [kind, all] of [['措施', suggestions.measures] as const, ['需求', suggestions.needs] as const])
    for (const { name, path } of all)
      assert.ok(
        suggest(name.slice(1), suggestions).some((one) => one.path === path && one.kind === kind) || name.length < 3,
        name,
      );
});

test('names that begin with what is typed come first; letters are a beginning only', () => {
  const few: Suggestions = {
    units: [{ name: '乙贷局', path: 'b', also: ['yidaiju'] }],
    measures: [],
    needs: [],
    terms: ['贷款', '小额贷款', '贷 款AI'],
  };
  assert.deepEqual(
    suggest('贷', few).map(({ name }) => name),
    ['贷款', '贷 款AI', '乙贷局', '小额贷款'],
  );
  assert.deepEqual(
    suggest('YI', few).map(({ name }) => name),
    ['乙贷局'],
  );
  assert.deepEqual(suggest('dai', few), []);
  assert.deepEqual(suggest('  ', few), []);
  const many = { ...few, terms: Array.from({ length: 20 }, (_, at) => `贷${at}`) };
  assert.equal(suggest('贷', many).length, 6);
});

test('no name is offered twice, and what is typed whole is not suggested', () => {
  const names = [...suggestions.units, ...suggestions.measures, ...suggestions.needs].map(({ name }) => name);
  const all = [...names, ...suggestions.terms];
  assert.equal(new Set(all).size, all.length);
  for (const name of all)
    assert.ok(
      suggest(name, suggestions).every((one) => one.name !== name),
      name,
    );
});

const sounds = { ji: '即及机', shen: '身审', xiang: '享' };
const spelling = (terms: string[]) => new SpellingCorrection({ units: [], measures: [], needs: [], terms }, sounds);
const corrected = (query: string, terms: string[]) =>
  spelling(terms)
    .corrections(query)
    .map((one) => one.corrected);

test('characters that sound alike are corrected up to half of a term, within a longer query as well', () => {
  assert.deepEqual(corrected('免身即享怎么办', ['免审即享']), ['免审即享怎么办']);
  assert.deepEqual(corrected('免身及享', ['免审即享']), ['免审即享']);
  assert.deepEqual(corrected('免身及', ['免审即']), []);
});

test('minLengthForOtherSound: one wrong character that sounds otherwise is corrected in terms of four characters', () => {
  assert.deepEqual(corrected('甲乙丙戊', ['甲乙丙丁']), ['甲乙丙丁']);
  assert.deepEqual(corrected('甲乙戊', ['甲乙丁']), []);
  assert.deepEqual(corrected('甲乙戊己', ['甲乙丙丁']), []);
});

test('a part of a term is corrected, terms that sound alike before others, longer ones before shorter', () => {
  assert.deepEqual(corrected('甲乙丙戊', ['丑甲乙丙丁']), ['甲乙丙丁']);
  assert.deepEqual(corrected('免身即享', ['免丁即享', '免审即享']), ['免审即享', '免丁即享']);
  assert.deepEqual(corrected('甲乙丙丁戊', ['乙丙丁丑', '甲乙丙丁子']), ['甲乙丙丁子', '甲乙丙丁丑']);
});

test('maxTried: the nearest eight are looked up', () => {
  const terms = [...'子丑寅卯辰巳午未申酉'].map((sign) => `甲乙丙${sign}`);
  assert.equal(spelling(terms).corrections('甲乙丙戊').length, 8);
});

const real = new SpellingCorrection(suggestions, characterSounds(searchedTexts(records, handbook)));

test('maxOffered: two at most are offered, and only what the index holds', async () => {
  const holding = { holds: async (text: string) => text !== '甲乙丙戊' && text !== '甲乙丙子' };
  const offered = await spelling(['甲乙丙子', '甲乙丙丑', '甲乙丙寅', '甲乙丙卯']).didYouMean(
    '甲乙丙戊',
    holding as unknown as typeof searcher,
  );
  assert.deepEqual(offered, ['甲乙丙丑', '甲乙丙寅']);
});

test('a misspelling is corrected, and what the documents say is not', async () => {
  assert.deepEqual(await real.didYouMean('一窗办节', searcher), ['一窗办结']);
  for (const term of suggestions.terms) assert.deepEqual(await real.didYouMean(term, searcher), [], term);
});
