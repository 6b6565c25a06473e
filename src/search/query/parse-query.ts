import { isHan, isMeaningful, tokenize } from '../shared/tokenizer.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { asksOwnDuties, contentRuns, isWholeWord } from './stop-words.ts';

/** A word of a query. */
export interface QueryWord {
  text: string;
  tokens: string[];
  /** The documents' words for it, by the lexicon. */
  means: Meaning[];
  /** All of a piece, set apart by the reader; what is cut out of a piece may be no word. */
  isPiece: boolean;
}

export interface ParsedQuery {
  /** The pieces between blanks or inside quotes, as tokens; an exact match holds every one. */
  pieces: string[][];
  /** Wholly in quotes: nothing but the exact words will do. */
  quoted: boolean;
  /** What is left of the pieces without question words, as far as it can be searched for by itself. */
  content: string[][];
  words: QueryWord[];
  /** It asks for the duties of the reader's own unit. */
  asksOwnUnit: boolean;
  /** Hardly more than one character is left without question words. */
  needsMoreWords: boolean;
  /** The query was longer than `maxQueryTokens`, and was cut. */
  cut: boolean;
}

/** A query is cut after so many tokens, and the reader is told. */
export const maxQueryTokens = 200;

const inQuotes = /[“"「『《〝]([^“”"「」『』《》〝〞]+)[”"」』》〞]/gu;

/** Tokens without the punctuation at either end. */
function withoutEdgePunctuation(tokens: string[]): string[] {
  const first = tokens.findIndex(isMeaningful);
  return first < 0 ? [] : tokens.slice(first, tokens.length - [...tokens].reverse().findIndex(isMeaningful));
}

/** True for half a word: a single Han character. */
export const isSingleCharacter = (tokens: readonly string[]): boolean => tokens.length === 1 && isHan(tokens[0] ?? '');

/** The words of a piece: those of the lexicon, longest first, and what is left between them and question words. */
function wordsOfPiece(piece: readonly string[], lexicon: Lexicon): QueryWord[] {
  const words: QueryWord[] = [];
  let between: string[] = [];
  const add = (tokens: string[], means: Meaning[]) =>
    words.push({ text: tokens.join(''), tokens, means, isPiece: tokens.length === piece.length });
  const flush = () => {
    for (const tokens of contentRuns(between).filter(isWholeWord)) add(tokens, []);
    between = [];
  };
  for (let at = 0; at < piece.length; ) {
    const found = lexicon.longestAt(piece, at);
    if (found) {
      flush();
      add(piece.slice(at, at + found.length), found.entry.means);
    } else between.push(piece[at] ?? '');
    at += found?.length ?? 1;
  }
  flush();
  return words;
}

/** Reads what a reader typed. Takes any string; never throws. */
export function parseQuery(raw: string, lexicon: Lexicon): ParsedQuery {
  const read = (text: string) => withoutEdgePunctuation(tokenize(text).map((token) => lexicon.simplify(token.text)));
  const isFilled = ({ length }: string[]) => length > 0;
  const quoted = [...raw.matchAll(inQuotes)].map(([, words = '']) => read(words)).filter(isFilled);
  const outside = raw.replace(inQuotes, ' ').split(/\s+/u).map(read).filter(isFilled);

  const all = [...quoted, ...outside];
  let room = maxQueryTokens;
  const pieces = all
    .map((piece) => {
      const kept = piece.slice(0, room);
      room -= kept.length;
      return kept;
    })
    .filter(isFilled);
  const words = pieces.flatMap((piece) => wordsOfPiece(piece, lexicon));
  const left = pieces.flatMap(contentRuns);
  const isWord = (run: string[]) => isWholeWord(run) || lexicon.lookUp(run) !== undefined;
  return {
    pieces,
    quoted: quoted.length > 0 && outside.length === 0,
    content: left.filter(isWord),
    words,
    asksOwnUnit: asksOwnDuties(pieces.flat()),
    needsMoreWords: pieces.length > 0 && left.length < 2 && !left.some(isWord),
    cut: all.flat().length > maxQueryTokens,
  };
}
