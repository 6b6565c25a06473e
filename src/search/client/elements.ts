import type { Stretch } from '../query/highlight.ts';

/** Makes an element. Text given to it stays text, whatever it holds. */
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

/** A text with what matched marked, by an underline as well as a colour. */
export const marked = (stretches: readonly Stretch[]): (Node | string)[] =>
  stretches.map(({ text, marked: isMarked }) =>
    isMarked ? element('mark', { class: 'bg-mark text-ink underline decoration-1 underline-offset-4' }, text) : text,
  );
