import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { markdownTwins } from '../../src/exports/markdown/twins.ts';
import { filesIn } from '../../src/integrations/site-files.ts';
import { measureParagraph } from '../../src/model/printed-form.ts';
import { publicUrl } from '../../src/routes/absolute-url.ts';
import { movedPaths } from '../../src/routes/addresses.ts';
import { plansOnPage } from '../../src/routes/pagination.ts';
import { measurePath, planPath, searchPath, tasksPath, unitPath } from '../../src/routes/paths.ts';
import { recolour } from '../../src/text/colours.ts';
import { reportsOf } from '../../src/views/progress.ts';
import { fileFor, handbook, pageAt, pages, site } from './built-site.ts';

const { base, origin } = handbook.site;
const reachable = pages.filter(({ address }) => !address.endsWith('404.html'));
const read = (file: string) => readFileSync(join(site, file), 'utf8');
const xml = (file: string) => load(read(file), { xml: true });
/** The path of an address that may carry the host. */
const pathOf = (address: string) => address.replace(origin ?? '', '');

/** Days that the content gives; no other may stand in a page's head. */
const recorded = new Set(
  handbook.plans.flatMap(({ issuedOn, corrections, targets, tasks }) => [
    issuedOn,
    ...corrections.map(({ recordedOn }) => recordedOn),
    ...[...targets, ...tasks].flatMap(reportsOf).map(({ date, source }) => source.publishedOn ?? date),
  ]),
);

test('every page carries the tags of its kind, none empty, and no date but that of the record', () => {
  for (const { address, $ } of pages) {
    const tag = (name: string) => $(`meta[name="${name}"]`).attr('content');
    assert.ok(tag('SiteName'), address);
    assert.ok(tag('ColumnName'), address);
    assert.ok(tag('ColumnType'), address);
    for (const element of $('meta[content]').toArray()) assert.match(element.attribs.content ?? '', /\S/u, address);
    const published = tag('PubDate');
    // Documents without a date have none to give.
    if (handbook.plans.every(({ issuedOn }) => issuedOn))
      assert.equal(published !== undefined, tag('ArticleTitle') !== undefined, address);
    if (published !== undefined)
      assert.ok(recorded.has(/^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}$/u.exec(published)?.[1]), address);
  }
  for (const plan of handbook.plans)
    for (const path of [planPath(plan), ...(plan.annex ? [tasksPath(plan)] : []), ...plan.measures.map(measurePath)])
      assert.equal(pageAt(path).$('meta[name=ContentSource]').attr('content'), plan.issuer, path);
});

test('a canonical address stands on every page if the publisher has set the host, and on none before', () => {
  for (const { address, $ } of reachable)
    assert.equal($('link[rel=canonical]').attr('href'), origin && `${origin}${address}`, address);
  assert.equal(pageAt('404.html').$('meta[name=robots]').attr('content'), 'noindex');
});

const statements = ({ $ }: (typeof pages)[number]) =>
  $('script[type="application/ld+json"]')
    .toArray()
    .map((script) => JSON.parse($(script).text()));
const ofType = (path: string, type: string) => statements(pageAt(path)).find((one) => one['@type'] === type);

test('structured data says what the page shows', () => {
  for (const plan of handbook.plans) {
    const whole = ofType(planPath(plan), 'Legislation');
    assert.deepEqual([whole.legislationIdentifier, whole.legislationDate], [plan.number, plan.issuedOn]);
    assert.equal(whole.hasPart.length, plan.measures.length);
    for (const measure of plan.measures) {
      const { encoding, isPartOf } = ofType(measurePath(measure), 'Legislation');
      const { text, legislationLegalValue } = encoding;
      assert.equal(legislationLegalValue, 'UnofficialLegalValue');
      const body = pageAt(measurePath(measure)).$('.official-body');
      // Of a measure that is kept as printed the words that name its units stand within.
      if (!measure.printed) assert.equal(text.replace(/\s+/gu, ''), body.text().replace(/\s+/gu, ''), measure.title);
      assert.deepEqual([isPartOf.name, isPartOf['@id']], [plan.title, publicUrl(handbook.site, planPath(plan))]);
    }
  }
  assert.equal(ofType('', 'WebSite')?.name, origin && handbook.site.name);
  for (const unit of handbook.units.filter(({ kind }) => kind === 'unit'))
    assert.ok(
      statements(pageAt(unitPath(unit))).some(({ name }) => name === unit.name),
      unit.name,
    );
});

test('the breadcrumb that machines read is the one that readers see, once there is an origin', () => {
  for (const page of reachable) {
    const seen = page
      .$('nav[aria-label=当前位置] li')
      .toArray()
      .map((item) => page.$(item).text().replace('›', '').trim());
    const said = statements(page).find((one) => one['@type'] === 'BreadcrumbList');
    assert.deepEqual(
      said?.itemListElement.map(({ name }: { name: string }) => name) ?? [],
      origin ? seen : [],
      page.address,
    );
  }
});

test('what needs absolute addresses is there if the publisher has set the host, and not before, nor named anywhere', () => {
  const needing = ['sitemap.xml', 'feed.xml', 'opensearch.xml', 'share'];
  assert.deepEqual(
    needing.filter((file) => existsSync(join(site, file))),
    origin ? needing : [],
  );
  const named = new Set(
    pages.flatMap(({ $ }) =>
      $('link[rel=search], link[rel=alternate][type="application/rss+xml"]')
        .toArray()
        .map(({ attribs }) => attribs.href),
    ),
  );
  assert.deepEqual([...named].toSorted(), origin ? [`${base}feed.xml`, `${base}opensearch.xml`] : []);
  assert.equal(/^Sitemap: (.+)$/mu.exec(read('robots.txt'))?.[1], publicUrl(handbook.site, 'sitemap.xml'));
});

/** Properties of JSON-LD whose value is an address, and all values that look like a path. */
function addressesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return /^(?:@id|url|contentUrl|item|isBasedOn|target)$|Url$/u.test(key) || /^\.{0,2}\//u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => addressesIn(inner, Array.isArray(value) ? key : name));
}

test('no address that is read away from the site is a path alone, with an origin or without', () => {
  const found: [file: string, address: string][] = reachable.flatMap((page) => {
    const { address, $ } = page;
    const tags = $('link[rel=canonical], meta[property^="og:"], meta[name=Url], meta[name^="twitter:"]')
      .toArray()
      .map(({ attribs }) => attribs.href ?? attribs.content ?? '')
      .filter((value) => value.includes('/'));
    return [...tags, ...statements(page).flatMap((one) => addressesIn(one))].map((one): [string, string] => [
      address,
      one,
    ]);
  });
  for (const file of filesIn(site).filter((name) => name.endsWith('.xml'))) {
    const $ = xml(file);
    for (const element of $('loc, link, guid[isPermaLink=true], Image').toArray())
      found.push([file, $(element).text()]);
    for (const { attribs } of $('[href], [url], [template]').toArray())
      found.push([file, attribs.href ?? attribs.url ?? attribs.template ?? '']);
  }
  for (const [file, address] of found)
    assert.match(URL.parse(address)?.protocol ?? '', /^https?:$/u, `${file}：${address}`);
  assert.ok(!origin || found.some(([, address]) => address.startsWith(origin + base)));
});

test('the sitemap lists every page, with no day but that of the record', { skip: !origin }, () => {
  const $ = xml('sitemap.xml');
  const listed = $('loc')
    .toArray()
    .map((loc) => pathOf($(loc).text()));
  assert.deepEqual(listed.toSorted(), reachable.map(({ address }) => address).toSorted());
  for (const day of $('lastmod').toArray()) assert.ok(recorded.has($(day).text()));
});

const twins = markdownTwins(handbook);

test('plans, lists, measures, units and updates have a twin in Markdown that their pages name, no other page has one', () => {
  const named = reachable.filter(({ $ }) => $('link[type="text/markdown"]').length > 0);
  assert.deepEqual(named.map(({ address }) => address).toSorted(), twins.map(({ page }) => base + page).toSorted());
  for (const { path, text } of twins) assert.equal(read(path), text());
  const files = filesIn(site).filter((file) => file.endsWith('.md'));
  const before = movedPaths(
    twins.map(({ path }) => path),
    handbook.redirects,
  ).map(({ from }) => from);
  assert.deepEqual(
    files.filter((file) => !before.includes(file)),
    twins.map(({ path }) => path).sort(),
  );
});

test('the twin of a measure holds its official text to the letter, that of a list a row for each task', () => {
  // A backslash keeps a sign from becoming markup; it is no part of the text.
  const words = (page: string) => read(`${page}index.md`).replaceAll('\\', '');
  for (const plan of handbook.plans) {
    // A table of the text is one of Markdown.
    for (const measure of plan.measures)
      for (const paragraph of measure.printed ? measureParagraph(measure).split('\n') : [measure.text])
        if (!measure.printed?.some(({ kind }) => kind === 'table'))
          assert.ok(words(measurePath(measure)).includes(paragraph), paragraph);
    if (!plan.annex) continue;
    const lines = words(tasksPath(plan)).split('\n');
    for (const task of plan.tasks)
      assert.equal(
        lines.filter((line) => line.startsWith(task.label ? `| [${task.label}](` : '|') && line.includes(task.text))
          .length,
        1,
      );
  }
});

test('llms.txt leads to the twins of the newest plans and of the units', () => {
  const addresses = [...read('llms.txt').matchAll(/\]\(([^)]+\.md)\)/gu)].map(([, address = '']) => pathOf(address));
  const newest = markdownTwins({ ...handbook, plans: handbook.plans.slice(0, plansOnPage) });
  assert.deepEqual(addresses.toSorted(), newest.map(({ path }) => base + path).toSorted());
});

test('a link in a chat shows what the page is: its kind, title and, once there is an origin, a picture that is there', () => {
  for (const { address, $ } of reachable) {
    const tag = (name: string) => $(`meta[property="og:${name}"]`).attr('content');
    assert.equal(tag('type'), $('meta[name=ArticleTitle]').length > 0 ? 'article' : 'website', address);
    assert.ok(tag('title') && tag('description'), address);
    assert.equal(fileFor(pathOf(tag('image') ?? '')) !== undefined, origin !== undefined, address);
    assert.equal($('meta[property^="og:image"], meta[name^="twitter:"]').length > 0, origin !== undefined, address);
    assert.equal(tag('url'), origin && origin + address, address);
  }
});

test('browsers learn how to search, and the feed leads to what it tells of', { skip: !origin }, () => {
  assert.equal(pathOf(xml('opensearch.xml')('Url').attr('template') ?? ''), `${base}${searchPath}?q={searchTerms}`);
  const $ = xml('feed.xml');
  for (const link of $('item link').toArray()) {
    const { pathname, hash } = new URL($(link).text());
    const { $: target } = pageAt(pathname.slice(base.length));
    if (hash) assert.equal(target(hash).length, 1, pathname + hash);
  }
});

test('robots may read every page, and language models have a map', () => {
  assert.match(read('robots.txt'), /^User-agent: \*\nAllow: \/\n/u);
  assert.ok(existsSync(join(site, 'llms.txt')));
});

test('every page names the mark as a picture, which is square and large enough for home screens and chats', async () => {
  const address = `${handbook.site.base}apple-touch-icon.png`;
  for (const { $, address: page } of pages) assert.equal($('link[rel=apple-touch-icon]').attr('href'), address, page);
  const { width = 0, height, format } = await sharp(readFileSync(fileFor(address) ?? assert.fail())).metadata();
  assert.deepEqual([format, height], ['png', width]);
  assert.ok(width >= 180);
});

test('the pages of a unit have the picture of that unit, where the site has an origin', () => {
  const { origin } = handbook.site;
  for (const unit of handbook.units) {
    const picture = pageAt(unitPath(unit)).$('meta[property="og:image"]').attr('content');
    assert.equal(picture, origin && publicUrl(handbook.site, `share/${unitPath(unit).slice(0, -1)}.png`), unit.name);
  }
});

test('the window of a phone has the colour of the page, by day and by night', () => {
  const grounds = [...readFileSync('src/styles/theme.css', 'utf8').matchAll(/--color-paper: (#\w+)/gu)].map(
    ([, one = '']) => recolour(one, handbook.site.hue),
  );
  for (const { address, $ } of pages)
    assert.deepEqual(
      $('meta[name=theme-color]')
        .toArray()
        .map((tag) => $(tag).attr('content')),
      grounds,
      address,
    );
});

test('the code on paper is read as the address of its page, once there is an origin', async () => {
  for (const { address, $ } of reachable) {
    const drawn = $('.paper-address svg').clone();
    assert.equal(drawn.length, origin ? 1 : 0, address);
    if (!origin) continue;
    // As the sheet of styles draws it, each module three pixels wide.
    const width = 3 * Number(drawn.attr('viewBox')?.split(' ').at(-1));
    drawn.attr({ xmlns: 'http://www.w3.org/2000/svg', stroke: 'black', width: `${width}`, height: `${width}` });
    const image = sharp(Buffer.from($.xml(drawn))).flatten({ background: 'white' });
    const data = await image.ensureAlpha().raw().toBuffer();
    const read = decodeQR({ width, height: width, data }, { timeLimit: Number.POSITIVE_INFINITY });
    assert.equal(read, origin + address, address);
    assert.equal($('.paper-address span').text(), read, address);
  }
});
