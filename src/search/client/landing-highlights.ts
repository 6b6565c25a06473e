import { rangesIn } from '../query/highlight.ts';
import { wordsOf } from '../shared/tokenizer.ts';
import { element } from './elements.ts';
import type { LandingWords } from './landing-words.ts';

const name = 'search-hit';

/** The text of a part of a page as one string, and the node and offset of each of its places. */
function textOf(root: Element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const place = (offset: number): [Text, number] | undefined => {
    const found = nodes.findLast(({ start }) => start <= offset);
    return found && [found.node, offset - found.start];
  };
  return { text, place };
}

function rangeOf(place: ReturnType<typeof textOf>['place'], start: number, end: number): Range[] {
  const from = place(start);
  // The end is looked for by its last sign, which stands in the same node as the words.
  const to = place(end - 1);
  if (!from || !to) return [];
  const range = new Range();
  range.setStart(...from);
  range.setEnd(to[0], to[1] + 1);
  return [range];
}

/** Marks the words of a search in the row that the address names, or in the page, until the reader has enough of them. */
export function markWords({ words, from }: LandingWords): void {
  if (typeof Highlight !== 'function') return;
  const id = decodeURIComponent(location.hash.slice(1));
  const root = (id && document.getElementById(id)) || document.querySelector('main');
  if (!root) return;
  const { text, place } = textOf(root);
  const ranges = rangesIn(text, words.map(wordsOf)).flatMap(([start, end]) => rangeOf(place, start, end));
  if (ranges.length === 0) return;
  CSS.highlights.set(name, new Highlight(...ranges));

  const stop = element(
    'button',
    { type: 'button', class: 'min-h-11 rounded border border-lake px-3 text-lake' },
    '取消标记',
  );
  const bar = element(
    'div',
    {
      class:
        'fixed inset-x-0 bottom-0 z-10 flex flex-wrap items-center justify-center gap-x-5 border-t border-rule bg-paper px-5 py-2 text-small print:hidden',
      role: 'region',
      'aria-label': '搜索标记',
    },
    element('span', {}, `已标出搜索的词（${ranges.length}处）`),
    stop,
    element('a', { href: from, class: 'inline-block py-2' }, '回到搜索结果'),
  );
  stop.addEventListener('click', () => {
    CSS.highlights.delete(name);
    bar.remove();
  });
  document.body.append(bar);
}
