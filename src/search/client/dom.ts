import type { HighlightPart } from '../query/highlight.ts';

/** Makes an element. Strings become text, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A text whose words that matched are marked, by an underline as well as a colour; what belongs to the sentence that answers lightly. */
export const markedText = (parts: readonly HighlightPart[], sentence = ''): (Node | string)[] =>
  parts.map(({ text, mark }) => {
    if (mark === 'word')
      return element('mark', { class: 'bg-mark text-ink underline decoration-1 underline-offset-4' }, text);
    // No words of the document.
    if (mark === 'cut') return element('span', { 'data-editorial': '' }, text);
    return mark ? element('mark', { class: 'sentence-mark', 'data-sentence': sentence }, text) : text;
  });

/** Whether a click follows a link in this tab. */
export const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** Moves the focus between elements with the arrow keys while one of them has it. */
export function moveWithArrows(area: HTMLElement, stops: () => readonly HTMLElement[]): void {
  area.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = stops();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = at < 0 ? undefined : all[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** In milliseconds: a reader who is typing hears the last announcement only. */
const announcementDelay = 600;

/**
 * Announces through polite live regions in turn, the other one left blank, so that the same words said twice are heard twice. Words
 * that are added come after those that still wait; others replace them.
 * @see https://www.w3.org/TR/wai-aria-1.2/#aria-live
 */
export function announcer(regions: Iterable<Element>): (words: string, options?: { added: boolean }) => void {
  const all = [...regions];
  let turn = 0;
  let timer = 0;
  let waiting = '';
  return (words, { added } = { added: false }) => {
    clearTimeout(timer);
    waiting = added ? waiting + words : words;
    timer = window.setTimeout(() => {
      for (const [index, region] of all.entries()) region.textContent = index === turn ? waiting : '';
      turn = (turn + 1) % all.length;
      waiting = '';
    }, announcementDelay);
  };
}
