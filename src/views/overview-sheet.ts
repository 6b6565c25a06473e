import type { Handbook, Plan } from '../model/types.ts';
import { fillLines, type Run, roughWidth } from '../text/line-filling.ts';
import type { Overview, OverviewMeasure } from './overview.ts';
import { statusNotice } from './plan-status.ts';

/*
 * How an overview is laid out on paper and as a picture. Lengths are in em of the sheet's type unless a name says points. The same
 * sizes stand in `src/styles/overview.css`; what is computed here is never less than what a browser needs.
 */

/** A stretch of words of the sheet, and what it is. */
export interface SheetRun extends Run {
  kind: 'heading' | 'mark' | 'title' | 'units' | 'digits' | 'words';
}

/** What stays together in a column. */
export interface SheetBlock {
  /** From the beginning of its column. */
  top: number;
  height: number;
  /** Whether a line is drawn above it, and how strong. */
  rule: 'strong' | 'thin' | 'none';
  /** Each with its baseline from the top of the block, and how far it is indented. */
  lines: { runs: SheetRun[]; baseline: number; indent: number }[];
}

export interface Sheet {
  paper: 'a4' | 'a3';
  /** The size of the type, in points; the smallest words are `smallWords` of it. */
  type: number;
  /** Whether one sheet of this paper holds all. */
  isOne: boolean;
  columns: SheetBlock[][];
  columnWidth: number;
  /** The height of the fullest column. */
  height: number;
}

export const sizes = { heading: 1.15, title: 1, words: 0.88, digits: 1.36 };
/** Between columns. */
export const columnGap = 2;
const heights = { heading: 1.56, title: 1.4, words: 1.3 };
/** What a line with large digits takes above others. */
const aboveDigits = 0.25;
const padding = { heading: 1.1, measure: 0.9 };
/** Above a heading that does not begin a column. */
const headingMargin = 0.6;
/** The number of a measure, and the gap behind it. */
const markWidth = 1.3;
const markGap = 0.4;

/** The room inside the margins of a sheet in landscape, in points: 10 mm on A4, 12 mm on A3. */
const rooms = { a4: { width: 785, height: 538 }, a3: { width: 1122, height: 774 } };
/** The share of the height that is left to fonts that are larger than they say. */
const reserve = 0.04;
/** What stands above and below the columns: the title, a line, the counts; the remarks. */
const headHeight = 5.5;
const titleSize = 2;
const titleHeight = 2.6;
const footHeight = 0.8;
const footLine = 1.35;

/** Tried in this order: a larger sheet only where type of nine points is too large for the smaller. */
const forms = [
  ...[16, 14, 12, 11, 10.5, 10, 9.5, 9].map((type) => ({ paper: 'a4' as const, columns: 3, type })),
  ...[12, 11, 10.5, 10, 9.5, 9].map((type) => ({ paper: 'a3' as const, columns: 4, type })),
  { paper: 'a3' as const, columns: 5, type: 9 },
];

type Unplaced = Omit<SheetBlock, 'top'>;

/** Words set in lines below each other, from `top` on. */
function set(runs: readonly SheetRun[], width: number, lineHeight: number, top: number, indent: number) {
  return fillLines(runs, width).map((line, index) => ({
    runs: line,
    baseline: top + index * lineHeight + lineHeight * 0.5 + Math.max(...line.map(({ size }) => size), 0) * 0.36,
    indent,
  }));
}

const textWidth = (text: string) => [...text].reduce((sum, one) => sum + roughWidth(one), 0);

/** The words on the first units of a measure: `牵头：甲局、乙局，另有3个`. */
export const unitWords = ({ first: { role, units, others } }: OverviewMeasure): string =>
  (role && units.length > 0 ? `${role}：` : '') +
  units.map(({ name }) => name).join('、') +
  (others > 0 && units.length > 0 ? `，另有${others}个` : '');

function headingBlock(title: string, width: number): Unplaced {
  const lines = set([{ kind: 'heading', size: sizes.heading, text: title }], width, heights.heading, 0.5, 0);
  return { height: lines.length * heights.heading + padding.heading, rule: 'strong', lines };
}

function measureBlock(one: OverviewMeasure, width: number): Unplaced {
  const { mark, title } = one.measure;
  const indent = mark ? Math.max(textWidth(mark), markWidth) + markGap : 0;
  const room = width - indent;
  let top = padding.measure / 2;
  const titles = set([{ kind: 'title', size: sizes.title, text: title }], room, heights.title, top, indent);
  const baseline = titles[0]?.baseline ?? 0;
  top += titles.length * heights.title;
  const words = unitWords(one);
  const units = words ? set([{ kind: 'units', size: sizes.words, text: words }], room, heights.words, top, indent) : [];
  top += units.length * heights.words;
  const targets = one.targets.flatMap(({ name, bounds, digits, unit, beyond, reported }) => {
    const published = reported === undefined ? '' : `（${reported}）`;
    const runs: SheetRun[] = [
      { kind: 'words', size: sizes.words, text: bounds.join('') + (bounds.length > 0 ? ' ' : '') },
      { kind: 'digits', size: sizes.digits, text: digits },
      { kind: 'words', size: sizes.words, text: ` ${unit}${beyond}　${name}${published}` },
    ];
    top += aboveDigits;
    const lines = set(runs, room, heights.words, top, indent);
    top += lines.length * heights.words;
    return lines;
  });
  const marks = mark ? [{ runs: [{ kind: 'mark', size: sizes.title, text: mark } as const], baseline, indent: 0 }] : [];
  return { height: top + padding.measure / 2, rule: 'thin', lines: [...marks, ...titles, ...units, ...targets] };
}

/** Fills columns up to a height; a heading stays with its first measure. Undefined where there are too few columns. */
function fill(blocks: readonly Unplaced[], height: number, most: number): SheetBlock[][] | undefined {
  const columns: SheetBlock[][] = [[]];
  let top = 0;
  for (const [index, block] of blocks.entries()) {
    const next = block.rule === 'strong' ? (blocks[index + 1]?.height ?? 0) : 0;
    if (top > 0 && block.rule === 'strong') top += headingMargin;
    if (top > 0 && top + block.height + next > height) {
      columns.push([]);
      top = 0;
    }
    columns.at(-1)?.push({ ...block, top });
    top += block.height;
  }
  return columns.length <= most ? columns : undefined;
}

/** Spreads blocks over columns of equal height, as low as can be, in steps of half a line. */
function balance(blocks: readonly Unplaced[], count: number): { columns: SheetBlock[][]; height: number } {
  const all = blocks.reduce((sum, { height }) => sum + height, 0);
  const least = Math.max(all / count, ...blocks.map(({ height }) => height));
  for (let height = least; ; height += 0.5) {
    const columns = fill(blocks, height, count);
    if (columns) return { columns, height };
  }
}

/** The line above the sheet, and the room at the right of what follows it for the code that holds its address, in points. */
const lineAbove = 20;
const codeRoom = 62;
/** The words of a notice on the status of a plan, and its edges, in points. */
const notice = { size: 11, line: 20, edges: 44 };

/** The height that is left to what stands above the sheet: the line that says whose it is, and the notice on a plan not in force. */
function heightAbove(handbook: Handbook, plan: Plan, width: number): number {
  const status = statusNotice(handbook, plan);
  const lines = status ? [`${status.label}　${status.sentence}`, `依据（编辑登记）：${status.basis}`] : [];
  const count = lines.flatMap((text) => fillLines([{ size: notice.size, text }], (width - codeRoom) * 0.9)).length;
  return lineAbove + (count > 0 ? notice.edges + count * notice.line : 0);
}

/** The sheet for an overview: the smallest paper that holds it, in the largest type; where none does, the largest paper, of several sheets. */
export function sheetOf(handbook: Handbook, { plan, groups, remarks }: Overview): Sheet {
  const tried = forms.map(({ paper, columns: count, type }) => {
    const room = rooms[paper];
    const width = room.width / type;
    const columnWidth = (width - (count - 1) * columnGap) / count;
    const blocks = groups.flatMap(({ title, measures }) => [
      ...(title ? [headingBlock(title, columnWidth)] : []),
      ...measures.map((one) => measureBlock(one, columnWidth)),
    ]);
    const { columns, height } = balance(blocks, count);
    const titles = fillLines([{ size: titleSize, text: plan.title }], (room.width - codeRoom) / type).length;
    const remarkLines = fillLines([{ size: sizes.words, text: remarks.join('；') }], width).length;
    const needed = headHeight + titles * titleHeight + height + footHeight + remarkLines * footLine;
    const left = room.height * (1 - reserve) - heightAbove(handbook, plan, room.width);
    const isOne = needed * type <= left;
    return { paper, type, isOne, columns, columnWidth, height };
  });
  const sheet = tried.find(({ isOne }) => isOne) ?? tried.at(-1);
  if (!sheet) throw new Error('no form of a sheet');
  return sheet;
}
