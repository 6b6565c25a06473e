import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyFilters } from '../../../src/search/query/facets.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import { numberVariants, wholeNumber } from '../../../src/search/query/number-variants.ts';
import { parseCitation } from '../../../src/search/query/parse-citation.ts';
import { maxQueryTokens, parseQuery } from '../../../src/search/query/parse-query.ts';
import { type Match, Searcher } from '../../../src/search/query/searcher.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';
import { catalogue, handbook, lexicon, rankingOf, recordOf, records, searcher, searchIn } from './collection.ts';

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
    for (const { number, title } of measures)
      for (const form of [
        `${document} 措施${number}`,
        `${document}第${number}条`,
        `${document} 措施${number}“${title}”`,
      ])
        assert.equal((await first(form))?.title, title, form);
    for (const form of ['第1项', '任务1', '任务清单第一项', '第1項', '任務1', '任務清單第一項'])
      assert.match((await first(form))?.path ?? '', /#task-1$/u, form);
    for (const form of ['措施1', '第一条措施']) assert.equal((await first(form))?.kind, 'measure', form);
  }
});

test('the number of a document leads to it, with brackets of any kind', () => {
  const { number } = plan;
  assert.ok(number);
  for (const form of [number, number.replace('〔', '[').replace('〕', ']'), number.replace(/[〔〕]/gu, '')])
    assert.deepEqual(pathsOf(parseCitation(form, catalogue, lexicon)?.records ?? []), [`plans/${plan.id}/`], form);
});

test('a number that no task has is no citation', () => {
  const last = Math.max(...handbook.plans.map(({ tasks }) => tasks.length));
  assert.equal(parseCitation(`第${last + 1}项`, catalogue, lexicon), undefined);
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
  const unitOf = (record: number, name: string, calls: string[]) => ({ record, names: [name], calls, pinyin: [] });
  const units = [unitOf(1, '审批局', ['数据局']), unitOf(2, '数据局', [])];
  assert.deepEqual(new Lexicon({ thesaurus: [], units, simplified: '' }).lookUp([...'数据局'])?.units, [2, 1]);
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

test('every word of the thesaurus, or a part of it, finds all records that say what it means', async () => {
  for (const { words, means } of catalogue.lexicon.thesaurus) {
    const saying = records.flatMap(({ display, titles, words: texts }, at) =>
      display.kind !== 'unit' && [...titles, ...texts].some((text) => means.some((mean) => text.includes(mean)))
        ? [at]
        : [],
    );
    assert.ok(saying.length > 0, means.join());
    for (const word of words)
      for (const part of [word, word.slice(1)].filter(({ length }) => length > 1)) {
        const { hits, substitutions } = await searcher.search(part);
        const found = new Set(hits.map(({ record }) => record));
        assert.deepEqual(
          saying.filter((record) => !found.has(record)),
          [],
          part,
        );
        if (part === word && hits[0]?.match === 'synonym') assert.ok(substitutions.length > 0, word);
      }
  }
});

test('how bad something is, is no part of what is searched for', async () => {
  const word = catalogue.lexicon.thesaurus[0]?.words[0] ?? '';
  const first = async (query: string) => (await searcher.search(query)).hits[0];
  assert.equal((await first(word))?.match, 'synonym');
  for (const complaint of ['太慢', '很贵', '太麻烦', '好久'])
    assert.deepEqual(await first(word + complaint), await first(word), complaint);
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

test('a failed look-up is tried again', async () => {
  let isBroken = true;
  const index = { find: async () => (isBroken ? Promise.reject(new Error('网络不通')) : [0]) };
  const flaky = new Searcher(index, catalogue, lexicon, rankingOf(records, handbook.thesaurus));
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
