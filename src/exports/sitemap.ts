import type { Handbook } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { issuedOn, pathOf, subjectsOf } from '../views/page-subject.ts';
import { element, textElement, xmlDocument } from './xml.ts';

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
