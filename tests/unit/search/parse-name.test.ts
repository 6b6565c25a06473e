import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planPages, planPagesOf, sitePages } from '../../../src/routes/site-pages.ts';
import { namedPages } from '../../../src/search/build/records.ts';
import { memoryIndex, memoryRanking } from '../../../src/search/learning/memory-search.ts';
import { Lexicon } from '../../../src/search/query/lexicon.ts';
import { Searcher } from '../../../src/search/query/searcher.ts';
import type { LexiconUnit } from '../../../src/search/shared/catalogue.ts';
import { codedThesaurus } from '../../../src/search/shared/coded-thesaurus.ts';
import { handbook, plainCatalogue, recordOf, records, searcher } from './collection.ts';

const first = async (query: string) => {
  const [hit] = (await searcher.search(query)).hits;
  return hit && { match: hit.match, path: records[hit.record]?.display.path };
};

const unitOf = (
  record: number,
  names: string[],
  calls: string[] = [],
  more: Partial<LexiconUnit> = {},
): LexiconUnit => ({
  record,
  names,
  calls,
  isBody: true,
  pinyin: [],
  ...more,
});
const all = [
  recordOf({ kind: 'task', text: '渔业局牵头养鱼，林业部门配合' }),
  recordOf({ kind: 'unit', text: '', titles: ['县渔业局'], words: [] }),
  recordOf({ kind: 'unit', text: '', titles: ['县渔政服务中心'], words: [] }),
  recordOf({ kind: 'unit', text: '', titles: ['县林草局'], words: [] }),
  recordOf({ kind: 'unit', text: '', titles: ['各林场'], words: [] }),
  recordOf({ kind: 'task', text: '林草局、各林场造林' }),
];
const units = [
  unitOf(1, ['县渔业局', '渔业局'], ['水产局', '水产养殖办'], { pinyin: ['yuyeju', 'yyj'] }),
  unitOf(2, ['县渔政服务中心', '渔政服务中心']),
  unitOf(3, ['县林草局', '林草局'], ['林业厅', '植树办']),
  unitOf(4, ['各林场'], ['河街', '东乡'], { isBody: false }),
];
const catalogue = {
  ...plainCatalogue(all, undefined, { thesaurus: codedThesaurus([]), units, simplified: '' }),
  unitPrefixes: ['县'],
};
const fishing = new Searcher(memoryIndex(all), catalogue, new Lexicon(catalogue.lexicon), memoryRanking(all));
const found = async (query: string) =>
  (await fishing.search(query)).hits.map(({ record, match }) => `${match} ${record}`);

test('the beginning or end of a name leads to the unit, of several names to all of their units', async () => {
  assert.deepEqual(await found('渔业'), ['exact 1', 'exact 0']);
  assert.deepEqual(await found('服务中心'), ['exact 2']);
  assert.deepEqual((await found('林草')).slice(0, 2), ['exact 3', 'exact 5']);
  // The name of no single body is a word like others; one character is half a word.
  assert.equal((await found('林场'))[0], 'exact 5');
  assert.equal((await found('渔'))[0], 'exact 0');
  // The middle of a name is a word as well.
  assert.deepEqual(await found('政服务'), ['exact 2']);
});

test('half of what readers call a unit leads to it where no record holds the words', async () => {
  assert.deepEqual(await found('水产'), ['synonym 1', 'synonym 0']);
  assert.equal((await found('林业'))[0], 'exact 0');
  assert.equal((await found('植树'))[0], 'synonym 3');
});

test('the office of a street or town is found by the name of the place alone', async () => {
  for (const query of ['河街', '河街办', '河街办事处', '东乡政府'])
    assert.equal((await found(query))[0], 'synonym 4', query);
  assert.deepEqual(await found('河街办公'), []);
});

test('a unit that is not named by its own words is first, and no exact find', async () => {
  assert.equal((await found('水产局'))[0], 'synonym 1');
  assert.equal((await found('yuyeju'))[0], 'synonym 1');
  assert.equal((await found('yu ye'))[0], 'synonym 1');
  assert.deepEqual(await found('yuy'), []);
  assert.deepEqual(await found('“水产局”'), []);
});

test('a unit is found behind the district that it is of', async () => {
  assert.deepEqual(await found('东湖县渔业局'), ['synonym 1', 'synonym 0']);
  assert.equal((await found('东湖县水产局'))[0], 'synonym 1');
  assert.notEqual((await found('东湖省渔业局'))[0], 'synonym 1');
  assert.notEqual((await found('林草局和县渔业局'))[0], 'synonym 1');
});

test('half a name is asked for its duties like a whole one', async () => {
  for (const query of [
    '渔业负责什么',
    '渔业有哪些任务',
    '渔业要做哪些工作',
    '渔业的职责',
    '渔业今年有什么任务',
    '渔业2025年度分别承担什么',
  ])
    assert.deepEqual(await found(query), await found('渔业'), query);
  for (const query of ['林草局是干什么的', '林草局在哪里', '林业厅怎么走'])
    assert.ok((await found(query))[0]?.endsWith(' 3'), query);
  assert.deepEqual(await found('yuyeju 任务'), await found('yuyeju'));
  assert.deepEqual(await found('东湖县水产局牵头什么'), await found('东湖县水产局'));
  assert.deepEqual(await found('“渔业负责”'), []);
  // 渔业办事 is about doing business there.
  assert.notDeepEqual(await found('渔业事项'), await found('渔业'));
});

test('every page of the handbook is first for its names, those of plans in the order of the plans', async () => {
  for (const { names, record, kind } of namedPages(handbook))
    for (const name of names) {
      const same = namedPages(handbook).filter((page) => page.names.includes(name));
      const { hits } = await searcher.search(name);
      const paths = hits.slice(0, same.length).map((hit) => records[hit.record]?.display.path);
      assert.deepEqual(
        paths,
        same.map((page) => page.record.display.path),
        `${kind} ${name}`,
      );
      assert.ok(paths.includes(record.display.path));
    }
});

test('every page of a plan is among them, or found as the document', () => {
  const paths = new Set(records.map(({ display }) => display.path));
  for (const plan of handbook.plans) for (const { path } of planPagesOf(plan)) assert.ok(paths.has(path), path);
});

test('a page is asked for with question words, a year, or all that is on it', async () => {
  const [newest, older] = handbook.plans;
  if (!newest || !older) throw new Error('the fixture holds no two plans');
  const targets = (plan: { id: string }) => planPages.targets.path(plan.id);
  for (const query of ['目标有哪些', '全部目标', '所有的量化目标', '目标在哪里看'])
    assert.equal((await first(query))?.path, targets(newest), query);
  assert.equal((await searcher.search('有哪些单位')).query.needsMoreWords, false);
  for (const plan of [newest, older]) {
    const year = plan.cited.replace(/^.*〔(\d+)〕.*$/u, '$1');
    for (const query of [`${year}年目标`, `${year}年度指标`])
      assert.equal((await first(query))?.path, targets(plan), query);
  }
  assert.equal((await first('怎么打印'))?.path, planPages.print.path(newest.id));
});

test('a plan is first for its titles', async () => {
  for (const { id, title, shortTitle } of handbook.plans)
    for (const name of [title, shortTitle]) assert.equal((await first(name))?.path, planPages.plan.path(id), name);
});

test('a page is not related to any question', async () => {
  const { hits } = await searcher.search('打印机坏了没有人修怎么办');
  assert.ok(
    hits.every(({ record }) => records[record]?.display.path !== planPages.print.path(handbook.plans[0]?.id ?? '')),
  );
});

for (const query of [
  '我们局要做什么',
  '我局要牵头哪些事',
  '本单位任务',
  '我们街道负责什么',
  '请问我们单位有哪些目标',
  '咱们局的职责',
  '我们中心的目标',
  '我局今年的指标',
])
  test(`${query} leads to the index of units`, async () => {
    const { hits, query: read } = await searcher.search(query);
    assert.ok(read.asksOwnUnit);
    assert.deepEqual(
      hits.map(({ record }) => records[record]?.display.path),
      [sitePages.units.path],
    );
  });

test('a question of a firm, and one that asks more of a unit than its duties, are not for the own unit', async () => {
  for (const query of ['我们公司要做什么', '我们局怎么申请补贴', '单位任务', '我要做什么'])
    assert.ok(!(await searcher.search(query)).query.asksOwnUnit, query);
});
