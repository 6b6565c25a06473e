import { keepRoomFor } from '../../browser/fixed-bars.ts';
import { matchRanges } from '../query/highlight.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import { element, isPlainClick } from './dom.ts';
import { forgetWords, landingWords } from './landing-words.ts';

/** As in `search.css`. */
const highlightNames = { words: 'search-hit', sentence: 'search-sentence' };

/** The text of an element as one string, and the node and offset of a place in it, in UTF-16 code units. */
function textWithPlaces(root: Element) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const place = (offset: number): [Text, number] | undefined => {
    const found = nodes.filter(({ start }) => start <= offset).pop();
    return found && [found.node, offset - found.start];
  };
  return { text, place };
}

function rangeOf(place: ReturnType<typeof textWithPlaces>['place'], start: number, end: number): Range[] {
  const from = place(start);
  // The end is found by the last code unit: the place after it may be in the next node.
  const to = place(end - 1);
  if (!from || !to) return [];
  const range = new Range();
  range.setStart(...from);
  range.setEnd(to[0], to[1] + 1);
  return [range];
}

/** Scrolls to the first of some ranges on a page that stands at its start and shows none of them. */
function showFirst(ranges: readonly Range[]): void {
  const places = ranges.map((range) => range.getBoundingClientRect());
  const isSeen = places.some(({ top, bottom }) => bottom > 0 && top < innerHeight);
  if (scrollY === 0 && !isSeen) scrollTo(0, (places[0]?.top ?? 0) - innerHeight / 3);
}

/** Highlights the words and the sentence that a search left for this page in the row that the address names, or else in the page, until the reader stops it. */
export function highlightWords(): void {
  // Where words cannot be painted, the row that the address names is, as ever.
  const landing = typeof Highlight === 'function' ? landingWords() : undefined;
  if (!landing) return;
  const root = document.querySelector(':target') ?? document.querySelector('main');
  if (!root) return;
  const { text, place } = textWithPlaces(root);
  const rangesOf = (phrases: readonly string[]) =>
    matchRanges(text, phrases.map(tokenTexts)).flatMap(([start, end]) => rangeOf(place, start, end));
  const words = rangesOf(landing.words);
  const sentence = rangesOf(landing.sentence ? [landing.sentence] : []);
  if (words.length + sentence.length === 0) return;
  CSS.highlights.set(highlightNames.sentence, new Highlight(...sentence));
  CSS.highlights.set(highlightNames.words, new Highlight(...words));
  showFirst([...sentence, ...words]);
  const said = sentence.length > 0 ? '已标出回答的句子' : `已标出搜索的词（${words.length}处）`;

  const stop = element(
    'button',
    { type: 'button', class: 'min-h-11 rounded border border-lake px-3 text-lake' },
    '取消标记',
  );
  const back = element('a', { href: landing.from, class: 'inline-block py-2' }, '回到搜索结果');
  const bar = element(
    'div',
    {
      class:
        'fixed inset-x-0 bottom-0 z-10 flex flex-wrap items-center justify-center gap-x-5 border-t border-rule bg-paper px-5 py-2 text-small print:hidden',
      role: 'region',
      'aria-label': '搜索标记',
      'data-search-marks': '',
    },
    element('span', {}, said),
    stop,
    back,
  );
  stop.addEventListener('click', () => {
    for (const name of Object.values(highlightNames)) CSS.highlights.delete(name);
    bar.remove();
    forgetWords(landing);
  });
  const { length } = history;
  back.addEventListener('click', (event) => {
    // In the tab of the search, and nowhere else since, the entry before this one is the search, with its place in the results.
    if (length === 1 || history.length !== length || !isPlainClick(event)) return;
    event.preventDefault();
    history.back();
  });
  document.body.append(bar);
  keepRoomFor(bar);
}
