import { publicUrl } from '../../routes/absolute-url.ts';
import type { Site } from '../../schema/site.ts';
import { isOfficial, issuedOn, type PageFacts, pathOf, type Subject, subjectPlan } from '../../views/page-subject.ts';

type Tag = [name: string, content: string | undefined];

/** Pages about the handbook itself, which hold nothing of a document. */
const aids: ReadonlySet<Subject['kind']> = new Set([
  'search',
  'sitemap',
  'offline',
  'accessibility',
  'licences',
  'not-found',
]);

/** What a page holds, after the categories of government web columns. */
const columnType = ({ kind }: Subject) => (aids.has(kind) ? '网站帮助' : '政策文件');

/** The document's own title for what a page of official text holds: its list and its print have titles of the handbook's. */
function articleTitle(subject: Subject, title: string): string {
  const plan = subjectPlan(subject);
  if (subject.kind === 'print') return plan?.title ?? title;
  return subject.kind === 'tasks' ? (plan?.annex?.title ?? title) : title;
}

/** The record of a document gives a day and no hour; the form of the tag asks for both. */
const pubDate = (day: string) => `${day} 00:00`;

const commaList = (words: readonly string[]) => [...new Set(words)].join(',');

/** The words of a page of official text: of a measure its title, environment and units, of a plan its environments. */
function keywords(subject: Subject): string {
  if (subject.kind !== 'measure') {
    const { shortTitle, environments } = subjectPlan(subject) ?? { shortTitle: '', environments: [] };
    return commaList([shortTitle, ...environments.map(({ short }) => short)]);
  }
  const { title, environment, units } = subject.measure;
  return commaList([title, ...(environment ? [environment.short] : []), ...units.map(({ name }) => name)]);
}

/**
 * The tags of a page, in the order of the standard. What the publisher has not given is left out; no tag is ever empty.
 * @see 《政府网站发展指引》（国办发〔2017〕47号）网页标签
 */
export function governmentTags(site: Site, subject: Subject, facts: PageFacts): { name: string; content: string }[] {
  const { title, description, crumbs } = facts;
  /** The column that the page belongs to: the crumb above it, or the handbook. */
  const column = crumbs.at(-2)?.name ?? site.name;
  const day = issuedOn(subject);
  const article: Tag[] = [
    ['ColumnName', column],
    ['ColumnType', columnType(subject)],
    ['ArticleTitle', articleTitle(subject, title)],
    ['PubDate', day && pubDate(day)],
    ['ContentSource', subjectPlan(subject)?.issuer],
    ['Keywords', keywords(subject)],
    ['Description', description],
    ['Url', publicUrl(site, pathOf(subject))],
  ];
  const columnPage: Tag[] = [
    ['ColumnName', title],
    ['ColumnDescription', description],
    ['ColumnKeywords', commaList([title, column])],
    ['ColumnType', columnType(subject)],
  ];
  const tags: Tag[] = [
    ['SiteName', site.portal.name ?? site.name],
    ['SiteDomain', site.origin && new URL(site.origin).host],
    ['SiteIDCode', site.records.siteCode],
    ...(isOfficial(subject) ? article : columnPage),
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
