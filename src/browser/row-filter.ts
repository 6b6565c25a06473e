/**
 * Narrows and sorts rows that the page already holds, by the selects of a form; the choice stands in the address.
 * Without script the form is hidden and every row is there, in document order.
 *
 * A form names its list by `data-narrow="<id>"`. A row is `[data-row]`; for each select it carries `data-<name>`, the values
 * it has, set apart by blanks. The select `sort` names a number `data-by-<value>` of the rows; `-` before it turns the order.
 * A `[data-group]` without rows to show is hidden too. An `output` of the form tells how many there are.
 */
const sortName = 'sort';

function narrow(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset.narrow ?? '');
  const output = form.querySelector('output');
  if (!list || !output) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')];
  const selects = [...form.querySelectorAll('select')];
  const filters = selects.filter(({ name }) => name !== sortName);
  const values = (row: HTMLElement, name: string) => (row.getAttribute(`data-${name}`) ?? '').split(' ');
  const meets = (row: HTMLElement, except?: HTMLSelectElement) =>
    filters.every((select) => select === except || !select.value || values(row, select.name).includes(select.value));

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const wanted = query.get(select.name) ?? '';
      select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : '';
    }
  };
  const write = () => {
    const query = new URLSearchParams(selects.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  };
  const sort = () => {
    const { value = '' } = selects.find(({ name }) => name === sortName) ?? {};
    const key = value.replace('-', '');
    const number = (row: HTMLElement) => Number(row.getAttribute(`data-by-${key}`));
    const sorted = key
      ? rows.toSorted((a, b) => (value.startsWith('-') ? number(b) - number(a) : number(a) - number(b)))
      : rows;
    for (const row of sorted) row.parentElement?.append(row);
  };
  const show = () => {
    for (const row of rows) row.hidden = !meets(row);
    for (const group of groups) group.hidden = group.querySelector('[data-row]:not([hidden])') === null;
    for (const select of filters)
      for (const option of select.options) {
        if (!option.value) continue;
        const left = rows.filter((row) => meets(row, select) && values(row, select.name).includes(option.value));
        option.textContent = `${option.dataset.label}（${left.length}）`;
      }
    const shown = rows.filter(({ hidden }) => !hidden).length;
    output.textContent = shown > 0 ? `${shown} 项` : '没有同时符合的，请放宽一个条件';
  };

  form.addEventListener('change', () => {
    write();
    sort();
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () =>
    setTimeout(() => {
      write();
      sort();
      show();
    }),
  );
  read();
  // The choices of the address are not what a reset returns to.
  for (const select of selects) for (const option of select.options) option.defaultSelected = option.value === '';
  read();
  sort();
  show();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-narrow]')) narrow(form);
