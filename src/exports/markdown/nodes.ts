import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent, Table } from 'mdast';
import { absoluteUrl } from '../../routes/absolute-url.ts';
import type { Site } from '../../schema/site.ts';

/** A text or a link; texts are escaped when they are written. */
export type Inline = string | PhrasingContent;

const phrasing = (content: readonly Inline[]): PhrasingContent[] =>
  content.map((one) => (typeof one === 'string' ? { type: 'text', value: one } : one));
/** A link to an address, also of another site, or to a number to call. */
export const linkTo = (url: string, text: string): PhrasingContent => ({
  type: 'link',
  url,
  children: phrasing([text]),
});
export const link = (site: Site, path: string, text: string): PhrasingContent => linkTo(absoluteUrl(site, path), text);
export const heading = (depth: 1 | 2 | 3 | 4, ...content: Inline[]): RootContent => ({
  type: 'heading',
  depth,
  children: phrasing(content),
});
export const paragraph = (...content: Inline[]): RootContent => ({ type: 'paragraph', children: phrasing(content) });
/** Words of the document, set apart from those of the editor. */
export const quotation = (blocks: readonly RootContent[]): RootContent => ({
  type: 'blockquote',
  children: blocks as (BlockContent | DefinitionContent)[],
});
/** A list of single lines; none where there are no items. */
export function list(items: readonly Inline[][]): List[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({
    type: 'listItem' as const,
    children: [{ type: 'paragraph' as const, children: phrasing(item) }],
  }));
  return [{ type: 'list', spread: false, children }];
}
/** A table of cells, its head first. */
export const table = (rows: readonly Inline[][][]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
  })),
});
