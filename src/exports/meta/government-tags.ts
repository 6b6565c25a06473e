import type { Site } from '../../schema/site.ts';
import { issuedOn, type PageKind } from './page-subject.ts';

/** What a page says of itself. */
export interface PageFacts {
  page: PageKind;
  title: string;
  description: string;
  /** The column that the page belongs to: the crumb above it, or the handbook. */
  column: string;
  /** Where the page stands, with the host; undefined until the publisher has set one. */
  address: string | undefined;
}

/** What the pages hold, after the categories of government web columns. */
const columnType = '政策文件';

/** The record of a document gives a day and no hour; the form of the tag asks for both. */
const pubDate = (day: string) => `${day} 00:00`;

const keywords = (words: readonly string[]) => [...new Set(words)].join(',');

function tagsByKind({ page, title, description, column, address }: PageFacts): [string, string | undefined][] {
  if (page.kind !== 'document' && page.kind !== 'measure')
    return [
      ['ColumnName', title],
      ['ColumnDescription', description],
      ['ColumnKeywords', keywords([title, column])],
      ['ColumnType', columnType],
    ];
  const { plan } = page;
  const day = issuedOn(page);
  return [
    ['ColumnName', column],
    ['ColumnType', columnType],
    ['ArticleTitle', title],
    ['PubDate', day && pubDate(day)],
    ['ContentSource', plan.issuer],
    [
      'Keywords',
      page.kind === 'measure'
        ? keywords([page.measure.title, page.measure.environment.short, ...page.measure.units.map(({ name }) => name)])
        : keywords([plan.shortTitle, ...plan.environments.map(({ short }) => short)]),
    ],
    ['Description', description],
    ['Url', address],
  ];
}

/**
 * The tags of a page after 政府网站网页标签规范, in its order.
 * What the publisher has not given is left out; no tag is ever empty.
 */
export function pageTags(site: Site, facts: PageFacts): { name: string; content: string }[] {
  const tags: [string, string | undefined][] = [
    ['SiteName', site.portal.name ?? site.name],
    ['SiteDomain', site.origin && new URL(site.origin).host],
    ['SiteIDCode', site.records.siteCode],
    ...tagsByKind(facts),
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
