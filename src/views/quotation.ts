/** The forms in which official words are quoted with their source. */
export const quotationForms = {
  official: '公文式',
  address: '公文式加网址',
  reference: '参考文献式',
  markdown: 'Markdown',
} as const;
export type QuotationForm = keyof typeof quotationForms;

export const isQuotationForm = (value: unknown): value is QuotationForm =>
  Object.keys(quotationForms).includes(String(value));

export interface Quotation {
  /** Official words as printed, a line for each paragraph; empty where the source alone is wanted. */
  words: string;
  /** In full: `甲办公室《方案》（东政办〔2025〕2号）`. */
  document: string;
  /** The place in it: `附件“任务清单”第15项`; empty for the whole. */
  place: string;
  /** The document as a list of references names it, up to the day on which it was read. */
  reference: string;
  /** The address of the place. */
  address: string;
  /** When it was read, as `YYYY-MM-DD`. */
  accessed: string;
}

/**
 * Words in quotation marks, their own left as printed. Each paragraph opens with a mark, and the last one closes.
 * @see GB/T 15834-2011, 4.8.3.4
 */
const quoted = (words: string): string => `${words.replace(/^/gmu, '“')}”`;

/**
 * A text that Markdown shows as it stands.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
const literal = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~&]/gu, '\\$&')
    .replace(/^(\s*)(#{1,6}|[-+=])/gmu, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gmu, '$1\\$2');

/** An address that ends where the brackets of a link do. */
const linked = (address: string): string => address.replace(/[()]/gu, (sign) => (sign === '(' ? '%28' : '%29'));

/** Official words with their source: the words as they stand, and nothing between them. */
export function quotation(
  { words, document, place, reference, address, accessed }: Quotation,
  form: QuotationForm,
): string {
  const source = document + place;
  if (form === 'reference') {
    const entry = `${reference}[${accessed}]. ${address}.`;
    const part = place && `（${place}）`;
    return words === '' ? entry : `${quoted(words)}${part}\n${entry}`;
  }
  if (form === 'markdown') {
    const link = `[${literal(source)}](${linked(address)})`;
    if (words === '') return link;
    const paragraphs = words.split('\n').flatMap((line) => [`> ${literal(line)}`, '>']);
    return [...paragraphs, `> —— ${link}`].join('\n');
  }
  const text = words === '' ? source : `${source}：${quoted(words)}`;
  return form === 'address' ? `${text}\n${address}` : text;
}
