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
import { measureParagraph, unitCells, unitColumns } from '../../model/printed-form.ts';
import type { Plan } from '../../model/types.ts';
import { chineseNumeral } from '../../text/numerals.ts';
import type { Handout } from '../../views/handout.ts';
import { timeless } from '../zip.ts';

/** Sizes are in half points, lengths in twentieths of a point (20 to the point, 56.7 to the millimetre). */
const millimetre = 56.7;
const size = { title: 44, body: 32, table: 24, note: 21 };
/** 22 lines to 225 mm. */
const line: ISpacingProperties = { line: 580, lineRule: 'exact' };
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', head: '黑体' };

interface Look {
  font: string;
  size: number;
}
const title: Look = { font: fonts.title, size: size.title };
const body: Look = { font: fonts.body, size: size.body };
const head: Look = { font: fonts.head, size: size.body };
const note: Look = { font: fonts.body, size: size.note };

const run = (text: string, look: Look) => new TextRun({ text, ...look });
const indented = (text: string, look = body) =>
  new Paragraph({
    children: [run(text, look)],
    indent: { firstLine: look.size * 20 },
    spacing: look === note ? {} : line,
  });
const centred = (text: string, look: Look) =>
  new Paragraph({ children: [run(text, look)], alignment: AlignmentType.CENTER, spacing: { after: 240 } });

/** The columns of the annex, together the 156 mm of the text block; several columns of units share the room of one and some of the text's. */
function columnWidths(plan: Plan): number[] {
  const units = unitColumns(plan);
  const shared = units.length === 1 ? [76, 38] : [66, ...units.map(() => 48 / units.length)];
  return [14, 28, ...shared].map((width) => Math.round(width * millimetre));
}

const cell = (text: string, width: number, look: Look, centre: boolean) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        children: [run(text, look)],
        alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ],
  });

/** The tasks in the form of the annex; its head repeats on each sheet and rows stay whole. */
function taskTable({ plan, tasks }: Handout): Table {
  const widths = columnWidths(plan);
  const row = (cells: string[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((text, column) =>
        cell(
          text,
          widths[column] ?? 0,
          { font: tableHeader ? fonts.head : fonts.body, size: size.table },
          tableHeader || column === 0,
        ),
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
          [
            String(task.number),
            `（${chineseNumeral(task.measure.number)}）${task.measure.listTitle ?? task.measure.title}`,
            `${task.innovation ? '*' : ''}${task.text}`,
            ...unitCells(plan, task),
          ],
          false,
        ),
      ),
    ],
  });
}

function children(handout: Handout): (Paragraph | Table)[] {
  const { tasks, measures, notes, record } = handout;
  const sections: { heading: string; content: (Paragraph | Table)[] }[] = [
    { heading: `任务清单（${tasks.length}项）`, content: tasks.length > 0 ? [taskTable(handout)] : [] },
    {
      heading: `方案措施（${measures.length}条）`,
      content: measures.map((measure) => indented(measureParagraph(handout.plan, measure))),
    },
    {
      heading: '编辑注',
      content: notes.map(({ remark, basis }, index) => indented(`注${index + 1}　${remark}${basis}`, note)),
    },
    { heading: '文件和说明', content: record.map(({ label, text }) => indented(`${label}：${text}`, note)) },
  ].filter(({ content }) => content.length > 0);
  return [
    centred(handout.title, title),
    centred(`（摘自${handout.plan.number}）`, body),
    ...sections.flatMap(({ heading, content }, index) => [
      indented(`${chineseNumeral(index + 1)}、${heading}`, head),
      ...content,
    ]),
  ];
}

/** A handout as a document after GB/T 9704: A4, its margins and fonts, numbered sheets. */
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
    subject: handout.plan.number,
    creator: handout.maker,
    lastModifiedBy: handout.maker,
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) },
            margin: {
              top: Math.round(37 * millimetre),
              bottom: Math.round(35 * millimetre),
              left: Math.round(28 * millimetre),
              right: Math.round(26 * millimetre),
            },
          },
        },
        footers: { default: footer },
        children: children(handout),
      },
    ],
  });
  return timeless(await Packer.toBuffer(document));
}
