import { readFilter } from '../views/row-filters.ts';

/*
 * What the fields of a form ask of the rows of a list, in words. Paper shows no fields: it says with these words which rows it holds.
 */

/** The label of a field, without what its options or a typed text add. */
const labelOf = ({ labels }: HTMLSelectElement | HTMLInputElement): string => {
  const label = labels?.[0];
  const named = label?.querySelector('span') ?? label;
  return [...(named?.childNodes ?? [])].map((node) => (node instanceof Text ? node.data.trim() : '')).join('');
};

/** Each condition that is set as its label and value, or as its label alone where it is on or off; an order is none. */
export function askedIn(form: HTMLFormElement): string {
  const chosen = [...form.querySelectorAll('select')].flatMap((select) => {
    const value = select.selectedOptions[0]?.dataset.label;
    return select.value && select.name !== 'sort' ? [`${labelOf(select)}：${value}`] : [];
  });
  const inputs = [...form.querySelectorAll('input')]
    .filter(({ type, checked, value }) => (type === 'checkbox' ? checked : value.trim()))
    .map((input) => (input.type === 'checkbox' ? labelOf(input) : `${labelOf(input)}：${input.value.trim()}`));
  return [...chosen, ...inputs].join('；');
}

const isSet = (field: Element) =>
  field instanceof HTMLSelectElement
    ? field.selectedIndex > 0
    : field instanceof HTMLInputElement && (field.type === 'checkbox' ? field.checked : field.value !== '');

/**
 * The conditions that the address asks for, and over them those that the reader has set while the script was on its way; `early`
 * if there are any. A browser that reloads a page, or returns to it, sets the fields too: there only the address counts.
 */
export function conditionsAtStart(form: HTMLFormElement, names: readonly string[]) {
  const query = new URLSearchParams(location.search);
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const fields = [...form.elements] as HTMLInputElement[];
  const early = navigation?.type === 'navigate' ? fields.filter(isSet) : [];
  for (const { name, value } of early) query.set(name, value);
  return { asked: readFilter(query, names), early: early.length > 0 };
}
