import type { Catalogue } from '../catalogue.ts';
import { unitsOf } from '../text.ts';
import { wholeNumber } from './numbers.ts';

/** Document numbers are written with brackets of several kinds, or none. */
const bare = (text: string) =>
  unitsOf(text)
    .map((unit) => unit.text)
    .filter((unit) => !/[()[\]【】〔〕{}]/u.test(unit));

const task = /^(?:任务清单|清单|任务)?第?(?<number>[\d零〇一二两三四五六七八九十百]+)(?:项|项任务|号任务|条任务)?$/u;
const measure =
  /^(?:措施第?(?<after>[\d零〇一二两三四五六七八九十百]+)[条项号]?|第?(?<before>[\d零〇一二两三四五六七八九十百]+)(?:条|项|号|条措施|项措施|号措施))(?:$|(?=\D))/u;

/** Where a query that is a citation leads, and whether it can be nothing else: a number alone may be meant as one. */
export interface Citation {
  records: number[];
  certain: boolean;
}

/**
 * Reads a citation: 第37项, 任务37, 措施9, 东政办〔2025〕2号, or a document's number followed by one of those.
 * Gives nothing where the documents have no such place.
 */
export function readCitation(raw: string, { records, documents }: Catalogue): Citation | undefined {
  let rest = bare(raw);
  let from = 0;
  let to = records.kinds.length;
  const document = documents.find(({ number }) => {
    const own = bare(number);
    return own.every((unit, index) => rest[index] === unit);
  });
  if (document) {
    rest = rest.slice(bare(document.number).length);
    if (rest.length === 0) return { records: [document.record], certain: true };
    from = document.record;
    const next = documents.map(({ record }) => record).filter((record) => record > from);
    to = Math.min(to, ...next);
  }
  const text = rest.join('');
  const pick = (kind: string, written: string) => {
    const number = wholeNumber(unitsOf(written).map((unit) => unit.text));
    const found: number[] = [];
    for (let record = from; record < to; record++)
      if (records.kinds[record] === kind && records.numbers[record] === number) found.push(record);
    return found;
  };
  const asTask = task.exec(text);
  if (asTask) {
    const written = asTask.groups?.number ?? '';
    const found = pick('task', written);
    if (found.length > 0) return { records: found, certain: text !== written };
  }
  const asMeasure = measure.exec(text);
  if (asMeasure && (document || text.length === asMeasure[0].length)) {
    const found = pick('measure', asMeasure.groups?.after ?? asMeasure.groups?.before ?? '');
    if (found.length > 0) return { records: found, certain: true };
  }
  return undefined;
}
