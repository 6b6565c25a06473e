import {
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { notesFor } from '../../model/notes.ts';
import {
  annexLines,
  copyStatement,
  environmentLabel,
  measureBlocks,
  measuresAt,
  signatureLines,
  signaturePlace,
  stretchText,
} from '../../model/printed-form.ts';
import type { Measure, Note, Plan } from '../../model/types.ts';
import { phrasesOf } from '../../text/line-breaks.ts';
import { chineseNumeral } from '../../text/numerals.ts';
import { planCitation } from '../../views/citation.ts';
import { type Handout, reportTitle } from '../../views/handout.ts';
import { notOfDocument, progressLabel, type Reported, reportedInPlan } from '../../views/progress.ts';
import { fillLine } from '../../views/report-form.ts';
import { timeless } from '../zip.ts';
import { type Noted, noteSetter, notesByText } from './word/footnotes.ts';
import { formTable } from './word/form-table.ts';
import { progressTable } from './word/progress.ts';
import { documentStyles, fontTable, pageFrame, styles, twips } from './word/styles.ts';
import { annexTables, isWide, textTable } from './word/tables.ts';

type Content = Paragraph | Table;
/** The characters of a title in points, and as many as stand on a line of the text block. */
const titleSize = 22;
const titleLine = 20;
const { TITLE, HEADING_1, HEADING_2, HEADING_3 } = HeadingLevel;

/** A paragraph in one of the document's own styles. */
const line = (style: string, words: string | ParagraphChild[], more: IParagraphOptions = {}) =>
  new Paragraph({ style, ...more, children: typeof words === 'string' ? [new TextRun(words)] : words });
const heading = (
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  words: string | ParagraphChild[],
  more: IParagraphOptions = {},
) => new Paragraph({ heading: level, ...more, children: typeof words === 'string' ? [new TextRun(words)] : words });

/** A title whose lines are about as long as each other and end behind a word, by the room left at its sides. */
export function titleIndent(words: string): { left: number; right: number } {
  const lines = Math.ceil(words.length / titleLine);
  let longest = 0;
  for (const phrase of phrasesOf(words)) {
    if (longest >= words.length / lines) break;
    longest += phrase.length;
  }
  const side = lines > 1 && longest < titleLine ? ((titleLine - longest) / 2) * titleSize * 20 : 0;
  return { left: side, right: side };
}
const titleOf = (words: string) => heading(TITLE, words, { indent: titleIndent(words) });

/** The longest text in characters that is kept on one page, with room for its heading. */
const wholeText = 600;

/**
 * A measure as printed: its paragraphs, kept whole or not, and tables. A paragraph that is only its number and title is a heading. One with a
 * footnote is not kept whole: LibreOffice would move it to the next page without its heading.
 */
function measureContent(measure: Measure, noted: Noted, style: string, isWhole = false): Content[] {
  const blocks = measureBlocks(measure);
  const texts = blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap((cells) => cells.map(stretchText)) : [stretchText(block.stretches)],
  );
  const notes = notesByText(texts, measure.notes).values();
  const next = (): readonly Note[] => notes.next().value ?? [];
  return blocks.map((block) => {
    if (block.kind === 'table')
      return textTable(block.rows.map((cells) => cells.map((cell) => noted(stretchText(cell), next()))));
    const isHeading = block.stretches.every(({ kind }) => kind === 'label' || kind === 'title');
    const text = stretchText(block.stretches);
    const ownNotes = next();
    const words = noted(text, ownNotes);
    const keepLines = isWhole && text.length <= wholeText && ownNotes.length === 0;
    return isHeading ? heading(HEADING_3, words) : line(style, words, { keepLines });
  });
}

const signature = (plan: Plan): Content[] => signatureLines(plan).map((words) => line(styles.signature, words));

/** The running text of a plan, its measures in their place. */
function bodyContent(plan: Plan, noted: Noted): Content[] {
  const notes = notesFor(plan, { kind: 'body' });
  const words = (text: string) =>
    noted(
      text,
      notes.filter(({ reading }) => reading && text.includes(reading)),
    );
  let place = 0;
  return plan.blocks.flatMap((block): Content[] => {
    switch (block.kind) {
      case 'measures':
        return measuresAt(plan, place++).flatMap(({ environment, measures }) => [
          ...(environment && plan.numbering !== 'printed'
            ? [heading(HEADING_2, `${environmentLabel(plan, environment)}${environment.title}`)]
            : []),
          ...measures.flatMap((measure) => measureContent(measure, noted, styles.text)),
        ]);
      case 'table':
        return [textTable(block.rows.map((cells) => cells.map(words)))];
      case 'heading':
        return [heading(block.depth === 2 ? HEADING_1 : HEADING_2, words(block.text))];
      default:
        return [line(styles.text, words(block.text))];
    }
  });
}

/** Issuer and date between the lines at the foot of a document. */
function imprint({ issuer, issuedText }: Plan): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 8, space: 1 };
  return new Paragraph({
    style: styles.plain,
    border: { top: rule, bottom: rule },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(156) }],
    spacing: { before: 480 },
    children: [new TextRun({ children: [issuer ?? '', new Tab(), issuedText ?? ''], size: 28 })],
  });
}

/** The annex as printed, with the lines above and below its table. */
function annexContent(plan: Plan, noted: Noted): Content[] {
  const { annex } = plan;
  if (!annex) return [];
  const above = annex.lines ? annexLines(plan).filter((words) => words !== annex.title) : ['附件'];
  return [
    ...above.map((words) => line(styles.label, words)),
    ...(annex.title ? [line(styles.part, annex.title, { indent: { firstLine: 0, ...titleIndent(annex.title) } })] : []),
    ...annexTables(plan, plan.tasks, noted, true),
    ...annex.below.map((words) => line(styles.text, words)),
  ];
}

/** What was published of targets and rows, marked as that; nothing where nothing was. */
const progressContent = (plan: Plan, of: readonly Reported[]): Content[] =>
  of.length > 0 ? [line(styles.text, `以下是各单位公布的，照录原话，${notOfDocument(plan)}。`), progressTable(of)] : [];

/** A document for hand-up: its name, and what its sections hold. */
interface Matter {
  title: string;
  plan: Plan;
  maker: string;
  sections: { isAcross?: boolean; children: Content[] }[];
}

/**
 * Writes a Word document: A4 with the margins, faces and page numbers of official documents, its headings and texts by styles.
 * @see GB/T 9704-2012 党政机关公文格式
 */
async function written({ title, plan, maker, sections }: Matter): Promise<Uint8Array> {
  const document = new Document({
    title,
    subject: planCitation(plan),
    creator: maker,
    lastModifiedBy: maker,
    description: copyStatement([plan]),
    styles: documentStyles,
    evenAndOddHeaderAndFooters: true,
    sections: sections.map(
      ({ isAcross, children }): ISectionOptions => ({
        ...pageFrame(`${maker}：${copyStatement([plan])}`, isAcross),
        children,
      }),
    ),
  });
  return timeless(await Packer.toBuffer(document, false, [fontTable]));
}

/** The size in half points in which the name of the issuing office stands on one line, at most 28 points; a line is 442 points long. */
const headSize = (words: string): number => Math.min(56, 2 * Math.floor(442 / words.length));

/** The whole document as printed: its head, notice, text and annex. */
export function planDocx(plan: Plan, maker: string): Promise<Uint8Array> {
  const noted = noteSetter();
  const closing = signaturePlace(plan);
  const main: Content[] = [
    ...(plan.heading
      ? [line(styles.heading, [new TextRun({ text: plan.heading, size: headSize(plan.heading) })])]
      : []),
    ...(plan.number ? [line(styles.number, plan.number)] : []),
    titleOf(plan.noticeTitle ?? plan.title),
    ...(plan.addressees ? [line(styles.plain, plan.addressees)] : []),
    ...(plan.notice ?? []).map((words) => line(styles.text, words)),
    ...(closing === 'notice' ? signature(plan) : []),
    ...(plan.noticeTitle
      ? [line(styles.part, plan.title, { indent: { firstLine: 0, ...titleIndent(plan.title) } })]
      : []),
    ...bodyContent(plan, noted),
    ...(closing === 'text' ? signature(plan) : []),
    ...(plan.annex && !plan.annex.lines ? [line(styles.text, `附件：${plan.annex.title}`)] : []),
  ];
  const annex = annexContent(plan, noted);
  const last = closing === 'imprint' ? [imprint(plan)] : [];
  const progress = progressContent(plan, reportedInPlan(plan));
  return written({
    title: plan.title,
    plan,
    maker,
    sections: [
      ...(annex.length > 0
        ? [{ children: main }, { isAcross: isWide(plan), children: [...annex, ...last] }]
        : [{ children: [...main, ...last] }]),
      ...(progress.length > 0 ? [{ children: [line(styles.part, progressLabel), ...progress] }] : []),
    ],
  });
}

/** The list, or one unit's part of a plan, with what the registry says of the unit. */
export function toDocx({ plan, unit, title, maker, tasks, measures, facts, reported }: Handout): Promise<Uint8Array> {
  const noted = noteSetter();
  const list = tasks.length > 0 ? annexTables(plan, tasks, noted) : [];
  // The measures of a whole plan stand in the file of the plan; without a list they are what there is. The last one leaves no lines alone on a page.
  const texts =
    unit || !plan.annex
      ? measures.flatMap((measure) => measureContent(measure, noted, styles.extract, measure === measures.at(-1)))
      : [];
  const parts = [
    { name: `任务清单（${tasks.length}项）`, isAcross: isWide(plan), content: list },
    { name: `${plan.words.plan}措施（${measures.length}条）`, isAcross: false, content: texts },
    { name: progressLabel, isAcross: false, content: progressContent(plan, reported) },
  ].filter(({ content }) => content.length > 0);
  const head = [
    titleOf(title),
    line(styles.source, `（摘自${planCitation(plan)}）`),
    ...facts.map(({ label, text }) => line(styles.source, `${label}：${text}`)),
  ];
  const below = unit ? [] : (plan.annex?.below ?? []).map((words) => line(styles.text, words));
  const sections: Matter['sections'] = [];
  for (const [index, { name, isAcross, content }] of parts.entries()) {
    const part = [
      ...(index === 0 ? head : []),
      // The list of a whole plan stands under the title.
      ...(unit || index > 0
        ? [
            heading(HEADING_1, (unit ? `${chineseNumeral(index + 1)}、` : '') + name, {
              spacing: { before: 160, after: 120 },
            }),
          ]
        : []),
      ...content,
      ...(index === parts.length - 1 ? below : []),
    ];
    const last = sections.at(-1);
    if (last?.isAcross === isAcross) last.children.push(...part);
    else sections.push({ isAcross, children: part });
  }
  return written({ title, plan, maker, sections });
}

/** A form on the progress of a handout's tasks, on pages across. */
export function reportDocx(handout: Handout): Promise<Uint8Array> {
  const { plan, maker } = handout;
  const title = reportTitle(handout);
  const children = [
    heading(TITLE, title),
    line(styles.source, `（摘自${planCitation(plan)}）`),
    line(styles.fillLine, fillLine),
    formTable(handout),
  ];
  return written({ title, plan, maker, sections: [{ isAcross: true, children }] });
}
