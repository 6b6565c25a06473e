import { rowNames } from '../model/notes.ts';
import { measureParagraph } from '../model/printed-form.ts';
import type { Measure, Plan, Task } from '../model/types.ts';
import { type Correction, type CorrectionKind, isOfText } from '../schema/correction.ts';

/** Where the words of a correction stand: in a measure of the plan, a row of the list, or the running text of the plan. */
export type CorrectionPlace = Measure | Task | { kind: 'body' };

/** One entry of the record of corrections, with the words around it. */
export interface CorrectionEntry {
  correction: Correction;
  place?: CorrectionPlace;
  /** The words just before and after the reading; empty where the content holds neither reading nor suggestion. */
  before: string;
  after: string;
}

export interface CorrectionGroup {
  kind: CorrectionKind;
  label: string;
  /** How the handbook treats faults of this kind. */
  treatment: string;
  entries: CorrectionEntry[];
}

/** The kinds in their order; `copy` is how the text was copied. */
const kindsOf = (copy: string): Record<CorrectionKind, { label: string; treatment: string }> => ({
  misreading: { label: '疑误', treatment: `正文照${copy}保留，不改；这里只提出可能的正确写法。` },
  gap: { label: '缺字', treatment: `正文照${copy}保留，缺字处标明；这里提出可能缺的文字。` },
  restored: { label: '已改正', treatment: `${copy}显有差错，正文已改正；这里列出${copy}原样。` },
  'text-cells': { label: '清单文字并格', treatment: `${copy}把几项的文字并在一格，正文分归各项。` },
  'unit-cells': { label: '清单责任单位并格', treatment: `${copy}的责任单位并连、重复或空白，正文分归各项。` },
  break: { label: '换页断句', treatment: `${copy}在换页处断成两段，正文接排；断处以“｜”表示。` },
  'merged-cells': { label: '合并单元格', treatment: `原表跨行的单元格，${copy}只印在一行。` },
  'left-out': { label: '没有收的话', treatment: '原件里有、手册没有放处的话，如成文日期、抄送；这里列出原样。' },
  'split-row': {
    label: '一项印成几行',
    treatment: `${copy}把清单的一项印成了几行，正文合为一项；这里以“／”表示换行。`,
  },
  'page-heads': { label: '重复的表头', treatment: '原表每页重复表头，正文只列一次。' },
});

/** Length of the context shown before and after, in UTF-16 code units. */
const reach = 10;

function correctionPlace(plan: Plan, correction: Correction): CorrectionPlace | undefined {
  if (!isOfText(correction)) return undefined;
  const { where } = correction;
  if (where.kind === 'body') return where;
  return (where.kind === 'measure' ? plan.measures : plan.tasks).find(({ number }) => number === where.number);
}

function textsAt(plan: Plan, place: CorrectionPlace): string[] {
  if (place.kind === 'measure') return [measureParagraph(place)];
  if (place.kind === 'task') return [place.text];
  return plan.blocks.flatMap((block) => (block.kind !== 'measures' ? block.text : []));
}

/** The words as the content has them. */
function contentWords(correction: Correction): string | undefined {
  switch (correction.kind) {
    case 'misreading':
    case 'gap':
      return correction.reading;
    case 'restored':
      return correction.suggestion;
    case 'break':
      return correction.reading.replace('｜', '');
    default:
      return undefined;
  }
}

function entryOf(plan: Plan, correction: Correction): CorrectionEntry {
  const place = correctionPlace(plan, correction);
  const words = contentWords(correction);
  const text = place && words ? textsAt(plan, place).find((candidate) => candidate.includes(words)) : undefined;
  const at = text?.indexOf(words ?? '') ?? 0;
  const end = at + (words?.length ?? 0);
  const before = text?.slice(Math.max(0, at - reach), at) ?? '';
  const after = text?.slice(end, end + reach) ?? '';
  return { correction, ...(place && { place }), before, after };
}

/** How readers know the place of a correction. */
export function placeName(
  { words }: Pick<Plan, 'words'>,
  { correction, place }: Pick<CorrectionEntry, 'correction' | 'place'>,
): string {
  if (place?.kind === 'measure') return `${words.plan}${place.reference}`;
  if (place?.kind === 'task') return `清单${place.reference}`;
  if (place) return `${words.plan}正文`;
  if ('rows' in correction) return rowNames(correction.rows);
  return correction.kind === 'left-out' ? '原件' : '全表';
}

/** The record of a plan's corrections by kind, in the order of the kinds above; within a kind in the order of the file. */
export function correctionRecord(plan: Plan): CorrectionGroup[] {
  const kinds = kindsOf(plan.words.copy);
  return (Object.keys(kinds) as CorrectionKind[])
    .map((kind) => ({
      kind,
      ...kinds[kind],
      entries: plan.corrections.filter((correction) => correction.kind === kind).map((one) => entryOf(plan, one)),
    }))
    .filter(({ entries }) => entries.length > 0);
}
