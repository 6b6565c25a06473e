import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { narrow } from '../../../src/search/query/facets.ts';
import { excerptOf, rangesIn, spanOf, stretchesOf } from '../../../src/search/query/highlight.ts';
import { numberVariants, wholeNumber } from '../../../src/search/query/number-variants.ts';
import { readCitation } from '../../../src/search/query/parse-citation.ts';
import { longest, understand } from '../../../src/search/query/parse-query.ts';
import { type Match, Searcher } from '../../../src/search/query/searcher.ts';
import { wordsOf } from '../../../src/search/shared/tokenizer.ts';
import { catalogue, handbook, records, searcher, vocabulary } from './handbook.ts';

const [plan] = handbook.plans;
const [unit] = handbook.units;
if (!plan || !unit) throw new Error('内容里没有方案或单位。');
const pathsOf = (positions: readonly number[]) => positions.map((record) => records[record]?.display.path);
const titleOf = (record: number | undefined) => records[record ?? -1]?.display.title;

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
  test(`${written} is also looked for as ${other}`, () => {
    assert.ok(numberVariants(wordsOf(written)).some((units) => units.join('') === other));
  });

test('a number is never looked for as a part of itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (value) => {
      for (const units of numberVariants([String(value)])) assert.equal(wholeNumber(units), value, units.join(''));
    }),
    // A value whose parts in 万 are no exact binary fraction.
    { examples: [[895512100]] },
  );
});

const taskForms = (n: number) => [`第${n}项`, `任务${n}`, `任务清单第${n}项`, `${plan.number} 任务清单第${n}项`];
const measureForms = (n: number) => [`措施${n}`, `第${n}条措施`, `${plan.number} 措施${n}`];
for (const { number } of plan.tasks)
  test(`task ${number} is found by its citations`, async () => {
    for (const form of taskForms(number)) {
      const { hits } = await searcher.search(form);
      assert.deepEqual(records[hits[0]?.record ?? -1]?.number, number, form);
      assert.equal(records[hits[0]?.record ?? -1]?.display.kind, 'task', form);
    }
  });
for (const { number } of plan.measures)
  test(`measure ${number} is found by its citations`, async () => {
    for (const form of measureForms(number)) {
      const { hits } = await searcher.search(form);
      assert.deepEqual(records[hits[0]?.record ?? -1]?.number, number, form);
      assert.equal(records[hits[0]?.record ?? -1]?.display.kind, 'measure', form);
    }
  });

test('the number of a document leads to it, with brackets of any kind', () => {
  for (const form of [
    plan.number,
    plan.number.replace('〔', '[').replace('〕', ']'),
    plan.number.replace(/[〔〕]/gu, ''),
  ])
    assert.deepEqual(pathsOf(readCitation(form, catalogue)?.records ?? []), [`plans/${plan.id}/`], form);
});

test('a number that no task has is no citation', () => {
  assert.equal(readCitation(`第${plan.tasks.length + 1}项`, catalogue), undefined);
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

test('who asks what a unit has to do is led to the unit, whatever it is called, and then to what names it', async () => {
  for (const { record, names, calls } of catalogue.lexicon.units)
    for (const name of [...names, ...calls])
      for (const question of [`${name}负责什么`, `${name}的职责有哪些？`, `请问${name}要做哪些工作`]) {
        const { hits } = await searcher.search(question);
        const alone = await searcher.search(name);
        assert.deepEqual(hits, alone.hits, question);
        assert.ok(
          hits.some((hit) => hit.record === record),
          question,
        );
      }
});

test('a question about a unit that asks for something else is not one about its duties', async () => {
  const [{ names: [name = ''] = [] } = {}] = catalogue.lexicon.units;
  for (const question of [`${name}电话`, `${name}企业融资`, '园区办事', '负责什么', '任务']) {
    const { hits } = await searcher.search(question);
    assert.ok(
      hits.every(({ match, record }) => match !== 'exact' || records[record]?.display.kind !== 'unit'),
      question,
    );
  }
});

test('every word of the thesaurus finds what it stands for, and says what stood for it', async () => {
  for (const { words, means } of catalogue.lexicon.thesaurus)
    for (const word of words) {
      const { hits, stood } = await searcher.search(word);
      const right = new Set(
        records.flatMap(({ titles, words: texts }, at) =>
          [...titles, ...texts].some((text) => means.some((mean) => text.includes(mean))) ? [at] : [],
        ),
      );
      assert.ok(
        hits.some(({ record }) => right.has(record)),
        word,
      );
      if (hits[0]?.match === 'synonym') assert.ok(stood.length > 0, word);
    }
});

test('part of any word of the thesaurus finds every record that says what the word means', async () => {
  for (const { words, means } of catalogue.lexicon.thesaurus) {
    const saying = records.flatMap(({ display, titles, words: texts }, at) =>
      display.kind !== 'unit' && [...titles, ...texts].some((text) => means.some((mean) => text.includes(mean)))
        ? [at]
        : [],
    );
    for (const part of words.map((word) => wordsOf(word).slice(1)).filter(({ length }) => length > 1)) {
      const { hits } = await searcher.search(part.join(''));
      const found = new Set(hits.map(({ record }) => record));
      assert.deepEqual(
        saying.filter((record) => !found.has(record)),
        [],
        part.join(''),
      );
    }
  }
});

test('a task is first for eight characters from the middle of its text', async () => {
  for (const task of plan.tasks) {
    const middle = Math.floor((task.text.length - 8) / 2);
    const { hits } = await searcher.search(task.text.slice(middle, middle + 8));
    assert.equal(
      titleOf(hits[0]?.record),
      titleOf(records.findIndex((one) => one.number === task.number && one.display.kind === 'task')),
    );
  }
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
        layers.toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 40 },
  );
});

test('any string at all is a query: it is answered, and cut only where that is said', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
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
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      await searcher.search(pieces.join(''));
    }),
    { numRuns: 200 },
  );
  assert.equal(understand('税'.repeat(longest), vocabulary).cut, false);
  assert.equal(understand('税'.repeat(longest + 1), vocabulary).cut, true);
});

test('a failed look-up is not remembered as an empty one', async () => {
  let broken = true;
  const index = { find: async () => (broken ? Promise.reject(new Error('网络不通')) : [0]) };
  const flaky = new Searcher(index, catalogue, vocabulary);
  await assert.rejects(flaky.search('税务'));
  broken = false;
  assert.ok((await flaky.search('税务')).hits.length > 0);
});

test('stretches together are the text, and what is marked reads as what was looked for', () => {
  const text = '推广“一业一证”改革，一业一证。';
  const ranges = rangesIn(text, [wordsOf('一业一证')]);
  assert.deepEqual(
    ranges.map(([start, end]) => text.slice(start, end)),
    ['一业一证', '一业一证'],
  );
  assert.equal(
    stretchesOf(text, ranges)
      .map((stretch) => stretch.text)
      .join(''),
    text,
  );
});

test('words are the closer the shorter the stretch that holds them all', () => {
  const rows = [wordsOf('税务'), wordsOf('迁移')];
  assert.equal(spanOf(wordsOf('税务迁移'), rows), 4);
  assert.equal(spanOf(wordsOf('税务登记和税务跨区迁移'), rows), 6);
  assert.equal(spanOf(wordsOf('税务登记'), rows), Number.POSITIVE_INFINITY);
});

test('an excerpt of a long text holds a match, wherever it stands', () => {
  const text = '甲乙丙丁，'.repeat(60);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), (at) => {
      const long = `${text.slice(0, at)}税务${text.slice(at)}`;
      const excerpt = excerptOf(long, rangesIn(long, [['税', '务']]));
      assert.ok(excerpt.some(({ text, marked }) => marked && text === '税务'));
    }),
  );
});

test('the count beside a value is what choosing it leaves, whatever else is chosen', async () => {
  const { hits } = await searcher.search(unit.name);
  const environment = plan.environments[0]?.short ?? '';
  const { choices } = narrow(hits, { environment }, catalogue);
  for (const name of ['kind', 'topic', 'unit', 'innovation'] as const)
    for (const { value, count } of choices[name])
      assert.equal(narrow(hits, { environment, [name]: value }, catalogue).hits.length, count, `${name}=${value}`);
});

test('how bad something is, is no part of what is looked for', async () => {
  const [entry] = catalogue.lexicon.thesaurus;
  const word = entry?.words[0] ?? '';
  const first = async (query: string) => (await searcher.search(query)).hits[0];
  assert.equal((await first(word))?.match, 'synonym');
  for (const complaint of ['太慢', '很贵', '太麻烦', '好久'])
    assert.deepEqual(await first(word + complaint), await first(word), complaint);
});
