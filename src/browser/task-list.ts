import {
  countsFor,
  type FilterRow,
  on,
  outcomeOf,
  type RowFilter,
  readFilter,
  rowsToShow,
  taskConditions,
  writeFilter,
} from '../views/row-filters.ts';
import { askedIn, conditionsAtStart } from './asked-conditions.ts';
import { namedElement, showNamed } from './named-element.ts';

/**
 * Filters the rows of the task list that the page already holds. The conditions stand in the address, so that they can be shared
 * and the browser's back button takes the last one back; the page without them is the whole list. The row that the fragment of the
 * address names is shown in any case, until the reader chooses another condition.
 */
interface FilteredRow extends FilterRow {
  element: HTMLElement;
}

const typingPauseMs = 400;

const all = <E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document) => [
  ...root.querySelectorAll<E>(selector),
];

/** The words of a row: its number, text and units, with its measure's title; the editor's words are left out. */
function rowWords(row: HTMLElement, measure: string): string {
  const parts = all('[data-official], [data-words]', row).map((part) => part.textContent);
  const name = row.querySelector('a')?.getAttribute('aria-label') ?? '';
  return [name, measure, ...parts].join(' ');
}

function rowsInGroup(group: HTMLElement): FilteredRow[] {
  const title = group.querySelector('th')?.textContent ?? '';
  return all('tr[id]', group).map((element) => {
    const { units = '', leads = '', environment = '', measure = '', innovation, target } = element.dataset;
    const named = units.split(' ');
    const flag = (value: string | undefined) => (value === undefined ? [] : [on]);
    return {
      element,
      values: {
        unit: named,
        with: named,
        lead: leads.split(' '),
        environment: [environment],
        measure: [measure],
        innovation: flag(innovation),
        target: flag(target),
      },
      words: rowWords(element, title),
    };
  });
}

/** Hides a measure's group without rows, and keeps the measure's cell beside the rows that are left. */
function showGroup(group: HTMLElement, shown: readonly HTMLElement[]): void {
  group.hidden = shown.length === 0;
  const cell = group.querySelector('th');
  if (!cell || !shown[0]) return;
  cell.rowSpan = shown.length;
  if (cell.parentElement !== shown[0]) shown[0].firstElementChild?.after(cell);
}

function filterList(form: HTMLFormElement): void {
  const groups = all('.task-table > tbody').map((element) => ({ element, rows: rowsInGroup(element) }));
  const rows = groups.flatMap((group) => group.rows);
  const sections = all('[data-environment-section]');
  const selects = all<HTMLSelectElement>('select', form);
  const inputs = all<HTMLInputElement>('input', form);
  const [outcome] = all('[data-task-outcome] > output');
  const [conditions] = all('[data-task-conditions]');
  const [files] = all('[data-unit-files]');
  /** The sizes of each unit’s files, in the order of their links. */
  const sizes: Record<string, string[]> = JSON.parse(files?.dataset.unitFiles ?? '{}');
  const [none] = all('[data-task-none]');
  const [reset] = all('[data-task-outcome] > [data-task-reset]');

  /** The conditions of the form, whose fields are named as in the address. */
  const chosen = () =>
    readFilter(
      new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
      taskConditions,
    );

  function fill(filter: RowFilter): void {
    for (const select of selects) select.value = filter[select.name] ?? '';
    for (const input of inputs)
      if (input.type === 'checkbox') input.checked = filter[input.name] === input.value;
      else input.value = filter[input.name] ?? '';
    // A value that is not on offer asks nothing.
    for (const select of selects) if (select.selectedIndex < 0) select.value = '';
  }

  function show(filter: RowFilter): void {
    const named = namedElement();
    const { shown, met, besides } = rowsToShow(
      rows,
      filter,
      rows.find(({ element }) => element.contains(named)),
    );
    for (const row of rows) row.element.hidden = !shown.has(row);
    for (const group of groups)
      showGroup(
        group.element,
        group.rows.map(({ element }) => element).filter(({ hidden }) => !hidden),
      );
    for (const section of sections) {
      section.hidden = all('tbody:not([hidden])', section).length === 0;
      for (const link of all(`li > [href="#${section.dataset.environmentSection}"]`))
        if (link.parentElement) link.parentElement.hidden = section.hidden;
    }
    for (const { name, options } of selects) {
      const counts = countsFor(rows, filter, name);
      for (const option of options) {
        if (!option.value) continue;
        const left = counts.get(option.value) ?? 0;
        option.textContent = `${option.dataset.label}（${left}）`;
        option.disabled = left === 0 && !option.selected;
      }
    }
    const isWhole = writeFilter(filter) === '';
    // Paper shows no fields: it says which rows it holds, unless it holds all.
    if (conditions) conditions.textContent = askedIn(form);
    outcome?.parentElement?.classList.toggle('print:hidden', isWhole);
    if (outcome) outcome.textContent = outcomeOf(rows.length, met, besides);
    // The unit’s own sheet and files hold its rows.
    if (files) files.hidden = !filter.unit;
    for (const link of all<HTMLAnchorElement>('a', files))
      link.href = (link.dataset.of ?? '').replace('*', filter.unit ?? '');
    for (const [index, size] of all('span', files).entries())
      size.textContent = sizes[filter.unit ?? '']?.[index] ?? '';
    if (none) none.hidden = met > 0;
    if (reset) reset.hidden = isWhole;
  }

  let typing = 0;
  function apply(write: 'pushState' | 'replaceState'): void {
    clearTimeout(typing);
    const filter = chosen();
    if (writeFilter(filter) !== location.search) history[write](null, '', location.pathname + writeFilter(filter));
    show(filter);
  }

  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'search') return;
    clearTimeout(typing);
    // Each letter in the history would bury the page that the reader came from.
    typing = window.setTimeout(() => apply('replaceState'), typingPauseMs);
  });
  form.addEventListener('change', () => apply('pushState'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply('pushState');
  });
  for (const link of all('[data-task-reset]'))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      form.reset();
      apply('pushState');
      selects[0]?.focus();
    });
  const restore = () => {
    fill(readFilter(new URLSearchParams(location.search), taskConditions));
    show(chosen());
  };
  // Also where a link within the page names another row.
  window.addEventListener('popstate', () => showNamed(restore));
  const { query, early } = conditionsAtStart(form);
  fill(readFilter(query, taskConditions));
  if (early) apply('replaceState');
  else show(chosen());
}

const [form] = all<HTMLFormElement>('[data-task-filters]');
if (form) filterList(form);
