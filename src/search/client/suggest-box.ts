import { onTyped } from '../../browser/typing.ts';
import { type Suggestion, type Suggestions, suggest } from '../query/suggest.ts';
import { indexFolder } from '../shared/paths.ts';
import { element } from './elements.ts';

const base = import.meta.env.BASE_URL;

let loaded: Promise<Suggestions | undefined> | undefined;
/** Without suggestions a box is a box. */
const load = () => {
  loaded ??= fetch(`${base}${indexFolder}suggestions.json`, { cache: 'no-cache' })
    .then((response) => (response.ok ? (response.json() as Promise<Suggestions>) : undefined))
    .catch(() => undefined);
  return loaded;
};

/** Suggests names below a search box that a reader has begun to type in: links, reached with the arrow keys or Tab. */
export function attachSuggestions(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]');
  const list = form.querySelector<HTMLUListElement>('[data-suggestions]');
  if (!input || !list) return;

  const addressOf = ({ name, path }: Suggestion) =>
    path === undefined ? `${form.action}?${new URLSearchParams({ q: name })}` : base + path;
  const show = async () => {
    const suggestions = await load();
    const found = suggestions ? suggest(input.value, suggestions) : [];
    list.replaceChildren(
      ...found.map((one) => {
        const kind = element('span', { class: 'shrink-0 text-small text-quiet' }, one.kind);
        const link = element(
          'a',
          { href: addressOf(one), class: 'flex items-baseline justify-between gap-x-4 no-underline' },
          one.name,
          kind,
        );
        return element('li', {}, link);
      }),
    );
    list.hidden = found.length === 0;
  };

  onTyped(input, () => void show());
  form.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') list.hidden = true;
    if (list.hidden || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const stops = [input, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) list.hidden = true;
  });
  void show();
}
