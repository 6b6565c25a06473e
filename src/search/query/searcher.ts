import type { Catalogue } from '../shared/catalogue.ts';
import { entryTerm, type Field, phraseOf } from '../shared/index-terms.ts';
import type { RecordKind } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import type { Lexicon } from './lexicon.ts';
import { numberVariants } from './number-variants.ts';
import { parseCitation } from './parse-citation.ts';
import { isSingleCharacter, type ParsedQuery, parseQuery, type QueryWord } from './parse-query.ts';
import { defaultRanking, type PairEvidence, type RankingOptions, scoresOf, type WordEvidence } from './score.ts';

/** The inverted index. */
export interface InvertedIndex {
  /** The records that hold a phrase of index terms, ascending. @throws If the index cannot be read. */
  find(phrase: string): Promise<readonly number[]>;
}

/** Why a record was found: the words as typed, others that say the same, or a part of them. */
export type Match = 'exact' | 'synonym' | 'related';

export interface Hit {
  record: number;
  match: Match;
}

/** A reader's word, and the documents' words that were searched for it. */
export interface Substitution {
  word: string;
  means: string[];
}

export interface SearchResult {
  /** Exact ones before synonyms before related ones; best first in each. */
  hits: Hit[];
  substitutions: Substitution[];
  /** Words of the query that no record holds in any way. */
  missing: string[];
  /** A word of the query was found nowhere as a whole, and may be misspelt. */
  unfamiliar: boolean;
  query: ParsedQuery;
}

type Inexact = Pick<SearchResult, 'substitutions' | 'missing' | 'unfamiliar'> & {
  synonym: number[];
  related: number[];
};

const nothing: Inexact = { synonym: [], related: [], substitutions: [], missing: [], unfamiliar: false };

/** Of records that answer as well: a row of the list before the measure that it belongs to. */
const kindOrder: Record<RecordKind, number> = { task: 0, measure: 1, target: 2, document: 3, unit: 4 };

/** Searches the records of a catalogue by an inverted index. */
export class Searcher {
  readonly #index: InvertedIndex;
  readonly #catalogue: Catalogue;
  readonly #lexicon: Lexicon;
  readonly #options: RankingOptions;
  readonly #found = new Map<string, Promise<ReadonlySet<number>>>();

  constructor(index: InvertedIndex, catalogue: Catalogue, lexicon: Lexicon, options: Partial<RankingOptions> = {}) {
    this.#index = index;
    this.#catalogue = catalogue;
    this.#lexicon = lexicon;
    this.#options = { ...defaultRanking, ...options };
  }

  /**
   * Finds records for what a reader typed. A query for the duties of a unit is answered as one for its name, which gives the
   * unit and the provisions that name it.
   * @throws If the index cannot be read.
   */
  async search(raw: string): Promise<SearchResult> {
    const query = parseQuery(raw, this.#lexicon);
    const citation = parseCitation(raw, this.#catalogue, this.#lexicon);
    const named = this.#unitsNamed(query);
    const exact = await this.#exact(query);
    const cited = citation?.records ?? [];
    if (query.unitAsked && !query.quoted && exact.length + cited.length === 0) return this.search(query.unitAsked);

    const citedFirst = citation?.certain === true || exact.length === 0;
    const first = [...(citedFirst ? cited : []), ...named.records, ...exact, ...cited];
    const exactOnly = query.quoted || citation?.certain === true;
    const rest = exactOnly ? nothing : await this.#inexact(query, named.sounded, first.length === 0);

    const hits = new Map<number, Match>();
    const layers: [Match, number[]][] = [
      ['exact', first],
      ['synonym', rest.synonym],
      ['related', rest.related],
    ];
    for (const [match, records] of layers) for (const record of records) if (!hits.has(record)) hits.set(record, match);
    const { substitutions, missing, unfamiliar } = rest;
    return {
      hits: [...hits].map(([record, match]) => ({ record, match })),
      substitutions,
      missing,
      unfamiliar,
      query,
    };
  }

  /** True if a record holds the words in one of the fields. */
  async holds(text: string, fields: readonly Field[] = ['words']): Promise<boolean> {
    const tokens = tokenTexts(text);
    const found = await Promise.all(fields.map((field) => this.#find(tokens, field)));
    return found.some(({ size }) => size > 0);
  }

  /** The records that hold neighbouring tokens in a field; the vocabulary includes the readers' words of the thesaurus. */
  async #find(tokens: readonly string[], field: Field): Promise<ReadonlySet<number>> {
    const phrase = phraseOf(tokens, field);
    if (field !== 'vocabulary') return this.#lookUp(phrase);
    const entries = this.#lexicon.thesaurusEntriesWith(tokens).map(entryTerm);
    const [own = new Set<number>(), ...others] = await Promise.all(
      [phrase, ...entries].map((term) => this.#lookUp(term)),
    );
    return others.length === 0 ? own : new Set([own, ...others].flatMap((records) => [...records]));
  }

  #lookUp(phrase: string): Promise<ReadonlySet<number>> {
    let found = this.#found.get(phrase);
    if (!found) {
      found = this.#index.find(phrase).then((records) => new Set(records));
      // A failed look-up is tried again, not remembered.
      found.catch(() => this.#found.delete(phrase));
      this.#found.set(phrase, found);
    }
    return found;
  }

  /** The records that hold every one of some phrases. */
  async #findAll(phrases: readonly string[][], field: Field = 'words'): Promise<number[]> {
    const sets = await Promise.all(phrases.map((phrase) => this.#find(phrase, field)));
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    return [...(smallest ?? [])].filter((record) => others.every((set) => set.has(record)));
  }

  /** The units whose name the whole query is, or how it sounds. */
  #unitsNamed({ pieces }: ParsedQuery): { records: number[]; sounded?: string } {
    const whole = pieces.flat();
    const named = this.#lexicon.lookUp(whole)?.units ?? [];
    if (named.length > 0) return { records: named };
    const letters = whole.every((token) => /^[a-z]+$/u.test(token)) ? whole.join('') : '';
    const sound = this.#lexicon.unitsBySound(letters);
    return sound ? { records: sound.records, sounded: sound.name } : { records: [] };
  }

  /** The records that hold the words as typed, or else the words without question words; best first. */
  async #exact({ pieces, content, quoted }: ParsedQuery): Promise<number[]> {
    if (pieces.length === 0) return [];
    const together = new Set(quoted && pieces.length > 1 ? [] : await this.#findAll([pieces.flat()]));
    const apart = pieces.length > 1 ? await this.#findAll(pieces) : [];
    let phrases = pieces;
    let found = [...new Set([...together, ...apart])];
    if (found.length === 0 && !quoted && content.length > 0) {
      phrases = content;
      found = await this.#findAll(content);
    }
    const inTitle = new Set(await this.#findAll(phrases, 'title'));
    const { kinds } = this.#catalogue.records;
    const rank = (record: number) => {
      const kind = kinds[record] ?? 'document';
      const order = kind === 'measure' && inTitle.has(record) ? -1 : kindOrder[kind];
      // Where the pieces stand together somewhere, records that only hold each of them come last.
      return together.size > 0 && !together.has(record) ? order + 10 : order;
    };
    // A common word is in tens of thousands of records: each is ranked once.
    const ranks = new Map(found.map((record) => [record, rank(record)]));
    return found.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || a - b);
  }

  /** Records that say the same in other words, and, if wanted, records that answer a part of the query. */
  async #inexact(query: ParsedQuery, sounded: string | undefined, wantRelated: boolean): Promise<Inexact> {
    const { words, content, pieces } = query;
    const { kinds } = this.#catalogue.records;
    const { leastCoverage, leastOfBest, maxRelated } = this.#options;
    const whole = pieces.flat();
    if (whole.length === 0) return nothing;

    const asUnit = (name: string): QueryWord => ({
      text: whole.join(''),
      tokens: whole,
      means: [{ text: name, tokens: tokenTexts(name) }],
      isKnown: true,
    });
    const needsWords = wantRelated || words.some(({ means }) => means.length > 0);
    const asked = sounded ? [asUnit(sounded)] : needsWords ? words : [];
    const pairs = wantRelated ? content.flatMap((run) => run.slice(1).map((token, at) => [run[at] ?? '', token])) : [];
    const [evidenceOfWords, pairEvidence, called, rewritten] = await Promise.all([
      Promise.all(asked.map((word) => this.#wordEvidence(word))),
      Promise.all(pairs.map((pair) => this.#pairEvidence(pair))),
      this.#find(whole, 'vocabulary'),
      this.#rewritten(whole),
    ]);
    const wordEvidence = evidenceOfWords.flat();
    const { score, coverage, missing } = scoresOf(wordEvidence, pairEvidence, kinds, this.#options);

    const better = (a: number, b: number) =>
      (score[b] ?? 0) - (score[a] ?? 0) || kindOrder[kinds[a] ?? 'unit'] - kindOrder[kinds[b] ?? 'unit'] || a - b;
    const covering = (least: number) => [...kinds.keys()].filter((record) => (coverage[record] ?? 0) >= least);
    const substitutions = [
      ...rewritten.map(({ text }) => ({ word: whole.join(''), means: [text] })),
      ...wordEvidence
        .map(({ text, means }) => ({
          word: text,
          means: means.filter(({ records }) => records.size > 0).map((one) => one.text),
        }))
        .filter(({ means }) => means.length > 0),
    ];
    // Fragments of a word that is found nowhere say less than the word.
    const isWhole = wordEvidence.length === evidenceOfWords.length;
    const isSaidOtherwise = isWhole && (substitutions.length > 0 || asked.length === 1);
    // Shares add up to 1 but for rounding.
    const answered = isSaidOtherwise ? covering(1 - 1e-9) : [];
    const written = new Set(rewritten.flatMap(({ records }) => [...records]));
    const related = wantRelated ? covering(leastCoverage).sort(better) : [];
    const best = score[related[0] ?? 0] ?? 0;
    return {
      synonym: [...new Set([...[...written].sort(better), ...[...called].sort(better), ...answered.sort(better)])],
      related: related.filter((record) => (score[record] ?? 0) >= best * leastOfBest).slice(0, maxRelated),
      substitutions,
      missing,
      unfamiliar: missing.length > 0 || !isWhole,
    };
  }

  /** Where a word is found; where its fragments are, if it is no known word and found nowhere. */
  async #wordEvidence({ text, tokens, means, isKnown }: QueryWord): Promise<WordEvidence[]> {
    const { singleWeight, fragmentWeight } = this.#options;
    const own = await this.#evidenceOf(text, tokens, isSingleCharacter(tokens) ? singleWeight : 1, means);
    const found = [own.words, own.title, own.vocabulary, ...own.means.map(({ records }) => records)];
    if (isKnown || tokens.length === 1 || found.some((records) => records.size > 0)) return [own];
    const length = tokens.length > 2 ? 2 : 1;
    const fragments = tokens.slice(length - 1).map((_, at) => tokens.slice(at, at + length));
    const weight = length === 2 ? fragmentWeight : singleWeight;
    return Promise.all(fragments.map((fragment) => this.#evidenceOf(fragment.join(''), fragment, weight, means)));
  }

  async #evidenceOf(
    text: string,
    tokens: string[],
    weight: number,
    meanings: QueryWord['means'],
  ): Promise<WordEvidence> {
    const [words, title, vocabulary, means] = await Promise.all([
      this.#find(tokens, 'words'),
      this.#find(tokens, 'title'),
      this.#find(tokens, 'vocabulary'),
      Promise.all(meanings.map(async (one) => ({ text: one.text, records: await this.#find(one.tokens, 'words') }))),
    ]);
    return { text, weight, words, title, vocabulary, means };
  }

  async #pairEvidence(pair: readonly string[]): Promise<PairEvidence> {
    const [words, vocabulary] = await Promise.all([this.#find(pair, 'words'), this.#find(pair, 'vocabulary')]);
    return { words, vocabulary };
  }

  /** Records that hold the query with its numbers written another way. */
  async #rewritten(tokens: readonly string[]): Promise<{ text: string; records: ReadonlySet<number> }[]> {
    const found = await Promise.all(
      numberVariants(tokens).map(async (variant) => ({
        text: variant.join(''),
        records: await this.#find(variant, 'words'),
      })),
    );
    return found.filter(({ records }) => records.size > 0);
  }
}
