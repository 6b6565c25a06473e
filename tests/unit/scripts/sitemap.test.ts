import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { addressesInFile, sitemap } from '../../../scripts/publish/sitemap.ts';
import { absoluteUrl } from '../../../src/routes/absolute-url.ts';
import { planPath, unitsPath } from '../../../src/routes/paths.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const pagesTo = (count: number) => Array.from({ length: count }, (_, index) => ({ path: `${unitsPath}${index}/` }));
const addresses = (xml: string | undefined, element: string) => {
  const $ = load(xml ?? assert.fail(), { xml: true });
  return $(`${element} > loc`)
    .toArray()
    .map((loc) => $(loc).text());
};

test('as many pages as one file may hold stand in one', () => {
  const pages = pagesTo(addressesInFile);
  const files = sitemap(handbook, pages);
  assert.deepEqual([...files.keys()], ['sitemap.xml']);
  assert.equal(addresses(files.get('sitemap.xml'), 'urlset > url').length, addressesInFile);
});

test('one page more, and the map names the files that list the pages, each page once', () => {
  const pages = [...pagesTo(addressesInFile), ...handbook.plans.map((plan) => ({ path: planPath(plan) }))];
  const files = sitemap(handbook, pages);
  const parts = [...files.keys()].filter((file) => file !== 'sitemap.xml');
  assert.deepEqual(
    addresses(files.get('sitemap.xml'), 'sitemapindex > sitemap'),
    parts.map((file) => absoluteUrl(handbook.site, file)),
  );
  const lists = parts.map((file) => addresses(files.get(file), 'urlset > url'));
  assert.ok(lists.every(({ length }) => length <= addressesInFile));
  assert.deepEqual(
    lists.flat(),
    pages.map(({ path }) => absoluteUrl(handbook.site, path)),
  );
});

test('the day of a page is that of its document', () => {
  const [plan] = handbook.plans;
  assert.ok(plan);
  const $ = load(sitemap(handbook, [{ path: planPath(plan) }, { path: unitsPath }]).get('sitemap.xml') ?? '', {
    xml: true,
  });
  assert.equal($('lastmod').text(), plan.issuedOn);
});
