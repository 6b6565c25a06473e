import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { sitemap } from '../../../src/exports/sitemap.ts';
import { absoluteUrl } from '../../../src/routes/absolute-url.ts';
import { measurePath, planPath, unitsPath } from '../../../src/routes/paths.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans;
const $ = load(sitemap(handbook), { xml: true });

/** The day that the sitemap gives for a page; fails if the page is not listed once. */
function dayOf(path: string): string {
  const entries = $('urlset > url').filter((_, url) => $(url).find('loc').text() === absoluteUrl(handbook.site, path));
  assert.equal(entries.length, 1, path);
  return entries.find('lastmod').text();
}

test('official text has the day of its document, the pages of the handbook none', () => {
  assert.ok(plan?.measures[0]);
  assert.equal(dayOf(planPath(plan)), plan.issuedOn);
  assert.equal(dayOf(measurePath(plan.measures[0])), plan.issuedOn);
  assert.equal(dayOf(unitsPath), '');
  assert.equal(dayOf(''), '');
});

test('a full address has the host that the publisher has given', () => {
  const site = { ...handbook.site, origin: 'https://portal.test', base: '/a/' };
  assert.match(sitemap({ ...handbook, site }), /<loc>https:\/\/portal\.test\/a\/units\/<\/loc>/u);
});
