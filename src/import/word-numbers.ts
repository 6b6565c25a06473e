import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { chineseNumeral } from '../text/numerals.ts';

/*
 * The numbers that Word counts itself: they stand in no text, but in `word/numbering.xml` as rules, which are applied here.
 * See ECMA-376 Part 1, 17.9 (numbering).
 */

/** A level of a list. */
interface Level {
  start: number;
  format: string;
  /** As `（%2）`, in which `%2` is the number of the second level. */
  text: string;
}

interface Numbering {
  /** The levels of each list by the list's id, with the id of the definition that lists share their count by. */
  lists: Map<string, { definition: string; levels: Map<number, Level>; restarts: Map<number, number> }>;
}

type Handler = (name: string, attributes: Record<string, string>, start: number, end: number) => void;

/** Walks the elements of an XML text; offsets are of its UTF-16 code units. */
function walk(xml: string, open: Handler, close: (name: string, start: number, end: number) => void = () => {}): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(name, attributes, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => close(name, parser.startIndex, parser.endIndex + 1),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

function readNumbering(xml: string): Numbering {
  const definitions = new Map<string, Map<number, Level>>();
  const lists: Numbering['lists'] = new Map();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  let list: { definition: string; levels: Map<number, Level>; restarts: Map<number, number> } | undefined;
  let overridden = 0;
  walk(
    xml,
    (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        levels = new Map();
        definitions.set(attributes['w:abstractNumId'] ?? '', levels);
      } else if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '' };
        (list?.levels ?? levels)?.set(Number(attributes['w:ilvl']), level);
      } else if (name === 'w:start' && level) level.start = Number(value);
      else if (name === 'w:numFmt' && level) level.format = value;
      else if (name === 'w:lvlText' && level) level.text = value;
      else if (name === 'w:num') {
        list = { definition: '', levels: new Map(), restarts: new Map() };
        lists.set(attributes['w:numId'] ?? '', list);
      } else if (name === 'w:abstractNumId' && list) list.definition = value;
      else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl']);
      else if (name === 'w:startOverride') list?.restarts.set(overridden, Number(value));
    },
    (name) => {
      if (name === 'w:lvl') level = undefined;
      if (name === 'w:abstractNum') levels = undefined;
      if (name === 'w:num') list = undefined;
    },
  );
  for (const one of lists.values()) one.levels = new Map([...(definitions.get(one.definition) ?? []), ...one.levels]);
  return { lists };
}

const circled = (value: number) => (value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value));
const letter = (value: number) => String.fromCodePoint(0x61 + ((value - 1) % 26));

/** Numbers in the formats that official documents use; others are not known. */
const formats: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
};
for (const name of [
  'chineseCounting',
  'chineseCountingThousand',
  'ideographDigital',
  'japaneseCounting',
  'japaneseDigitalTenThousand',
  'taiwaneseCounting',
  'taiwaneseCountingThousand',
])
  formats[name] = chineseNumeral;

/** The list and level of the styles of paragraphs that are numbered. */
function readStyles(xml: string): Map<string, { list?: string; level: number; basedOn?: string }> {
  const styles = new Map<string, { list?: string; level: number; basedOn?: string }>();
  let style: { list?: string; level: number; basedOn?: string } | undefined;
  walk(xml, (name, attributes) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:style') {
      style = { level: 0 };
      styles.set(attributes['w:styleId'] ?? '', style);
    } else if (name === 'w:numId' && style) style.list = value;
    else if (name === 'w:ilvl' && style) style.level = Number(value);
    else if (name === 'w:basedOn' && style) style.basedOn = value;
  });
  return styles;
}

/** A paragraph of the document that is numbered. */
interface Counted {
  list?: string;
  level?: number;
  style?: string;
  /** Where its number goes, and where its reference to a list stands. */
  at: number;
  reference?: { start: number; end: number };
  hasText: boolean;
}

function paragraphsOf(xml: string): Counted[] {
  const found: Counted[] = [];
  const open: Counted[] = [];
  let isReference = 0;
  walk(
    xml,
    (name, attributes, start, end) => {
      const paragraph = open.at(-1);
      if (name === 'w:p') {
        const own: Counted = { at: end, hasText: false };
        open.push(own);
        found.push(own);
      } else if (!paragraph) return;
      else if (name === 'w:numPr') {
        paragraph.reference = { start, end };
        isReference++;
      } else if (name === 'w:numId' && isReference > 0) paragraph.list = attributes['w:val'] ?? '';
      else if (name === 'w:ilvl' && isReference > 0) paragraph.level = Number(attributes['w:val']);
      else if (name === 'w:pStyle') paragraph.style = attributes['w:val'] ?? '';
      else if (name === 'w:t') paragraph.hasText = true;
    },
    (name, start, end) => {
      const paragraph = open.at(-1);
      if (name === 'w:p') open.pop();
      else if (name === 'w:pPr' && paragraph) paragraph.at = end;
      else if (name === 'w:numPr' && paragraph?.reference) {
        paragraph.reference.end = Math.max(end, start);
        isReference--;
      }
    },
  );
  return found;
}

/** A Word document in which the numbers that Word counts are written out, and how many they are; `unknown` are of formats not known. */
export interface Numbered {
  bytes: Uint8Array;
  written: number;
  unknown: number;
}

/** Counts the numbers of a list's levels, those of lists that share a definition together. */
class Count {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, Map<number, number>>();
  readonly #used = new Set<string>();
  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The next number of a level, as printed; undefined where its format is not known, and empty where there is none. */
  next(id: string, place: number): string | undefined {
    const list = this.#numbering.lists.get(id);
    const level = list?.levels.get(place);
    if (!list || !level || level.format === 'none' || level.format === 'bullet') return '';
    const values = this.#values.get(list.definition) ?? new Map<number, number>();
    this.#values.set(list.definition, values);
    const restart = this.#used.has(`${id} ${place}`) ? undefined : list.restarts.get(place);
    this.#used.add(`${id} ${place}`);
    values.set(place, restart ?? (values.has(place) ? (values.get(place) ?? 0) + 1 : level.start));
    for (const deeper of [...values.keys()].filter((one) => one > place)) values.delete(deeper);
    let isKnown = true;
    const text = level.text.replace(/%(\d)/gu, (_, digit: string) => {
      const of = Number(digit) - 1;
      const format = formats[list.levels.get(of)?.format ?? ''];
      isKnown &&= format !== undefined;
      return format?.(values.get(of) ?? list.levels.get(of)?.start ?? 1) ?? '';
    });
    return isKnown ? text : undefined;
  }
}

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** Writes the numbers that Word counts into the text of a document. */
export function withWordNumbers(bytes: Uint8Array): Numbered {
  const files = unzipSync(bytes);
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const [document, numbering] = [part('word/document.xml'), part('word/numbering.xml')];
  if (!document || !numbering) return { bytes, written: 0, unknown: 0 };
  const styles = readStyles(part('word/styles.xml'));
  const count = new Count(readNumbering(numbering));
  const ofStyle = (id: string | undefined, depth = 0): { list?: string; level: number } | undefined => {
    const style = id === undefined ? undefined : styles.get(id);
    return style?.list !== undefined || depth > 8 ? style : style && ofStyle(style.basedOn, depth + 1);
  };
  let [written, unknown] = [0, 0];
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { list, level, style, at, reference, hasText } of paragraphsOf(document)) {
    const inherited = ofStyle(style);
    const id = list ?? inherited?.list;
    if (!hasText || id === undefined || id === '0') continue;
    const text = count.next(id, level ?? (list === undefined ? inherited?.level : 0) ?? 0);
    if (text === '') continue;
    if (text === undefined) {
      unknown++;
      continue;
    }
    written++;
    edits.push({ start: at, end: at, text: `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>` });
    // A list of no number takes the paragraph out of the one that its style puts it in, too.
    if (reference) edits.push({ ...reference, text: '<w:numPr><w:numId w:val="0"/></w:numPr>' });
  }
  const changed = edits
    .sort((a, b) => b.start - a.start)
    .reduce((xml, { start, end, text }) => xml.slice(0, start) + text + xml.slice(end), document);
  return { bytes: zipSync({ ...files, 'word/document.xml': strToU8(changed) }), written, unknown };
}
