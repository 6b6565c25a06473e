// Paper names the address of the page, and that is its own alone.
import './own-parameters.ts';

/* Makes a page ready for paper, and sets it back afterwards. */

/** The address of the whole page, and what is said of the code beside it where paper holds a part. */
const address = document.querySelector('.paper-address span');
const remark = document.querySelector<HTMLElement>('.paper-address [hidden]');
const whole = address?.textContent ?? '';

/** A query as a reader writes it. */
function readable(query: string): string {
  try {
    return decodeURI(query);
  } catch {
    return query;
  }
}

/** Folds that the style sheet cannot open for paper. */
const opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  if (address) address.textContent = whole + readable(location.search);
  if (remark) remark.hidden = location.search === '';
  if (CSS.supports('selector(::details-content)')) return;
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
    details.open = true;
    opened.push(details);
  }
});
addEventListener('afterprint', () => {
  for (const details of opened.splice(0)) details.open = false;
});
