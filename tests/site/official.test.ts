import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  annexLines,
  environmentLabel,
  measureBlocks,
  measureParagraph,
  rowCells,
  signatureLines,
  stretchText,
} from '../../src/model/printed-form.ts';
import type { MeasureBlock, Plan } from '../../src/model/types.ts';
import { handbook, pages } from './built-site.ts';

/** White space of the layout is no word. */
const words = (text: string) => text.replace(/\s+/gu, '');

/** A paragraph with and without its number and title, or the cells of a table. */
const piecesOf = (block: MeasureBlock): string[] => {
  if (block.kind === 'table') return block.rows.flat().map(stretchText);
  return [
    stretchText(block.stretches),
    stretchText(block.stretches.filter(({ kind }) => kind !== 'label' && kind !== 'title')),
  ];
};
/** The texts of a plan that stand in one element each. */
const textsOf = (plan: Plan): (string | undefined)[] => [
  ...[
    plan.heading,
    plan.number,
    plan.noticeTitle,
    plan.addressees,
    ...(plan.notice ?? []),
    plan.title,
    ...signatureLines(plan),
  ],
  ...[plan.annex?.title, ...annexLines(plan), ...(plan.annex?.below ?? [])],
  ...plan.blocks.flatMap((block) =>
    block.kind === 'measures' ? [] : block.kind === 'table' ? block.rows.flat() : [block.text],
  ),
  ...plan.environments.map((environment) => environmentLabel(plan, environment) + environment.title),
  ...plan.measures.flatMap((measure) => [
    measure.title,
    measure.listTitle ?? '',
    measure.text,
    measureParagraph(measure),
    ...measureBlocks(measure).flatMap(piecesOf),
  ]),
  ...plan.tasks.flatMap((task) => [task.text, ...task.above, ...rowCells(plan, task).map((cell) => cell.words)]),
];

const texts = [...new Set(handbook.plans.flatMap(textsOf).flatMap((text) => (text === undefined ? [] : words(text))))];
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
  assert.ok(count > 0);
});
