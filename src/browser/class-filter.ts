/*
 * Shows the differences of one class, in browsers whose sheet cannot tell from a choice what to hide (`:has()`). Without script the
 * choice is not offered there, and every difference is shown.
 */
const choices = document.querySelector<HTMLElement>('[data-class-filter]');

if (choices && !CSS.supports('selector(:has(*))')) {
  const rows = document.querySelectorAll<HTMLElement>('.comparison [data-classes]');
  const show = () => {
    const chosen = choices.querySelector<HTMLInputElement>('input:checked')?.value ?? 'all';
    for (const row of rows) row.hidden = chosen !== 'all' && !row.dataset.classes?.split(' ').includes(chosen);
  };
  choices.classList.replace('hidden', 'flex');
  choices.addEventListener('change', show);
  // A browser may have kept the choice of an earlier visit.
  show();
}
