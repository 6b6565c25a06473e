import type { Handbook } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { searchPath } from '../routes/paths.ts';
import { issuedOn, pathOf, subjectsOf } from '../views/page-subject.ts';
import { element, textElement, xmlDocument } from './text-formats.ts';

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
 * Every page for search engines, with the day on which its official words were issued; a page of the handbook's own has none.
 * Without an origin the addresses are a draft, which the check for production refuses.
 * @see https://www.sitemaps.org/protocol.html: a file may list 50,000 pages, a thousand plans.
 */
export function sitemap(handbook: Handbook): string {
  const urls = subjectsOf(handbook).map((subject) => {
    const day = issuedOn(subject);
    const place = textElement('loc', absoluteUrl(handbook.site, pathOf(subject)));
    return element('url', place + (day ? textElement('lastmod', day) : ''));
  });
  return xmlDocument(element('urlset', urls.join('\n'), { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }));
}

/**
 * Lets robots read every page. The address of the sitemap must be absolute, so that it is given once the publisher has set the
 * host. Below a sub-path robots read the portal's own file, which should take its line over.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export const robots = ({ site }: Pick<Handbook, 'site'>): string =>
  ['User-agent: *', 'Allow: /', ...(site.origin ? [`Sitemap: ${absoluteUrl(site, 'sitemap.xml')}`] : []), ''].join(
    '\n',
  );
