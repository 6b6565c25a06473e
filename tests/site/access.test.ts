import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './built-site.ts';

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
    ['nav', 'search', 'aside[aria-label]'].flatMap((kind) => {
      const names = $(kind)
        .toArray()
        .map((landmark) => $(landmark).attr('aria-label') ?? '');
      return new Set(names).size < names.length ? [`${kind}：${names.join('、')}`] : [];
    }),
  );
  assert.deepEqual(alike, []);
});
