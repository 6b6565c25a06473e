import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { feed } from '../../../src/exports/rss.ts';
import type { Plan, Target } from '../../../src/model/types.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook: draft } = checkWith();
const handbook = { ...draft, site: { ...draft.site, origin: 'https://www.example.gov.cn:8443', base: '/a/' } };
const [plan] = handbook.plans as [Plan];
const feedOf = (change: Partial<Plan>) => load(feed({ ...handbook, plans: [{ ...plan, ...change }] }), { xml: true });
function itemsOf(change: Partial<Plan>) {
  const $ = feedOf(change);
  return $('item')
    .toArray()
    .map((item) => ({
      title: $(item).find('title').text(),
      link: $(item).find('link').text(),
      guid: $(item).find('guid').text(),
      date: $(item).find('pubDate').text(),
    }));
}

const common = { basis: '依据', certainty: 'high', kind: 'misreading', reading: '误', suggestion: '正' } as const;
const corrections: Plan['corrections'] = [
  { ...common, id: 'dated', where: { kind: 'body' }, recordedOn: '2025-12-01' },
  { ...common, id: 'undated', where: { kind: 'body' } },
];
const source = { title: '某公报', url: 'https://www.example.gov.cn/1' };
const progress = [{ date: '2025-06-30', value: 26, words: '上半年组织26场', source }];
const targets = plan.targets.map((target): Target => ({ ...target, progress }));

test('what the content dates is news, newest first: documents, corrections and progress; what has no day is none', () => {
  assert.deepEqual(itemsOf({ corrections, targets }), [
    {
      title: '疑误　文件正文：误',
      link: 'https://www.example.gov.cn:8443/a/plans/mini/collation/#note-dated',
      guid: 'tag:www.example.gov.cn,2025-03-28:mini/note-dated',
      date: 'Mon, 01 Dec 2025 00:00:00 +0800',
    },
    {
      title: '银企对接会：截至2025年6月30日26场',
      link: 'https://www.example.gov.cn:8443/a/plans/mini/targets/#target-meetings',
      guid: 'tag:www.example.gov.cn,2025-03-28:mini/target-meetings-2025-06-30',
      date: 'Mon, 30 Jun 2025 00:00:00 +0800',
    },
    {
      title: '《小方案》（小政〔2025〕1号）',
      link: 'https://www.example.gov.cn:8443/a/plans/mini/',
      guid: 'tag:www.example.gov.cn,2025-03-28:mini/published',
      date: 'Fri, 28 Mar 2025 00:00:00 +0800',
    },
  ]);
});

test('of several plans each item names its own', () => {
  const other: Plan = { ...plan, id: 'other', shortTitle: '另一份', issuedOn: '2024-01-01', targets, corrections: [] };
  const $ = load(feed({ ...handbook, plans: [{ ...plan, corrections, targets }, other] }), { xml: true });
  const titles = $('item > title')
    .toArray()
    .map((title) => $(title).text());
  assert.deepEqual(titles.slice(0, 3), [
    '方案　疑误　文件正文：误',
    '方案　银企对接会：截至2025年6月30日26场',
    '另一份　银企对接会：截至2025年6月30日26场',
  ]);
  assert.equal(titles.filter((title) => title.startsWith('《')).length, 2);
});

test('names of items are unique and do not change with the base', () => {
  const guids = (base: string) => {
    const site = { ...handbook.site, base };
    const $ = load(feed({ ...handbook, site, plans: [{ ...plan, corrections, targets }] }), { xml: true });
    return $('guid')
      .toArray()
      .map((guid) => [$(guid).text(), $(guid).attr('isPermaLink')].join());
  };
  assert.deepEqual(guids('/b/'), guids('/a/'));
  assert.equal(new Set(guids('/a/')).size, 3);
});

test('the channel says where it is and when it last changed, by the content', () => {
  const $ = feedOf({ corrections });
  assert.equal($('lastBuildDate').text(), 'Mon, 01 Dec 2025 00:00:00 +0800');
  const { rel, href } = $('atom\\:link').attr() ?? {};
  assert.deepEqual([rel, href], ['self', 'https://www.example.gov.cn:8443/a/feed.xml']);
  assert.equal($('rss').attr('xmlns:atom'), 'http://www.w3.org/2005/Atom');
  assert.equal($('channel > link').text(), 'https://www.example.gov.cn:8443/a/updates/');
});

test('a feed of documents without a day is empty and gives no day', () => {
  const { issuedOn: _, ...undated } = plan;
  const $ = load(feed({ ...handbook, plans: [{ ...undated, corrections: [] }] }), { xml: true });
  assert.deepEqual([$('item').length, $('lastBuildDate').length], [0, 0]);
});

test('words of the content never become markup', () => {
  const title = '一 <b>&"二"</b>';
  assert.equal(itemsOf({ title })[0]?.title, `《${title}》（${plan.number}）`);
});
