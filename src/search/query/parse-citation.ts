import type { Catalogue } from '../shared/catalogue.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import type { Lexicon } from './lexicon.ts';
import { wholeNumber } from './number-variants.ts';

/** A text without blanks, quotes and brackets, which citations are written with or without. */
const citationText = (text: string) =>
  tokenTexts(text)
    .filter((token) => !/[()[\]【】〔〕{}]/u.test(token))
    .join('');

const numeralPattern = '[\\d零〇一二两三四五六七八九十百]+';
const taskForm = new RegExp(`^(?:任务清单|清单|任务)?第?(${numeralPattern})(?:项任务|号任务|条任务|项)?$`, 'u');
const measureForms = [
  new RegExp(`^措施第?(${numeralPattern})[条项号]?(.*)$`, 'u'),
  new RegExp(`^第?(${numeralPattern})(?:条措施|项措施|号措施|条)(.*)$`, 'u'),
];

/** The records that a query cites. */
export interface Citation {
  records: number[];
  /** False for a number alone, which may be meant as a number. */
  certain: boolean;
}

/**
 * Reads a citation: 第37项, 任务37, 措施9, a document's number, or that number followed by one of those and the title.
 * Traditional characters are read as simplified ones. Undefined where the query is none, or no document has such a provision.
 */
export function parseCitation(raw: string, { records, documents }: Catalogue, lexicon: Lexicon): Citation | undefined {
  const whole = citationText([...raw].map((sign) => lexicon.simplify(sign)).join(''));
  const document = documents.find((one) => whole.startsWith(citationText(one.number)));
  const text = document ? whole.slice(citationText(document.number).length) : whole;
  if (document && text === '') return { records: [document.record], certain: true };

  // The records of a document stand between its own and that of the next document.
  const from = document?.record ?? 0;
  const to = Math.min(...documents.map(({ record }) => record).filter((record) => record > from && document), Infinity);
  const numbered = (kind: string, written: string) => {
    const value = wholeNumber(tokenTexts(written));
    return records.kinds.flatMap((one, record) =>
      one === kind && records.numbers[record] === value && record >= from && record < to ? [record] : [],
    );
  };

  const [, written] = taskForm.exec(text) ?? [];
  if (written) {
    const found = numbered('task', written);
    if (found.length > 0) return { records: found, certain: text !== written };
  }
  for (const form of measureForms) {
    const [, value = '', title = ''] = form.exec(text) ?? [];
    // Only after a document's number may the measure's title follow.
    const found = value === '' || (title !== '' && !document) ? [] : numbered('measure', value);
    if (found.length > 0) return { records: found, certain: true };
  }
  return undefined;
}
