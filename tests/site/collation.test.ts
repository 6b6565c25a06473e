import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collationPath, measureAnchor, measurePath, noteAnchor } from '../../src/routes/paths.ts';
import { collate } from '../../src/views/collation.ts';
import { handbook, pageAt, plansWithList } from './built-site.ts';

const plain = (text: string) => text.replace(/\s+/gu, '');

for (const plan of plansWithList) {
  const { measures, differences } = collate(plan);
  const { $ } = pageAt(collationPath(plan));
  /** The words of one side of a measure: its own column, and what both have in common. */
  const side = (number: number, column: '方案' | '清单') => {
    const rows = $(`.collated:has(#${measureAnchor({ number })}) tbody tr:not(.units)`);
    return plain(
      rows
        .filter((_, row) => !$(row).find('th').text().startsWith('标题'))
        .find(`td[data-label=${column}], td[data-label=两处相同]`)
        .text(),
    );
  };

  test(`${plan.id}: the comparison shows the plan and the list to the letter`, () => {
    for (const { number, text, tasks } of plan.measures) {
      assert.equal(side(number, '方案'), plain(text), `措施${number}`);
      assert.equal(side(number, '清单'), plain(tasks.map((task) => task.text).join('')), `措施${number}`);
    }
  });

  test(`${plan.id}: every difference has its place, its class in words and its notes`, () => {
    for (const difference of differences) {
      assert.equal($(`#${difference.id}`).length, 1, difference.id);
      assert.equal($(`.diff-refs a[href="#${difference.id}"]`).length, 1, difference.id);
      if (difference.class === 'units') continue;
      assert.equal($(`#${difference.id}`).text(), difference.plan || difference.list, difference.id);
      // Beside the sentence, which holds the document's words alone.
      assert.equal($(`.collated td a[href="#${difference.id}"]`).length, 0, difference.id);
      for (const note of difference.notes)
        assert.ok($(`.diff-refs a[href="#${noteAnchor(note)}"]`).length > 0, note.id);
    }
  });

  test(`${plan.id}: the summary counts what the page shows`, () => {
    const shown = $('ul[aria-label=不同之处的类别] li span:first-child')
      .toArray()
      .map((count) => Number($(count).text()));
    assert.equal(
      shown.reduce((sum, count) => sum + count, 0),
      differences.length,
    );
    assert.equal($('.diff-refs > a[href^="#difference-"]').length, differences.length);
  });

  test(`${plan.id}: each measure's page leads to its comparison`, () => {
    for (const { measure } of measures) {
      const address = `${handbook.site.base}${collationPath(plan)}#${measureAnchor(measure)}`;
      assert.ok(pageAt(measurePath(measure)).$(`main a[href="${address}"]`).length > 0, `措施${measure.number}`);
    }
  });
}
