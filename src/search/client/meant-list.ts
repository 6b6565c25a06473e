import { element } from './elements.ts';

/** Offers queries that the reader may have meant, above the answer; gives the sentence to be spoken. */
export function showMeant(queries: readonly string[], choose: (query: string) => void): string {
  const buttons = queries.map((query) => {
    const button = element(
      'button',
      { type: 'button', class: 'min-h-11 px-2 font-semibold text-lake underline' },
      query,
    );
    button.addEventListener('click', () => choose(query));
    return button;
  });
  document.querySelector('#search-status')?.append(element('p', { 'data-meant': '' }, '您是不是要找：', ...buttons));
  return `您是不是要找：${queries.join('、')}`;
}
