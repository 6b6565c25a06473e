import type { Element, ElementContent, Properties, Text } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';

type ReadNode = ReturnType<typeof parseDocument>['children'][number];
type ReadElement = Extract<ReadNode, { attribs: object }>;

/** What serves the reader of the screen and is no part of the text. */
const serving = new Set(['nav', 'form', 'button', 'script', 'svg', 'template', 'dialog', 'fieldset']);

const isServing = ({ name, attribs }: ReadElement) =>
  serving.has(name) || attribs['aria-hidden'] === 'true' || 'hidden' in attribs || 'data-citation' in attribs;

const hasWords = (node: ElementContent): boolean =>
  node.type === 'text' ? /\S/u.test(node.value) : 'children' in node && node.children.some(hasWords);

/** Marks of emphasis are the handbook's, and between Chinese signs Markdown can hold them only with escapes in the text. */
const plain = new Set(['span', 'strong', 'em', 'b', 'i', 'wbr']);

const text = (value: string): Text => ({ type: 'text', value });
const lists = new Set(['ul', 'ol']);
const blocks = new Set(['p', 'div', 'details', 'summary', 'dl', 'dt', 'dd']);

/** What a cell holds on the one line that a Markdown table has for it: items of lists are parted as names are, other blocks by a blank. */
function onOneLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    if (blocks.has(node.tagName)) return [text(' '), ...onOneLine(node.children), text(' ')];
    if (!lists.has(node.tagName)) return [node];
    const items = node.children.filter((item) => item.type === 'element');
    return items.flatMap((item, at) => [...(at > 0 ? [text('、')] : []), ...onOneLine(item.children.filter(hasWords))]);
  });
}

/** What Markdown can say of an element; a link within the page names the page by its address. */
function properties({ attribs }: ReadElement, address: string): Properties {
  const { href, title, start, rowspan, colspan } = attribs;
  return { href: href?.startsWith('#') ? address + href : href, title, start, rowSpan: rowspan, colSpan: colspan };
}

/**
 * What a page's text keeps of an element: of one that only looks, its content. A link that is drawn and has no words, or one
 * laid quietly over words of the text, is for the screen alone. The less is kept, the less the conversion has to copy.
 */
function keptOf(element: ReadElement, address: string): ElementContent[] {
  const { name, attribs } = element;
  if (name === 'br') return [text(' ')];
  const children = kept(element.children, address);
  if (name === 'a' && !children.some(hasWords)) return [];
  if (plain.has(name) || attribs.class?.split(' ').includes('term')) return children;
  return [
    {
      type: 'element',
      tagName: name,
      properties: properties(element, address),
      children: /^t[dh]$/u.test(name) ? onOneLine(children) : children,
    },
  ];
}

/** The text of a page's nodes, each run of it in one node. */
function kept(nodes: readonly ReadNode[], address: string): ElementContent[] {
  const all: ElementContent[] = [];
  const add = (node: ElementContent) => {
    const before = all.at(-1);
    if (node.type === 'text' && before?.type === 'text') before.value += node.value;
    else all.push(node);
  };
  for (const node of nodes) {
    if ('attribs' in node) {
      if (!isServing(node)) keptOf(node, address).forEach(add);
    } else if (node.type === ElementType.Text) add(text(node.data));
  }
  return all;
}

/** What may mean something else in Markdown than itself: signs of ASCII, and white space at an end. */
const maySay = /[!-/:-@[-`{-~\r\n\t]|^ | $/u;

/** Most texts are Chinese without such signs, and are not searched for each of the forms that they could be mistaken for. */
const words: typeof defaultHandlers.text = (node, parent, state, info) =>
  maySay.test(node.value) ? defaultHandlers.text(node, parent, state, info) : node.value;

const rule: Element = { type: 'element', tagName: 'hr', properties: {}, children: [] };

const form: Options = {
  bullet: '-',
  rule: '-',
  handlers: { text: words },
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
};

/** From its main part on; the head and the header before it have no text of the page, and would be half of what is parsed. */
const fromMain = (html: string) => html.slice(html.search(/<main[\s>]/u));

/** The text of a page in Markdown, with the status line of the handbook at its end. `address` is the page's own. */
export function markdownTwin(html: string, address: string): string {
  const page = parseDocument(fromMain(html));
  const first = (name: string, within: ReadNode[]) => DomUtils.getElementsByTagName(name, within, true, 1);
  const [main, status] = [first('main', page.children), first('p', first('footer', page.children))];
  const children = [...kept(main, address), rule, ...kept(status, address)];
  return toMarkdown(toMdast({ type: 'root', children }, { document: true }) as Root, form);
}
