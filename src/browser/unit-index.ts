import { normalise } from '../text/normalise.ts';
import { writeFilter } from '../views/row-filters.ts';
import { conditionsAtStart } from './asked-conditions.ts';

/**
 * Finds and sorts the units that the page already holds; what is asked stands in the address, so that Back returns to it. The items of the index carry the words by which a unit is found and its place in each
 * order; the matrix and the pairs below follow it by the units' ids.
 */
const finderForm = document.querySelector<HTMLFormElement>('[data-unit-finder]');

if (finderForm) {
  const all = <E extends HTMLElement = HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
  const words = finderForm.elements.namedItem('words') as HTMLInputElement;
  const order = finderForm.elements.namedItem('order') as HTMLSelectElement;
  const output = finderForm.querySelector('output') as HTMLOutputElement;
  const items = all('[data-unit][data-spellings]');
  const lists = all('[data-unit-list]');
  const sections = all('[data-unit-section]');
  const pairs = all('[data-unit-pairs] > [data-units]');
  const [none] = all('[data-unit-none]');
  const [narrowed] = all('[data-unit-narrowed]');
  const idOf = (element: HTMLElement) => element.dataset.unit ?? '';
  const wordsOf = new Map(items.map((item) => [idOf(item), normalise(item.dataset.spellings ?? '')]));

  const find = () => {
    const typed = normalise(words.value);
    const found = new Set(items.map(idOf).filter((id) => wordsOf.get(id)?.includes(typed)));
    for (const row of all('[data-unit]')) row.hidden = !found.has(idOf(row));
    for (const pair of pairs) pair.hidden = typed !== '' && !pair.dataset.units?.split(' ').some((id) => found.has(id));
    for (const list of [...sections, ...lists]) list.hidden = list.querySelector('[data-unit]:not([hidden])') === null;
    if (none) none.hidden = found.size > 0;
    // For paper, which has no fields.
    if (narrowed) narrowed.textContent = typed && `${items.length} 个中符合“${words.value.trim()}”的 ${found.size} 个`;
    output.textContent = typed === '' ? '' : found.size > 0 ? `找到 ${found.size} 个，按回车打开第一个` : '没有找到';
  };

  const placesIn = (name: string) => new Map(items.map((item) => [idOf(item), Number(item.dataset[name])]));
  const documentPlaces = placesIn('document');
  const sort = () => {
    const places = placesIn(order.value || 'document');
    const difference = (a: string, b: string, by: Map<string, number>) => (by.get(a) ?? 0) - (by.get(b) ?? 0);
    for (const list of lists) {
      const rows = [...list.querySelectorAll<HTMLElement>('[data-unit]')].sort(
        (a, b) => difference(idOf(a), idOf(b), places) || difference(idOf(a), idOf(b), documentPlaces),
      );
      list.append(...rows);
    }
  };

  const keep = () => {
    const asked = { words: words.value.trim(), order: order.value };
    history.replaceState(null, '', location.pathname + writeFilter<string>(asked));
  };
  const { query, early } = conditionsAtStart(finderForm);
  words.value = query.get('words') ?? '';
  order.selectedIndex = Math.max(
    0,
    [...order.options].findIndex(({ value }) => value === query.get('order')),
  );
  find();
  sort();
  if (early) keep();
  words.addEventListener('input', find);
  order.addEventListener('change', sort);
  finderForm.addEventListener('input', keep);
  finderForm.addEventListener('submit', (event) => {
    event.preventDefault();
    const [first] = all<HTMLAnchorElement>('[data-unit][data-spellings]:not([hidden]) a');
    if (words.value.trim() !== '' && first) location.assign(first.href);
  });
}
