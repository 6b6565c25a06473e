import dictionaryPath from 'virtual:dictionary';
import { onTyped } from '../../browser/typing.ts';
import { Dictionary } from '../query/dictionary.ts';
import { type Suggestion, suggest } from '../query/suggest.ts';
import type { DictionaryFile } from '../shared/dictionary.ts';
import { element, moveWithArrows } from './dom.ts';
import { loadJson } from './failure.ts';

const siteBase = import.meta.env.BASE_URL;

let dictionary: Promise<Dictionary | undefined> | undefined;
/** Undefined where it does not arrive, or something else does: the box then suggests nothing. */
const loadDictionary = () => {
  dictionary ??= loadJson<DictionaryFile>(siteBase + dictionaryPath)
    .then((file) => new Dictionary(file))
    .catch(() => undefined);
  return dictionary;
};

function suggestionItem({ name, path, kind, leadsTo }: Suggestion, searchPage: string): HTMLLIElement {
  const href = path === undefined ? `${searchPage}?${new URLSearchParams({ q: name })}` : siteBase + path;
  // Where a reader's word leads tells more than that it is searched for.
  const label = leadsTo
    ? element('span', { class: 'min-w-0 flex-1 truncate text-small text-quiet' }, `→ ${leadsTo}`)
    : element('span', { class: 'ms-auto shrink-0 text-small text-quiet' }, kind);
  return element('li', {}, element('a', { href, class: 'flex items-baseline gap-x-2 no-underline' }, name, label));
}

/** Suggests names below a search box that a reader has begun to type in: links, reached with the arrow keys or Tab. */
export function attachSuggestions(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]');
  const list = form.querySelector<HTMLUListElement>('[data-suggestions]');
  if (!input || !list) return;

  const show = async () => {
    const known = await loadDictionary();
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
