import { issuedOn, pageKind } from '../../src/exports/meta/page-subject.ts';
import { element, textElement, xmlDocument } from '../../src/exports/xml.ts';
import type { Handbook } from '../../src/model/types.ts';
import { absoluteUrl } from '../../src/routes/absolute-url.ts';
import type { BuiltPage } from './built-pages.ts';

/** So many addresses stand in one file. The protocol allows ten times as many; a small file is fetched again at less cost. */
export const addressesInFile = 5000;

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/**
 * All pages for search engines: the files by name, `sitemap.xml` among them, which lists the pages or, where they are too many
 * for one file, the files that do. The days are those on which the official words of a page were issued; a page of the
 * handbook's own has none. Without an origin the addresses are a draft, which the check for production refuses.
 */
export function sitemap(handbook: Handbook, pages: readonly Pick<BuiltPage, 'path'>[]): Map<string, string> {
  const entries = pages.map(({ path }) => {
    const day = issuedOn(pageKind(handbook, path));
    return element(
      'url',
      textElement('loc', absoluteUrl(handbook.site, path)) + (day ? textElement('lastmod', day) : ''),
    );
  });
  const list = (some: readonly string[]) => xmlDocument(element('urlset', some.join('\n'), namespace));
  if (entries.length <= addressesInFile) return new Map([['sitemap.xml', list(entries)]]);
  const parts = Array.from({ length: Math.ceil(entries.length / addressesInFile) }, (_, index): [string, string] => [
    `sitemap-${index + 1}.xml`,
    list(entries.slice(index * addressesInFile, (index + 1) * addressesInFile)),
  ]);
  const listed = parts.map(([name]) => element('sitemap', textElement('loc', absoluteUrl(handbook.site, name))));
  return new Map([['sitemap.xml', xmlDocument(element('sitemapindex', listed.join('\n'), namespace))], ...parts]);
}
