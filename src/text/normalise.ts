/** A text as it is compared and looked up: full-width and half-width, upper and lower case are one, white space is none. */
export const normalise = (text: string): string => withoutBlanks(text.normalize('NFKC').toLowerCase());

/** A text without any white space. */
export const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/** Letters, figures and symbols alone, without white space and punctuation. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}\p{So}]/gu, '');

const articleNumber = /^(第[〇零一二三四五六七八九十百\d]+[编章节条])(\s+)/u;
/** The same with its figures set apart: 第 1 2 条. */
const spacedNumber = /^第[\d ]+[编章节条]/u;

/** A text without white space at its ends and beside Chinese characters and signs, where it says nothing but after 第一条. */
export function tidyBlanks(text: string): string {
  const trimmed = text.trim().replace(spacedNumber, withoutBlanks);
  const [lead = '', label = '', blank = ''] = articleNumber.exec(trimmed) ?? [];
  const rest = trimmed
    .slice(lead.length)
    .replace(/\s+/gu, ' ')
    .replace(/(?<![\x21-\x7E]) | (?![\x21-\x7E])/gu, '');
  return label ? `${label}${blank.includes('\u3000') ? '\u3000' : ' '}${rest}` : rest;
}
