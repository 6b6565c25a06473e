import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteMapPath } from '../../src/routes/paths.ts';
import { pathOf, subjectsOf } from '../../src/views/page-subject.ts';
import { topicKindsOf, topicsOfKind } from '../../src/views/support.ts';
import { fileFor, handbook, pageAt, pages } from './built-site.ts';

const { base } = handbook.site;
/** The address of what an element of a page links to or loads, without its place on that page. */
const addressFrom = (page: string, target: string) => new URL(target, `http://handbook.test${page}`);

test('every page of the public interface is there, and no other but the one for missing addresses', () => {
  const built = pages.map(({ address }) => address.slice(base.length)).sort();
  assert.deepEqual(built, [...subjectsOf(handbook).map(pathOf), pathOf({ kind: 'not-found' })].sort());
});

test('every page is linked from another page, and has a breadcrumb that leads to the home page', () => {
  const linked = new Set(
    pages.flatMap(({ address, $ }) =>
      $('a[href]')
        .toArray()
        .map(({ attribs }) => addressFrom(address, attribs.href ?? '').pathname)
        .filter((target) => target !== address),
    ),
  );
  for (const { address, $ } of pages) {
    if (address.endsWith('404.html')) continue;
    assert.ok(linked.has(address), `没有页面链接到 ${address}`);
    const [home] = $('nav[aria-label=当前位置] a').toArray();
    if (address !== base) assert.equal(home?.attribs.href, base, `${address} 没有“当前位置”`);
  }
});

test('every address of the site on a page begins with the base', () => {
  for (const { address, $ } of pages)
    for (const { attribs } of $('[href], [src], [action]').toArray())
      for (const target of [attribs.href, attribs.src, attribs.action])
        if (target?.startsWith('/')) assert.ok(target.startsWith(base), `${address}：${target}`);
});

test('titles are unique, and every page has a description, one h1 and Chinese as its language', () => {
  const titles = new Map<string, string>();
  for (const { address, $ } of pages) {
    const title = $('title').text();
    assert.ok(!titles.has(title), `${address} 与 ${titles.get(title)} 同题：${title}`);
    titles.set(title, address);
    assert.equal($('html').attr('lang'), 'zh-CN', address);
    assert.equal($('h1').length, 1, address);
    // What the editor says of the handbook may be short.
    const described = $('meta[name=description]').attr('content') ?? '';
    assert.ok(address === base ? described === handbook.site.description : described.length > 10, address);
  }
});

test('no page counts what is not there, or says that nothing in particular is left open', () => {
  const none = /(?<![\d.])0(?:个(?:量化目标|目标|单位|词语|责任单位)|项任务|条措施)|未载明，/u;
  for (const { address, $ } of pages) {
    const body = $('body').clone();
    body.find('script, style').remove();
    const said = [$('title').text(), $('meta[name=description]').attr('content') ?? '', body.text()];
    for (const text of said) assert.doesNotMatch(text, none, address);
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
      const target = addressFrom(address, href ?? src ?? action ?? '');
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
  for (const kind of topicKindsOf(handbook.topics))
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
