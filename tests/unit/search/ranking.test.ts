import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRanking, type RankingOptions, scoresOf, type WordEvidence } from '../../../src/search/query/score.ts';
import type { RecordKind, SearchRecord } from '../../../src/search/shared/record.ts';
import { recordOf, searchIn } from './collection.ts';

/*
 * Each default of the ranking is held from both sides: a record that answers better by a little wins, one by a little more
 * loses. All words are equally rare, so that only the options decide.
 */
type Found = [where: 'words' | 'title' | 'vocabulary' | 'means' | 'inherited' | 'pair', weight?: number];
interface Answer {
  kind?: RecordKind;
  found: Found[];
}

/** By how much the first answer scores above the second. */
function lead(one: Answer, other: Answer): number {
  // The measure before each answer is its own, whose vocabulary a task inherits.
  const kinds: RecordKind[] = ['measure', one.kind ?? 'task', 'measure', other.kind ?? 'task'];
  const none = new Set<number>();
  const words: WordEvidence[] = [];
  const pairs: { words: Set<number>; vocabulary: Set<number> }[] = [];
  for (const [record, { found }] of [[1, one] as const, [3, other] as const])
    for (const [where, weight = 1] of found) {
      const held = new Set([where === 'inherited' ? record - 1 : record]);
      const blank = { text: '', weight, words: none, title: none, vocabulary: none, means: [] };
      if (where === 'pair') pairs.push({ words: held, vocabulary: none });
      else if (where === 'means') words.push({ ...blank, means: [{ text: '', records: held }] });
      else words.push({ ...blank, [where === 'inherited' ? 'vocabulary' : where]: held });
    }
  const { score } = scoresOf(words, pairs, kinds, defaultRanking);
  return (score[1] ?? 0) - (score[3] ?? 0);
}

const inText = (weight: number): Answer => ({ found: [['words', weight]] });
const strengths: [option: string, answer: Answer, beats: number, losesTo: number][] = [
  ['titleStrength', { found: [['title']] }, 1.1, 1.2],
  ['vocabularyStrength', { found: [['vocabulary']] }, 1.05, 1.13],
  ['meaningStrength', { found: [['means']] }, 0.85, 0.95],
  ['inheritedStrength', { found: [['inherited']] }, 0.5, 0.7],
  ['pairWeight', { found: [['pair']] }, 0.2, 0.3],
  ['kindFactor of targets', { kind: 'target', found: [['words']] }, 0.85, 0.95],
  ['kindFactor of documents', { kind: 'document', found: [['words']] }, 0.75, 0.85],
  ['kindFactor of units', { kind: 'unit', found: [['words']] }, 0.65, 0.75],
];
for (const [option, answer, beats, losesTo] of strengths)
  test(`${option}: counts for more than ${beats} and less than ${losesTo} of a word in a task`, () => {
    assert.ok(lead(answer, inText(beats)) > 0);
    assert.ok(lead(answer, inText(losesTo)) < 0);
  });

test('kindFactor: a word in a measure counts as much as in a task', () => {
  assert.equal(lead({ kind: 'measure', found: [['words']] }, inText(1)), 0);
});

const texts = (words: readonly string[]) => words.map((text) => recordOf({ text }));
const words = ['仓库', '贷款', '物流', '商标', '电价', '用工', '口岸', '展会'];

/** What is found as related in records that hold a part of the query each. */
const related = async (all: readonly SearchRecord[], query: string, options?: Partial<RankingOptions>) =>
  (await searchIn(all, query, options)).map((found) => found.replace('related ', ''));

test('leastCoverage: a sixth of a query is related, an eighth is not', async () => {
  assert.equal((await related(texts(words.slice(0, 6)), words.slice(0, 6).join(' '))).length, 6);
  assert.equal((await related(texts(words), words.join(' '))).length, 0);
});

test('leastOfBest: half of the best score is related, a third is not', async () => {
  const query = words.slice(0, 4).join(' ');
  assert.deepEqual(await related(texts(['仓库、贷款', '商标']), '仓库 贷款 商标'), ['仓库、贷款', '商标']);
  assert.deepEqual(await related(texts(['仓库、贷款、物流', '商标']), query), ['仓库、贷款、物流']);
});

test('maxRelated: 30 related records are shown', async () => {
  const all = Array.from({ length: 40 }, () => recordOf({ text: '仓库' }));
  assert.equal((await related(all, '仓库 贷款', { leastCoverage: 0 })).length, 30);
});

test('singleWeight: a single character is a fifth to a half of a word', async () => {
  // Its share of a query of two is 0.3 of 1.3.
  const all = texts(['税', '仓库']);
  const shown = (leastCoverage: number) => related(all, '税 仓库', { leastOfBest: 0, leastCoverage });
  assert.ok((await shown(0.2)).includes('税'));
  assert.ok(!(await shown(0.3)).includes('税'));
});

test('fragmentWeight: two characters of an unknown word are less than a word, but related', async () => {
  // A word and its pair of characters are 1.25, a fragment and its pair 0.75.
  const found = await related(texts(['淼焱', '仓库']), '淼焱鑫 仓库');
  assert.deepEqual(found, ['仓库', '淼焱']);
  assert.deepEqual(await related(texts(['淼焱', '仓库']), '淼焱鑫 仓库', { leastOfBest: 0.65 }), ['仓库']);
});
