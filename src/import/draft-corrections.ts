import { border, type SourceLine } from '../checks/fidelity/source-lines.ts';
import { measureParagraph, type NumberedPlan } from '../model/printed-form.ts';
import type { CorrectionInput } from '../schema/correction.ts';
import { withoutBlanks } from '../text/normalise.ts';
import type { Finding } from './finding.ts';
import { joinLines, type TextLine } from './lines.ts';
import { isEnded } from './paragraphs.ts';
import type { ReadMeasure } from './read-measures.ts';
import type { ListRow } from './restore-cells.ts';
import type { PrintedList } from './task-list.ts';

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

/** Where the lines of a passage end, as corrections. `within` is the text in which the check looks for them. */
function lineBreaks(
  lines: readonly TextLine[],
  within: string,
  id: string,
  where: Extract<CorrectionInput, { kind: 'break' }>['where'],
  isBreak: (line: string) => boolean,
): CorrectionInput[] {
  const words = joinLines(lines);
  let at = 0;
  return lines.slice(0, -1).flatMap(({ text }, index): CorrectionInput[] => {
    at += text.length;
    const around = isBreak(text) ? wordsAround(words, at, within) : undefined;
    if (!around) return [];
    return [
      {
        id: index === 0 ? `${id}-break` : `${id}-break-${index + 1}`,
        kind: 'break',
        where,
        reading: `${around.before}｜${around.after}`,
        basis: isEnded(text) ? '转录在这里另起一段。' : '转录在这里断成两段，前后文意连贯。',
        certainty: 'high',
      },
    ];
  });
}

const isInSentence = (line: string): boolean => !isEnded(line);

/**
 * The corrections of a measure: what was mended in it, and where its lines end. Ends of paragraphs are faults only in the forms of
 * document that have none inside a measure (`isVerifiable`).
 */
export function measureCorrections(
  plan: NumberedPlan,
  { number, title, units = '', paragraphs, lines, mendings }: ReadMeasure,
  isVerifiable: boolean,
): CorrectionInput[] {
  const text = paragraphs.join('');
  const where = { measure: number };
  const id = `m${String(number).padStart(2, '0')}`;
  const printed = measureParagraph(plan, { number, title, text, unitsText: units });
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
  return [...mended, ...lineBreaks(lines, transcribed, id, where, isVerifiable ? () => true : isInSentence)];
}

/** Where the lines end in the plan's own text. `blocks` are its texts, as the check joins them. */
export function bodyCorrections(
  paragraphs: readonly (readonly TextLine[])[],
  blocks: readonly string[],
): CorrectionInput[] {
  const within = blocks.join('\n');
  return paragraphs.flatMap((lines, index) =>
    lineBreaks(lines, within, `body-${index + 1}`, { part: 'body' }, isInSentence),
  );
}

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
      own.push({ reading: words.length > left.length ? left : text, basis: `${why}。` });
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
  owned: readonly { measure: ReadMeasure; rows: readonly ListRow[] }[],
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
  if (headed.length > 0)
    corrections.push({ id: 'page-heads', kind: 'page-heads', rows: headed, basis: '表头印在这些行之前。', certainty });
  return corrections;
}
