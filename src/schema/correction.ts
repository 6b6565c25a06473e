import { z } from 'zod';
import { choice, constant, date, editorial, line, slug } from './primitives.ts';

/** How sure the editor is of a suggestion or restoration (TEI `@cert`). */
export const certainties = { high: '基本确定', medium: '可能性较大', low: '存疑' } as const;

const number = z.int().positive();

/** Where words of the document stand: in a measure's paragraph, a row of the list or the plan's own body. */
export type TextPlace = { kind: 'measure'; number: number } | { kind: 'task'; number: number } | { kind: 'body' };

const where = z
  .union(
    [
      z
        .strictObject({ measure: number.describe('措施号。') })
        .transform(({ measure }): TextPlace => ({ kind: 'measure', number: measure })),
      z
        .strictObject({ task: number.describe('任务清单的项号。') })
        .transform(({ task }): TextPlace => ({ kind: 'task', number: task })),
      z
        .strictObject({ part: constant('body', '总体要求和保障措施').describe('总体要求和保障措施。') })
        .transform((): TextPlace => ({ kind: 'body' })),
    ],
    'measure: 措施号、task: 项号，或 part: body（总体要求和保障措施）',
  )
  .describe('在哪一条措施、任务清单的哪一项，或者总体要求和保障措施里。')
  .meta({ notation: '写 { measure: 措施号 }、{ task: 项号 } 或 { part: body }。' });

const id = slug.describe('稳定的编号，对照页的网址用它指到这一条；发布以后不要改。');
const reading = line.describe('原件的字，逐字；要长到在那一处只出现一次。');
const suggestion = line.describe('编辑认为应当是什么。');

const judgement = {
  basis: line.describe('为什么这样判断。'),
  certainty: choice(certainties).describe('对这个判断有多大把握。'),
  recordedOn: date.optional().describe('登记这一条的日期，用于更新记录和订阅；不清楚就不写，不补写。'),
};

/** The name of the kind is what its meaning begins with. */
const correction = <const Kind extends string, Fields extends z.ZodRawShape>(
  kind: Kind,
  name: string,
  meaning: string,
  fields: Fields,
) => z.strictObject({ id, kind: constant(kind, name).describe(meaning), ...fields, ...judgement });

const words = { where, reading, suggestion };

/** A suspected misprint: the reading stays in the text, the suggestion is a note beside it (TEI `<sic>` with a note). */
const misreading = correction('misreading', '疑误', '疑误：正文照原件保留，页面上加注。', words);

/** Words lost in the transcription: the place is shown, the suggestion is a note beside it (TEI `<gap>`). */
const gap = correction('gap', '缺字', '缺字：正文照原件保留，页面上标出缺字处。', words);

/** A fault that the content mends: it holds `suggestion` where the transcription reads `reading`. */
const restored = correction('restored', '已复原', '已复原：正文用“应当是”的字，原件是“原件的字”。', words);

/** A page break inside a paragraph, at the `｜`; the content joins the two halves. */
const pageBreak = correction('break', '断页', '断页：原件在 ｜ 处断为两段，正文接排。', {
  where,
  reading: line.regex(/^[^｜]+｜[^｜]+$/u, '有且只有一个 ｜，写在断开的地方').describe('原件的字，断开的地方写 ｜。'),
});

const rows = z.array(number).min(1, '至少写一个项号').describe('涉及的项号。');

/** Texts of the list that the transcription merged into other cells; the content gives each row its own. */
const textCells = correction('text-cells', '内容并格', '清单“主要内容”单元格被并在别行，正文各归各项。', {
  rows,
  printed: z
    .record(z.coerce.number(), z.array(number))
    .describe('原件的某一行里，依次印着哪几项的文字。')
    .meta({ notation: '写“行号: [项号, 项号]”。' }),
});

/** Units of the list that the transcription merged, ran together or left blank; the content gives each row its own. */
const unitCells = correction('unit-cells', '单位并格', '清单“责任单位”单元格并连、重复或空白，正文各归各项。', {
  rows,
  printed: z
    .record(z.coerce.number(), z.string())
    .describe('原件的某一行里，责任单位一栏印着什么。')
    .meta({ notation: '写“行号: 原件的字”。' }),
});

/** The 工作措施 cell is merged over the rows of a measure; the transcription prints it on the row given for each measure. */
const mergedCells = correction('merged-cells', '合并单元格', '“工作措施”是合并单元格，原件只印在其中一行。', {
  printed: z
    .record(z.coerce.number(), number)
    .describe('每条措施印在哪一行。')
    .meta({ notation: '写“措施号: 行号”。' }),
});

/** The head of the table is printed again on each page, before these rows. */
const pageHeads = correction('page-heads', '换页重复的表头', '换页重复的表头，印在这些行之前。', {
  rows,
});

/** A row of a list that is kept as printed, which the document as received prints as several, as where a page ends in it. */
const splitRow = correction('split-row', '一项印成几行', '清单的一项印成了几行（多半因为换页），正文合为一项。', {
  rows: z.array(number).length(1, '只写一个项号').describe('这一项的项号。'),
  printed: z
    .array(line)
    .min(2, '至少写两行')
    .describe('原件印成的各行，逐字，各栏之间写 │；夹在中间的重复表头也照写。各行合起来就是这一项的各栏。'),
});

/** Words of the document for which the content has no place, as a date of signing: a line, or what begins one. */
const leftOut = correction(
  'left-out',
  '手册没有收的话',
  '手册没有收的话，如成文日期、抄送、别的附件；页面只列在更正记录里。',
  {
    reading: line.describe('原件的一行，或一行开头的字，逐字；表格的各栏之间写 │。'),
  },
);

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
  splitRow,
  leftOut,
]);
export const correctionsSchema = z.strictObject({
  corrections: z
    .array(correctionSchema)
    .describe('原件的每一处差错。')
    .meta({ ...editorial, notation: '没有就写 []。' }),
});

export type Correction = z.output<typeof correctionSchema>;
/** A correction as `corrections.yaml` writes it. */
export type CorrectionInput = z.input<typeof correctionSchema>;
/** A correction of running text: it says where its words stand. */
export type TextCorrection = Extract<Correction, { where: TextPlace }>;
export const isOfText = (correction: Correction): correction is TextCorrection => 'where' in correction;
export type CorrectionKind = Correction['kind'];
export type Certainty = Correction['certainty'];
