import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankingParts } from '../../../src/search/build/ranking-parts.ts';
import { memoryRanking } from '../../../src/search/learning/memory-search.ts';
import { codeBits, codeOf, decodePart, encodePart, partsBy } from '../../../src/search/shared/ranking-terms.ts';
import type { SearchRecord } from '../../../src/search/shared/record.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';
import { recordOf } from './collection.ts';

/** Records that hold nothing of the queries, so that no word is common. */
const others = Array.from({ length: 60 }, (_, at) => recordOf({ text: `other${at}` }));
const scoresIn = async (all: readonly SearchRecord[], query: string) =>
  memoryRanking([...all, ...others]).scores(tokenTexts(query));
const texts = (...all: string[]) => all.map((text) => recordOf({ text }));
const between = (value: number | undefined, least: number, most: number) =>
  assert.ok(value !== undefined && value > least && value < most, `${value}`);

/** The texts of the related records, and whether they are likely. */
async function relatedIn(all: readonly SearchRecord[], query: string) {
  const ranking = memoryRanking([...all, ...others]);
  const { records, isLikely } = ranking.related(await ranking.scores(tokenTexts(query)));
  return { found: records.map((record) => all[record]?.display.text), isLikely };
}

test('a term that one record alone holds once scores 1, in any collection', async () => {
  const [small] = await scoresIn(texts('loan'), 'loan');
  const [large] = await memoryRanking([...texts('loan'), ...others, ...others, ...others]).scores(['loan']);
  between(small, 0.99, 1.01);
  between(large, 0.99, 1.01);
});

test('a rare term says more than a common one', async () => {
  const scores = await scoresIn(texts('loan', 'loan', 'loan', 'tax'), 'loan tax');
  assert.ok((scores[3] ?? 0) > 1.2 * (scores[0] ?? 0));
});

test('saturation: a term held three times counts for one and a half', async () => {
  const [thrice = 0, once = 0] = await scoresIn(texts('loan, loan, loan', 'loan'), 'loan');
  between(thrice / once, 1.5, 1.65);
});

test('what the query says again counts once', async () => {
  const [once, again] = await Promise.all(['loan', 'loan loan'].map((query) => scoresIn(texts('loan'), query)));
  assert.equal(again?.[0], once?.[0]);
});

test('the length of a record does not count', async () => {
  const [short, long] = await scoresIn(texts('loan', `loan ${'and more '.repeat(50)}`), 'loan');
  assert.equal(short, long);
});

test('singleWeight: a Han character is half of a word, and a pair of them a word', async () => {
  between((await scoresIn(texts('税'), '税'))[0], 0.45, 0.55);
  between((await scoresIn(texts('税务。税务。税务'), '税务'))[0], 2.9, 3.3);
});

test('characters on both sides of punctuation are no pair', async () => {
  const [apart = 0, beside = 0] = await scoresIn(texts('税，务。税，务。税，务', '税务。税务。税务'), '税务');
  assert.ok(beside > 1.5 * apart);
});

test('shared: a task has half of the score of its measure, and a measure of its best task', async () => {
  const plan = [
    recordOf({ text: 'loan' }),
    recordOf({ kind: 'task', text: 'bank' }),
    recordOf({ kind: 'task', text: 'rate' }),
    recordOf({ text: 'nothing' }),
    recordOf({ kind: 'task', text: 'office' }),
  ];
  const ofMeasure = await scoresIn(plan, 'loan');
  between(ofMeasure[1], 0.45, 0.55);
  assert.equal(ofMeasure[1], ofMeasure[2]);
  assert.equal(ofMeasure[4], 0);
  between((await scoresIn(plan, 'bank rate'))[0], 0.45, 0.55);
});

test('units and targets are not ranked', async () => {
  const all = [recordOf({ kind: 'unit', text: 'loan' }), recordOf({ kind: 'target', text: 'loan' })];
  assert.deepEqual([...(await scoresIn(all, 'loan'))].slice(0, 2), [0, 0]);
});

test('a record is ranked by the questions that it answers', async () => {
  const asked = { questions: ['账上的钱被封了，发不出工资'], words: [] };
  const { found } = await relatedIn(
    [recordOf({ text: '规范查封' }), recordOf({ text: '保护财产', asked })],
    '公司的钱被封了',
  );
  assert.deepEqual(found, ['保护财产']);
});

test('leastScore: a single character is nothing to do with a query, a word is', async () => {
  assert.deepEqual((await relatedIn(texts('税'), '税')).found, []);
  assert.deepEqual((await relatedIn(texts('loan'), 'loan and rate')).found, ['loan']);
});

test('likelyScore: four words are likely what was asked for, three are not', async () => {
  assert.equal((await relatedIn(texts('a, b, c'), 'a, b, c')).isLikely, false);
  assert.equal((await relatedIn(texts('a, b, c, d'), 'a, b, c, d')).isLikely, true);
});

test('leastOfBest: half of the best score is related, a third is not', async () => {
  assert.deepEqual((await relatedIn(texts('a, b', 'c'), 'a, b, c')).found, ['a, b', 'c']);
  assert.deepEqual((await relatedIn(texts('a, b, d', 'c'), 'a, b, c, d')).found, ['a, b, d']);
});

test('maxRelated: 30 related records are shown', async () => {
  const all = Array.from({ length: 31 }, () => recordOf({ text: 'a, b, c, d, e' }));
  assert.equal((await relatedIn(all, 'a, b, c, d, e')).found.length, 30);
});

test('a word is held whole though one pair of it is common', async () => {
  const companies = Array.from({ length: 40 }, () => recordOf({ vocabulary: ['公司'] }));
  const ranking = memoryRanking([recordOf({ vocabulary: ['空壳公司'] }), ...companies]);
  assert.deepEqual(await ranking.holders(tokenTexts('空壳公司')), [0]);
});

test('a single token that more than half of the records hold is not indexed', async () => {
  const ranking = (holders: number) =>
    memoryRanking([...texts(...Array(holders).fill('loan')), ...others.slice(0, 10)]);
  assert.ok(((await ranking(10).scores(['loan']))[0] ?? 0) > 0);
  assert.equal((await ranking(11).scores(['loan']))[0], 0);
});

test('two neighbours in two sentences alone are not indexed, in three or in a word they are', async () => {
  const sentences = (count: number) => texts(...Array(count).fill('淼焱'));
  const [twice = 0] = await scoresIn(sentences(2), '淼焱');
  const [thrice = 0] = await scoresIn(sentences(3), '淼焱');
  assert.ok(thrice > 1.5 * twice);
  const [sentence = 0, word = 0] = await scoresIn(
    [recordOf({ text: '淼焱' }), recordOf({ text: 'x', vocabulary: ['鑫垚'] })],
    '淼焱鑫垚',
  );
  assert.ok(word > 1.9 * sentence);
});

test('48 records of a term are stored, those that hold it most often and then the first ones, and it stays as common as it is', async () => {
  const many = (count: number) => [...texts(...Array(count).fill('loan')), recordOf({ text: 'loan, loan' })];
  const ranking = memoryRanking([...many(99), ...Array.from({ length: 150 }, (_, at) => recordOf({ text: `x${at}` }))]);
  const scores = [...(await ranking.scores(['loan']))];
  assert.deepEqual([scores.filter((score) => score > 0).length, scores.findLastIndex((score) => score > 0)], [48, 99]);
  assert.ok((scores[46] ?? 0) > 0 && scores[47] === 0);
  // 48 of 250 would score 0.32.
  between(scores[0], 0.1, 0.25);
});

const layout = { records: 1000, ranked: 300, common: [''] };
const none = { bits: 1, rows: new Map() };
const entries = {
  bits: 20,
  rows: new Map([
    [5, [999]],
    [2 ** 20 - 1, [0, 1, 500]],
  ]),
};
const first = (count: number) => Array.from({ length: count }, (_, at) => at);
const terms = {
  bits: 12,
  rows: new Map([
    [0, { holders: [0], counts: [1], all: 1 }],
    [7, { holders: [3, 4, 299], counts: [7, 1, 2], all: 3 }],
    [9, { holders: first(48), counts: Array<number>(48).fill(2), all: 192 }],
    [4095, { holders: first(48), counts: Array<number>(48).fill(1), all: 68 }],
  ]),
};

test('a part is read as it was written', () => {
  for (const part of [
    { terms, entries },
    { terms: none, entries },
    { terms, entries: none },
  ])
    assert.deepEqual(decodePart(encodePart(part, layout), layout), part);
});

test('a part that is cut short, followed by something or something else is refused', () => {
  const bytes = encodePart({ terms, entries }, layout);
  const page = new TextEncoder().encode('<!doctype html><title>登录</title>');
  for (const damaged of [bytes.subarray(0, bytes.length / 2), new Uint8Array(), page, Uint8Array.of(...bytes, 0)])
    assert.throws(() => decodePart(damaged, layout), RangeError);
});

test('codes are short enough to be cheap and long enough to tell terms apart', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `word${at}`);
  const bits = codeBits(words.length, 16);
  const known = new Set(words.slice(0, 10_000).map((word) => codeOf(word, bits)));
  const taken = words.slice(10_000).filter((word) => known.has(codeOf(word, bits))).length;
  between(taken / 10_000, 0.01, 1 / 16);
});

test('a larger collection has more parts, which are about as large', () => {
  const many = Array.from({ length: 2000 }, (_, at) => recordOf({ text: `${at} number${at % 700} kind${at % 90}` }));
  const sizes = rankingParts(many, []).parts.map(({ length }) => length);
  assert.ok(rankingParts(many.slice(0, 10), []).parts.length === 1 && sizes.length > 1);
  assert.ok(Math.max(...sizes) < 20_000, `${sizes}`);
  assert.ok(new Set(['税', '电', '网', 'loan', '50'].map(partsBy(Array(64).fill('')))).size > 2);
});

test('characters that are often neighbours lie in one part, and parts that hold much of all weigh about the same', () => {
  const numbers = Array.from({ length: 1200 }, (_, at) => recordOf({ text: `number${at}` }));
  // Each word in a row of characters has the next one beside it.
  const signs = Array.from({ length: 240 }, (_, at) => String.fromCodePoint(0x4e00 + at));
  const words = signs.flatMap((sign, at) => (at % 4 === 3 ? [] : [sign + signs[at + 1]]));
  const owners = Array.from({ length: 40 }, () => recordOf({ vocabulary: words }));
  const { layout, parts } = rankingParts([...owners, ...numbers], []);
  const partOf = partsBy(layout.common);
  assert.ok(parts.length > 2);
  const beside = words.filter(([one = '', other = '']) => partOf(one) === partOf(other));
  assert.ok(beside.length > 0.9 * words.length, `${beside.length} of ${words.length}`);
  assert.equal(layout.common.join('').length, signs.length);
  const sizes = parts.map(({ length }) => length);
  assert.ok(Math.max(...sizes) < 2 * Math.min(...sizes), `${sizes}`);
});

test('a small collection answers hardly a word that it does not hold', async () => {
  const ranking = memoryRanking([
    recordOf({ text: '发展水产养殖，建设标准鱼塘' }),
    recordOf({ text: '种植苗木，防治病虫' }),
  ]);
  const words = Array.from({ length: 4000 }, (_, at) => `w${at}`);
  const held = await Promise.all(words.map((word) => ranking.holders([word])));
  assert.ok(held.filter(({ length }) => length > 0).length <= 4);
});

test('a word that is no entry has hardly ever an owner', async () => {
  const own = Array.from({ length: 300 }, (_, at) => recordOf({ vocabulary: [`entry${at}`] }));
  const ranking = memoryRanking(own);
  const owners = await Promise.all(Array.from({ length: 20_000 }, (_, at) => ranking.owners([`word${at}`])));
  assert.ok(owners.filter(({ length }) => length > 0).length <= 3);
});
