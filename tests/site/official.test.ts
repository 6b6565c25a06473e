import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dutiesOf } from '../../src/model/duties.ts';
import {
  measurePath,
  overviewPath,
  planPath,
  printPath,
  targetsPath,
  tasksPath,
  unitPath,
  unitPrintPath,
} from '../../src/routes/paths.ts';
import { handbook, pageAt, pages, plansWithList } from './built-site.ts';
import { officialTexts, piecesOf, words } from './official-texts.ts';

const whole = new Set(officialTexts);
/** Each stands on pages of its own and of others. */
const provisions = handbook.plans.reduce((sum, { measures, tasks }) => sum + measures.length + tasks.length, 0);

test('whatever is marked as official words is words of a document, on every page', () => {
  let count = 0;
  for (const { address, $ } of pages)
    for (const element of $('[data-official]').toArray()) {
      const text = words($(element).clone().find('del').remove().end().text());
      const isPart = $(element).attr('data-official') === 'part';
      // A measure that the document breaks in two has two paragraphs.
      const own =
        isPart || !$(element).is('.official-body > p') ? text : words($(element).siblings('p').addBack().text());
      assert.ok(
        isPart ? officialTexts.some((one) => one.includes(text)) : whole.has(text) || whole.has(own),
        `${address}：${text}`,
      );
      count++;
    }
  assert.ok(count > provisions);
});

test('whatever is marked as words that a document prints is in one, on every page', () => {
  let count = 0;
  for (const { address, $ } of pages)
    for (const element of $('[data-words]').toArray()) {
      const shown = $(element).clone().find('[data-editorial], .sr-only').remove().end();
      // The page sets units apart in its own way.
      const printed = $(element).attr('data-printed')?.split('\n') ?? [shown.text()];
      const names = shown.children('li').toArray();
      for (const text of [...printed, ...names.map((name) => $(name).text())].map(words)) {
        assert.ok(
          officialTexts.some((one) => one.includes(text)),
          `${address}：${text}`,
        );
        count++;
      }
    }
  assert.ok(count > provisions);
});

test('a page that shows a document marks its words', () => {
  for (const plan of handbook.plans) {
    const named = handbook.units.find((unit) => dutiesOf(handbook, unit).some((duties) => duties.plan === plan));
    const paths = [
      ...[planPath, printPath, overviewPath].map((pathOf) => pathOf(plan)),
      ...(plan.annex ? [tasksPath(plan)] : []),
      ...(plan.targets.length > 0 ? [targetsPath(plan)] : []),
      ...plan.measures.filter(({ text }) => text !== '').map(measurePath),
      ...(named ? [unitPath(named), unitPrintPath(named)] : []),
    ];
    for (const path of paths) assert.ok(pageAt(path).$('main').has('[data-official],[data-words]').length > 0, path);
  }
});

test('every text of a document is marked as such on some page', () => {
  const marked = new Set(
    pages.flatMap(({ $ }) =>
      $('[data-official]')
        .toArray()
        .map((element) => words($(element).text())),
    ),
  );
  for (const plan of handbook.plans) {
    for (const { text } of plan.tasks) assert.ok(marked.has(words(text)), text);
    // A paragraph that is kept as printed stands with its number and units, or behind its title.
    for (const { text, printed } of plan.measures)
      for (const forms of printed?.map(piecesOf) ?? [[text]])
        assert.ok(
          forms.some((form) => marked.has(words(form))),
          forms[0],
        );
  }
});

test('what stands amid official words is drawn: a sign has a name and no text', () => {
  let count = 0;
  for (const { address, $ } of pages)
    for (const sign of $('.note-ref, .row-ref, [data-sign]').toArray()) {
      assert.equal($(sign).text(), '', address);
      if (!$(sign).is('a')) continue;
      assert.ok($(sign).attr('aria-label'), address);
      assert.ok($(sign).attr('href'), address);
      count++;
    }
  // The text of a document that has a list leads to its rows.
  assert.ok(count > 0 || plansWithList.length === 0);
});
