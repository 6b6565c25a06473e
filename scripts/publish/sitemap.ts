import type { Handbook } from '../../src/handbook/model.ts';
import { issuedOn, pageKind } from '../../src/handbook/page-kind.ts';
import { addressOf } from '../../src/handbook/structured-data.ts';
import { element, textElement, xmlDocument } from '../../src/handbook/xml.ts';
import type { BuiltPage } from './built-pages.ts';

/**
 * All pages for search engines. The days are those on which the official words of a page were issued; a page of the
 * handbook's own has none. Without an origin the addresses are a draft, which the check for production refuses.
 */
export function sitemap(handbook: Handbook, pages: readonly BuiltPage[]): string {
  const entries = pages.map(({ path }) => {
    const day = issuedOn(pageKind(handbook, path));
    return element(
      'url',
      textElement('loc', addressOf(handbook.site, path)) + (day ? textElement('lastmod', day) : ''),
    );
  });
  return xmlDocument(element('urlset', entries.join('\n'), { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }));
}
