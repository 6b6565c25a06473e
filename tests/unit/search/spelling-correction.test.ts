import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Searcher } from '../../../src/search/query/searcher.ts';
import {
  type CorrectionOptions,
  functionWords,
  SpellingCorrection,
} from '../../../src/search/query/spelling-correction.ts';
import { commonCharacters, wordKinds } from '../../../src/search/shared/dictionary.ts';
import { lexicon, searcher } from './collection.ts';
import { dictionary, dictionaryOfWords } from './words.ts';

/** An index in which every word stands in so many records, and nothing else. */
const holding = (words: Readonly<Record<string, number>>) =>
  ({ countOf: async (text: string) => words[text] ?? 0 }) as unknown as Searcher;

interface Setting {
  words: readonly string[] | Readonly<Record<string, number>>;
  lead?: number;
  options?: Partial<CorrectionOptions>;
  isAnswered?: boolean;
}

/** What is offered for a query where these words are known, each in four records if no other number is given. */
async function offered(query: string, { words, lead, options, isAnswered }: Setting): Promise<string[]> {
  const counts = Array.isArray(words)
    ? Object.fromEntries(words.map((word) => [word, 4]))
    : (words as Readonly<Record<string, number>>);
  const spelling = new SpellingCorrection(dictionaryOfWords(Object.keys(counts), lead), undefined, options);
  const corrections = await spelling.didYouMean(query, holding(counts), isAnswered);
  return corrections.map(({ query: meant, isSure }) => `${meant}${isSure ? '!' : ''}`);
}

const kinds: [kind: string, typed: string, meant: string][] = [
  ['a character of the same sound', '竞争神查', '竞争审查!'],
  ['one in a word of two', '融姿', '融资!'],
  ['two of them, in half of a word', '免身及享', '免审即享!'],
  ['a character of another sound', '竞争审杳', '竞争审查'],
  ['one in a word of two', '釆购', '采购'],
  ['characters that changed places', '信共息享', '信息共享'],
  ['characters all out of place', '班中欧列', '中欧班列'],
  ['a missing character', '跨境商', '跨境电商'],
  ['one of three missing', '绿率', '绿地率'],
  ['a doubled character', '政府采采购', '政府采购'],
  ['a character too many', '信息告共享', '信息共享'],
  ['pinyin', 'rongzi', '融资!'],
  ['pinyin of several words', 'rongzicaigou', '融资采购!'],
  ['initials', 'xxgx', '信息共享!'],
  ['three initials, which leave a doubt', 'ldl', '绿地率'],
  ['pinyin and characters', 'kua境电商', '跨境电商!'],
  ['upper case and full width', 'ＲＯＮＧＺＩ', '融资!'],
];
const words = ['融资', '免审即享', '竞争审查', '采购', '信息共享', '中欧班列', '跨境电商', '绿地率', '政府采购'];
for (const [kind, typed, meant] of kinds)
  test(`${kind}: ${typed}`, async () => {
    assert.equal((await offered(typed, { words }))[0], meant);
  });

test('three letters tell less as the pinyin of a word than as initials', async () => {
  assert.deepEqual((await offered('eda', { words: ['鹅大', '额度案'] }))[0], '额度案');
});

test('two initials may be anything', async () => {
  assert.deepEqual(await offered('rz', { words }), []);
});

test('a slip is corrected within a question, and never sure there', async () => {
  assert.deepEqual(await offered('免身即享怎么办', { words }), ['免审即享怎么办']);
  assert.deepEqual(await offered('怎么申请融姿', { words: ['申请', '融资'] }), ['怎么申请融资']);
});

test('what stands in known words, in question words, or is found is no slip', async () => {
  assert.deepEqual(await offered('融姿势', { words: ['融资', '姿势', '融'] }), []);
  assert.deepEqual(await offered('怎么办', { words: ['怎么半', '曾么办'] }), []);
  assert.deepEqual(await offered('DeepSeek办', { words: ['DeepSeek', '地破色客'] }), []);
  assert.deepEqual(await offered('融姿', { words: { 融资: 4, 融姿: 1 } }), []);
});

test('two words that share half their characters are two words', async () => {
  assert.deepEqual(await offered('新车上牌', { words: ['上级'] }), []);
  assert.deepEqual(await offered('甲乙丙戊', { words: ['甲丁丙己'] }), []);
  assert.deepEqual(await offered('租厂房补贴', { words: ['租金', '厂址'] }), []);
});

test('a query that is answered is corrected by sound alone', async () => {
  assert.deepEqual(await offered('竞争审杳', { words, isAnswered: true }), []);
  assert.deepEqual(await offered('免身即享', { words, isAnswered: true }), ['免审即享!']);
});

test('a word of two characters leaves a doubt where no document says it, and two words that sound alike do', async () => {
  assert.deepEqual((await offered('zhengce', { words: ['政策', '政册'] })).sort(), ['政册', '政策']);
  assert.deepEqual(await offered('融姿', { words: { 融资: 1 } }), ['融资']);
  assert.deepEqual(await offered('融姿', { words: { 融资: 2 } }), ['融资!']);
  assert.deepEqual(await offered('荣姿', { words: { 融资: 2 } }), ['融资']);
});

test('an office that sounds like a unit may be another', async () => {
  const units = dictionaryOfWords([], wordKinds.official, { units: [{ name: '税务局', path: 'tax' }] });
  const meant = await new SpellingCorrection(units).didYouMean('水务局', holding({ 税务局: 4 }));
  assert.deepEqual(
    meant.map(({ to, isSure }) => [to, isSure]),
    [['税务局', false]],
  );
});

test('ordinary words are no slips of the words of the handbook, and none is cut', async () => {
  assert.deepEqual(await offered('黄金', { words: ['环境'] }), []);
  assert.deepEqual(await offered('尿布', { words: ['发布'] }), []);
  assert.deepEqual(await offered('民政局', { words: ['财政局'] }), []);
  assert.deepEqual(await offered('英语四级成绩', { words: ['集成'] }), []);
  // One that sounds alike may be what the keyboard gave.
  assert.deepEqual(await offered('骑车', { words: ['汽车'] }), ['汽车']);
});

test('a browser that knows no words takes more for slips', async () => {
  const { Segmenter } = Intl;
  Reflect.deleteProperty(Intl, 'Segmenter');
  try {
    assert.deepEqual(await offered('尿布', { words: ['发布'] }), ['发布']);
    assert.deepEqual(await offered('竞争神查', { words }), ['竞争审查!']);
    assert.deepEqual(await offered('融姿', { words }), ['融资']);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});

test('a query in traditional characters is compared in those of the content', async () => {
  const spelling = new SpellingCorrection(dictionaryOfWords(['信息共享']), (sign) => (sign === '傐' ? '息' : sign));
  assert.deepEqual(await spelling.didYouMean('信傐共享', holding({ 信息共享: 1 })), []);
});

// Each option, from both sides.
const turned: {
  [name in Exclude<keyof CorrectionOptions, 'leading'>]: [
    query: string,
    setting: Setting,
    value: number,
    then: string[],
  ];
} = {
  unexplained: ['甲乙丙丁戊融姿', { words: ['甲乙丙丁己', '融资'] }, 0, ['甲乙丙丁戊融资', '甲乙丙丁己融姿']],
  perCharacter: ['甲乙丙戊', { words: ['丙务', '甲乙丙丁'] }, 0.2, ['甲乙丙丁', '甲乙丙务']],
  perDoubling: ['甲乙丙戊', { words: { 甲乙丙丁: 60, 甲乙丙庚: 1 } }, 0, ['甲乙丙庚', '甲乙丙丁']],
  leastHolders: ['釆购', { words: { 采购: 2 } }, 3, []],
  sureMargin: ['zhengce', { words: { 政策: 60, 政册: 1 } }, 1, ['政策', '政册']],
  leastWithin: ['乙融姿', { words: ['融资'], isAnswered: true }, 2, ['乙融资']],
  maxTried: ['甲乙丙戊', { words: { 甲乙丙丁: 60, 甲乙丙庚: 1 } }, 1, ['甲乙丙庚']],
  maxOffered: ['甲乙丙戊', { words: ['甲乙丙丁', '甲乙丙庚', '甲乙丙壬'] }, 3, ['甲乙丙庚', '甲乙丙壬', '甲乙丙丁']],
};
for (const [name, [query, setting, value, then]] of Object.entries(turned))
  test(`${name}: ${query}`, async () => {
    assert.notDeepEqual(await offered(query, setting), then);
    assert.deepEqual(await offered(query, { ...setting, options: { [name]: value } }), then);
  });

test('leading: a word that names something comes before a common one', async () => {
  const both = dictionaryOfWords(['甲乙丙丁', '甲乙丙庚'], wordKinds.common, {
    leads: [wordKinds.official, wordKinds.common],
  });
  const meant = async (options: Partial<CorrectionOptions>) =>
    (
      await new SpellingCorrection(both, undefined, options).didYouMean(
        '甲乙丙戊',
        holding({ 甲乙丙丁: 4, 甲乙丙庚: 4 }),
      )
    )[0]?.to;
  assert.equal(await meant({}), '甲乙丙丁');
  assert.equal(await meant({ leading: 0 }), '甲乙丙庚');
});

// Of the made-up county.
const spelling = new SpellingCorrection(dictionary, (sign) => lexicon.simplify(sign));
const long = dictionary.words.filter(({ letters }) => /^\p{Script=Han}{3,6}$/u.test(letters));
const anyWord = fc.constantFrom(...long);
/** The same sound, another character. */
function* homophonesOf(sign: string): Generator<string> {
  const sound = dictionary.soundsOf(sign)[0];
  for (const other of commonCharacters()) if (other !== sign && dictionary.soundsOf(other)[0] === sound) yield other;
}

test('a word with one character of the same sound is offered, if what was typed is said nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(anyWord, fc.nat(), fc.nat(), async ({ text, letters }, at, which) => {
      const signs = [...letters];
      const place = at % signs.length;
      const others = [...homophonesOf(signs[place] ?? '')];
      const other = others[which % Math.max(1, others.length)];
      // 与 and the like stand by themselves, and are no slip behind a word: 不少与.
      if (!other || functionWords.has(other)) return;
      const typed = signs.with(place, other).join('');
      if (dictionary.has(typed) || (await searcher.countOf(typed)) > 0) return;
      const meant = await spelling.didYouMean(typed, searcher);
      const isMeant = meant.some(({ query }) => dictionary.wordsOfSound([...query]).some((one) => one.text === text));
      assert.ok(isMeant || (await searcher.countOf(text)) === 0, `${typed}: ${text}`);
    }),
    { numRuns: 150 },
  );
});

test('a word in pinyin is offered, or one that reads alike', async () => {
  await fc.assert(
    fc.asyncProperty(anyWord, async ({ text, letters }) => {
      const [reading] = dictionary.readings(letters);
      if (!reading || (await searcher.countOf(text)) === 0) return;
      const meant = await spelling.didYouMean(reading.join(''), searcher);
      assert.ok(
        meant.some(({ query }) => dictionary.wordsOfSound([...query]).some((one) => one.text === text)),
        `${reading}: ${text}`,
      );
    }),
    { numRuns: 150 },
  );
});

test('no word of the dictionary is corrected', async () => {
  for (const { text } of dictionary.words) assert.deepEqual(await spelling.didYouMean(text, searcher), [], text);
});
