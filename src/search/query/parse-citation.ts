import type { Catalogue } from '../shared/catalogue.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import type { Lexicon } from './lexicon.ts';
import { wholeNumber } from './number-variants.ts';
import { asksDuties, contentRuns } from './stop-words.ts';

/** A text without blanks, quotes, brackets and colons, which citations are written with or without. */
const citationText = (text: string) =>
  tokenTexts(text)
    .filter((token) => !/[()[\]【】〔〕{}:]/u.test(token))
    .join('');

const digits = '[\\d零〇一二两三四五六七八九十百]+';
const numeral = `(?<numeral>${digits})`;
/** What a number of a provision may stand after, in a row; no one of them begins as two others, which would take a long row ages. */
const list = '清单|任务|附[件表]|序号';
const sign = '第|#|no\\.?';
const forms = {
  measure: [`^措施第?${numeral}[条项号]?(?<rest>.*)$`, `^第?${numeral}(?:[条项号]措施|条)(?<rest>.*)$`],
  // A 条 beyond the last measure is a row of the list.
  task: [`^(?:${list})*(?:${sign})?${numeral}[项号条行]?(?:任务|工作)?(?<rest>.*)$`],
  // The number of a measure as its document prints it: （四）, 四、.
  point: [`^${numeral}、?(?<rest>.*)$`],
};
/** 第3-5项, 任务12和13, 第5项、第9项: numbers with one of these between them. */
const between = { to: '[-–—~～至到]', and: '[、,，和与及跟]|以及' };
const leading = `(?:${list}|措施|${sign})*`;
const trailing = '[项号条行]?(?:任务|措施)?';
const severalForm = new RegExp(
  `^(?<before>${leading})(?<numbers>${digits}${trailing}(?:(?:${between.to}|${between.and})${leading}${digits}${trailing})+)(?<rest>.*)$`,
  'u',
);
/** More are no citation. */
const mostCited = 100;
/** 2号文, 2025年2号, 〔2025〕2号, and the sign of the office before them. */
const documentForm = new RegExp(
  `^(?<sign>\\p{Script=Han}*?)(?:(?<year>\\d{4})年?)?第?${numeral}号(?<word>文件?)?$`,
  'u',
);

/** The records that a query cites. */
export interface Citation {
  records: number[];
  /** False for a number alone, which may be meant as a number. */
  certain: boolean;
}

/** The citations of one provision each that a text of several numbers stands for: 第3-5项 → 第3项, 第4项, 第5项. */
function citationsIn(text: string): string[] {
  const { before = '', numbers = '', rest = '' } = severalForm.exec(text)?.groups ?? {};
  // What stands after the last number goes for all of them.
  const [after = ''] = new RegExp(`${trailing}$`, 'u').exec(numbers) ?? [];
  const values: number[] = [];
  let isTo = false;
  for (const [part] of numbers.matchAll(new RegExp(`${digits}|${between.to}`, 'gu'))) {
    const value = wholeNumber(tokenTexts(part));
    const last = values.at(-1);
    if (value === undefined) isTo = true;
    else {
      const from = isTo && last !== undefined ? last + 1 : value;
      if (value - from > mostCited) return [];
      for (let one = from; one <= value; one++) values.push(one);
      isTo = false;
    }
  }
  return before + after === '' ? [] : values.map((value) => before + value + after + rest);
}

/** The documents that a text cites by a part of their numbers. */
function documentsNumbered(text: string, documents: Catalogue['documents']): Catalogue['documents'] {
  const { sign = '', year = '', numeral: serial = '', word } = documentForm.exec(text)?.groups ?? {};
  if (!(sign || year || word)) return [];
  const end = `〕${wholeNumber(tokenTexts(serial))}号`;
  return documents.filter(({ number }) => number.startsWith(sign) && number.includes(year) && number.endsWith(end));
}

/** True where nothing but a question for its contents or who answers for it follows a citation. */
const asksOfIt = (rest: string) => contentRuns(tokenTexts(rest)).every((run) => asksDuties(run.join('')));

/** The measures or tasks that a text cites by one number. */
function provisionsAt(
  text: string,
  document: Catalogue['documents'][number] | undefined,
  { records, documents }: Catalogue,
): number[] {
  // The records of a document stand between its own and that of the next document.
  const from = document?.record ?? 0;
  const to = Math.min(...documents.map(({ record }) => record).filter((record) => record > from && document), Infinity);
  // A document's number may be followed by that of a measure as it prints it.
  for (const name of ['measure', 'task', ...(document ? (['point'] as const) : [])] as const)
    for (const form of forms[name]) {
      const kind = name === 'task' ? 'task' : 'measure';
      const { numeral: written = '', rest = '' } = new RegExp(form, 'u').exec(text)?.groups ?? {};
      // Only after a document's number may the measure's title follow.
      if (written === '' || !(asksOfIt(rest) || (kind === 'measure' && document))) continue;
      const value = wholeNumber(tokenTexts(written));
      const found = records.kinds.flatMap((one, record) =>
        one === kind && records.numbers[record] === value && record >= from && record < to ? [record] : [],
      );
      if (found.length > 0) return found;
    }
  return [];
}

/**
 * Reads a citation: 第37项, 任务37, 序号37, 措施9, a document's number, or that number followed by one of those and the title. What
 * the provision holds or who answers for it may be asked after it; several may be cited. Traditional characters are read as simplified
 * ones. Undefined where the query is none, or no document has such a provision.
 */
export function parseCitation(raw: string, catalogue: Catalogue, lexicon: Lexicon): Citation | undefined {
  const { documents } = catalogue;
  const whole = citationText([...raw].map((sign) => lexicon.simplify(sign)).join(''));
  const document = documents.find((one) => whole.startsWith(citationText(one.number)));
  const text = document ? whole.slice(citationText(document.number).length).replace(/^文件?的?/u, '') : whole;
  // Two documents may have one title.
  const isTitle = catalogue.pages.some(
    ({ names, records }) =>
      records.includes(document?.record ?? -1) &&
      names.some((name) => citationText(name) === text.replace(/[《》]/gu, '')),
  );
  const cited = document && (isTitle || asksOfIt(text)) ? [document] : documentsNumbered(text, documents);
  if (cited.length > 0) return { records: cited.map(({ record }) => record), certain: true };

  const found = citationsIn(text).map((one) => provisionsAt(one, document, catalogue));
  const records = found.length > 0 && found.every((some) => some.length > 0) ? found.flat() : [];
  if (records.length > 0) return { records: [...new Set(records)], certain: true };
  const one = provisionsAt(text, document, catalogue);
  return one.length > 0 ? { records: one, certain: wholeNumber(tokenTexts(text)) === undefined } : undefined;
}
