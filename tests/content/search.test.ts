import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type JudgedSearch, readThresholds, searchQuality } from '../../scripts/bench/search-quality.ts';
import { loadHandbook } from '../../src/checks/check-content.ts';
import { contentFolder } from '../../src/loader/folder.ts';
import type { Handbook } from '../../src/model/types.ts';
import { dictionaryOf } from '../../src/search/build/dictionary.ts';
import { answerQuestion } from '../../src/search/client/answer.ts';
import { correctAnswer, mayBeMistyped } from '../../src/search/client/correction.ts';
import { memorySearch } from '../../src/search/learning/memory-search.ts';
import { Dictionary } from '../../src/search/query/dictionary.ts';
import { SpellingCorrection } from '../../src/search/query/spelling-correction.ts';

/** Search over a handbook, in memory. */
function open(handbook: Handbook) {
  const { records, catalogue, lexicon, searcher, matters } = memorySearch(handbook);
  const displays = records.map(({ display }) => display);
  const read = async (record: number) => displays[record] ?? assert.fail();
  const parts = dictionaryOf(handbook, records);
  const spelling = new SpellingCorrection(new Dictionary(parts.dictionary, parts.further), (sign) =>
    lexicon.simplify(sign),
  );
  const search = { searcher, catalogue, lexicon, read, readMatters: async () => matters };
  const answer = async (text: string) => {
    const question = { text, filters: {}, inDocumentOrder: false, pages: 1 };
    const typed = await answerQuestion(question, search);
    return mayBeMistyped(typed) ? correctAnswer(typed, question, search, spelling) : { answer: typed, offers: [] };
  };
  const judged: JudgedSearch = {
    async ask(text) {
      const { rows, isLikely, elsewhere } = (await answer(text)).answer;
      return { rows, isFolded: !isLikely, isTold: elsewhere !== undefined };
    },
    async offers(text) {
      const { answer: given, offers } = await answer(text);
      return given.corrected ? [given.corrected.to] : offers;
    },
  };
  return { records, catalogue, searcher, parts, judged };
}

const handbook = loadHandbook(contentFolder);
const folder = 'tests/queries';
const { plan: id, most } = readThresholds(folder);
const plan = handbook.plans.find((one) => one.id === id);
const skip = plan ? false : `内容里没有 ${id}`;
// Other plans beside it must not change how this one is found.
const own = { ...handbook, plans: plan ? [plan] : [] };

test('no more queries fall short than the thresholds allow, and all thresholds are of queries', { skip }, async () => {
  const reports = plan ? await searchQuality(folder, open(own).judged, plan, own.thesaurus) : [];
  const demands = (of: Record<string, object>) =>
    Object.entries(of).flatMap(([name, figures]) => Object.keys(figures).map((demand) => `${name} ${demand}`));
  const byName = Object.fromEntries(reports.map(({ name, shortfalls }) => [name, shortfalls]));
  assert.deepEqual(demands(byName).sort(), demands(most).sort());
  const tooMany = Object.entries(byName).flatMap(([name, shortfalls]) =>
    Object.entries(shortfalls)
      .filter(([demand, all]) => all.length > (most[name]?.[demand] ?? -1))
      .map(([demand, all]) => `${name} ${demand}：${all.length}，至多 ${most[name]?.[demand]}\n  ${all.join('\n  ')}`),
  );
  assert.deepEqual(tooMany, []);
});

/** Sets in which hardly a query is mistyped, and the most of each that are taken for slips; those that are slips are in the count. */
const sound = { 'exact-terms.txt': 0, 'natural-queries.tsv': 0, 'held-out-natural.tsv': 6, 'own-natural.tsv': 8 };
test('queries that are not mistyped are hardly ever corrected', { skip }, async () => {
  const { judged } = open(own);
  for (const [name, mostCorrected] of Object.entries(sound)) {
    const queries = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
    const corrected: string[] = [];
    for (const line of queries) {
      const [query = ''] = line.split('\t');
      const [offer] = await judged.offers(query);
      if (offer) corrected.push(`${query} → ${offer}`);
    }
    assert.ok(corrected.length <= mostCorrected, `${name}\n${corrected.join('\n')}`);
  }
});

const whole = open(handbook);

test('every unit is first for its names, its prefix left out, and for its pinyin', async () => {
  const { units } = whole.catalogue.lexicon;
  for (const { record, names, pinyin } of units)
    for (const name of [...names, ...pinyin]) {
      const { hits } = await whole.searcher.search(name);
      const same = units.filter((other) => [...other.names, ...other.pinyin].includes(name));
      assert.ok(
        same.some((other) => other.record === hits[0]?.record) && hits.some((hit) => hit.record === record),
        name,
      );
    }
});

test('every word of the thesaurus finds a record that says what it means', async () => {
  for (const { words, means } of handbook.thesaurus)
    for (const word of words) {
      const { hits } = await whole.searcher.search(word);
      const isSaid = ({ record }: { record: number }) => {
        const { titles = [], words: texts = [] } = whole.records[record] ?? {};
        return [...titles, ...texts].some((text) => means.some((mean) => text.includes(mean)));
      };
      assert.ok(hits.some(isSaid), word);
    }
});

test('what is loaded when a reader types weighs 25 kB at most, and what is loaded when nothing was found 20 kB more', () => {
  assert.ok(gzipSync(JSON.stringify(whole.parts.dictionary)).length <= 25_000);
  assert.ok(gzipSync(JSON.stringify(whole.parts.further)).length <= 20_000);
});
