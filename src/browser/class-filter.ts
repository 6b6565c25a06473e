import { namedElement } from './named-element.ts';

/*
 * The choice of the differences, or of one class of them, hides all else by the style sheet, or here in browsers whose sheet cannot
 * tell from a choice what to hide (`:has()`); without script the choice is not offered there, and every sentence is shown. The row
 * that the fragment of the address names is shown in any case, until the reader makes another choice.
 */
const choices = document.querySelector<HTMLElement>('[data-class-filter]');

if (choices) {
  const all = choices.querySelector<HTMLInputElement>('[value=all]');
  const rows = CSS.supports('selector(:has(*))')
    ? []
    : document.querySelectorAll<HTMLElement>('.comparison [data-classes]');
  const show = () => {
    const chosen = choices.querySelector<HTMLInputElement>('input:checked')?.value ?? 'all';
    const isChosen = ({ dataset: { classes = '' } }: HTMLElement) =>
      chosen === 'all' || (chosen === 'any' ? classes !== '' : classes.split(' ').includes(chosen));
    for (const row of rows) row.hidden = !isChosen(row);
  };
  const showNamed = () => {
    const named = namedElement();
    if (!all || named?.getClientRects().length !== 0) return;
    all.checked = true;
    show();
    named.scrollIntoView();
  };
  choices.classList.replace('hidden', 'flex');
  choices.addEventListener('change', () => {
    show();
    // So that a link to the same row is followed once more.
    history.replaceState(null, '', location.pathname + location.search);
  });
  addEventListener('hashchange', showNamed);
  // A browser may have kept the choice of an earlier visit.
  show();
  showNamed();
}
