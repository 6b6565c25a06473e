import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { feed } from '../../../src/exports/rss.ts';
import type { Plan } from '../../../src/model/types.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans as [Plan];
const itemsOf = (xml: string) => {
  const $ = load(xml, { xml: true });
  return $('item')
    .toArray()
    .map((item) => ({
      title: $(item).find('title').text(),
      guid: $(item).find('guid').text(),
      date: $(item).find('pubDate').text(),
    }));
};

test('the document comes first, with the day on which it was issued', () => {
  const [first] = itemsOf(feed({ ...handbook, plans: [{ ...plan, issuedOn: '2025-03-28' }] }));
  assert.equal(first?.title, `${plan.title}（${plan.number}）`);
  assert.equal(first?.date, 'Fri, 28 Mar 2025 00:00:00 +0800');
});

test('a correction has the date of its record, and none where the record has none', () => {
  const common = { basis: '依据', certainty: 'high', kind: 'misreading', reading: '误', suggestion: '正' } as const;
  const corrections = [
    { ...common, id: 'dated', where: { kind: 'body' as const }, recordedOn: '2025-12-01' },
    { ...common, id: 'undated', where: { kind: 'body' as const } },
  ];
  const dates = itemsOf(feed({ ...handbook, plans: [{ ...plan, corrections }] })).map(({ date }) => date);
  assert.deepEqual(dates.slice(1), ['Mon, 01 Dec 2025 00:00:00 +0800', '']);
});

test('a correction of cells is named by its place in the list; its id stands in the guid alone', () => {
  const cells = itemsOf(feed(handbook)).filter(({ guid }) => guid.endsWith('t01-cells'));
  assert.deepEqual(
    cells.map(({ title, guid }) => [title, guid]),
    [['更正记录（清单文字并格）：第1项、第2项', '/plans/mini/collation/#note-t01-cells']],
  );
  const titles = itemsOf(feed(handbook)).map(({ title }) => title);
  for (const { id } of plan.corrections) assert.ok(!titles.some((title) => title.includes(id)), id);
});

test('words of the content never become markup', () => {
  const title = '一 <b>&"二"</b>';
  const [first] = itemsOf(feed({ ...handbook, plans: [{ ...plan, title }] }));
  assert.equal(first?.title, `${title}（${plan.number}）`);
});
