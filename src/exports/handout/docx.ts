import {
  AlignmentType,
  Document,
  Footer,
  type ISpacingProperties,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { columnsOf, measureBlocks, rowCells, stretchText } from '../../model/printed-form.ts';
import type { Measure, Plan } from '../../model/types.ts';
import { chineseNumeral } from '../../text/numerals.ts';
import type { Handout } from '../../views/handout.ts';
import { timeless } from '../zip.ts';

/** A length in twentieths of a point, the unit of the format. */
const twips = (millimetres: number) => Math.round(millimetres * 56.7);
/** 22 lines to 225 mm. */
const lineSpacing: ISpacingProperties = { line: 580, lineRule: 'exact' };

/** How a run of text is set; `size` in half points. */
interface Style {
  font: string;
  size: number;
}
const title: Style = { font: '方正小标宋简体', size: 44 };
const body: Style = { font: '仿宋_GB2312', size: 32 };
const head: Style = { font: '黑体', size: 32 };
const note: Style = { ...body, size: 21 };
const cellBody: Style = { ...body, size: 24 };
const cellHead: Style = { ...head, size: 24 };

const run = (text: string, style: Style) => new TextRun({ text, ...style });
/** A paragraph whose first line is indented by two characters. */
const indented = (text: string, style = body) =>
  new Paragraph({
    children: [run(text, style)],
    indent: { firstLine: style.size * 20 },
    spacing: style === note ? {} : lineSpacing,
  });
const centred = (text: string, style: Style) =>
  new Paragraph({ children: [run(text, style)], alignment: AlignmentType.CENTER, spacing: { after: 240 } });

/** The width of the text block in millimetres. */
const textWidth = 156;

/** The widths of the annex's columns, together the text block. */
function columnWidths(plan: Plan): number[] {
  const columns = columnsOf(plan.annex);
  if (!columns?.isPrinted) return [14, 28, 76, 38].map(twips);
  const shares = (plan.annex?.columns ?? []).map((column) => {
    if (column === columns.number) return 1;
    return column === columns.text ? 4 : 2;
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => twips((share / all) * textWidth));
}

const cell = (text: string, width: number, style: Style, isCentred: boolean) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        children: [run(text, style)],
        alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ],
  });

/** The tasks in the form of the annex; its head repeats on each sheet and rows stay whole. */
function annexTable({ plan, tasks }: Handout): Table {
  const widths = columnWidths(plan);
  const row = (cells: string[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text, column) =>
        cell(text, widths[column] ?? 0, tableHeader ? cellHead : cellBody, tableHeader || column === 0),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 0, type: WidthType.AUTO },
    columnWidths: widths,
    rows: [
      row(plan.annex?.columns ?? [], true),
      ...tasks.map((task) =>
        row(
          rowCells(plan, task).map(({ words }) => words),
          false,
        ),
      ),
    ],
  });
}

/** A table of the text, its columns of one width. */
function textTable(rows: readonly string[][]): Table {
  const count = rows[0]?.length ?? 1;
  const width = twips(textWidth / count);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 0, type: WidthType.AUTO },
    columnWidths: Array.from({ length: count }, () => width),
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: cells.map((text) => cell(text, width, index === 0 ? cellHead : cellBody, index === 0)),
        }),
    ),
  });
}

/** A measure as printed: its paragraphs and tables. */
const measureContent = (measure: Measure): (Paragraph | Table)[] =>
  measureBlocks(measure).map((block) =>
    block.kind === 'table'
      ? textTable(block.rows.map((cells) => cells.map(stretchText)))
      : indented(stretchText(block.stretches)),
  );

function children(handout: Handout): (Paragraph | Table)[] {
  const { tasks, measures, notes, record } = handout;
  const sections: { heading: string; content: (Paragraph | Table)[] }[] = [
    { heading: `任务清单（${tasks.length}项）`, content: tasks.length > 0 ? [annexTable(handout)] : [] },
    {
      heading: `${handout.plan.words.plan}措施（${measures.length}条）`,
      content: measures.flatMap(measureContent),
    },
    {
      heading: '编辑注',
      content: notes.map(({ remark, basis }, index) => indented(`注${index + 1}　${remark}${basis}`, note)),
    },
    { heading: '文件和说明', content: record.map(({ label, text }) => indented(`${label}：${text}`, note)) },
  ].filter(({ content }) => content.length > 0);
  return [
    centred(handout.title, title),
    centred(`（摘自${handout.plan.cited}）`, body),
    ...sections.flatMap(({ heading, content }, index) => [
      indented(`${chineseNumeral(index + 1)}、${heading}`, head),
      ...content,
    ]),
  ];
}

/**
 * A handout as a Word document: A4 with the margins, fonts and page numbers of official documents.
 * @see GB/T 9704-2012 党政机关公文格式
 */
export async function toDocx(handout: Handout): Promise<Uint8Array> {
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: 28 })],
      }),
    ],
  });
  const document = new Document({
    title: handout.title,
    subject: handout.plan.cited,
    creator: handout.maker,
    lastModifiedBy: handout.maker,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
          },
        },
        footers: { default: footer },
        children: children(handout),
      },
    ],
  });
  return timeless(await Packer.toBuffer(document));
}
