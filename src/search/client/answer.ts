import { narrow } from '../query/facets.ts';
import { excerptOf, rangesIn, spanOf, stretchesOf } from '../query/highlight.ts';
import type { Vocabulary } from '../query/lexicon.ts';
import { longest } from '../query/parse-query.ts';
import type { Found, Hit, Searcher } from '../query/searcher.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import { textFile } from '../shared/paths.ts';
import type { Display } from '../shared/record.ts';
import { wordsOf } from '../shared/tokenizer.ts';
import type { Answer, Question, Row } from './protocol.ts';

/** One page of results holds so many rows, from so many files of text at most: a large collection must not be read whole. */
const rowsOnPage = 200;
const filesOnPage = 40;

/** Reads the texts of records, a file at a time, and keeps what it has read. */
export class Texts {
  readonly #base: string;
  readonly #catalogue: Catalogue;
  readonly #files = new Map<string, Promise<Display[]>>();

  constructor(base: string, catalogue: Catalogue) {
    this.#base = base;
    this.#catalogue = catalogue;
  }

  fileOf(record: number): string {
    return textFile(this.#catalogue.stored.texts, record);
  }

  async display(record: number): Promise<Display> {
    const path = this.fileOf(record);
    let file = this.#files.get(path);
    if (!file) {
      file = fetch(`${this.#base}${path}`).then((response) => response.json() as Promise<Display[]>);
      file.catch(() => this.#files.delete(path));
      this.#files.set(path, file);
    }
    const display = (await file)[record % this.#catalogue.stored.texts.size];
    if (!display) throw new Error(`${path} 里没有第 ${record} 条。`);
    return display;
  }
}

/** The words to mark in a result: as typed where they were found so, else the parts of the query and what stood for them. */
function wordsToMark({ understood, stood }: Found, { match }: Hit): string[][] {
  const whole = understood.pieces.flat();
  if (match === 'exact') return [whole, ...understood.pieces, ...understood.matter];
  const parts = understood.parts.filter(({ weight }) => weight === 1).map(({ units }) => units);
  return [whole, ...parts, ...stood.flatMap(({ means }) => means.map(wordsOf))];
}

function rowOf(display: Display, hit: Hit, words: string[][], vocabulary: Vocabulary): Row {
  const ranges = (text: string) => rangesIn(text, words, (unit) => vocabulary.simplify(unit));
  const { title, text, units = '' } = display;
  return {
    ...display,
    match: hit.match,
    title: stretchesOf(title, ranges(title)),
    excerpt: excerptOf(text, ranges(text)),
    units: stretchesOf(units, ranges(units)),
  };
}

/** The hits that are shown at first, or after asking for more. */
function page(hits: readonly Hit[], pages: number, fileOf: (record: number) => string): Hit[] {
  const files = new Set<string>();
  const shown: Hit[] = [];
  for (const hit of hits) {
    files.add(fileOf(hit.record));
    if (shown.length === rowsOnPage * pages || files.size > filesOnPage * pages) break;
    shown.push(hit);
  }
  return shown;
}

/** Puts hits that hold several words in the order of how close together those stand; what is not shown keeps its place. */
async function closestFirst(
  hits: readonly Hit[],
  words: string[][],
  texts: Texts,
  vocabulary: Vocabulary,
): Promise<Hit[]> {
  const spans = await Promise.all(
    hits.map(async ({ record }) => {
      const { kind, title, text, units = '' } = await texts.display(record);
      return spanOf(
        // The title of a task is its measure's, and not searched.
        wordsOf(`${kind === 'task' ? '' : title}\n${text}\n${units}`).map((unit) => vocabulary.simplify(unit)),
        words,
      );
    }),
  );
  const order = hits.map((_, at) => at);
  // Infinite spans are equal, though their difference is no number.
  order.sort((a, b) => (spans[a] === spans[b] ? a - b : (spans[a] ?? 0) - (spans[b] ?? 0)));
  return order.flatMap((at) => hits[at] ?? []);
}

/** Answers a question in full: finds, narrows, orders, and reads the texts of what is shown. */
export async function answer(
  { text, filters, inDocumentOrder, pages }: Question,
  {
    searcher,
    catalogue,
    vocabulary,
    texts,
  }: { searcher: Searcher; catalogue: Catalogue; vocabulary: Vocabulary; texts: Texts },
): Promise<Answer> {
  const found = await searcher.search(text);
  const browsing = found.understood.pieces.length === 0 && text.trim() === '';
  const all: Hit[] = browsing ? catalogue.records.kinds.map((_, record) => ({ record, match: 'exact' })) : found.hits;
  const { hits, choices } = narrow(all, filters, catalogue);
  if (inDocumentOrder) hits.sort((a, b) => a.record - b.record);
  let shown = page(hits, pages, (record) => texts.fileOf(record));
  const { pieces } = found.understood;
  if (pieces.length > 1 && !inDocumentOrder) {
    const exact = shown.filter(({ match }) => match === 'exact');
    shown = [...(await closestFirst(exact, pieces, texts, vocabulary)), ...shown.slice(exact.length)];
  }
  const rows = await Promise.all(
    shown.map(async (hit) => rowOf(await texts.display(hit.record), hit, wordsToMark(found, hit), vocabulary)),
  );
  return {
    total: hits.length,
    rows,
    choices,
    stood: found.stood,
    missing: found.missing,
    unfamiliar: found.unfamiliar,
    ...(found.understood.cut ? { cutTo: longest } : {}),
  };
}
