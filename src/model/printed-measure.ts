import type { Block } from '../loader/body.ts';
import type { PrintedUnits } from '../schema/primitives.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import type { MeasureBlock, PrintedStretch, Responsibility, UnitMention } from './types.ts';

/** What the body of a measure says that is copied as the document prints it. */
export interface PrintedMeasure {
  /** The number at its beginning, with the blank behind it; empty where it has none. */
  label: string;
  blocks: MeasureBlock[];
  /** The words behind the title without those that name units; a line for each paragraph and row. */
  text: string;
  mentions: UnitMention[];
}

/** The sign or blank that only closes a title. */
const titleEnd = /^[。：:\s]*/u;

/** A part of the body that is cut by itself: a paragraph, or a cell of a table. */
interface Part {
  block: number;
  text: string;
}

const partsOf = (blocks: readonly Block[]): Part[] =>
  blocks.flatMap((one, block): Part[] => {
    if (one.kind === 'measures') return [];
    return one.kind === 'table' ? one.rows.flat().map((text) => ({ block, text })) : [{ block, text: one.text }];
  });

/** The number at the beginning of a text with the blank behind it; empty where there is none. */
export function labelOf(text: string, title: string | undefined): string {
  const at = title === undefined ? -1 : text.indexOf(title);
  if (at >= 0) return text.slice(0, at);
  const number = numberedIn(text);
  return number ? text.slice(0, number.label.length) + (/^\s*/u.exec(text.slice(number.label.length))?.[0] ?? '') : '';
}

/** Where the words of an entry stand: the next place after the entries before it, or else the first that is free. */
interface Place {
  part: number;
  start: number;
  end: number;
}

/** Finds the words that name units, in the order of the entries; undefined for those that are not there. */
export function placesOf(entries: readonly PrintedUnits[], texts: readonly string[]): (Place | undefined)[] {
  const taken: Place[] = [];
  const isFree = ({ part, start, end }: Place) =>
    taken.every((other) => other.part !== part || end <= other.start || other.end <= start);
  return entries.map(({ printed }) => {
    for (const [part, text] of texts.entries())
      for (let start = text.indexOf(printed); start >= 0; start = text.indexOf(printed, start + 1)) {
        const place = { part, start, end: start + printed.length };
        if (!isFree(place)) continue;
        taken.push(place);
        return place;
      }
    return undefined;
  });
}

/** The cell of units that printed words are read as: the reading, or the words without the brackets around them. */
export const readingOf = ({ printed, reads }: PrintedUnits): string =>
  reads ?? printed.replace(/^[（(〔［[【](.*)[）)〕］\]】]$/u, '$1');

/**
 * Cuts the body of a measure into its number, title, text and the words that name units, which `read` reads. An entry whose words
 * are not in the body is left out, which a rule of the check reports.
 */
export function readPrintedMeasure(
  blocks: readonly Block[],
  { title, units = [] }: { title?: string | undefined; units?: readonly PrintedUnits[] | undefined },
  read: (cell: string) => Responsibility[],
): PrintedMeasure {
  const parts = partsOf(blocks);
  const texts = parts.map(({ text }) => text);
  const places = placesOf(units, texts).flatMap((place, entry) => (place ? [{ ...place, entry }] : []));
  places.sort((a, b) => a.part - b.part || a.start - b.start);
  const [first = ''] = texts;
  const label = labelOf(first, title);
  const titled = title !== undefined && first.startsWith(title, label.length);

  const mentions: UnitMention[] = [];
  let text = '';
  let covered = 0;
  const cut = (part: number): PrintedStretch[] => {
    const whole = texts[part] ?? '';
    const stretches: PrintedStretch[] = [];
    let at = 0;
    const take = (kind: 'label' | 'title', length: number) => {
      if (length > 0) stretches.push({ kind, text: whole.slice(at, at + length) });
      at += length;
    };
    const takeText = (end: number) => {
      if (end > at) {
        stretches.push({ kind: 'text', text: whole.slice(at, end), start: text.length });
        text += whole.slice(at, end);
      }
      at = end;
    };
    if (part === 0) {
      take('label', label.length);
      if (titled) take('title', title.length + (titleEnd.exec(whole.slice(at + title.length))?.[0].length ?? 0));
    }
    for (const { start, end, entry } of places.filter((place) => place.part === part)) {
      takeText(Math.max(at, start));
      const words = whole.slice(at, end);
      const isOfHeading = text === '' && part === 0;
      // Of several on end, each is for the same words.
      const from = text.length > covered ? covered : (mentions.at(-1)?.start ?? 0);
      mentions.push({
        words,
        place: isOfHeading ? 'heading' : 'text',
        units: read(readingOf(units[entry] as PrintedUnits)),
        start: from,
        end: text.length,
      });
      covered = text.length;
      stretches.push({ kind: 'units', text: words, mention: mentions.length - 1 });
      at = end;
    }
    takeText(whole.length);
    return stretches;
  };

  let part = 0;
  const cutBlocks = blocks.flatMap((block): MeasureBlock[] => {
    if (block.kind === 'measures') return [];
    const border = (sign: string) => {
      if (text !== '' && !text.endsWith(sign)) text += sign;
    };
    border('\n');
    if (block.kind !== 'table') return [{ kind: 'paragraph', stretches: cut(part++) }];
    const rows = block.rows.map((cells, row) => {
      if (row > 0) border('\n');
      return cells.map((_, column) => {
        if (column > 0) text += '｜';
        return cut(part++);
      });
    });
    return [{ kind: 'table', rows }];
  });
  // What stands on the heading is for the whole text.
  for (const mention of mentions) if (mention.place === 'heading') mention.end = text.trimEnd().length;
  return { label, blocks: cutBlocks, text: text.trimEnd(), mentions };
}
