import { z } from 'zod';
import { date, line, slug } from './text.ts';

/** How sure the editor is of a suggestion or restoration (TEI `@cert`). */
export const certainties = { high: '很有把握', medium: '较有把握', low: '存疑' } as const;

const where = z.union(
  [
    z.strictObject({ measure: z.int().positive() }),
    z.strictObject({ task: z.int().positive() }),
    z.strictObject({ part: z.literal('body') }),
  ],
  'measure: 措施号、task: 项号，或 part: body（总体要求和保障措施）',
);

const common = {
  /** 稳定的编号，是对照页上的锚点。 */
  id: slug,
  /** 为什么这样判断。 */
  basis: line,
  certainty: z.enum(Object.keys(certainties) as (keyof typeof certainties)[]),
  /** 登记这一条的日期，供订阅；不清楚就不写，不补写。 */
  recordedOn: date.optional(),
};

/** A suspected misprint: the reading stays in the text, the suggestion is a note beside it (TEI `<sic>` with a note). */
const misreading = z.strictObject({ ...common, kind: z.literal('misreading'), where, reading: line, suggestion: line });

/** Words lost in the transcription: the place is shown, the suggestion is a note beside it (TEI `<gap>`). */
const gap = z.strictObject({ ...common, kind: z.literal('gap'), where, reading: line, suggestion: line });

/** A fault that the content mends: it holds `suggestion` where the transcription reads `reading`. */
const restored = z.strictObject({ ...common, kind: z.literal('restored'), where, reading: line, suggestion: line });

/** A page break inside a paragraph, at the `｜`; the content joins the two halves. */
const pageBreak = z.strictObject({
  ...common,
  kind: z.literal('break'),
  where,
  reading: line.regex(/^[^｜]+｜[^｜]+$/u, '有且只有一个 ｜，写在断开的地方'),
});

const rows = z.array(z.int().positive()).min(1, '至少写一个项号');

/** Texts of the list that the transcription merged into other cells; the content gives each row its own. */
const textCells = z.strictObject({
  ...common,
  kind: z.literal('text-cells'),
  rows,
  /** 转录的某一行里 → 依次印着哪几项的文字。 */
  printed: z.record(z.coerce.number(), z.array(z.int().positive())),
});

/** Units of the list that the transcription merged, ran together or left blank; the content gives each row its own. */
const unitCells = z.strictObject({
  ...common,
  kind: z.literal('unit-cells'),
  rows,
  /** 转录的某一行里 → 责任单位一栏印着什么。 */
  printed: z.record(z.coerce.number(), z.string()),
});

/** The 工作措施 cell is merged over the rows of a measure; the transcription prints it on the row given for each measure. */
const mergedCells = z.strictObject({
  ...common,
  kind: z.literal('merged-cells'),
  /** 措施号 → 印在哪一行。 */
  printed: z.record(z.coerce.number(), z.int().positive()),
});

/** The head of the table is printed again on each page, before these rows. */
const pageHeads = z.strictObject({ ...common, kind: z.literal('page-heads'), rows });

/** `corrections.yaml`: every known fault of the transcription. Taken back, the content equals `source.txt`. */
export const correctionSchema = z.discriminatedUnion('kind', [
  misreading,
  gap,
  restored,
  pageBreak,
  textCells,
  unitCells,
  mergedCells,
  pageHeads,
]);
export const correctionsSchema = z.strictObject({ corrections: z.array(correctionSchema) });

export type Correction = z.output<typeof correctionSchema>;
export type CorrectionKind = Correction['kind'];
export type Certainty = Correction['certainty'];
