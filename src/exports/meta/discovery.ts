import type { Handbook } from '../../model/types.ts';
import { absoluteUrl, publicUrl } from '../../routes/absolute-url.ts';
import { feedPath, searchPath } from '../../routes/paths.ts';
import { pageChangedOn } from '../../views/changes.ts';
import { pathOf, subjectsOf } from '../../views/page-subject.ts';
import { feed, feedTitle } from '../rss.ts';
import { element, textElement, xmlDocument } from '../text-formats.ts';

/** A file by which other programs find the handbook and what is new in it. */
export interface DiscoveryFile {
  /** Relative to the base. */
  path: string;
  mediaType: string;
  /** How the head of each page names it; the site map is named in `robots.txt`. */
  link?: { rel: 'search' | 'alternate'; title: string };
  /** Written when asked for. */
  text: () => string;
}

const siteMapFile = 'sitemap.xml';

/** The files of a handbook; none without an origin, as each of these forms asks for absolute addresses. */
export function discoveryFiles(handbook: Handbook): DiscoveryFile[] {
  const { site } = handbook;
  if (site.origin === undefined) return [];
  return [
    { path: siteMapFile, mediaType: 'application/xml', text: () => sitemap(handbook) },
    {
      path: feedPath,
      mediaType: 'application/rss+xml',
      link: { rel: 'alternate', title: feedTitle(site) },
      text: () => feed(handbook),
    },
    {
      path: 'opensearch.xml',
      mediaType: 'application/opensearchdescription+xml',
      link: { rel: 'search', title: site.name },
      text: () => openSearchDescription(handbook),
    },
  ];
}

/** The most characters of a short name, by the standard. */
const shortNameLength = 16;

/**
 * Tells browsers how to search the handbook.
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export function openSearchDescription({ site }: Pick<Handbook, 'site'>): string {
  const content = [
    textElement('ShortName', site.name.slice(0, shortNameLength)),
    textElement('Description', site.description),
    textElement('InputEncoding', 'UTF-8'),
    textElement('Language', 'zh-CN'),
    textElement('Image', absoluteUrl(site, 'favicon.svg'), { type: 'image/svg+xml' }),
    element('Url', '', { type: 'text/html', template: `${absoluteUrl(site, searchPath)}?q={searchTerms}` }),
  ];
  const namespace = { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' };
  return xmlDocument(element('OpenSearchDescription', content.join('\n'), namespace));
}

/**
 * Every page for search engines, with the day of the last change of what it shows, as the content has it: of its document, of a
 * correction, of published progress. A page about the handbook itself has none.
 * @see https://www.sitemaps.org/protocol.html: a file may list 50,000 pages, a thousand plans.
 */
export function sitemap(handbook: Handbook): string {
  const urls = subjectsOf(handbook).map((subject) => {
    const day = pageChangedOn(handbook, subject);
    const place = textElement('loc', absoluteUrl(handbook.site, pathOf(subject)));
    return element('url', place + (day ? textElement('lastmod', day) : ''));
  });
  return xmlDocument(element('urlset', urls.join('\n'), { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }));
}

/**
 * Lets robots read every page but those of a preview, and names the site map where there is one. Below a sub-path robots read the portal's own file,
 * which should take its line over.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robots({ site }: Pick<Handbook, 'site'>): string {
  if (site.preview) return ['User-agent: *', 'Disallow: /', ''].join('\n');
  const siteMap = publicUrl(site, siteMapFile);
  return ['User-agent: *', 'Allow: /', ...(siteMap ? [`Sitemap: ${siteMap}`] : []), ''].join('\n');
}
