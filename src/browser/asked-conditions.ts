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
