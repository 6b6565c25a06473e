import {
  choices,
  countsFor,
  meets,
  readFilter,
  switches,
  type TaskFacets,
  type TaskFilter,
  writeFilter,
} from '../views/task-filters.ts';

/**
 * Filters the rows that the page already holds. The conditions stand in the address, so that they can be shared and the
 * browser's back button takes the last one back; the page without them is the whole list.
 */
interface Row {
  element: HTMLElement;
  facets: TaskFacets;
}

const typingPause = 400;

const all = <E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document) => [
  ...root.querySelectorAll<E>(selector),
];

/** The words of a row: its number, text and units, with its measure's title; the editor's words are left out. */
function wordsOf(row: HTMLElement, measure: string): string {
  const parts = all('[data-official], [data-words]', row).map((part) => part.textContent);
  return [`第${row.id.slice(row.id.lastIndexOf('-') + 1)}项`, measure, ...parts].join(' ');
}

function rowsOf(group: HTMLElement): Row[] {
  const measure = group.querySelector('th')?.textContent ?? '';
  return all('tr[id]', group).map((element) => {
    const { units = '', environment = '', measure: number = '', innovation, target } = element.dataset;
    return {
      element,
      facets: {
        units: units.split(' '),
        environment,
        measure: number,
        innovation: innovation !== undefined,
        target: target !== undefined,
        words: wordsOf(element, measure),
      },
    };
  });
}

/** Hides rows, and keeps the measure's cell beside those that are left. */
function showGroup(group: HTMLElement, shown: readonly HTMLElement[]): void {
  group.hidden = shown.length === 0;
  const cell = group.querySelector('th');
  if (!cell || !shown[0]) return;
  cell.rowSpan = shown.length;
  if (cell.parentElement !== shown[0]) shown[0].firstElementChild?.after(cell);
}

function filterList(form: HTMLFormElement): void {
  const groups = all('.task-table > tbody').map((element) => ({ element, rows: rowsOf(element) }));
  const rows = groups.flatMap((group) => group.rows);
  const facets = rows.map((row) => row.facets);
  const sections = all('[data-environment-section]');
  const [outcome] = all('[data-task-outcome] > output');
  const [none] = all('[data-task-none]');
  const [reset] = all('[data-task-outcome] > [data-task-reset]');
  const field = <E extends HTMLElement>(name: string) => form.elements.namedItem(name) as unknown as E;
  const words = field<HTMLInputElement>('q');

  const asked = (): TaskFilter => readFilter(new URLSearchParams(location.search));
  const chosen = (): TaskFilter =>
    // The form's fields are named as in the address.
    readFilter(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])));

  function fill(filter: TaskFilter): void {
    for (const name of choices) field<HTMLSelectElement>(name).value = filter[name];
    for (const name of switches) field<HTMLInputElement>(name).checked = filter[name];
    words.value = filter.words;
  }

  function show(filter: TaskFilter): void {
    for (const { element, facets } of rows) element.hidden = !meets(facets, filter);
    for (const group of groups)
      showGroup(
        group.element,
        group.rows.map(({ element }) => element).filter(({ hidden }) => !hidden),
      );
    for (const section of sections) {
      section.hidden = all('tbody:not([hidden])', section).length === 0;
      for (const item of all(`li:has(> [href="#${section.dataset.environmentSection}"])`)) item.hidden = section.hidden;
    }
    for (const name of choices) {
      const counts = countsFor(facets, filter, name);
      for (const option of field<HTMLSelectElement>(name).options) {
        if (!option.value) continue;
        const left = counts.get(option.value) ?? 0;
        option.textContent = `${option.dataset.label}（${left}）`;
        option.disabled = left === 0 && !option.selected;
      }
    }
    const left = rows.filter(({ element }) => !element.hidden).length;
    const bare = writeFilter(filter) === '';
    if (outcome) outcome.textContent = bare ? `共 ${rows.length} 项` : `${rows.length} 项中符合条件的 ${left} 项`;
    if (none) none.hidden = left > 0;
    if (reset) reset.hidden = bare;
  }

  function apply(write: 'pushState' | 'replaceState'): void {
    const filter = chosen();
    if (writeFilter(filter) !== location.search) history[write](null, '', location.pathname + writeFilter(filter));
    show(filter);
  }

  let typing = 0;
  words.addEventListener('input', () => {
    clearTimeout(typing);
    // Each letter in the history would bury the page that the reader came from.
    typing = window.setTimeout(() => apply('replaceState'), typingPause);
  });
  form.addEventListener('change', () => {
    clearTimeout(typing);
    apply('pushState');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    apply('pushState');
  });
  for (const link of all('[data-task-reset]'))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      form.reset();
      apply('pushState');
      field<HTMLSelectElement>('unit').focus();
    });
  const restore = () => {
    fill(asked());
    show(asked());
  };
  window.addEventListener('popstate', restore);
  restore();
}

const [form] = all<HTMLFormElement>('[data-task-filters]');
if (form) filterList(form);
