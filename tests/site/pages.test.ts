import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PageOf, pagePath, pagesOf } from '../../src/routes/pagination.ts';
import {
  accessibilityPath,
  collationPath,
  comparePath,
  dataIndexPath,
  dataPath,
  licencesPath,
  measurePath,
  planPath,
  printPath,
  searchPath,
  siteMapPath,
  supportPath,
  targetsPath,
  tasksPath,
  termsPath,
  topicPath,
  unitPath,
  unitPrintPath,
  unitsPath,
} from '../../src/routes/paths.ts';
import { dutyPages } from '../../src/views/duty-summary.ts';
import { comparedPairs } from '../../src/views/plan-comparison.ts';
import { supportPages, topicKindList, topicsOfKind } from '../../src/views/support.ts';
import { fileFor, handbook, pageAt, pages } from './built-site.ts';

/** The addresses of all pages over which what plans have is spread. */
const spread = (path: string, pages: readonly PageOf<unknown>[]) => pages.map(({ number }) => pagePath(path, number));

/** Every page that the public interface promises. */
const promised = [
  '',
  ...comparedPairs(handbook).map(comparePath),
  ...handbook.plans.flatMap((plan) => [
    ...[planPath, targetsPath, collationPath, printPath, dataPath].map((path) => path(plan)),
    ...(plan.annex ? [tasksPath(plan)] : []),
    ...plan.measures.map(measurePath),
  ]),
  ...[unitsPath, termsPath, dataIndexPath, siteMapPath].flatMap((path) => spread(path, pagesOf(handbook.plans))),
  ...handbook.units.flatMap((unit) =>
    [unitPath(unit), unitPrintPath(unit)].flatMap((path) => spread(path, dutyPages(handbook, unit))),
  ),
  supportPath,
  ...handbook.topics.flatMap((topic) => spread(topicPath(topic), supportPages(handbook, topic))),
  searchPath,
  accessibilityPath,
  licencesPath,
];

test('every page of the public interface is there, and no other but the 404', () => {
  const built = pages.map(({ address }) => address.slice(handbook.site.base.length)).sort();
  assert.deepEqual(built, [...promised, '404.html'].sort());
});

test('titles are unique, and every page has a description, one h1 and Chinese as its language', () => {
  const titles = new Map<string, string>();
  for (const { address, $ } of pages) {
    const title = $('title').text();
    assert.ok(!titles.has(title), `${address} 与 ${titles.get(title)} 同题：${title}`);
    titles.set(title, address);
    assert.equal($('html').attr('lang'), 'zh-CN', address);
    assert.equal($('h1').length, 1, address);
    assert.ok(($('meta[name=description]').attr('content') ?? '').length > 10, address);
  }
});

test('headings never skip a level downwards', () => {
  for (const { address, $ } of pages) {
    let level = 0;
    for (const heading of $('main :is(h1, h2, h3, h4)').toArray()) {
      const next = Number(heading.tagName.slice(1));
      assert.ok(next <= level + 1, `${address}：h${level} 之后是 h${next}“${$(heading).text().trim()}”`);
      level = next;
    }
  }
});

test('ids are unique on each page', () => {
  for (const { address, $ } of pages) {
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
      address,
    );
  }
});

test('every link, image, script and sheet leads to a page, place or file of the site', () => {
  const anchors = new Map(
    pages.map(({ address, $ }) => [
      address,
      new Set(
        $('[id]')
          .toArray()
          .map((one) => $(one).attr('id')),
      ),
    ]),
  );
  const dead: string[] = [];
  for (const { address, $ } of pages) {
    for (const element of $('[href], [src], [action]').toArray()) {
      const { href, src, action } = element.attribs;
      const target = new URL(href ?? src ?? action ?? '', `http://handbook.test${address}`);
      if (target.protocol !== 'http:') continue;
      const place = decodeURIComponent(target.hash.slice(1));
      const file = target.host === 'handbook.test' && fileFor(target.pathname);
      if (!file || (place && !anchors.get(target.pathname)?.has(place)))
        dead.push(`${address} → ${target.pathname}${target.hash}`);
    }
  }
  assert.deepEqual([...new Set(dead)], []);
});

test('no page runs inline script or carries inline style or handlers, so that a strict content policy can hold', () => {
  for (const { address, $ } of pages) {
    assert.equal($('script:not([src]):not([type="application/ld+json"])').length, 0, address);
    assert.equal($('style, [style]').length, 0, address);
    for (const element of $('*').toArray())
      for (const name of Object.keys($(element).attr() ?? {}))
        assert.doesNotMatch(name, /^on/u, `${address} <${$(element).prop('tagName')}>`);
  }
});

test('every page says what it is and that the official document governs', () => {
  for (const { address, $ } of pages) assert.match($('footer').text(), /不是正式文件.*以正式印发的文件为准/u, address);
});

test('the not-found page offers search', () => {
  assert.ok(pageAt('404.html').$('main form[action] input[name=q]').length > 0);
});

test('no page has two search boxes', () => {
  for (const { address, $ } of pages) assert.equal($('[data-search-box]').length, 1, address);
});

test('the site map sets kinds of units and of topics apart', () => {
  const { $ } = pageAt(siteMapPath);
  const listed = $('main section:has(h3) ul')
    .toArray()
    .map((list) =>
      $(list)
        .find('a')
        .toArray()
        .map((link) => $(link).text()),
    );
  for (const kind of new Set(handbook.units.map((unit) => unit.kind)))
    assert.ok(
      listed.some(
        (names) =>
          names.join() ===
          handbook.units
            .filter((unit) => unit.kind === kind)
            .map(({ name }) => name)
            .join(),
      ),
      kind,
    );
  for (const kind of topicKindList)
    assert.ok(
      listed.some(
        (names) =>
          names.join() ===
          topicsOfKind(handbook.topics, kind)
            .map(({ name }) => name)
            .join(),
      ),
      kind,
    );
});
