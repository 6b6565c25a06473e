import { clipboardContent } from '../views/clipboard-content.ts';
import { isQuotationForm, type Quotation, type QuotationForm, quotation } from '../views/quotation.ts';
import { officialBlocks, selectedRanges, textOf } from './official-words.ts';
import { readStored, store } from './storage.ts';

/* The quotation of official words with their source: which words a link stands for, and in which form they are quoted. */

const storageKey = 'handbook:quotation';
/** The form that the reader chose last; kept for this page where storage is refused. */
let chosen: QuotationForm = 'official';
const stored = readStored(storageKey);
if (isQuotationForm(stored)) chosen = stored;

/**
 * The official words that a link quotes: of its row, or of its measure; none beside a link that stands for a whole document. Where
 * some of them are selected, those alone.
 */
function wordsOf(link: Element): string {
  const row = link.closest('li[id],tr[id]');
  const part = row
    ? (row.querySelector('p[data-official]') ?? row.querySelector('[data-official]'))
    : link.closest('.measure')?.querySelector('.official-body');
  if (!part) return '';
  const words = (ranges?: Range[]) =>
    row ? textOf(part, ranges) : clipboardContent(officialBlocks(part, ranges)).text;
  const ranges = selectedRanges();
  return (ranges.length > 0 && words(ranges)) || words();
}

/** What was quoted last. */
let last: Quotation | undefined;

/** The words and their source in the form of the reader's choice, with the address of the place alone, without filters. */
export function quotationOf(link: HTMLAnchorElement): string {
  const { citation = '', place = '', reference = '' } = link.dataset;
  const quoted = {
    words: wordsOf(link),
    document: citation,
    place,
    reference,
    address: link.origin + link.pathname + link.hash,
    // Of the reader's clock, as Swedish writes it: 2030-01-31.
    accessed: new Date().toLocaleDateString('sv'),
  };
  last = quoted;
  return quotation(quoted, chosen);
}

export const chosenForm = (): QuotationForm => chosen;

/** What was quoted last in another form, which stays the choice: on the device, or for this page where storage is refused. */
export function quotedAs(form: QuotationForm): string {
  chosen = form;
  store(storageKey, form);
  return last ? quotation(last, form) : '';
}
