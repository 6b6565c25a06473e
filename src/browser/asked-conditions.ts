/*
 * What the fields of a form ask of the rows of a list, in words. Paper shows no fields: it says with these words which rows it holds.
 */

/** Each condition that is set as its label and value, or as its label alone where it is on or off; a field without `data-label` is none. */
export function askedIn(form: HTMLFormElement): string {
  const asked = ([...form.elements] as HTMLInputElement[]).flatMap((field) => {
    const { label } = field.dataset;
    if (field.type === 'checkbox') return field.checked ? [label] : [];
    const value = field.value.trim();
    const chosen = field.querySelector<HTMLElement>('option:checked')?.dataset.label ?? value;
    return label && value ? [`${label}：${chosen}`] : [];
  });
  return asked.join('；');
}

/**
 * The conditions that the address asks for, and over them those that the reader has set while the script was on its way; `early`
 * if there are any. A browser that reloads a page, or returns to it, sets the fields too: there only the address counts.
 */
export function conditionsAtStart(form: HTMLFormElement) {
  const query = new URLSearchParams(location.search);
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const early = navigation?.type === 'navigate' ? [...new FormData(form)].filter(([, value]) => value) : [];
  for (const [name, value] of early) query.set(name, String(value));
  return { query, early: early.length > 0 };
}
