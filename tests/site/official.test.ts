import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentLabel, measureParagraph, unitCells } from '../../src/model/printed-form.ts';
import type { Plan } from '../../src/model/types.ts';
import { handbook, pages } from './built-site.ts';

/** White space of the layout is no word. */
const words = (text: string) => text.replace(/\s+/gu, '');

/** The texts of a plan that stand in one element each. */
const textsOf = (plan: Plan): string[] => [
  ...[plan.heading, plan.number, plan.noticeTitle, plan.addressees, plan.notice, plan.title, plan.annex?.title ?? ''],
  ...plan.blocks.flatMap((block) =>
    block.kind === 'measures' ? [] : block.kind === 'table' ? block.rows.flat() : [block.text],
  ),
  ...plan.environments.map((environment) => environmentLabel(plan, environment) + environment.title),
  ...plan.measures.flatMap((measure) => [
    measure.title,
    measure.listTitle ?? '',
    measure.text,
    measureParagraph(plan, measure),
  ]),
  ...plan.tasks.flatMap((task) => [task.text, `*${task.text}`, ...unitCells(plan, task)]),
];
const texts = [...new Set(handbook.plans.flatMap(textsOf).map(words))];
const whole = new Set(texts);

test('whatever is marked as official words is words of a document, on every page', () => {
  let count = 0;
  for (const { address, $ } of pages)
    for (const element of $('[data-official]').toArray()) {
      const text = words($(element).text());
      const isPart = $(element).attr('data-official') === 'part';
      // A measure that the document breaks in two has two paragraphs.
      const own =
        isPart || !$(element).is('.official-body > p') ? text : words($(element).siblings('p').addBack().text());
      assert.ok(
        isPart ? texts.some((one) => one.includes(text)) : whole.has(text) || whole.has(own),
        `${address}：${text}`,
      );
      count++;
    }
  assert.ok(count > pages.length);
});

test('every text of a document is marked as such on some page', () => {
  const marked = new Set(
    pages.flatMap(({ $ }) =>
      $('[data-official]')
        .toArray()
        .map((element) => words($(element).text())),
    ),
  );
  for (const plan of handbook.plans)
    for (const { text } of [...plan.measures, ...plan.tasks]) assert.ok(marked.has(words(text)), text);
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
  assert.ok(count > 0);
});
