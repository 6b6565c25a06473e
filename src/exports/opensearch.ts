import type { Handbook } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { searchPath } from '../routes/paths.ts';
import { element, textElement, xmlDocument } from './xml.ts';

/** The short name may have this many characters at most. */
const shortName = 16;

/** Tells browsers how to search the handbook (OpenSearch 1.1). */
export function openSearch({ site }: Handbook): string {
  return xmlDocument(
    element(
      'OpenSearchDescription',
      [
        textElement('ShortName', site.name.slice(0, shortName)),
        textElement('Description', site.description),
        textElement('InputEncoding', 'UTF-8'),
        textElement('Language', 'zh-CN'),
        textElement('Image', absoluteUrl(site, 'favicon.svg'), { type: 'image/svg+xml' }),
        element('Url', '', { type: 'text/html', template: `${absoluteUrl(site, searchPath)}?q={searchTerms}` }),
      ].join('\n'),
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    ),
  );
}
