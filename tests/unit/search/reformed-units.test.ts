import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitPath } from '../../../src/routes/paths.ts';
import { memorySearch } from '../../../src/search/learning/memory-search.ts';
import { parseName } from '../../../src/search/query/parse-name.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { countyReformed, handbookFrom } from '../../fixtures/county.ts';

const { records, catalogue, lexicon, searcher } = memorySearch(handbookFrom(countyReformed));

/** The units that lead the answer to a query. */
async function unitsFor(query: string) {
  const { hits } = await searcher.search(query);
  const found = hits.map(({ record }) => records[record]?.display);
  const end = found.findIndex((one) => one?.kind !== 'unit');
  return found.slice(0, end < 0 ? undefined : end);
}

for (const [query, old, now] of [
  ['县住建局', 'zhujian-ju', 'jianshe-shuju-ju'],
  ['zhujianju', 'zhujian-ju', 'jianshe-shuju-ju'],
  ['县人力资源社会保障局', 'renshe-ju', 'rencai-ju'],
  ['劳动局', 'renshe-ju', 'rencai-ju'],
  ['swj', 'shangwu-ju', 'waimao-ju'],
  ['县金融服务中心', 'jinrong-ban', 'jinrong-ju'],
] as const)
  test(`“${query}” finds the unit that it named and the one that came of it`, async () => {
    const paths = (await unitsFor(query)).map((one) => one?.path);
    for (const id of [old, now]) assert.ok(paths.includes(unitPath({ id })), `${id}: ${paths.join()}`);
  });

for (const query of ['县建设和数据局', 'jiansheheshujuju'])
  test(`“${query}” finds the unit by its new name`, async () => {
    assert.equal((await unitsFor(query))[0]?.path, unitPath({ id: 'jianshe-shuju-ju' }));
  });

test('a unit comes first by its own name, before those that came of it', async () => {
  for (const id of ['shangwu-ju', 'zhujian-ju', 'renshe-ju', 'jinrong-ban']) {
    const unit = records.find(({ display }) => display.path === unitPath({ id })) ?? assert.fail(id);
    assert.equal((await unitsFor(unit.display.title))[0]?.path, unit.display.path);
  }
});

test('a unit that is there no more says in the answer what it is now', async () => {
  const old = (await unitsFor('县住建局')).find((one) => one?.path === unitPath({ id: 'zhujian-ju' }));
  assert.equal(old?.label, '单位 · 已并入县建设和数据局');
});

test('the words for which a sound stands are said once', () => {
  const { means } = parseName(parseQuery('zhujianju', lexicon), catalogue, lexicon);
  assert.ok(means.includes('县住建局'));
  assert.deepEqual(means, [...new Set(means)]);
});

test('a filter by the new unit keeps the tasks that name the old one', async () => {
  const at = catalogue.facets.unit.findIndex(({ value }) => value === 'jianshe-shuju-ju');
  const kept = records.filter((_, record) => catalogue.records.facets.unit[record]?.includes(at));
  assert.ok(kept.some(({ display }) => display.kind === 'task' && display.units?.includes('县住建局')));
});
