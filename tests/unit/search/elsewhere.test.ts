import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryIndex, memoryRanking, memorySearch, unread } from '../../../src/search/learning/memory-search.ts';
import { Elsewhere } from '../../../src/search/query/elsewhere.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import { Searcher } from '../../../src/search/query/searcher.ts';
import type { ElsewhereData } from '../../../src/search/shared/catalogue.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';
import { checkWith, replace } from '../../fixtures/mini.ts';
import { plainCatalogue, recordOf } from './collection.ts';

const matterOf = (matter: string, words: string[]) => ({
  matter,
  words,
  where: '由有关部门办理。',
  source: { title: '某法第一条', url: 'https://www.example.gov.cn/' },
});
const dogs = matterOf('养犬', ['狗证', '养狗']);
const schools = matterOf('入学', ['小学', '小学报名', '高中']);
const amounts = matterOf('金额', ['能领多少']);
const matters = [dogs, schools, amounts];
const data: ElsewhereData = { words: matters.map(({ words }) => words), held: ['小学食堂采购', '提高'] };

/** The matters of a query, and what else it holds. */
function found(...pieces: string[]) {
  const { matters: told, others } = new Elsewhere(data).find(pieces.map(tokenTexts));
  return [told.map((at) => matters[at]?.matter).join(), others.join('').replace(/，+$/u, '')];
}

test('a query tells the matters whose words it holds, in its order, each once, and the rest of its words', () => {
  assert.deepEqual(found('养狗要办狗证吗'), ['养犬', '，要办，吗']);
  assert.deepEqual(found('小学报名', '养狗'), ['入学,养犬', '']);
  assert.deepEqual(found('开一家小店'), ['', '开一家小店']);
});

test('of words that overlap the first and longest counts, be it one of the handbook', () => {
  assert.deepEqual(found('小学报名'), ['入学', '']);
  assert.deepEqual(found('小学食堂采购公告'), ['', '小学食堂采购公告']);
  assert.deepEqual(found('小学食堂'), ['入学', '，食堂']);
  // 提高 | 中标率.
  assert.deepEqual(found('提高中标率'), ['', '提高中标率']);
  assert.deepEqual(found('上高中'), ['入学', '上']);
});

test('words in two pieces are not neighbours', () => {
  assert.deepEqual(found('狗', '证'), ['', '狗，证']);
});

const text = (words: string, vocabulary: string[] = []) => recordOf({ text: words, vocabulary });
const records = [
  text('推行用电报装一次办好。', ['用电报装慢']),
  text('小区里的狗证由街道核对。'),
  text('促进养殖业发展。', ['小学校长']),
  ...Array.from({ length: 20 }, (_, at) => text(`第${at}条讲别的事情。`)),
];
const catalogue = { ...plainCatalogue(records, unread), elsewhere: data };
const search = (query: string) =>
  new Searcher(memoryIndex(records), catalogue, new Lexicon(catalogue.lexicon), memoryRanking(records)).search(query);

test('what is about a matter alone is told to be elsewhere, and has no row that stands as an answer', async () => {
  const result = await search('小学');
  assert.deepEqual(result.elsewhere, [1]);
  assert.deepEqual([...new Set(result.hits.map(({ match }) => match))], ['related']);
  assert.equal(result.isLikely, false);
});

test('rows that hold all the words are shown, and the reader is told as well', async () => {
  const result = await search('狗证');
  assert.deepEqual(result.elsewhere, [0]);
  assert.deepEqual(result.hits[0], { record: 1, match: 'exact' });
  assert.equal(result.isLikely, true);
});

test('what the handbook likely answers beside a matter stays an answer', async () => {
  const result = await search('用电报装和狗证');
  assert.deepEqual(result.elsewhere, [0]);
  assert.equal(result.hits[0]?.record, 0);
  assert.equal(result.isLikely, true);
});

test('a question of common words alone that is about a matter is not too short to be answered', async () => {
  assert.equal((await search('多少')).query.needsMoreWords, true);
  const { elsewhere, query } = await search('能领多少');
  assert.deepEqual(elsewhere, [2]);
  assert.equal(query.needsMoreWords, false);
});

test('a query about no matter says nothing of any', async () => {
  assert.equal('elsewhere' in (await search('用电报装')), false);
});

test('the catalogue has the words of matters, with the words of the handbook that hold or could hide one of theirs', async () => {
  const { handbook } = checkWith({
    'plans/mini/measures/01.mdx': replace('[银行]', '[银行, 护照快办]'),
    'plans/mini/questions/01.yaml': replace('电表跳得吓人', '厂里维护太费钱'),
  });
  const { catalogue, searcher } = memorySearch(handbook);
  assert.deepEqual(catalogue.elsewhere, {
    words: handbook.elsewhere.map(({ words }) => words),
    held: ['护照快办', '维护'],
  });
  const told = async (query: string) =>
    ((await searcher.search(query)).elsewhere ?? []).map((at) => handbook.elsewhere[at]?.matter);
  assert.deepEqual(await told('护照快办'), []);
  assert.deepEqual(await told('维护照常'), []);
  assert.deepEqual(await told('護照丟了'), ['护照']);
});
