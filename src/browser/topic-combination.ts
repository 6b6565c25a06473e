import { writeFilter } from '../views/row-filters.ts';

/** Leads from several chosen topics to the page of the first, filtered by the others. Without script the form is hidden. */
const form = document.querySelector<HTMLFormElement>('form[data-combine]');

if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [first, ...others] = [...form.querySelectorAll('select')].filter(({ value }) => value);
    if (!first) return;
    const filter = Object.fromEntries(others.map(({ name, value }) => [name, value]));
    location.assign(`${form.action}${first.value}/${writeFilter<string>(filter)}`);
  });
}
