import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkCjkFriendly from 'remark-cjk-friendly';
import type { Processor } from 'unified';

/**
 * Adds tables to Markdown. The rest of GFM stays out: it makes links of bare addresses and takes the Chinese behind them for a part
 * of the address.
 * @see https://github.github.com/gfm/#tables-extension-
 */
function remarkTables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), gfmTableToMarkdown()];
}

/** The syntax of bodies besides CommonMark and MDX: for the pages, the check and the import alike. */
export const bodySyntax = [remarkTables, remarkCjkFriendly];

/** The nodes of the tree of HTML that are looked at here. */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  name?: string;
  attributes?: unknown[];
  children?: Node[];
}

/** Elements whose text is official words. */
const worded = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td']);

/** `{...props}`: what a page gives to a body goes on to the components in it. */
const expression = {
  type: 'ObjectExpression',
  properties: [{ type: 'SpreadElement', argument: { type: 'Identifier', name: 'props' } }],
};
const estree = {
  type: 'Program',
  sourceType: 'module',
  comments: [],
  body: [{ type: 'ExpressionStatement', expression }],
};
const props = { type: 'mdxJsxExpressionAttribute', value: '...props', data: { estree } };

/**
 * Makes each text of a body a component: `<OfficialText {...props} text="…" start="…" />`, where `start` is its offset, in UTF-16
 * code units, in all texts of the body run together. Gives each `<Measures />` its place among them, and marks the elements around
 * texts as official words. Names tables, which the text itself does not.
 */
export function rehypeOfficialText() {
  return (root: Node): void => {
    let start = 0;
    let places = 0;
    const component = ({ value: text = '' }: Node): Node => {
      const given = Object.entries({ text, start: `${start}` });
      const attributes = given.map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));
      start += text.length;
      return { type: 'mdxJsxTextElement', name: 'OfficialText', attributes: [props, ...attributes], children: [] };
    };
    const visit = (node: Node): void => {
      if (node.tagName === 'table') node.properties = { ...node.properties, ariaLabel: '文中的表格' };
      if (node.type === 'mdxJsxFlowElement')
        node.attributes = [props, { type: 'mdxJsxAttribute', name: 'place', value: `${places++}` }];
      if (!worded.has(node.tagName ?? '')) {
        node.children?.forEach(visit);
        return;
      }
      node.properties = { ...node.properties, dataOfficial: '' };
      node.children = node.children?.map((child) => (child.type === 'text' ? component(child) : child)) ?? [];
    };
    visit(root);
  };
}
