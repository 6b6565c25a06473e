import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memoryIndex, memoryRanking } from '../../../src/search/learning/memory-search.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import { parseCitation } from '../../../src/search/query/parse-citation.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { Searcher } from '../../../src/search/query/searcher.ts';
import { codedThesaurus } from '../../../src/search/shared/coded-thesaurus.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';
import { lexicon, plainCatalogue, recordOf, records, searchIn } from './collection.ts';

const contentOf = (query: string) => parseQuery(query, lexicon).content.map((run) => run.join(''));

const asked: [query: string, content: string[]][] = [
  ['危房归谁管', ['危房']],
  ['危房归哪个部门管？', ['危房']],
  ['危房该找哪个单位解决', ['危房']],
  ['危房由谁来牵头处理', ['危房']],
  ['谁负责危房', ['危房']],
  ['请问危房找谁', ['危房']],
  ['危房怎么办', ['危房']],
  ['危房要到哪里才能办理', ['危房']],
  ['怎么办危房证', ['办危房证']],
  ['危房补贴是多少钱', ['危房补贴']],
  ['危房能不能拆', ['危房']],
  ['危房补贴有哪些', ['危房补贴']],
  ['危房拆了吗', ['危房拆']],
  ['危房的申请目的', ['危房', '申请目的']],
  ['拆除危房太慢', ['拆除危房']],
  ['1+5+1是什么', ['1+5+1']],
  ['AI怎么用', ['ai']],
];
for (const [query, content] of asked)
  test(`${query} asks for ${content}`, () => assert.deepEqual(contentOf(query), content));

test('a query of which one character is left without question words asks for more, and finds no record by it', async () => {
  const all = [recordOf({ text: '开发区发挥功能发电' }), recordOf({ text: '来去自由' })];
  for (const query of ['什么时候发', '什么时候能发', '能发吗', '怎么去', '哪里能发', '发多少钱', '怎么发']) {
    assert.deepEqual(await searchIn(all, query), [], query);
    assert.ok(parseQuery(query, lexicon).needsMoreWords, query);
  }
  for (const query of ['发电', '什么时候发电', 'AI怎么用', '37', ''])
    assert.ok(!parseQuery(query, lexicon).needsMoreWords, query);
});

test('one character as the whole query finds the records that hold it, and asks for more', async () => {
  assert.deepEqual(await searchIn([recordOf({ text: '减税' })], '税'), ['exact 减税']);
  assert.ok(parseQuery('税', lexicon).needsMoreWords);
});

/** Parts of queries that are likely to touch records: their words, single characters, question words, signs. */
const parts = fc.oneof(
  fc.constantFrom(
    ...records.flatMap(({ words }) => words).flatMap((text) => [text.slice(2, 4), text.slice(5, 6), text.slice(4, 9)]),
  ),
  fc.constantFrom(
    '什么时候',
    '怎么',
    '归谁管',
    '哪里',
    '能',
    '多少钱',
    '吗',
    '有没有',
    '的',
    ' ',
    '，',
    '“',
    '”',
    '37',
    'AI',
  ),
);

test('an exact record holds the query as typed, or all that is left of it without question words, none of it a single character', async () => {
  const plain = plainCatalogue(records);
  const searcher = new Searcher(memoryIndex(records), plain, new Lexicon(plain.lexicon), memoryRanking(records));
  const holds = (record: number, tokens: readonly string[]) => {
    const { titles = [], words = [] } = records[record] ?? {};
    return [...titles, ...words].some((text) => tokenTexts(text).join('').includes(tokens.join('')));
  };
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 5 }), async (query) => {
      // A task that is cited does not hold its citation.
      fc.pre(parseCitation(query.join(''), plain, lexicon) === undefined);
      const { hits, query: read } = await searcher.search(query.join(''));
      assert.ok(read.content.every((run) => run.length > 1 || /[a-z\d]/u.test(run.join(''))));
      for (const { record } of hits.filter(({ match }) => match === 'exact')) {
        seen++;
        const ways = [[read.pieces.flat()], read.pieces, ...(read.content.length > 0 ? [read.content] : [])];
        assert.ok(ways.some((runs) => runs.every((run) => holds(record, run))));
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(seen > 100);
});

const buildingAbroad = new Lexicon({
  thesaurus: codedThesaurus([{ words: ['建厂'], means: ['设厂'] }]),
  units: [],
  simplified: '',
});
const wordsOf = (query: string) =>
  parseQuery(query, buildingAbroad).words.map(({ text, isPiece }) => (isPiece ? text : `(${text})`));

test('a word of a query is one of the lexicon, or what stands between those and question words', () => {
  assert.deepEqual(wordsOf('东南亚建厂'), ['(东南亚)', '(建厂)']);
  assert.deepEqual(wordsOf('怎么在东南亚建厂呢'), ['(在东南亚)', '(建厂)']);
  assert.deepEqual(wordsOf('东南亚 建厂'), ['东南亚', '建厂']);
});

test('a number that a record holds in another way is not unfamiliar', async () => {
  const all = [recordOf({ text: '覆盖率达到50%' })];
  const catalogue = plainCatalogue(all);
  const searcher = new Searcher(memoryIndex(all), catalogue, new Lexicon(catalogue.lexicon), memoryRanking(all));
  const { hits, unfamiliar } = await searcher.search('百分之五十');
  assert.deepEqual([hits, unfamiliar], [[{ record: 0, match: 'synonym' }], false]);
});

test('more words are asked for where hardly any is left, but not for what the editor or a document has as a whole', async () => {
  const all = [recordOf({ text: '全面开展好差评', vocabulary: ['哪里办'] })];
  const catalogue = plainCatalogue(all);
  const searcher = new Searcher(memoryIndex(all), catalogue, new Lexicon(catalogue.lexicon), memoryRanking(all));
  const asks = async (query: string) => (await searcher.search(query)).query.needsMoreWords;
  for (const query of ['哪里办', '好差评']) assert.equal(await asks(query), false, query);
  for (const query of ['哪里发', '评', '什么时候开']) assert.equal(await asks(query), true, query);
});

test('what is named as not found was set apart from other words that were typed', async () => {
  const all = [recordOf({ text: '企业设厂' })];
  const catalogue = plainCatalogue(all, undefined, {
    thesaurus: codedThesaurus([{ words: ['建厂'], means: ['设厂'] }]),
    units: [],
    simplified: '',
  });
  const searcher = new Searcher(memoryIndex(all), catalogue, buildingAbroad, memoryRanking(all));
  const missing = async (query: string) => (await searcher.search(query)).missing;
  assert.deepEqual(await missing('东南亚 建厂'), ['东南亚']);
  assert.deepEqual(await missing('怎么建厂 去“东南亚”'), ['东南亚']);
  // A cut, or all that was typed, of which the rows tell what they hold.
  for (const query of ['去俄罗斯怎么建厂', '东南亚建厂', '我去过东南亚，还想建厂', '东南亚'])
    assert.deepEqual(await missing(query), [], query);
});
