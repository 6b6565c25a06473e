import type { SourceLine } from '../checks/fidelity/transcript.ts';
import { measureParagraph, type NumberedPlan } from '../model/printed-form.ts';
import type { CorrectionInput } from '../schema/correction.ts';
import type { Finding } from './finding.ts';
import type { ReadMeasure } from './measure.ts';
import { isEnded, joined, type Paragraph } from './paragraphs.ts';

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

/**
 * The line ends in a passage as corrections. `within` is the text in which the check looks for them.
 * Ends of paragraphs are faults only in the forms of document that have none inside a measure (`plain`).
 */
function breaksIn(
  passage: string,
  within: string,
  id: string,
  where: Extract<CorrectionInput, { kind: 'break' }>['where'],
  plain: boolean,
): CorrectionInput[] {
  const parts = passage.split('\n');
  const whole = joined(passage);
  let at = 0;
  return parts.slice(0, -1).flatMap((part, index): CorrectionInput[] => {
    at += part.length;
    const ended = isEnded(part);
    if (ended && !plain) return [];
    const words = wordsAround(whole, at, within);
    if (!words) return [];
    const basis = ended ? '转录在这里另起一段。' : '转录在这里断成两段，前后文意连贯。';
    const name = index === 0 ? `${id}-break` : `${id}-break-${index + 1}`;
    return [{ id: name, kind: 'break', where, reading: `${words.before}｜${words.after}`, basis, certainty: 'high' }];
  });
}

/** The corrections of a measure of a plan: what was mended in it, and where its lines end. */
export function measureCorrections(plan: NumberedPlan, measure: ReadMeasure, plain: boolean): CorrectionInput[] {
  const { number, title, units = '', mendings } = measure;
  const text = joined(measure.text);
  const where = { measure: number };
  const id = `m${String(number).padStart(2, '0')}`;
  const paragraph = measureParagraph(plan, { number, title, text, unitsText: units });
  const mended = mendings
    .filter(
      ({ kind, reading, suggestion }) =>
        times(kind === 'gap' ? reading : suggestion, kind === 'gap' ? text : paragraph) === 1,
    )
    .map(
      (mending, index): CorrectionInput => ({
        id: `${id}-${mending.kind}${index > 0 ? `-${index + 1}` : ''}`,
        where,
        ...mending,
      }),
    );
  const transcribed = mended.reduce(
    (words, one) => (one.kind === 'restored' ? words.replace(one.suggestion, () => one.reading) : words),
    paragraph,
  );
  return [...mended, ...breaksIn(measure.passage, transcribed, id, where, plain)];
}

/** The line ends in the plan's own text. `blocks` are its texts, as the check joins them. */
export function bodyCorrections(paragraphs: readonly Paragraph[], blocks: readonly string[]): CorrectionInput[] {
  const within = blocks.join('\n');
  return paragraphs.flatMap(({ text }, index) => breaksIn(text, within, `body-${index + 1}`, { part: 'body' }, false));
}

/** What was told to have no place in the draft, as far as it is lines of the document, or begins one. */
export function leftOutCorrections(unread: readonly Finding[], source: readonly SourceLine[]): CorrectionInput[] {
  const plain = (words: string) => words.replace(/[\s｜│]/gu, '');
  const readings = unread.flatMap(({ line, found, why }) => {
    const own: { reading: string; basis: string }[] = [];
    let left = plain(found);
    for (const { text } of source.filter(({ number }) => line !== undefined && number >= line)) {
      if (left === '') break;
      const isBeginning = plain(text).startsWith(left);
      if (!isBeginning && !left.startsWith(plain(text))) return [];
      own.push({ reading: isBeginning && plain(text) !== left ? left : text, basis: `${why}。` });
      left = left.slice(plain(text).length);
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

/** What the table repeats or merges: heads of pages, and the cells of measures. */
export function listCorrections(heads: readonly number[], labels: ReadonlyMap<number, number>): CorrectionInput[] {
  const corrections: CorrectionInput[] = [];
  if (labels.size > 0)
    corrections.push({
      id: 'merged-measure-cells',
      kind: 'merged-cells',
      printed: Object.fromEntries(labels),
      basis: '“工作措施”一栏是合并的单元格。',
      certainty: 'high',
    });
  if (heads.length > 0)
    corrections.push({
      id: 'page-heads',
      kind: 'page-heads',
      rows: [...heads],
      basis: '表头印在这些行之前。',
      certainty: 'high',
    });
  return corrections;
}
