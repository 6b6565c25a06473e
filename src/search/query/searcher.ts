import type { Catalogue, ElsewhereMatter } from '../shared/catalogue.ts';
import { entryTerm, type Field, phraseOf, wholeWordTerm } from '../shared/index-terms.ts';
import { keeping } from '../shared/keeping.ts';
import type { RecordKind } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import { Elsewhere } from './elsewhere.ts';
import type { Lexicon } from './lexicon.ts';
import { numberVariants } from './number-variants.ts';
import { parseCitation } from './parse-citation.ts';
import { parseName, unitAsked } from './parse-name.ts';
import { type ParsedQuery, parseQuery, type QueryWord } from './parse-query.ts';
import type { Ranking } from './ranking.ts';

/** The inverted index. */
export interface InvertedIndex {
  /**
   * The records that hold a phrase of index terms, ascending, each with the number of its terms before the first place.
   * @throws If the index cannot be read.
   */
  find(phrase: string): Promise<ReadonlyMap<number, number>>;
}

type Holders = Awaited<ReturnType<InvertedIndex['find']>>;

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
  /** What the query names, then exact ones before synonyms before related ones; best first in each. */
  hits: Hit[];
  substitutions: Substitution[];
  /** Words of the query that no record holds in any way. */
  missing: string[];
  /** False where all that was found is related, and none of it likely what was asked for. */
  isLikely: boolean;
  /** A word of the query was found nowhere as a whole, and may be misspelt. */
  unfamiliar: boolean;
  /** The matters that the query is about and the handbook does not hold; absent where there are none. */
  elsewhere?: ElsewhereMatter[];
  query: ParsedQuery;
}

type Inexact = Pick<SearchResult, 'substitutions' | 'missing' | 'unfamiliar' | 'isLikely'> & {
  synonym: number[];
  related: number[];
};

const none = { records: [], isLikely: true };
const nothing: Inexact = {
  synonym: [],
  related: [],
  isLikely: true,
  substitutions: [],
  missing: [],
  unfamiliar: false,
};

/** Of records that answer as well: a row of the list before the measure that it belongs to. */
const kindOrder: Record<RecordKind, number> = { task: 0, measure: 1, target: 2, document: 3, unit: 4 };

/** Searches the records of a catalogue by an inverted index. */
export class Searcher {
  readonly #catalogue: Catalogue;
  readonly #lexicon: Lexicon;
  readonly #ranking: Ranking;
  readonly #elsewhere: Elsewhere;
  readonly #lookUp: (phrase: string) => Promise<Holders>;

  constructor(index: InvertedIndex, catalogue: Catalogue, lexicon: Lexicon, ranking: Ranking) {
    this.#lookUp = keeping((phrase) => index.find(phrase));
    this.#catalogue = catalogue;
    this.#lexicon = lexicon;
    this.#ranking = ranking;
    this.#elsewhere = new Elsewhere(catalogue.elsewhere);
  }

  /**
   * Finds records for what a reader typed. A query for the duties of a unit is answered as one for its name, which gives the
   * unit and the provisions that name it.
   * @throws If the index cannot be read.
   */
  async search(raw: string): Promise<SearchResult> {
    const query = parseQuery(raw, this.#lexicon);
    const citation = parseCitation(raw, this.#catalogue, this.#lexicon);
    const name = parseName(query, this.#catalogue, this.#lexicon);
    const exact = await this.#exact(query);
    const cited = citation?.records ?? [];
    const canAsk = !query.quoted && exact.length + cited.length === 0;
    const unit = canAsk ? unitAsked(query, this.#catalogue, this.#lexicon) : undefined;
    if (unit) return this.search(unit);

    const citedFirst = citation?.certain === true || exact.length === 0;
    const isName = exact.length === 0 || name.perhaps.length === 0;
    const named = [...name.records, ...(isName ? name.perhaps : [])].filter(
      (record) => !query.quoted || exact.includes(record),
    );
    const first = [...(citedFirst ? cited : []), ...named, ...exact, ...cited];
    const exactOnly = query.quoted || query.asksOwnUnit || citation?.certain === true;
    const rest = exactOnly ? nothing : await this.#inexact(query, isName ? name.means : [], first.length === 0);

    const { matters, others } = this.#elsewhere.find(query.pieces);
    const isElsewhere = matters.length > 0 && first.length === 0 && !(await this.#isLikely(others));

    // What is named by other words than its own comes first as well, but is no exact find.
    const hits = new Map<number, Match>((citedFirst ? cited : []).map((record) => [record, 'exact']));
    const holding = new Set(exact);
    for (const record of named) if (!hits.has(record)) hits.set(record, holding.has(record) ? 'exact' : 'synonym');
    const layers: [Match, number[]][] = [
      ['exact', [...exact, ...cited]],
      // Rows with other words for a matter that the handbook does not hold are no answer.
      [isElsewhere ? 'related' : 'synonym', rest.synonym],
      // By one character nothing can be told from anything else.
      ['related', query.needsMoreWords && !rest.isLikely ? [] : rest.related],
    ];
    for (const [match, records] of layers) for (const record of records) if (!hits.has(record)) hits.set(record, match);
    const { substitutions, missing, unfamiliar } = rest;
    const isLikely = !isElsewhere && (rest.isLikely || first.length + rest.synonym.length > 0);
    return {
      hits: [...hits].map(([record, match]) => ({ record, match })),
      substitutions,
      missing,
      unfamiliar,
      isLikely,
      ...(matters.length > 0 && { elsewhere: matters }),
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
  async #find(tokens: readonly string[], field: Field = 'words'): Promise<Holders> {
    const phrase = phraseOf(tokens, field);
    if (field !== 'vocabulary') return this.#lookUp(phrase);
    const entries = this.#lexicon.thesaurusEntriesWith(tokens).map(entryTerm);
    const found = await Promise.all([phrase, ...entries].map((term) => this.#lookUp(term)));
    return new Map(found.flatMap((holders) => [...holders]));
  }

  /** The records that hold every one of some phrases. */
  async #findAll(phrases: readonly string[][]): Promise<number[]> {
    const found = await Promise.all(phrases.map((phrase) => this.#find(phrase)));
    const [fewest, ...others] = found.sort((a, b) => a.size - b.size);
    return [...(fewest?.keys() ?? [])].filter((record) => others.every((holders) => holders.has(record)));
  }

  /** Whether every phrase is in the title of a record that holds them. */
  async #areInTitle(phrases: readonly string[][], records: readonly number[]): Promise<ReadonlySet<number>> {
    const found = await Promise.all(phrases.map((phrase) => this.#find(phrase)));
    const { titleCounts } = this.#catalogue.records;
    return new Set(
      records.filter((record) =>
        found.every((holders) => (holders.get(record) ?? Number.POSITIVE_INFINITY) < (titleCounts[record] ?? 0)),
      ),
    );
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
    const inTitle = await this.#areInTitle(phrases, found);
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

  /** Records that say the same in other words, and, if wanted, records that the query is most likely about; best first. */
  async #inexact(query: ParsedQuery, names: readonly string[], wantRelated: boolean): Promise<Inexact> {
    const { words, pieces } = query;
    const whole = pieces.flat();
    if (whole.length === 0) return nothing;

    const asUnit: QueryWord = {
      text: whole.join(''),
      tokens: whole,
      means: names.map((text) => ({ text, tokens: tokenTexts(text) })),
      isWhole: true,
    };
    const needsWords = wantRelated || words.some(({ means }) => means.length > 0);
    const asked = names.length > 0 ? [asUnit] : needsWords ? words : [];
    const [found, owners, called, rewritten] = await Promise.all([
      Promise.all(asked.map((word) => this.#holdersOf(word))),
      this.#owners(whole),
      this.#find(whole, 'vocabulary'),
      this.#rewritten(whole),
    ]);
    const substitutions = [
      ...rewritten.map(({ text }) => ({ word: whole.join(''), means: [text] })),
      ...found.flatMap(({ text, means }) => (means.length > 0 ? [{ word: text, means }] : [])),
    ];
    const [first, ...others] = substitutions.length > 0 || asked.length === 1 ? found : [];
    const answered = [...(first?.records ?? [])].filter((record) => others.every(({ records }) => records.has(record)));
    const groups = [
      new Set<number>(rewritten.flatMap(({ records }) => [...records.keys()])),
      owners,
      new Set(called.keys()),
      new Set(answered),
    ];

    const isRankingNeeded = wantRelated || groups.some(({ size }) => size > 1);
    const scores = isRankingNeeded ? await this.#ranking.scores(whole) : new Float64Array();
    const { kinds } = this.#catalogue.records;
    const better = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) || kindOrder[kinds[a] ?? 'unit'] - kindOrder[kinds[b] ?? 'unit'] || a - b;
    const related = wantRelated ? this.#ranking.related(scores) : none;
    return {
      synonym: [...new Set(groups.flatMap((records) => [...records].sort(better)))],
      related: related.records,
      isLikely: related.isLikely,
      substitutions,
      missing: found.flatMap(({ text, isWhole, records }) => (isWhole && records.size === 0 ? [text] : [])),
      unfamiliar: found.some(({ records }) => records.size === 0),
    };
  }

  /** Whether a record is likely what these tokens ask for. */
  async #isLikely(tokens: readonly string[]): Promise<boolean> {
    return this.#ranking.related(await this.#ranking.scores(tokens)).isLikely;
  }

  /** Where a word is found, or the documents' words for it, and which of those are found. */
  async #holdersOf({ text, tokens, means: meanings, isWhole }: QueryWord) {
    const [words, vocabulary, ...others] = await Promise.all([
      this.#find(tokens, 'words'),
      this.#find(tokens, 'vocabulary'),
      ...meanings.map((one) => this.#find(one.tokens, 'words')),
    ]);
    const means = meanings.flatMap((one, at) => ((others[at]?.size ?? 0) > 0 ? [one.text] : []));
    return {
      text,
      isWhole,
      means,
      records: new Set([words, vocabulary, ...others].flatMap((holders) => [...(holders?.keys() ?? [])])),
    };
  }

  /** The records of whose vocabulary these tokens are a word, and not only a part of one. */
  async #owners(tokens: readonly string[]): Promise<ReadonlySet<number>> {
    const entries = this.#lexicon.thesaurusEntriesOf(tokens).map(entryTerm);
    const found = await Promise.all([wholeWordTerm(tokens), ...entries].map((term) => this.#lookUp(term)));
    return new Set(found.flatMap((holders) => [...holders.keys()]));
  }

  /** Records that hold the query with its numbers written another way. */
  async #rewritten(tokens: readonly string[]): Promise<{ text: string; records: Holders }[]> {
    const found = await Promise.all(
      numberVariants(tokens).map(async (variant) => ({
        text: variant.join(''),
        records: await this.#find(variant),
      })),
    );
    return found.filter(({ records }) => records.size > 0);
  }
}
