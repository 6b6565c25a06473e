import { countsFor, outcomeOf, rowsToShow, writeFilter } from '../views/row-filters.ts';
import { askedIn, conditionsAtStart } from './asked-conditions.ts';
import { namedElement, showNamed } from './named-element.ts';

/**
 * Filters and sorts rows that the page already holds, by the selects of a form; the choice stands in the address.
 * Without script the form is hidden and every row is there, in document order.
 *
 * A form names its list by `data-narrow="<id>"`. A row is `[data-row]`; for each select it carries `data-<name>`, the values
 * it has, separated by spaces. The select `sort` names a number `data-by-<value>` of the rows; `-` before it turns the order.
 * A `[data-group]` without rows to show is hidden too. An `output` of the form says how many there are; `[data-narrowed]` after it
 * says on paper, which has no fields, which rows it holds. The row that the fragment
 * of the address names is shown in any case, until the reader chooses another filter.
 */
const sortName = 'sort';

function attachFilter(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset.narrow ?? '');
  const output = form.querySelector('output');
  if (!list || !output) return;
  const reset = form.querySelector<HTMLElement>('[type=reset]');
  const narrowed = form.parentElement?.querySelector('[data-narrowed]');
  const selects = [...form.querySelectorAll('select')];
  const filters = selects.filter(({ name }) => name !== sortName);
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].map((element) => ({
    element,
    values: Object.fromEntries(
      filters.map(({ name }) => [name, element.getAttribute(`data-${name}`)?.split(' ') ?? []]),
    ),
  }));
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')];
  const chosenIn = (some: readonly HTMLSelectElement[]) =>
    Object.fromEntries(some.map(({ name, value }) => [name, value]));

  const sort = () => {
    const value = selects.find(({ name }) => name === sortName)?.value ?? '';
    const key = value.replace('-', '');
    const direction = value.startsWith('-') ? -1 : 1;
    const number = ({ element }: (typeof rows)[number]) => direction * Number(element.getAttribute(`data-by-${key}`));
    for (const { element } of key ? [...rows].sort((a, b) => number(a) - number(b)) : rows)
      element.parentElement?.append(element);
  };
  const show = () => {
    sort();
    const filter = chosenIn(filters);
    const named = namedElement();
    const { shown, met, besides } = rowsToShow(
      rows,
      filter,
      rows.find(({ element }) => element.contains(named)),
    );
    for (const row of rows) row.element.hidden = !shown.has(row);
    for (const group of groups) group.hidden = group.querySelector('[data-row]:not([hidden])') === null;
    for (const { name, options } of filters) {
      const counts = countsFor(rows, filter, name);
      for (const option of options)
        if (option.value) option.textContent = `${option.dataset.label}（${counts.get(option.value) ?? 0}）`;
    }
    const asked = askedIn(form);
    if (reset) reset.hidden = selects.every(({ value }) => value === '');
    const outcome = outcomeOf(rows.length, met, besides);
    if (narrowed) narrowed.textContent = asked && `${outcome}。${asked}`;
    output.textContent = met > 0 ? outcome : `${outcome}，请放宽一个条件`;
  };
  const update = () => {
    history.replaceState(null, '', location.pathname + writeFilter<string>(chosenIn(selects)));
    show();
  };

  form.addEventListener('change', update);
  addEventListener('hashchange', () => showNamed(show));
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are reset after the event.
  form.addEventListener('reset', () => setTimeout(update));
  const { query, early } = conditionsAtStart(form);
  for (const select of selects)
    for (const option of select.options) {
      // A browser that restores what was chosen before must not win over the address, nor become what a reset returns to.
      option.defaultSelected = option.value === '';
      option.selected = option.value === (query.get(select.name) ?? '');
    }
  (early ? update : show)();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-narrow]')) attachFilter(form);
