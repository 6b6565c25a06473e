import type { Handbook } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { feedPath, updatesPath } from '../routes/paths.ts';
import type { Site } from '../schema/site.ts';
import { type Change, changesOf, planBefore } from '../views/changes.ts';
import { element, textElement, xmlDocument } from './text-formats.ts';

export const feedTitle = ({ name }: Pick<Site, 'name'>): string => `${name}：文件、更正和进展`;

/** A day as RSS writes it: the content has no hour, so it is the beginning of the day in China. */
const rssDate = (day: string): string => new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '+0800');

/**
 * The name of a change, which stays when pages move: host, day of the document, plan and change.
 * @see https://www.rfc-editor.org/rfc/rfc4151
 */
const tagUri = (host: string, { plan, id }: Change, day: string): string =>
  `tag:${host},${plan.issuedOn ?? day}:${plan.id}/${id}`;

/**
 * What the content dates of the newest documents, newest first: that they were published, corrected, that progress was reported.
 * What has no day is no news; the page of updates lists it. The feed needs an origin.
 * @see https://www.rssboard.org/rss-specification (2.0; dates after RFC 822) and https://www.rssboard.org/rss-profile
 */
export function feed(handbook: Handbook): string {
  const { site, plans } = handbook;
  const { hostname } = new URL(absoluteUrl(site, ''));
  const dated = plans
    .slice(0, plansOnPage)
    .flatMap(changesOf)
    .flatMap((change) => (change.day ? [{ ...change, day: change.day }] : []))
    .sort((a, b) => b.day.localeCompare(a.day));
  const items = dated.map((change) =>
    element(
      'item',
      [
        textElement('title', [planBefore(handbook, change), change.title].filter(Boolean).join('　')),
        textElement('link', absoluteUrl(site, change.path)),
        textElement('guid', tagUri(hostname, change, change.day), { isPermaLink: 'false' }),
        textElement('description', change.text),
        textElement('pubDate', rssDate(change.day)),
      ].join(''),
    ),
  );
  const channel = [
    textElement('title', feedTitle(site)),
    textElement('link', absoluteUrl(site, updatesPath)),
    element('atom:link', '', { rel: 'self', type: 'application/rss+xml', href: absoluteUrl(site, feedPath) }),
    textElement('description', site.description),
    textElement('language', 'zh-CN'),
    ...(dated[0] ? [textElement('lastBuildDate', rssDate(dated[0].day))] : []),
    ...items,
  ];
  const root = { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' };
  return xmlDocument(element('rss', element('channel', channel.join('\n')), root));
}
