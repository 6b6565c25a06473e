import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handbook, pages } from './built-site.ts';

/* What holds of markup for those who hear or speak it, as far as it can be seen without a browser. */

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');

/** The places of all pages at which `faulty` finds something. */
function found(faulty: (page: (typeof pages)[number]) => string[]): string[] {
  return pages.flatMap((page) => faulty(page).map((what) => `${page.address} ${what}`));
}

test('what is called by another name than it shows has what it shows in its name, drawn signs too (WCAG 2.5.3)', () => {
  const misnamed = found(({ $ }) =>
    $(':is(a, button, summary, input, select)[aria-label]')
      .toArray()
      .flatMap((element) => {
        const shown = $(element).clone();
        shown.find('.sr-only, [aria-hidden=true]').remove();
        const { 'aria-label': name = '', 'data-sign': sign = '' } = element.attribs;
        return withoutSpace(name).includes(withoutSpace(shown.text() + sign))
          ? []
          : [`${shown.text()}${sign}：${name}`];
      }),
  );
  assert.deepEqual(misnamed, []);
});

test('every table has a name, and every head of its rows and columns words', () => {
  const nameless = found(({ $ }) => [
    ...$('table')
      .toArray()
      .filter((table) => $(table).children('caption').length === 0 && !$(table).is('[aria-label], [aria-labelledby]'))
      .map((table) => `table ${$(table).text().slice(0, 20)}`),
    ...$('th')
      .toArray()
      .filter((head) => !withoutSpace($(head).text()))
      .map((head) => `th ${$(head).parent().text().slice(0, 20)}`),
  ]);
  assert.deepEqual(nameless, []);
});

test('no cell holds a list or note with a name, which would take the place of what the cell says', () => {
  const named = found(({ $ }) =>
    $(':is(td, th) :is(ul, ol, [role=note], [role=list]):is([aria-label], [aria-labelledby])')
      .toArray()
      .map((element) => `${element.tagName} ${element.attribs['aria-label'] ?? ''}`),
  );
  assert.deepEqual([...new Set(named)], []);
});

test('a head of a group of rows or columns stands in such a group', () => {
  const stray = found(({ $ }) =>
    $('th[scope=colgroup], th[scope=rowgroup]')
      .toArray()
      .filter((head) =>
        head.attribs.scope === 'colgroup'
          ? $(head).closest('table').children('colgroup').length === 0
          : $(head).closest('tbody').children('tr').length < 2 && !head.attribs.rowspan,
      )
      .map((head) => $(head).text()),
  );
  assert.deepEqual(stray, []);
});

test('what names something else is on the page, once', () => {
  const lost = found(({ $ }) =>
    ['aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((attribute) =>
      $(`[${attribute}]`)
        .toArray()
        .flatMap((element) => $(element).attr(attribute)?.split(' ') ?? [])
        .filter((id) => $(`[id="${id}"]`).length !== 1),
    ),
  );
  assert.deepEqual(lost, []);
});

test('of landmarks of one kind on a page, each has a name of its own', () => {
  const alike = found(({ $ }) =>
    ['nav', '[role=search]', 'aside[aria-label]', 'section[aria-label]'].flatMap((kind) => {
      const names = $(kind)
        .toArray()
        .map((landmark) => $(landmark).attr('aria-label') ?? '');
      return new Set(names).size < names.length ? [`${kind}：${names.join('、')}`] : [];
    }),
  );
  assert.deepEqual(alike, []);
});

test('navigation and footer lead to the same places in the same order on every page (WCAG 3.2.3, 3.2.6)', () => {
  // By their names: the pages of each plan lead to its own list.
  const places = ({ $ }: (typeof pages)[number], links: string) =>
    $(links)
      .toArray()
      .map((link) => $(link).text().trim());
  for (const links of ['header nav[aria-label=主导航] a', 'footer ul a']) {
    const lists = pages.map((page) => places(page, links));
    const longest = lists.reduce((a, b) => (a.length < b.length ? b : a));
    for (const [index, list] of lists.entries())
      assert.deepEqual(
        list,
        longest.filter((place) => list.includes(place)),
        `${pages[index]?.address} ${links}`,
      );
  }
});

/** The headings and the caption under which each element of a page stands, by techniques H80 and H39 of WCAG. */
function headingsOf({ $ }: (typeof pages)[number]): ReadonlyMap<unknown, string> {
  const above = new Map<unknown, string>();
  const levels = ['h2', 'h3', 'h4', 'h5', 'caption'];
  const current: string[] = [];
  for (const element of $('main *').toArray()) {
    const level = levels.indexOf(element.name);
    if (level >= 0) {
      current.length = level;
      current[level] = $(element).text();
    }
    above.set(element, current.join(''));
  }
  return above;
}

test('links of one name lead to one place, or the item, row, paragraph or headings tell them apart (WCAG 2.4.4)', () => {
  const alike = found((page) => {
    const { address, $ } = page;
    const headings = headingsOf(page);
    // By name and what stands around it.
    const targets = new Map<string, Set<string>>();
    // Amid official words a sign is told by its place in the sentence.
    for (const link of $('a[href]').not('[data-official] a').toArray()) {
      const name = withoutSpace($(link).attr('aria-label') ?? $(link).text());
      const target = new URL($(link).attr('href') ?? '', `http://handbook.test${address}`).href;
      const around = $(link).closest('p').text() + $(link).closest('li, tr, dd, h2, h3, h4').text();
      const context = `${name}：${withoutSpace(around)}：${withoutSpace(headings.get(link) ?? '')}`;
      targets.set(context, (targets.get(context) ?? new Set()).add(target));
    }
    return [...targets].filter(([, { size }]) => size > 1).map(([context]) => context.slice(0, 40));
  });
  assert.deepEqual(alike, []);
});

test('pages hold no sound, no film and no picture of text; drawings are left out of what is read (WCAG 1.1.1, 1.2, 1.4.5)', () => {
  // An office's own mark stands beside the name of the site, and is no word of it.
  const mark = `[alt=""][src="${handbook.site.base}favicon.svg"]`;
  const unread = found(({ $ }) =>
    $(`img:not(${mark}), picture, audio, video, object, embed, iframe, svg:not([aria-hidden=true])`)
      .toArray()
      .map((element) => $(element).prop('tagName') ?? ''),
  );
  assert.deepEqual(unread, []);
});
