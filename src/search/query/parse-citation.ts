import type { Catalogue } from '../shared/catalogue.ts';
import { wordsOf } from '../shared/tokenizer.ts';
import { wholeNumber } from './number-variants.ts';

/** A text without blanks, quotes and brackets, which citations are written with or without. */
const bare = (text: string) =>
  wordsOf(text)
    .filter((unit) => !/[()[\]【】〔〕{}]/u.test(unit))
    .join('');

const number = '[\\d零〇一二两三四五六七八九十百]+';
const task = new RegExp(`^(?:任务清单|清单|任务)?第?(${number})(?:项任务|号任务|条任务|项)?$`, 'u');
const measures = [
  new RegExp(`^措施第?(${number})[条项号]?(.*)$`, 'u'),
  new RegExp(`^第?(${number})(?:条措施|项措施|号措施|条)(.*)$`, 'u'),
];

/** Where a query that is a citation leads, and whether it can be nothing else: a number alone may be meant as one. */
export interface Citation {
  records: number[];
  certain: boolean;
}

/**
 * Reads a citation: 第37项, 任务37, 措施9, 东政办〔2025〕2号, or a document's number followed by one of those and its title.
 * Gives nothing where the documents have no such place.
 */
export function readCitation(raw: string, { records, documents }: Catalogue): Citation | undefined {
  const whole = bare(raw);
  const document = documents.find((one) => whole.startsWith(bare(one.number)));
  const text = document ? whole.slice(bare(document.number).length) : whole;
  if (document && text === '') return { records: [document.record], certain: true };

  const from = document?.record ?? 0;
  const to = Math.min(...documents.map(({ record }) => record).filter((record) => record > from && document), Infinity);
  const pick = (kind: string, written: string) => {
    const value = wholeNumber(wordsOf(written));
    return records.kinds.flatMap((one, record) =>
      one === kind && records.numbers[record] === value && record >= from && record < to ? [record] : [],
    );
  };

  const [, written] = task.exec(text) ?? [];
  if (written) {
    const found = pick('task', written);
    if (found.length > 0) return { records: found, certain: text !== written };
  }
  for (const form of measures) {
    const [, value = '', title = ''] = form.exec(text) ?? [];
    // Only a whole citation may go on with the measure's title.
    const found = value === '' || (title !== '' && !document) ? [] : pick('measure', value);
    if (found.length > 0) return { records: found, certain: true };
  }
  return undefined;
}
