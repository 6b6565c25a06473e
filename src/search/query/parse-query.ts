import { isHan, isMeaningful, unitsOf } from '../shared/tokenizer.ts';
import type { Vocabulary } from './lexicon.ts';
import { asksDuties, isEmpty, matterOf, segment } from './stop-words.ts';

/** A word of a query, with what else may stand for it. */
export interface Part {
  text: string;
  units: string[];
  /** Words of the documents that the editor's vocabulary gives for it. */
  means: { text: string; units: string[] }[];
  /** A single character says less than a word. */
  weight: number;
  /** A dictionary has it as a word; else it is what was left between words, and its pieces may say more. */
  sure: boolean;
}

export interface Understood {
  /** The pieces between blanks or inside quotes, as units; all must be found for an exact match. */
  pieces: string[][];
  /** Put in quotes: nothing but the exact words will do. */
  quoted: boolean;
  /** What is left of the pieces without question words. */
  matter: string[][];
  parts: Part[];
  /** A unit, as the query calls it, of which it asks nothing but what it has to do. */
  unitAsked?: string;
  /** The query was longer than can be searched for, and was cut. */
  cut: boolean;
}

/** Longer queries are cut, and the reader is told. */
export const longest = 200;

const quoted = /[“"「『《〝]([^“”"「」『』《》〝〞]+)[”"」』》〞]/gu;

const meaningful = (text: string) => isMeaningful({ text });

/** A piece without punctuation at either end. */
function trimmed(units: string[]): string[] {
  const first = units.findIndex(meaningful);
  return first < 0 ? [] : units.slice(first, units.findLastIndex(meaningful) + 1);
}

/** A single character is half a word, and says little. */
const weightOf = (units: readonly string[]) => (units.length === 1 && isHan({ text: units[0] ?? '' }) ? 0.3 : 1);

/** The words of a piece: those that the vocabulary knows, longest first, and between them those of a dictionary. */
function partsOf(piece: readonly string[], vocabulary: Vocabulary): Part[] {
  const parts: Part[] = [];
  let rest: string[] = [];
  const add = (units: string[], means: Part['means'], sure: boolean) =>
    parts.push({ text: units.join(''), units, means, weight: weightOf(units), sure });
  const flush = () => {
    for (const { units, isWord } of matterOf(rest, meaningful).flatMap(segment))
      if (!isEmpty(units)) add(units, [], isWord && units.length < 3);
    rest = [];
  };
  for (let at = 0; at < piece.length; ) {
    const found = vocabulary.longestAt(piece, at);
    if (found) {
      flush();
      add(piece.slice(at, at + found.length), found.known.means, true);
      at += found.length;
    } else {
      rest.push(piece[at] ?? '');
      at++;
    }
  }
  flush();
  return parts;
}

/** The unit that is named, where all other parts ask what it has to do. A name in 办 with 事 after it is 办事, to do things there. */
function unitAsked(parts: readonly Part[], pieces: readonly string[][], vocabulary: Vocabulary): string | undefined {
  const [unit, ...others] = parts.filter(({ text }) => !asksDuties(text));
  if (!unit || others.length > 0 || parts.length === 1) return undefined;
  if (pieces.some((piece) => piece.join('').includes(`${unit.text}事`))) return undefined;
  return vocabulary.lookUp(unit.units)?.named.length ? unit.text : undefined;
}

/** Reads what a reader typed. Takes any string; never throws. */
export function understand(raw: string, vocabulary: Vocabulary): Understood {
  const read = (text: string) => trimmed(unitsOf(text).map((unit) => vocabulary.simplify(unit.text)));
  const inQuotes = [...raw.matchAll(quoted)].map(([, words = '']) => read(words)).filter(({ length }) => length > 0);
  const outside = raw
    .replace(quoted, ' ')
    .split(/\s+/u)
    .map(read)
    .filter(({ length }) => length > 0);

  let room = longest;
  const all = [...inQuotes, ...outside];
  const pieces = all
    .map((piece) => {
      const kept = piece.slice(0, Math.max(0, room));
      room -= kept.length;
      return kept;
    })
    .filter(({ length }) => length > 0);
  const matter = pieces.flatMap((piece) => matterOf(piece, meaningful));
  const parts = pieces.flatMap((piece) => partsOf(piece, vocabulary));
  const unit = unitAsked(parts, pieces, vocabulary);
  return {
    pieces,
    quoted: inQuotes.length > 0 && outside.length === 0,
    matter,
    parts,
    ...(unit !== undefined && { unitAsked: unit }),
    cut: all.reduce((total, { length }) => total + length, 0) > longest,
  };
}
