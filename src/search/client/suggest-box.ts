import { onTyped } from '../../browser/typing.ts';
import { type Suggestion, suggest } from '../query/suggest.ts';
import type { Suggestions } from '../shared/catalogue.ts';
import { indexFolder } from '../shared/index-layout.ts';
import { element, moveWithArrows } from './dom.ts';

const siteBase = import.meta.env.BASE_URL;

let suggestions: Promise<Suggestions | undefined> | undefined;
/** Undefined where they do not arrive, or something else does: the box then suggests nothing. */
const loadSuggestions = () => {
  suggestions ??= fetch(`${siteBase}${indexFolder}suggestions.json`, { cache: 'no-cache' })
    .then((response) => response.json())
    .then((found?: Suggestions) => (found?.units ? found : undefined))
    .catch(() => undefined);
  return suggestions;
};

function suggestionItem({ name, path, kind }: Suggestion, searchPage: string): HTMLLIElement {
  const href = path === undefined ? `${searchPage}?${new URLSearchParams({ q: name })}` : siteBase + path;
  const label = element('span', { class: 'shrink-0 text-small text-quiet' }, kind);
  const style = 'flex items-baseline justify-between gap-x-4 no-underline';
  return element('li', {}, element('a', { href, class: style }, name, label));
}

/** Suggests names below a search box that a reader has begun to type in: links, reached with the arrow keys or Tab. */
export function attachSuggestions(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]');
  const list = form.querySelector<HTMLUListElement>('[data-suggestions]');
  if (!input || !list) return;

  const show = async () => {
    const known = await loadSuggestions();
    const found = known ? suggest(input.value, known) : [];
    list.replaceChildren(...found.map((one) => suggestionItem(one, form.action)));
    list.hidden = found.length === 0;
  };

  onTyped(input, show);
  moveWithArrows(form, () => (list.hidden ? [] : [input, ...list.querySelectorAll('a')]));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) list.hidden = true;
  });
  // Once a click has been made, or a key pressed, elsewhere. As soon as the focus leaves is too early: results below the list would
  // move away from under a pointer that is pressed on one of them.
  for (const kind of ['click', 'keyup'])
    document.addEventListener(kind, ({ target }) => {
      if (!(target instanceof Node && form.contains(target))) list.hidden = true;
    });
  void show();
}
