import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggest } from '../../../src/search/query/suggest.ts';
import { wordKinds } from '../../../src/search/shared/dictionary.ts';
import { dictionary, dictionaryOfWords, parts } from './words.ts';

const { units, measures, needs } = parts.dictionary;

test('a unit is suggested for the beginning of its name, of another name, without its prefix, and of its sound', () => {
  for (const { name, path, also = [] } of units)
    for (const one of [name, ...also].filter(({ length }) => length > 2)) {
      const [reading = []] = dictionary.readings(one);
      for (const typed of [one.slice(0, -1), reading.join(''), reading.map(([initial]) => initial).join('')])
        assert.ok(
          suggest(typed, dictionary).some((found) => found.path === path),
          `${typed}: ${name}`,
        );
    }
  assert.ok(units.some(({ name, also }) => also?.includes(name.slice(1))));
});

test('a unit is suggested for what readers call it, and not for how that sounds', () => {
  const one = dictionaryOfWords([], 1, { units: [{ name: '税务局', path: 'tax', calls: ['办税厅'] }] });
  assert.equal(suggest('办税', one)[0]?.path, 'tax');
  assert.deepEqual(suggest('banshui', one), []);
});

test('a measure or need is suggested for words of its name, with its page and kind', () => {
  for (const [kind, all] of [['措施', measures] as const, ['需求', needs] as const])
    for (const { name, path } of all)
      assert.ok(
        suggest(name.slice(1), dictionary).some((one) => one.path === path && one.kind === kind) || name.length < 3,
        name,
      );
});

const meaning = wordKinds.leading;
/** Readers' words, all of which lead to 用电成本. */
const leading = (words: readonly string[]) => {
  const sorted = [...words, '用电成本'].sort();
  return dictionaryOfWords(sorted, meaning, {
    meanings: [sorted.indexOf('用电成本')],
    leads: sorted.map((word) => (word === '用电成本' ? wordKinds.official : meaning)),
  });
};

test("a reader's word says where it leads; typed whole, that is suggested first", () => {
  const words = leading(['电费', '变压器']);
  assert.deepEqual(suggest('电', words)[0], { name: '电费', kind: '搜索', leadsTo: '用电成本' });
  assert.deepEqual(suggest('电费', words)[0], { name: '用电成本', kind: '文件用词' });
  const aboutMeasure = dictionaryOfWords(['电费'], meaning, { measures: [{ name: '降低成本', path: 'm' }] });
  assert.deepEqual(suggest('dian', aboutMeasure)[0], { name: '电费', kind: '搜索', leadsTo: '降低成本' });
  assert.deepEqual(suggest('电费', aboutMeasure)[0], { name: '降低成本', kind: '措施', path: 'm' });
});

test('of words that lead to one thing two are suggested, and none that holds another', () => {
  const names = suggest('电', leading(['电费', '电费贵', '电表', '电价'])).map(({ name }) => name);
  assert.equal(names[0], '电费');
  assert.ok(!names.includes('电费贵'));
  assert.equal(names.filter((name) => name.startsWith('电')).length, 2);
});

test('of words for one thing that differ in a character one is suggested, and of two that hold each other but for one', () => {
  const names = (words: Parameters<typeof leading>[0]) => suggest('电', leading(words)).map(({ name }) => name);
  assert.deepEqual(names(['电费加价', '电费差价']).filter((name) => name.startsWith('电')).length, 1);
  assert.deepEqual(names(['电费', '电表']).filter((name) => name.startsWith('电')).length, 2);
  const apart = dictionaryOfWords(['贷不到', '贷不到款'], 1, {
    measures: ['甲', '乙'].map((name) => ({ name, path: name })),
    leads: [meaning, meaning + 1],
  });
  assert.deepEqual(suggest('贷', apart).length, 1);
});

test('nothing is suggested for question words alone', () => {
  const words = dictionaryOfWords(['怎么开店', '怎样开店', '请示']);
  assert.deepEqual(suggest('怎么', words), []);
  assert.deepEqual(
    ['怎么开', '请'].map((typed) => suggest(typed, words).length),
    [1, 1],
  );
});

test('names that begin with what is typed come first, then what holds or sounds like it, the commonest and shortest before others', () => {
  const few = dictionaryOfWords(['贷款', '小额贷款', '贷款担保', '贷 款AI'], wordKinds.official, {
    units: [{ name: '乙贷局', path: 'b' }],
  });
  const names = (typed: string) => suggest(typed, few).map(({ name }) => name);
  assert.deepEqual(names('贷'), ['贷款', '贷 款AI', '贷款担保', '乙贷局', '小额贷款']);
  assert.deepEqual(names('YI'), ['乙贷局']);
  assert.deepEqual(names('dk'), ['贷款', '贷 款AI', '贷款担保']);
  assert.deepEqual(names('  '), []);
  assert.equal(suggest('贷', dictionaryOfWords(Array.from({ length: 20 }, (_, at) => `贷${at}`))).length, 6);
});

test('no name is suggested twice, and what is typed whole is not', () => {
  for (const { text } of dictionary.words) {
    const names = suggest(text, dictionary).map(({ name }) => name);
    assert.ok(!names.includes(text), text);
    assert.equal(new Set(names).size, names.length, text);
  }
});
