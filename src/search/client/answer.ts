import { answeringSentence } from '../query/answering-sentence.ts';
import { applyFilters } from '../query/facets.ts';
import {
  excerptOf,
  type HighlightPart,
  highlightParts,
  type MatchRange,
  matchRanges,
  shortestSpan,
} from '../query/highlight.ts';
import type { Lexicon } from '../query/lexicon.ts';
import { isSingleCharacter, maxQueryTokens } from '../query/parse-query.ts';
import { type QuestionHit, searchQuestions } from '../query/search-questions.ts';
import type { Hit, Searcher, SearchResult, Substitution } from '../query/searcher.ts';
import type { Catalogue, MatterText } from '../shared/catalogue.ts';
import { recordsPerTextFile, textFile } from '../shared/index-layout.ts';
import { keeping } from '../shared/keeping.ts';
import type { Display } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import { loadJson, SearchFailure } from './failure.ts';
import type { Answer, Question, ResultRow } from './protocol.ts';

/** What is shown at once: so many rows at most, from so many files of texts, as a large collection must not be loaded whole. */
const maxRows = 200;
const maxTextFiles = 4;

/** Gives what a record shows. @throws If its file does not arrive. */
export type ReadRecord = (record: number) => Promise<Display>;

/** Loads texts of a catalogue below an address, a file at a time, and keeps them. */
export function textsBelow(base: string, { textFolder }: Catalogue, cache?: RequestCache): ReadRecord {
  const load = keeping((path) => loadJson<Display[]>(base + path, cache));
  return async (record) => {
    const path = textFile(textFolder, record);
    const display = (await load(path))?.[record % recordsPerTextFile];
    if (!display) throw new SearchFailure('server', `${path} has no record ${record}`);
    return display;
  };
}

/** Phrases to mark in a result: as typed where they were found so, else words of the query and those that stand for them. */
function phrasesToMark({ query, substitutions }: SearchResult, { match }: Hit): string[][] {
  const whole = query.pieces.flat();
  if (match === 'exact') return [whole, ...query.pieces, ...query.content];
  const words = query.words.map(({ tokens }) => tokens).filter((tokens) => !isSingleCharacter(tokens));
  return [whole, ...words, ...substitutions.flatMap(({ means }) => means.map(tokenTexts))];
}

/** The task of a measure that comes first among hits. */
function bestTask(measure: number, hits: readonly Hit[], { kinds }: Catalogue['records']): number | undefined {
  let end = measure + 1;
  while (kinds[end] === 'task') end++;
  return hits.find(({ record }) => record > measure && record < end)?.record;
}

/**
 * A row with what is marked in it: words where they stand; a sentence where the record was found by what it answers, or by a name
 * that it does not show.
 */
async function rowOf(
  hit: QuestionHit,
  found: SearchResult,
  { excerptLength: length = Number.POSITIVE_INFINITY }: Question,
  { lexicon, read, catalogue }: OpenSearch,
): Promise<ResultRow> {
  const { answers = [], ...display } = await read(hit.record);
  const { title, text, units = '' } = display;
  const phrases = phrasesToMark(found, hit);
  const ranges = (one: string) => matchRanges(one, phrases, (token) => lexicon.simplify(token));
  const words = { title: ranges(title), text: ranges(text), units: ranges(units) };
  const hasWords = hit.match !== 'related' && Object.values(words).some(({ length }) => length > 0);
  const needsSentence = !hasWords && found.query.pieces.length > 0;
  const asked = [found.query.pieces.flat().join('')];
  const task = needsSentence && display.kind === 'measure' && bestTask(hit.record, found.hits, catalogue.records);
  if (task) asked.push((await read(task)).text);
  // A unit, and a page that was found by its name, have no words of a document to show for it.
  const isNamed = display.kind === 'unit' || (display.kind === 'document' && hit.match !== 'related');
  const sentence = needsSentence && !isNamed ? answeringSentence({ ...display, answers }, asked) : undefined;
  // Where no sentence does, what the title names does.
  const named: MatchRange | undefined = needsSentence && !sentence ? [0, title.length] : undefined;
  const shown = {
    title: highlightParts(title, words.title, named),
    excerpt: excerptOf(text, words.text, { length, sentence }),
    units: highlightParts(units, words.units),
  };
  return {
    ...display,
    match: hit.match,
    ...(hit.isOwner && { isOwner: hit.isOwner }),
    ...(hit.question !== undefined && { question: hit.question }),
    ...shown,
    substitutions: hit.match === 'exact' ? [] : standing(found.substitutions, Object.values(shown).flat()),
    ...(needsSentence && { sentence: sentence ? text.slice(...sentence) : title }),
  };
}

/** The words of a query of which others stand in what is shown, and which. */
function standing(substitutions: readonly Substitution[], shown: readonly HighlightPart[]): Substitution[] {
  const text = shown.map((part) => part.text).join('');
  return substitutions
    .map(({ word, means }) => ({ word, means: means.filter((one) => text.includes(one)) }))
    .filter(({ means }) => means.length > 0);
}

/** The first hits, more of them for each time that the reader asked for more. */
function firstOf(hits: readonly QuestionHit[], pages: number): QuestionHit[] {
  const files = new Set<number>();
  const shown: QuestionHit[] = [];
  for (const hit of hits) {
    files.add(Math.floor(hit.record / recordsPerTextFile));
    if (shown.length === maxRows * pages || files.size > maxTextFiles * pages) break;
    shown.push(hit);
  }
  return shown;
}

/** Hits that hold several phrases, those first in which they are closest together. */
async function closestFirst(
  hits: readonly QuestionHit[],
  phrases: string[][],
  { read, lexicon }: OpenSearch,
): Promise<QuestionHit[]> {
  const spanned = await Promise.all(
    hits.map(async (hit) => {
      const { kind, title, text, units = '' } = await read(hit.record);
      // The title of a task is its measure's, and not searched.
      const tokens = tokenTexts(`${kind === 'task' ? '' : title}\n${text}\n${units}`);
      return {
        hit,
        span: shortestSpan(
          tokens.map((token) => lexicon.simplify(token)),
          phrases,
        ),
      };
    }),
  );
  // Infinite spans are equal, though their difference is no number.
  return spanned.sort((a, b) => (a.span === b.span ? 0 : a.span - b.span)).map(({ hit }) => hit);
}

/** The record of a unit. */
function unitRecord(id: string | undefined, { records, facets }: Catalogue): number | undefined {
  const unit = facets.unit.findIndex(({ value }) => value === id);
  const found = records.kinds.findIndex((kind, at) => kind === 'unit' && records.facets.unit[at]?.includes(unit));
  return found < 0 ? undefined : found;
}

const withFirst = (first: number | undefined, hits: readonly QuestionHit[]): QuestionHit[] =>
  first === undefined
    ? [...hits]
    : [{ record: first, match: 'synonym' }, ...hits.filter(({ record }) => record !== first)];

/** Search with all that it needs. */
export interface OpenSearch {
  searcher: Searcher;
  catalogue: Catalogue;
  lexicon: Lexicon;
  read: ReadRecord;
  /** What is said of the matters that the handbook does not hold. @throws If the file does not arrive. */
  readMatters: () => Promise<readonly MatterText[]>;
}

/**
 * Answers a question: searches, filters, orders, and reads the texts of what is shown. A blank query finds what filters keep of all
 * records; without a filter nothing is shown, and no text is read.
 * @throws If the index or a text cannot be loaded.
 */
export async function answerQuestion(question: Question, search: OpenSearch): Promise<Answer> {
  const { text, filters, inDocumentOrder, pages } = question;
  const { searcher, catalogue } = search;
  const found = await searchQuestions(text, searcher, catalogue);
  const isBlank = text.trim() === '';
  const own = found.query.asksOwnUnit ? unitRecord(question.ownUnit, catalogue) : undefined;
  const isNothing = isBlank && Object.values(filters).every((value) => !value);
  const all: QuestionHit[] = isBlank
    ? catalogue.records.kinds.map((_, record) => ({ record, match: 'exact' }))
    : withFirst(own, found.hits);
  const { hits, choices } = applyFilters(all, filters, catalogue);
  if (inDocumentOrder) hits.sort((a, b) => a.record - b.record);
  let shown = isNothing ? [] : firstOf(hits, pages);
  const { pieces, cut, needsMoreWords } = found.query;
  if (pieces.length > 1 && !found.questions && !inDocumentOrder) {
    const isExact = ({ match }: Hit) => match === 'exact';
    // What is named by other words comes before what holds them.
    const from = shown.findIndex(isExact);
    const exact = shown.filter(isExact);
    shown = [
      ...shown.slice(0, Math.max(0, from)),
      ...(await closestFirst(exact, pieces, search)),
      ...shown.slice(Math.max(0, from) + exact.length),
    ];
  }
  const foundFor = new Map(found.questions?.map((one) => [one.question, one.found]));
  const [rows, matters] = await Promise.all([
    Promise.all(
      shown.map(async (hit) => ({
        ...(await rowOf(hit, foundFor.get(hit.question ?? '') ?? found, question, search)),
        ...(hit.record === own && { isOwn: true }),
      })),
    ),
    found.elsewhere && search.readMatters(),
  ]);
  return {
    total: isNothing ? 0 : hits.length,
    rows,
    choices,
    missing: found.missing,
    unfamiliar: found.unfamiliar,
    isLikely: found.isLikely,
    ...(matters && { elsewhere: (found.elsewhere ?? []).flatMap((at) => matters[at] ?? []) }),
    ...(needsMoreWords && { needsMoreWords }),
    ...(cut && { cutTo: maxQueryTokens }),
  };
}
