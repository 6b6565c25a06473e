import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerQuestion } from '../../../src/search/client/answer.ts';
import { memoryIndex, memoryRanking } from '../../../src/search/learning/memory-search.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import { searchQuestions } from '../../../src/search/query/search-questions.ts';
import { Searcher } from '../../../src/search/query/searcher.ts';
import { type Border, waysToSplit } from '../../../src/search/query/split-questions.ts';
import { codedThesaurus } from '../../../src/search/shared/coded-thesaurus.ts';
import { recordsPerTextFile } from '../../../src/search/shared/index-layout.ts';
import { plainCatalogue, recordOf } from './collection.ts';

const splits: [query: string, border: Border, questions: string[]][] = [
  ['怎么养鱼？鱼塘怎么租', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['养鱼难。租鱼塘贵', 'sentence', ['养鱼难', '租鱼塘贵']],
  ['怎么养鱼，另外鱼塘怎么租？', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['怎么养鱼，还有，鱼塘怎么租？', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['1.怎么养鱼2.鱼塘怎么租', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['1、怎么养鱼，2、鱼塘怎么租', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['（1）怎么养鱼（2）鱼塘怎么租', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['①养鱼 ②鱼塘', 'sentence', ['养鱼', '鱼塘']],
  ['一、养鱼 二、鱼塘', 'sentence', ['养鱼', '鱼塘']],
  ['怎么养鱼，鱼塘怎么租', 'sentence', ['怎么养鱼', '鱼塘怎么租']],
  ['我刚回村，怎么养鱼，鱼塘能不能租，有急用', 'sentence', ['我刚回村，怎么养鱼', '鱼塘能不能租，有急用']],
  ['鱼塘满了，找谁租', 'comma', ['鱼塘满了', '找谁租']],
  ['养鱼、租鱼塘', 'list', ['养鱼', '租鱼塘']],
  ['养鱼以及租鱼塘怎么办', 'list', ['养鱼', '租鱼塘怎么办']],
  ['养鱼难，租鱼塘贵', 'comma', ['养鱼难', '租鱼塘贵']],
  ['渔业局和林草局', 'and', ['渔业局', '林草局']],
  ['“养鱼”和“租鱼塘”', 'quotation', ['“养鱼”', '“租鱼塘”']],
];
for (const [query, border, questions] of splits)
  test(`${query} may be ${questions.join(' and ')}`, () =>
    assert.deepEqual(waysToSplit(query)[0], { questions, border }));

test('what is asked further about the same is no question of its own', () => {
  for (const more of ['要不要证', '还要不要证', '能不能先养', '有多少补贴', '需要什么证', '要交钱吗？'])
    assert.deepEqual(
      waysToSplit(`怎么养鱼，${more}`).map(({ border }) => border),
      ['comma'],
      more,
    );
  // One word more is a subject.
  assert.equal(waysToSplit('怎么养鱼，租鱼塘要不要证')[0]?.border, 'sentence');
});

test('one question is not divided, nor a number with a decimal point, nor a long text', () => {
  for (const query of [
    '怎么养鱼？',
    '养鱼 鱼塘',
    '补贴1.5万元2.5万元',
    '',
    '。。',
    '好。'.repeat(7),
    '第37、第38、第39项'.replaceAll('、', '.'),
  ])
    assert.deepEqual(waysToSplit(query), [], query);
});

test('whatever is typed, questions are parts of it, in its order', () => {
  const parts = fc.constantFrom('养鱼', '1.', '二、', '①', '，', '。', '？', '另外', '以及', ' ', '3', '\n', 'fish');
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 10 }), (typed) => {
      const raw = typed.join('');
      for (const { questions } of waysToSplit(raw)) {
        assert.ok(questions.length > 1);
        let from = 0;
        for (const question of questions) {
          from = raw.indexOf(question, from) + question.length;
          assert.ok(from >= question.length, question);
        }
      }
    }),
  );
});

const all = [
  recordOf({ text: '发展水产养殖', vocabulary: ['养鱼', '鱼苗'] }),
  recordOf({ kind: 'task', text: '建设标准鱼塘，出租给养殖户', vocabulary: ['租鱼塘', '涨租'] }),
  recordOf({ kind: 'task', text: '补贴渔船燃油', vocabulary: ['柴油'] }),
  recordOf({ text: '支持林果产业', vocabulary: ['种树', '果园'] }),
  recordOf({ kind: 'task', text: '种植苗木，防治病虫', vocabulary: ['虫害'] }),
];
const catalogue = plainCatalogue(all);
const lexicon = new Lexicon(catalogue.lexicon);
const searcher = new Searcher(memoryIndex(all), catalogue, lexicon, memoryRanking(all, [], { likelyScore: 1 }));
const ask = async (query: string) => {
  const { hits, questions = [] } = await searchQuestions(query, searcher, catalogue);
  return { hits: hits.map(({ record, question }) => `${question ?? ''} ${record}`.trim()), count: questions.length };
};

test('several questions are answered one by one: the best of each, then the second of each', async () => {
  for (const query of ['怎么养鱼？虫害怎么防？', '1.怎么养鱼2.虫害怎么防', '怎么养鱼，另外虫害怎么防']) {
    const { hits, count } = await ask(query);
    assert.equal(count, 2, query);
    assert.deepEqual(hits.slice(0, 2), ['怎么养鱼 0', '虫害怎么防 4'], query);
    assert.equal(new Set(hits.map((hit) => hit.split(' ')[1])).size, hits.length);
  }
});

test('where several questions are answered no word is said to be missing or mistyped', async () => {
  const query = '怎么养鱼？虫害怎么防？哈士奇怎么喂？';
  const whole = await searcher.search(query);
  assert.ok(whole.unfamiliar);
  const { questions, missing, unfamiliar } = await searchQuestions(query, searcher, catalogue);
  assert.equal(questions?.length, 2);
  assert.deepEqual({ missing, unfamiliar }, { missing: [], unfamiliar: false });
});

test('sentences ask for several rows of one measure; a greeting and words that nothing answers ask for nothing', async () => {
  assert.deepEqual((await ask('柴油贵。涨租')).hits.slice(0, 2), ['柴油贵 2', '涨租 1']);
  assert.equal((await ask('你好。怎么养鱼？')).count, 0);
  assert.equal((await ask('怎么养鱼？有什么办法？')).count, 0);
});

test('a list is divided where each of it is surely answered, and no record answers the whole', async () => {
  assert.deepEqual((await ask('养鱼、虫害')).hits.slice(0, 2), ['养鱼 0', '虫害 4']);
  assert.equal((await ask('养鱼、养猪')).count, 0);
  assert.equal((await ask('种植苗木、防治病虫')).count, 0);
});

test('clauses are divided where what they surely find comes first for the whole, whose best stays first', async () => {
  const { hits, count } = await ask('养鱼，虫害');
  assert.equal(count, 2);
  const [whole] = (await searcher.search('养鱼，虫害')).hits;
  assert.ok(hits[0]?.endsWith(` ${whole?.record}`));
  // A clause that only tells the situation, and one measure told in two.
  assert.equal((await ask('村里的老王把价翻了倍，鱼苗')).count, 0);
  assert.equal((await ask('鱼苗，柴油')).count, 0);
  assert.equal((await ask('养鱼，虫害，怎么办')).count, 2);
});

test('units are asked for together, and other words with 和 between them are one question', async () => {
  const offices = [
    recordOf({ kind: 'task', text: '渔业局发鱼苗' }),
    recordOf({ kind: 'task', text: '林草局造林' }),
    recordOf({ kind: 'unit', text: '', titles: ['渔业局'], words: [] }),
    recordOf({ kind: 'unit', text: '', titles: ['林草局'], words: [] }),
  ];
  const unit = (record: number, name: string) => ({ record, names: [name], calls: [], pinyin: [], isBody: true });
  const own = plainCatalogue(offices, undefined, {
    thesaurus: codedThesaurus([]),
    units: [unit(2, '渔业局'), unit(3, '林草局')],
    simplified: '',
  });
  const search = new Searcher(memoryIndex(offices), own, new Lexicon(own.lexicon), memoryRanking(offices));
  const first = async (query: string) =>
    (await searchQuestions(query, search, own)).hits.slice(0, 2).map(({ record }) => record);
  for (const query of ['渔业局和林草局', '渔业局与林草局分别负责什么', '渔业局干什么，林草局管什么'])
    assert.deepEqual(await first(query), [2, 3], query);
  assert.equal((await searchQuestions('鱼苗和造林', search, own)).questions, undefined);
});

test('quotations that no record holds together are answered each', async () => {
  for (const query of ['“水产养殖”“林果产业”', '“水产养殖”和“林果产业”'])
    assert.deepEqual((await ask(query)).hits, ['“水产养殖” 0', '“林果产业” 3'], query);
  assert.deepEqual((await ask('“种植苗木”“防治病虫”')).hits, ['4']);
  assert.deepEqual((await ask('“水产养殖”“养猪”')).hits, []);
});

test('a query in quotes or of official words is one', async () => {
  assert.equal((await ask('“养鱼。虫害”')).count, 0);
  assert.equal((await ask('发展水产养殖。支持林果产业')).count, 2);
  assert.equal((await ask('种植苗木，防治病虫')).count, 0);
});

const readMatters = async () => [];

test('a row says which question it answers, and shows the words of that one', async () => {
  const read = async (record: number) => all[record]?.display ?? assert.fail();
  const question = { text: '水产怎么养？种植苗木', filters: {}, inDocumentOrder: false, pages: 1 };
  const { rows, isLikely } = await answerQuestion(question, { searcher, catalogue, lexicon, read, readMatters });
  assert.ok(isLikely);
  assert.deepEqual(
    rows
      .slice(0, 2)
      .map((row) => [row.question, row.excerpt.filter(({ mark }) => mark === 'word').map(({ text }) => text)]),
    [
      ['水产怎么养', ['水产']],
      ['种植苗木', ['种植苗木']],
    ],
  );
});

test('rows of four files of texts are shown at once, and of four more on demand', async () => {
  const many = Array.from({ length: 10 * recordsPerTextFile }, (_, at) =>
    recordOf({ kind: at % recordsPerTextFile === 0 ? 'task' : 'target', text: '' }),
  );
  const own = plainCatalogue(many);
  const search = new Searcher(memoryIndex([]), own, lexicon, memoryRanking([]));
  const read = async (record: number) => many[record]?.display ?? assert.fail();
  const rowsOn = async (pages: number) => {
    const question = { text: '', filters: { kind: 'task' }, inDocumentOrder: false, pages };
    return (await answerQuestion(question, { searcher: search, catalogue: own, lexicon, read, readMatters })).rows
      .length;
  };
  assert.deepEqual([await rowsOn(1), await rowsOn(2), await rowsOn(3)], [4, 8, 10]);
});

test('exact rows that hold the words closest together come first, behind what is named by other words', async () => {
  const scattered = [
    recordOf({ kind: 'task', text: '鱼塘建在村里，出租' }),
    recordOf({ kind: 'task', text: '鱼塘出租' }),
    recordOf({ kind: 'unit', text: '', titles: ['渔业局'], words: [] }),
  ];
  const units = [{ record: 2, names: ['渔业局'], calls: ['出租鱼塘'], pinyin: [], isBody: true }];
  const own = plainCatalogue(scattered, undefined, { thesaurus: codedThesaurus([]), units, simplified: '' });
  const words = new Lexicon(own.lexicon);
  const search = new Searcher(memoryIndex(scattered), own, words, memoryRanking(scattered));
  const read = async (record: number) => scattered[record]?.display ?? assert.fail();
  const question = { text: '出租 鱼塘', filters: {}, inDocumentOrder: false, pages: 1 };
  const { rows } = await answerQuestion(question, {
    searcher: search,
    catalogue: own,
    lexicon: words,
    read,
    readMatters,
  });
  assert.deepEqual(
    rows.map(({ match, excerpt }) => `${match} ${excerpt.map(({ text }) => text).join('')}`.trim()),
    ['synonym', 'exact 鱼塘出租', 'exact 鱼塘建在村里，出租'],
  );
});
