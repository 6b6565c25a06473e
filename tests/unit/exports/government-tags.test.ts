import assert from 'node:assert/strict';
import { test } from 'node:test';
import { governmentTags } from '../../../src/exports/meta/government-tags.ts';
import type { Handbook, Plan } from '../../../src/model/types.ts';
import { planPath } from '../../../src/routes/paths.ts';
import type { Subject } from '../../../src/views/page-subject.ts';
import { checkWith } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans as [Plan];
const [measure] = plan.measures as [Plan['measures'][number]];

const given: Handbook['site'] = {
  ...handbook.site,
  origin: 'https://www.example.gov.cn',
  portal: { name: '某区人民政府', url: 'https://www.example.gov.cn/' },
  records: { siteCode: '4201120001', icp: undefined, police: undefined },
};

const planSubject: Subject = { kind: 'plan', plan };
const measureSubject: Subject = { kind: 'measure', measure };

function tags(subject: Subject, site = handbook.site): Record<string, string> {
  const facts = {
    title: '标题',
    description: '说明',
    crumbs: [{ name: '上级栏目', path: 'x/' }, { name: '标题' }],
  };
  return Object.fromEntries(governmentTags(site, subject, facts).map(({ name, content }) => [name, content]));
}

test('an index says which column it is', () => {
  const { ColumnName, ColumnDescription, ColumnKeywords, ColumnType, ArticleTitle } = tags({ kind: 'units' });
  assert.deepEqual([ColumnName, ColumnDescription, ColumnKeywords], ['标题', '说明', '标题,上级栏目']);
  assert.ok(ColumnType);
  assert.equal(ArticleTitle, undefined);
});

test('a page of official text has title, source and the day of the record', () => {
  for (const subject of [planSubject, measureSubject]) {
    const { ArticleTitle, PubDate, ContentSource, ColumnName } = tags(subject);
    assert.deepEqual([ArticleTitle, ContentSource, ColumnName], ['标题', plan.issuer, '上级栏目']);
    assert.equal(PubDate, `${plan.issuedOn} 00:00`);
  }
});

test('a list and a print are called as the document calls what they hold', () => {
  assert.equal(tags({ kind: 'print', plan }).ArticleTitle, plan.title);
  assert.equal(tags({ kind: 'tasks', plan }).ArticleTitle, plan.annex?.title);
});

test('a page about the handbook itself is in no column of documents', () => {
  for (const kind of ['search', 'offline', 'accessibility', 'licences', 'sitemap', 'not-found'] as const)
    assert.notEqual(tags({ kind }).ColumnType, tags({ kind: 'units' }).ColumnType, kind);
});

test('what the publisher has given stands in the tags', () => {
  const { SiteName, SiteDomain, SiteIDCode, Url } = tags(planSubject, given);
  assert.deepEqual([SiteName, SiteDomain, SiteIDCode], ['某区人民政府', 'www.example.gov.cn', '4201120001']);
  assert.equal(Url, `https://www.example.gov.cn${given.base}${planPath(plan)}`);
});

test('what the publisher has not given is left out, never empty', () => {
  for (const subject of [{ kind: 'home' }, planSubject, { kind: 'units' }] as const) {
    const found = tags(subject);
    for (const name of ['SiteDomain', 'SiteIDCode', 'Url']) assert.ok(!(name in found), name);
    for (const content of Object.values(found)) assert.match(content, /\S/u);
  }
});
