import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memoryIndex, memoryRanking } from '../../../src/search/learning/memory-search.ts';
import { applyFilters } from '../../../src/search/query/facets.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import { numberVariants, wholeNumber } from '../../../src/search/query/number-variants.ts';
import { parseCitation } from '../../../src/search/query/parse-citation.ts';
import { maxQueryTokens, parseQuery } from '../../../src/search/query/parse-query.ts';
import { Ranking } from '../../../src/search/query/ranking.ts';
import { type Match, Searcher } from '../../../src/search/query/searcher.ts';
import { codedThesaurus } from '../../../src/search/shared/coded-thesaurus.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';
import { numberedIn } from '../../../src/text/outline-numbers.ts';
import {
  catalogue,
  handbook,
  lexicon,
  plainCatalogue,
  recordOf,
  records,
  searcher,
  searcherOf,
  searchIn,
} from './collection.ts';

const [plan] = handbook.plans;
const [unit] = handbook.units;
if (!plan || !unit) throw new Error('the fixture holds no plan or no unit');
const pathsOf = (positions: readonly number[]) => positions.map((record) => records[record]?.display.path);
const displayOf = (record: number | undefined) => records[record ?? -1]?.display;

const numbers: [string, string][] = [
  ['二十', '20'],
  ['20', '二十'],
  ['1万', '10000'],
  ['10000', '1万'],
  ['百分之九十', '90%'],
  ['90%', '百分之九十'],
  ['一千列', '1000列'],
  ['40亿元', '四十亿元'],
  ['一百零五', '105'],
  ['10500人', '一万零五百人'],
  ['一万零五百人', '10500人'],
  ['一万二千人', '1.2万人'],
  ['12万五千', '125000'],
  ['廿条', '20条'],
  ['100余场', '一百余场'],
  ['1,000列', '一千列'],
  ['二〇二五年三月', '2025年3月'],
  ['2025年', '二〇二五年'],
];
for (const [written, other] of numbers)
  test(`${written} is also searched for as ${other}`, () => {
    assert.ok(numberVariants(tokenTexts(written)).some((tokens) => tokens.join('') === other));
  });

test('a number is never searched for as a part of itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (value) => {
      for (const tokens of numberVariants([String(value)])) assert.equal(wholeNumber(tokens), value, tokens.join(''));
    }),
    // A value whose parts in 万 are no exact binary fraction.
    { examples: [[895512100]] },
  );
});

test('a task or measure is first for its citation with the number of its document, a task without it as well', async () => {
  for (const { number: document, tasks, measures } of handbook.plans) {
    const first = async (query: string) => displayOf((await searcher.search(query)).hits[0]?.record);
    for (const { number } of tasks)
      for (const form of [`${document} 任务清单第${number}项`, `${document} 第${number}项`])
        assert.match((await first(form))?.path ?? '', new RegExp(`#task-${number}$`, 'u'), form);
    for (const { number: place, mark, title } of measures) {
      // A measure is cited by the number that its document prints.
      const number = numberedIn(`${mark}题`)?.value ?? place;
      for (const form of [
        `${document} 措施${number}`,
        `${document}第${number}条`,
        `${document} 措施${number}“${title}”`,
      ])
        assert.equal((await first(form))?.title, title, form);
    }
    for (const form of ['第1项', '任务1', '任务清单第一项', '第1項', '任務1', '任務清單第一項'])
      assert.match((await first(form))?.path ?? '', /#task-1$/u, form);
    const forms = [
      '序号1',
      '第1号任务',
      '1号任务',
      '1项',
      '#1',
      '＃1?',
      'No.1',
      '附件第1项',
      '任务清单序号1',
      '序號1',
      '第1行',
    ];
    for (const form of [...forms, '第1项谁负责', '任务1的责任单位', '任务一讲了什么'])
      assert.match((await first(form))?.path ?? '', /#task-1$/u, form);
    for (const form of ['第1条', '第一条', '措施一', '第1号措施', '措施1有哪些任务'])
      assert.equal((await first(form))?.kind, 'measure', form);
    for (const form of ['措施1', '第一条措施']) assert.equal((await first(form))?.kind, 'measure', form);
  }
});

test('a measure is found by its number as printed, behind that of its document', () => {
  const rows = [recordOf({ kind: 'document' }), recordOf({ number: 3 }), recordOf({ number: 4 })];
  const known = { ...plainCatalogue(rows), documents: [{ number: '甲发〔2030〕12号', record: 0 }] };
  const cited = (query: string) => parseCitation(query, known, lexicon)?.records;
  for (const query of ['甲发〔2030〕12号（四）', '甲发〔2030〕12号 四、', '甲发〔2030〕12号（四）“培育新赛”'])
    assert.deepEqual(cited(query), [2], query);
  assert.equal(cited('（四）'), undefined);
});

test('several provisions are cited at once, by their first and last number or each by its own', () => {
  const rows = [1, 2, 3].flatMap((number) => [recordOf({ number }), recordOf({ kind: 'task', number })]);
  const cited = (query: string) => parseCitation(query, plainCatalogue(rows), lexicon)?.records;
  for (const query of [
    '第1-3项',
    '第一至三项',
    '第1到第3项谁负责',
    '任务1～3',
    '序号1—3',
    '第1、2、3项',
    '任务1、任务2和任务3',
    '＃1、2及3',
  ])
    assert.deepEqual(cited(query), [1, 3, 5], query);
  for (const query of ['措施2和3', '第2条、第3条', '措施二、措施三有哪些任务'])
    assert.deepEqual(cited(query), [2, 4], query);
  // One that no document has, numbers alone, and words of which they are a part.
  for (const query of ['第3-5项', '第1-999999999项', '1-3', '一、二', '第一、二产业', '任务1和养鱼'])
    assert.equal(cited(query), undefined, query);
});

test('a long row of the words of a citation is read at once', () => {
  for (const words of ['任务清单', '任务', '附件第', '1项、', '第1', '措施1至', '负责', '今年'])
    assert.equal(parseCitation(`${words.repeat(2000 / words.length)}渔`, catalogue, lexicon), undefined, words);
});

test('a 条 beyond the last measure is a row of the list', () => {
  const rows = [recordOf({ number: 1 }), ...[1, 2, 12].map((number) => recordOf({ kind: 'task', number }))];
  const cited = (query: string) => parseCitation(query, plainCatalogue(rows), lexicon)?.records;
  assert.deepEqual([cited('第一条'), cited('第2条'), cited('第十二条'), cited('第三条')], [[0], [2], [3], undefined]);
});

test('the number of a document leads to it, with brackets of any kind', () => {
  const { number } = plan;
  assert.ok(number);
  for (const form of [
    number,
    number.replace('〔', '[').replace('〕', ']'),
    number.replace(/[〔〕]/gu, ''),
    number.replace(/^.*〔/u, '〔'),
    number.replace(/^.*〔(\d+)〕(\d+)号$/u, '$1年$2号文件'),
    number.replace(/〔(\d+)〕/u, '$1年'),
    number.replace(/〔(\d+)〕/u, ''),
    `${number}有哪些内容`,
    `${number.replace('〔', '(').replace('〕', ')')}文`,
    `${number}文件的内容`,
    `${number} 《${plan.title}》`,
  ])
    assert.deepEqual(pathsOf(parseCitation(form, catalogue, lexicon)?.records ?? []), [`plans/${plan.id}/`], form);
});

test('a number that no task has is no citation', () => {
  const last = Math.max(...handbook.plans.map(({ tasks }) => tasks.length));
  assert.equal(parseCitation(`第${last + 1}项`, catalogue, lexicon), undefined);
});

test('a number before other words is no citation', () => {
  for (const query of ['1项目', '第1条路', '1号线', '2号', '1件事']) {
    const cited = parseCitation(query, catalogue, lexicon)?.records ?? [];
    assert.ok(
      cited.every((record) => displayOf(record)?.kind === 'task' && query === '2号'),
      query,
    );
  }
});

test('words in quotes of any kind are found as they stand, or not at all', async () => {
  const words = plan.measures[0]?.text.slice(2, 6) ?? '';
  for (const [open, close] of ['“”', '「」', '『』', '《》', '""', '＂＂'].map((pair) => [...pair])) {
    const { hits } = await searcher.search(`${open}${words}${close}`);
    assert.ok(hits.length > 0 && hits.every(({ match }) => match === 'exact'), open);
  }
  assert.deepEqual((await searcher.search('“这几个字文件里没有”')).hits, []);
});

test('traditional characters are read as simplified ones', async () => {
  const simplified = await searcher.search('税务');
  assert.deepEqual((await searcher.search('稅務')).hits, simplified.hits);
});

test('every unit is first for its name, its other names and its name in pinyin', async () => {
  for (const { record, names, pinyin } of catalogue.lexicon.units)
    for (const name of [...names, ...pinyin]) {
      const { hits } = await searcher.search(name);
      const same = catalogue.lexicon.units.filter((other) => [...other.names, ...other.pinyin].includes(name));
      assert.ok(
        same.some((other) => other.record === hits[0]?.record) && hits.some((hit) => hit.record === record),
        name,
      );
    }
});

test('a unit is before another one that readers call by its name', () => {
  const unitOf = (record: number, name: string, calls: string[]) => ({
    record,
    names: [name],
    calls,
    pinyin: [],
    isBody: true,
  });
  const units = [unitOf(1, '审批局', ['数据局']), unitOf(2, '数据局', [])];
  assert.deepEqual(
    new Lexicon({ thesaurus: codedThesaurus([]), units, simplified: '' }).lookUp([...'数据局'])?.units,
    [2, 1],
  );
});

test('a query for the duties of a unit is answered as its name', async () => {
  for (const { record, names, calls } of catalogue.lexicon.units)
    for (const name of [...names, ...calls])
      for (const question of [`${name}负责什么`, `${name}的职责有哪些？`, `请问${name}要做哪些工作`]) {
        const { hits } = await searcher.search(question);
        assert.deepEqual(hits, (await searcher.search(name)).hits, question);
        assert.ok(
          hits.some((hit) => hit.record === record),
          question,
        );
      }
});

test('a query that asks more of a unit than its duties is not answered as its name', async () => {
  const [{ names: [name = ''] = [] } = {}] = catalogue.lexicon.units;
  for (const question of [`${name}电话`, `${name}企业融资`, `${name}事`, '负责什么', '任务']) {
    const { hits } = await searcher.search(question);
    assert.ok(
      hits.every(({ match, record }) => match !== 'exact' || displayOf(record)?.kind !== 'unit'),
      question,
    );
  }
});

test('every word of the thesaurus finds all records that say what it means', async () => {
  for (const { words, means } of handbook.thesaurus) {
    const saying = records.flatMap(({ display, titles, words: texts }, at) =>
      display.kind !== 'unit' && [...titles, ...texts].some((text) => means.some((mean) => text.includes(mean)))
        ? [at]
        : [],
    );
    assert.ok(saying.length > 0, means.join());
    for (const word of words) {
      const { hits, substitutions } = await searcher.search(word);
      const found = new Set(hits.map(({ record }) => record));
      assert.deepEqual(
        saying.filter((record) => !found.has(record)),
        [],
        word,
      );
      if (hits[0]?.match === 'synonym') assert.ok(substitutions.length > 0, word);
    }
  }
});

test('a record is told for which the editor has the very words', async () => {
  const all = [recordOf({ text: '支持建厂' }), recordOf({ text: '开设厂房', vocabulary: ['建厂'] })];
  const { hits } = await searcherOf(all).search('建厂');
  assert.deepEqual(hits, [
    { record: 1, match: 'synonym', isOwner: true },
    { record: 0, match: 'exact' },
  ]);
});

test('an entry of the vocabulary comes before what only holds it, and what holds it of the same measure before both', async () => {
  const vocabulary = ['建厂'];
  const owner = recordOf({ text: '开设厂房', vocabulary });
  const passing = recordOf({ text: '支持建厂' });
  assert.deepEqual(await searchIn([passing, owner], '建厂'), ['synonym 开设厂房', 'exact 支持建厂']);
  assert.deepEqual(await searchIn([passing, owner], '怎么建厂'), ['synonym 开设厂房', 'exact 支持建厂']);
  assert.deepEqual(await searchIn([passing, owner], '“建厂”'), ['exact 支持建厂']);
  const task = recordOf({ kind: 'task', text: '建厂一件事' });
  assert.deepEqual(await searchIn([passing, owner, task], '建厂'), [
    'exact 建厂一件事',
    'exact 支持建厂',
    'synonym 开设厂房',
  ]);
  const longer = recordOf({ text: '园区', vocabulary: ['建厂选址'] });
  assert.deepEqual((await searchIn([longer, owner], '建厂'))[0], 'synonym 开设厂房');
});

/** Records that hold nothing of the queries, so that no word is common. */
const others = Array.from({ length: 20 }, (_, at) => recordOf({ text: `other${at}` }));

test('an exact find in a target or document alone is followed by what is related, one in a provision is not', async () => {
  const related = recordOf({ text: '岗位培训', asked: { questions: ['技能培训去哪里报名'], words: ['技能', '培训'] } });
  const foundWith = (kind: 'target' | 'document' | 'task') =>
    searchIn([related, ...others, recordOf({ kind, text: '技能培训' })], '技能培训');
  assert.deepEqual(await foundWith('target'), ['exact 技能培训', 'related 岗位培训']);
  assert.deepEqual((await foundWith('document')).slice(0, 2), ['exact 技能培训', 'related 岗位培训']);
  assert.deepEqual(await foundWith('task'), ['exact 技能培训']);
});

test('a query all of whose words one record holds is likely answered by it, however short', async () => {
  const asked = { questions: [], words: ['通电', '新厂'] };
  const searches = searcherOf([recordOf({ text: '当天送电', asked }), ...others]);
  const isLikely = async (query: string) => {
    const { hits, isLikely: likely } = await searches.search(query);
    return hits.length > 0 && likely;
  };
  // Too short for its score alone.
  assert.equal(await isLikely('通电'), true);
  assert.equal(await isLikely('通电 新厂'), true);
  assert.equal(await isLikely('新厂 通水'), false);
});

test('how bad something is, and how often, is no part of what is searched for', async () => {
  const word = handbook.thesaurus[0]?.words[0] ?? '';
  const first = async (query: string) => (await searcher.search(query)).hits[0];
  assert.equal((await first(word))?.match, 'synonym');
  for (const complaint of ['太慢', '很贵', '太麻烦', '好久'])
    assert.deepEqual(await first(word + complaint), await first(word), complaint);
  for (const often of ['老是', '老是来', '总来']) assert.deepEqual(await first(often + word), await first(word), often);
});

test('every task is first for eight characters from the middle of its text', async () => {
  for (const { tasks } of handbook.plans)
    for (const { text } of tasks) {
      const middle = Math.max(0, Math.floor((text.length - 8) / 2));
      const words = text.slice(middle, middle + 8).replace(/。$/u, '');
      const first = displayOf((await searcher.search(words)).hits[0]?.record);
      assert.ok(first?.kind === 'task' && first.text.includes(words), words);
    }
});

test('of exact records: a measure for its title, tasks, measures, targets, documents, units; scattered words last', async () => {
  const text = '盖仓库';
  const all = [
    recordOf({ kind: 'unit', text: `${text}，单位` }),
    recordOf({ kind: 'document', text: `${text}，文件` }),
    recordOf({ kind: 'measure', text: `${text}，措施` }),
    recordOf({ kind: 'task', text: `${text}，任务` }),
    recordOf({ kind: 'target', text: `${text}，目标` }),
    recordOf({ kind: 'measure', text: '题', titles: [text] }),
  ];
  assert.deepEqual(await searchIn(all, text), [
    'exact 题',
    ...['任务', '措施', '目标', '文件', '单位'].map((kind) => `exact ${text}，${kind}`),
  ]);
  const apart = [recordOf({ kind: 'task', text: '仓库要盖' }), recordOf({ kind: 'unit', text: '盖仓库' })];
  assert.deepEqual(await searchIn(apart, '盖 仓库'), ['exact 盖仓库', 'exact 仓库要盖']);
});

test('exact results come before synonyms, and those before related ones', async () => {
  const order: Match[] = ['exact', 'synonym', 'related'];
  const queries = fc.constantFrom(
    ...records.flatMap(({ words, vocabulary }) => [...words.map((text) => text.slice(3, 9)), ...vocabulary]),
  );
  await fc.assert(
    fc.asyncProperty(queries, queries, async (one, other) => {
      const { hits } = await searcher.search(one.slice(0, 4) + other.slice(0, 4));
      const layers = hits.map(({ match }) => order.indexOf(match));
      assert.deepEqual(
        layers,
        [...layers].sort((a, b) => a - b),
      );
    }),
    { numRuns: 40 },
  );
});

test('any string at all is a query, and only one that is too long is cut', async () => {
  const signs = [
    '税',
    '“',
    '”',
    '第',
    '项',
    '1万',
    '\ud800',
    '\u0000',
    '<b>',
    '.*',
    '😀',
    '措施',
    ' ',
    '、',
    '+',
    '%',
    '20',
  ];
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...signs));
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      await searcher.search(pieces.join(''));
    }),
    { numRuns: 200 },
  );
  assert.equal(parseQuery('税'.repeat(maxQueryTokens), lexicon).cut, false);
  const long = parseQuery(`${'税'.repeat(maxQueryTokens - 1)} 税务`, lexicon);
  assert.deepEqual([long.cut, long.pieces.flat().length], [true, maxQueryTokens]);
});

test('of a query that no record holds to the letter, all parts of the ranking are asked for at once', async () => {
  const asked = new Set<number>();
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const read = async (part: number) => {
    asked.add(part);
    await answered;
    const table = { bits: 8, rows: new Map() };
    return { terms: table, entries: table };
  };
  const layout = { records: 1, ranked: 1, common: Array<string>(64).fill('') };
  const one = [recordOf({ text: '别的' })];
  const index = { ...memoryIndex(one), mayHold: () => false };
  const own = plainCatalogue(one);
  const ranking = new Ranking({ layout, read }, own.records.kinds);
  const found = new Searcher(index, own, new Lexicon(own.lexicon), ranking).search('养鱼的池塘满了');
  await new Promise(setImmediate);
  const atOnce = asked.size;
  answer();
  await found;
  assert.ok(atOnce > 1);
  assert.equal(asked.size, atOnce);
});

test('a failed look-up is tried again', async () => {
  let isBroken = true;
  const index = {
    mayHold: () => true,
    find: async () => (isBroken ? Promise.reject(new Error('网络不通')) : new Map([[0, 0]])),
  };
  const flaky = new Searcher(index, catalogue, lexicon, memoryRanking(records, handbook.thesaurus));
  await assert.rejects(flaky.search('税务'));
  isBroken = false;
  assert.ok((await flaky.search('税务')).hits.length > 0);
});

test('the count beside a value is what choosing it leaves, whatever else is chosen', async () => {
  const { hits } = await searcher.search(unit.name);
  const environment = plan.environments[0]?.short ?? '';
  const { choices } = applyFilters(hits, { environment }, catalogue);
  let counted = 0;
  for (const name of ['kind', 'topic', 'unit', 'innovation', 'plan'] as const)
    for (const { value, count } of choices[name]) {
      assert.equal(
        applyFilters(hits, { environment, [name]: value }, catalogue).hits.length,
        count,
        `${name}=${value}`,
      );
      counted++;
    }
  assert.ok(counted > 3);
});
