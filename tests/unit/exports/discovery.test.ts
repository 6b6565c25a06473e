import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { discoveryFiles, openSearchDescription, robots, sitemap } from '../../../src/exports/meta/discovery.ts';
import { absoluteUrl } from '../../../src/routes/absolute-url.ts';
import { measurePath, planPath, unitsPath } from '../../../src/routes/paths.ts';
import { sitePages } from '../../../src/routes/site-pages.ts';
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

test('a page has the day of what it shows, those about the handbook itself none', () => {
  assert.ok(plan?.measures[0]);
  assert.equal(dayOf(planPath(plan)), plan.issuedOn);
  assert.equal(dayOf(measurePath(plan.measures[0])), plan.issuedOn);
  assert.equal(dayOf(unitsPath), plan.issuedOn);
  for (const kind of ['search', 'offline', 'accessibility', 'licences'] as const)
    assert.equal(dayOf(sitePages[kind].path), '');
});

test('a full address has the host that the publisher has given', () => {
  const site = { ...handbook.site, origin: 'https://portal.test', base: '/a/' };
  assert.match(sitemap({ ...handbook, site }), /<loc>https:\/\/portal\.test\/a\/units\/<\/loc>/u);
});

const published = { ...handbook, site: { ...handbook.site, origin: 'https://portal.test', base: '/a/' } };

test('browsers learn how to search, under a name of 16 characters at most', () => {
  const name = '一二三四五六七八九十一二三四五六七八';
  const description = load(openSearchDescription({ site: { ...published.site, name } }), { xml: true });
  assert.equal(description('Url').attr('template'), 'https://portal.test/a/search/?q={searchTerms}');
  assert.equal(description('ShortName').text(), name.slice(0, 16));
});

test('the files by which programs find the handbook are there once its address is known', () => {
  assert.deepEqual(discoveryFiles(handbook), []);
  assert.deepEqual(
    discoveryFiles(published).map(({ path, link }) => [path, link?.rel]),
    [
      ['sitemap.xml', undefined],
      ['feed.xml', 'alternate'],
      ['opensearch.xml', 'search'],
    ],
  );
});

test('robots are told of the sitemap once it has a full address', () => {
  assert.equal(robots(handbook), 'User-agent: *\nAllow: /\n');
  assert.equal(robots({ site: { ...published.site, preview: true } }), 'User-agent: *\nDisallow: /\n');
  assert.equal(robots(published), 'User-agent: *\nAllow: /\nSitemap: https://portal.test/a/sitemap.xml\n');
});

/** The first fault of a document's form: an unclosed element, a sign that is not escaped; undefined where there is none. */
function faultOf(xml: string): string | undefined {
  const open: string[] = [];
  for (const [whole, text, close, name = '', attributes = '', self] of xml.matchAll(
    /([^<]+)|<(\/?)([\w:]+)((?: [\w:]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>|./gsu,
  )) {
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot);)/u.test(text)) return text;
    } else if (name === '') return whole + attributes;
    else if (close) {
      if (open.pop() !== name) return whole;
    } else if (!self) open.push(name);
  }
  return open[0];
}

test('every file is well-formed XML, whatever signs the content holds', () => {
  const [first] = published.plans;
  const signs = { title: '一 <b>&"二" ]]>', noticeTitle: 'R&D <通知' };
  const book = { ...published, plans: [{ ...(first ?? assert.fail()), ...signs }] };
  for (const { path, text } of discoveryFiles(book)) {
    const [head = '', ...lines] = text().split('\n');
    assert.equal(head, '<?xml version="1.0" encoding="UTF-8"?>', path);
    assert.equal(faultOf(lines.join('\n')), undefined, path);
  }
  assert.equal(faultOf('<a><b></a>'), '</a>');
  assert.equal(faultOf('<a>R&D</a>'), 'R&D');
});
