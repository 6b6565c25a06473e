import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import type { Root as MdastRoot } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { parseFragment } from 'parse5';

/** What serves the reader of the screen and is no part of the text. */
const serving = new Set(['nav', 'form', 'button', 'script', 'svg', 'template', 'dialog', 'fieldset']);

const isServing = (node: Nodes) =>
  node.type === 'element' &&
  (serving.has(node.tagName) ||
    node.properties.ariaHidden === 'true' ||
    node.properties.hidden !== undefined ||
    node.properties.dataCitation !== undefined);

function find(node: Nodes, tagName: string): Element | undefined {
  if (node.type === 'element' && node.tagName === tagName) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

const hasWords = (node: Nodes): boolean =>
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

/** The properties of elements that Markdown can say. */
const said = ['href', 'title', 'start', 'rowSpan', 'colSpan'];

/**
 * What a page's text keeps of an element: of one that only looks, its content. A link that is drawn and has no words, or one
 * laid quietly over words of the text, is for the screen alone. The less is kept, the less the conversion has to copy.
 */
function pruned(node: Element, address: string): ElementContent[] {
  const isQuiet = plain.has(node.tagName) || [node.properties.className].flat().includes('term');
  const { href } = node.properties;
  if (String(href).startsWith('#')) node.properties.href = `${address}${href}`;
  for (const name of Object.keys(node.properties)) if (!said.includes(name)) delete node.properties[name];
  prune(node, address);
  if (node.tagName === 'a' && !hasWords(node)) return [];
  if (/^t[dh]$/u.test(node.tagName)) node.children = onOneLine(node.children);
  return isQuiet ? node.children : [node];
}

/** Keeps the text of a page, each run of it in one node, and lets links within it name the page by its address. */
function prune(parent: Root | Element, address: string): void {
  const children: ElementContent[] = [];
  const add = (node: ElementContent) => {
    const before = children.at(-1);
    if (node.type === 'text' && before?.type === 'text') before.value += node.value;
    else children.push(node);
  };
  for (const child of parent.children) {
    if (child.type === 'text') add({ type: 'text', value: child.value });
    else if (child.type === 'element' && child.tagName === 'br') add(text(' '));
    else if (child.type === 'element' && !isServing(child)) pruned(child, address).forEach(add);
  }
  parent.children = children;
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
  // As it is read without script, and without the place of each part, which would be most of what the conversion copies.
  const page = fromParse5(parseFragment(fromMain(html), { scriptingEnabled: false }));
  const parts = [find(page, 'main'), rule, find(find(page, 'footer') ?? page, 'p')];
  const text: Root = { type: 'root', children: parts.filter((part) => part !== undefined) };
  prune(text, address);
  return toMarkdown(toMdast(text, { document: true }) as MdastRoot, form);
}
