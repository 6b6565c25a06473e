import { type Choice, onlyInnovation } from '../query/facets.ts';
import { facetNames } from '../shared/record.ts';
import { element } from './dom.ts';
import type { Answer } from './protocol.ts';
import { isNarrowed, type State } from './state.ts';

const kindButtonStyle =
  'inline-flex min-h-11 items-center gap-2 rounded-full border px-4 lg:mb-1 lg:flex lg:w-full lg:rounded';

function kindButton({ value, label, count }: Choice, chosen: boolean, choose: () => void): HTMLButtonElement {
  const button = element(
    'button',
    {
      type: 'button',
      class: `${kindButtonStyle} ${chosen ? 'border-lake bg-lake-soft text-lake-deep' : 'border-lake-line text-ink hover:border-lake'}`,
      'aria-pressed': String(chosen),
      'data-value': value,
    },
    label,
    element('span', { class: 'ms-auto text-small text-quiet tabular-nums' }, String(count)),
  );
  button.addEventListener('click', choose);
  return button;
}

/** The filters that a state sets, the order among them. */
const chosenIn = (state: State) =>
  [...facetNames, 'kind' as const, 'innovation' as const, 'sort' as const].filter((name) => state[name] !== '');

/** Fills the filters with the values that leave results, each with its count; hides them where there is nothing to narrow. */
export function showFilters({ choices }: Answer, state: State, chooseKind: (kind: string) => void): void {
  const group = document.querySelector('[data-filter=kind]');
  const filters = document.querySelector<HTMLElement>('#search-filters');
  if (filters) filters.hidden = choices.kind.length === 0 && !isNarrowed(state);
  const focused = document.activeElement?.closest<HTMLElement>('[data-filter=kind] [data-value]')?.dataset.value;
  const all = { value: '', label: '全部', count: choices.kind.reduce((sum, { count }) => sum + count, 0) };
  const buttons = [all, ...choices.kind].map((choice) =>
    kindButton(choice, choice.value === state.kind, () => chooseKind(choice.value)),
  );
  group?.replaceChildren(...buttons);
  buttons.find(({ dataset }) => dataset.value === focused)?.focus();

  for (const name of facetNames) {
    const select = document.querySelector<HTMLSelectElement>(`#search-filters select[name=${name}]`);
    const options = choices[name].map(({ value, label, count }) =>
      element('option', { value }, `${label}（${count}）`),
    );
    select?.replaceChildren(element('option', { value: '' }, '不限'), ...options);
    if (select) select.value = state[name];
  }
  const innovation = document.querySelector<HTMLInputElement>('#search-filters input[name=innovation]');
  if (innovation) innovation.checked = state.innovation === onlyInnovation;
  const count = document.querySelector('[data-count=innovation]');
  if (count) count.textContent = String(choices.innovation[0]?.count ?? 0);
  const sort = document.querySelector<HTMLSelectElement>('#search-filters select[name=sort]');
  if (sort) sort.value = state.sort;
  const chosen = chosenIn(state).length;
  const summary = document.querySelector('[data-count=chosen]');
  if (summary) summary.textContent = chosen > 0 ? `已选 ${chosen} 项` : '';
  // On paper only what is chosen tells something.
  filters?.classList.toggle('print:hidden', chosen === 0);
}

/**
 * Unfolds the filters where they are beside the results, or where one is chosen that is not named in the results; on a phone, where
 * they are above, results come first.
 */
export function unfoldFilters(state: State): void {
  const details = document.querySelector<HTMLDetailsElement>('[data-more-filters]');
  const beside = matchMedia('(min-width: 60rem)').matches;
  if (details) details.open = beside || chosenIn({ ...state, kind: '' }).length > 0;
}
