import { border, type SourceLine } from '../checks/fidelity/source-lines.ts';
import { measureParagraph } from '../model/printed-form.ts';
import type { CorrectionInput } from '../schema/correction.ts';
import { tidyBlanks, withoutBlanks } from '../text/normalise.ts';
import type { Finding } from './finding.ts';
import { joinLines, type TextLine } from './lines.ts';
import { isEnded } from './paragraphs.ts';
import type { ReadMeasure } from './read-measures.ts';
import type { ListRow } from './restore-cells.ts';
import type { Mending } from './restore-passage.ts';
import type { PrintedList, PrintedRow } from './task-list.ts';

/** A measure that is one paragraph, with what was mended in it. */
export interface MendedMeasure {
  number: number;
  title: string;
  paragraphs: string[];
  units: string;
  /** The lines of the document that it stands on. */
  lines: readonly TextLine[];
  mendings: Mending[];
}

const times = (words: string, text: string): number => text.split(words).length - 1;

/** The words around a place of a text, as few as stand there only; undefined if no such words stand in the text `within`. */
function wordsAround(text: string, at: number, within: string): { before: string; after: string } | undefined {
  for (let reach = 3; reach <= 24; reach++) {
    const before = text.slice(Math.max(0, at - reach), at);
    const after = text.slice(at, at + reach);
    if (before && after && times(before + after, within) === 1) return { before, after };
  }
  return undefined;
}

/** Where the lines of a paragraph end, as corrections. `within` is the text in which the check looks for them. */
function lineBreaks(
  lines: readonly TextLine[],
  within: string,
  id: string,
  where: Extract<CorrectionInput, { kind: 'break' }>['where'],
): CorrectionInput[] {
  const words = joinLines(lines);
  let at = 0;
  return lines.slice(0, -1).flatMap(({ text }, index): CorrectionInput[] => {
    at += text.length;
    const around = wordsAround(words, at, within);
    if (!around) return [];
    return [
      {
        id: index === 0 ? `${id}-break` : `${id}-break-${index + 1}`,
        kind: 'break',
        where,
        reading: `${around.before}｜${around.after}`,
        basis: isEnded(text) ? '收到的文件在这里另起一段。' : '收到的文件在这里断成两段，前后文意连贯。',
        certainty: 'high',
      },
    ];
  });
}

/** The corrections of a measure that is one paragraph: what was mended in it, and where its lines end. */
export function measureCorrections({
  number,
  title,
  units,
  paragraphs,
  lines,
  mendings,
}: MendedMeasure): CorrectionInput[] {
  const text = paragraphs.join('');
  const where = { measure: number };
  const id = `m${String(number).padStart(2, '0')}`;
  const printed = measureParagraph({ number, title, text, unitsText: units });
  const mended = mendings
    .filter(({ kind, reading, suggestion }) =>
      kind === 'gap' ? times(reading, text) === 1 : times(suggestion, printed) === 1,
    )
    .map((mending, index): CorrectionInput => {
      return { id: `${id}-${mending.kind}${index > 0 ? `-${index + 1}` : ''}`, where, ...mending };
    });
  const transcribed = mended.reduce(
    (words, one) => (one.kind === 'restored' ? words.replace(one.suggestion, () => one.reading) : words),
    printed,
  );
  return [...mended, ...lineBreaks(lines, transcribed, id, where)];
}

/** Where the lines of broken paragraphs end in the plan's own text. `blocks` are its texts, as the check joins them. */
export function bodyCorrections(
  paragraphs: readonly (readonly TextLine[])[],
  blocks: readonly string[],
): CorrectionInput[] {
  const within = blocks.join('\n');
  return paragraphs.flatMap((lines, index) => lineBreaks(lines, within, `body-${index + 1}`, { part: 'body' }));
}

/** Where the lines of broken paragraphs end in a measure that is copied as printed. */
export function printedCorrections({ number, passage }: ReadMeasure): CorrectionInput[] {
  const within = passage.map(({ words }) => words).join('\n');
  return passage.flatMap(({ lines }, index) =>
    lineBreaks(lines, within, `m${String(number).padStart(2, '0')}-${index + 1}`, { measure: number }),
  );
}

/** The head of a table that is printed again before these rows. */
export const pageHeads = (rows: readonly number[]): CorrectionInput[] =>
  rows.length > 0
    ? [{ id: 'page-heads', kind: 'page-heads', rows: [...rows], basis: '表头印在这些行之前。', certainty: 'high' }]
    : [];

/** A row of the list that is printed as several lines. */
export const splitRow = (number: number, { pieces }: PrintedRow): CorrectionInput[] =>
  pieces
    ? [
        {
          id: `t${String(number).padStart(2, '0')}-split`,
          kind: 'split-row',
          rows: [number],
          printed: pieces.map((cells) => cells.map(tidyBlanks).join(border)),
          basis: '后面的行没有序号，文字接着前一行。',
          certainty: 'medium',
        },
      ]
    : [];

/** What was reported to have no place in the draft, as far as it is lines of the document, or begins one. */
export function leftOutCorrections(unread: readonly Finding[], source: readonly SourceLine[]): CorrectionInput[] {
  const withoutBorders = (words: string) => withoutBlanks(words).replaceAll('｜', '').replaceAll(border, '');
  const readings = unread.flatMap(({ line, found, why }) => {
    const own: { reading: string; basis: string }[] = [];
    let left = withoutBorders(found);
    for (const { text } of source.filter(({ number }) => line !== undefined && number >= line)) {
      if (left === '') break;
      const words = withoutBorders(text);
      if (!words.startsWith(left) && !left.startsWith(words)) return [];
      own.push({
        reading: words.length > left.length ? left : text,
        basis: `${why.replace(/，没有写进草稿$/u, '')}。`,
      });
      left = left.slice(words.length);
    }
    return own;
  });
  return readings.map(({ reading, basis }, index) => ({
    id: `left-out-${index + 1}`,
    kind: 'left-out',
    reading,
    basis,
    certainty: 'high',
  }));
}

/** What the table repeats or merges: heads of pages, and the cells of measures with a title on one row only. */
export function listCorrections(
  { heads }: PrintedList,
  owned: readonly { measure: MendedMeasure; rows: readonly ListRow[] }[],
): CorrectionInput[] {
  const labels = owned.flatMap(({ measure, rows }): [number, number][] => {
    const labelled = rows.filter((row) => row.measure !== '');
    return labelled.length === 1 && labelled[0] ? [[measure.number, labelled[0].number]] : [];
  });
  const numbers = new Set(owned.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const headed = heads.filter((row) => numbers.has(row));
  const certainty = 'high';
  const corrections: CorrectionInput[] = [];
  if (labels.length > 0)
    corrections.push({
      id: 'merged-measure-cells',
      kind: 'merged-cells',
      printed: Object.fromEntries(labels),
      basis: '“工作措施”一栏是合并的单元格。',
      certainty,
    });
  return [...corrections, ...pageHeads(headed)];
}
