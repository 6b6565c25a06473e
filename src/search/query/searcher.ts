import type { Catalogue } from '../shared/catalogue.ts';
import { phraseOf } from '../shared/index-terms.ts';
import { keeping } from '../shared/keeping.ts';
import { measureOf, type RecordKind } from '../shared/record.ts';
import { tokenTexts } from '../shared/tokenizer.ts';
import { Elsewhere } from './elsewhere.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
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
  /** False for a phrase that no record holds, as far as that is known without reading anything. */
  mayHold(phrase: string): boolean;
}

type Holders = Awaited<ReturnType<InvertedIndex['find']>>;

/** Why a record was found: the words as typed, others that say the same, or a part of them. */
export type Match = 'exact' | 'synonym' | 'related';

export interface Hit {
  record: number;
  match: Match;
  /** The editor has these very words for it, in its vocabulary or in the thesaurus. */
  isOwner?: true;
}

/** A reader's word, and the documents' words that were searched for it. */
export interface Substitution {
  word: string;
  means: string[];
}

export interface SearchResult {
  /**
   * What the query names or the editor has it for, unless a measure of that holds it; then exact ones before synonyms before related
   * ones; best first in each.
   */
  hits: Hit[];
  substitutions: Substitution[];
  /** Words that the reader set apart from others, and no record holds in any way. */
  missing: string[];
  /** False where all that was found is related, and none of it likely what was asked for. */
  isLikely: boolean;
  /** A word of the query was found nowhere as a whole, and may be misspelt. */
  unfamiliar: boolean;
  /** The matters that the query is about and the handbook does not hold, by position; absent where there are none. */
  elsewhere?: number[];
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
const kindOrder: Record<RecordKind, number> = { task: 0, measure: 1, target: 2, progress: 3, document: 4, unit: 5 };

/** What a query is about: its words without question words, if they are beside each other. */
const subjectOf = ({ pieces, content: [content, ...others] }: Pick<ParsedQuery, 'pieces' | 'content'>): string[] =>
  content && others.length === 0 ? content : pieces.flat();

/** Searches the records of a catalogue by an inverted index. */
export class Searcher {
  readonly #catalogue: Catalogue;
  readonly #lexicon: Lexicon;
  readonly #ranking: Ranking;
  readonly #elsewhere: Elsewhere;
  readonly #lookUp: (phrase: string) => Promise<Holders>;
  readonly #mayHold: (phrase: string) => boolean;

  constructor(index: InvertedIndex, catalogue: Catalogue, lexicon: Lexicon, ranking: Ranking) {
    this.#lookUp = keeping((phrase) => index.find(phrase));
    this.#mayHold = (phrase) => index.mayHold(phrase);
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
    const whole = query.pieces.flat();
    // What no record holds to the letter is ranked: all that is read for it is asked for at once.
    const isRanked = !query.quoted && citation?.certain !== true && name.records.length === 0 && whole.length > 0;
    if (isRanked && !this.#mayHold(phraseOf(whole))) this.#ranking.prepare(whole);
    const [exact, owners] = await Promise.all([this.#exact(query), this.#owners(query)]);
    const cited = citation?.records ?? [];
    const canAsk = !query.quoted && exact.length + cited.length === 0;
    const unit = canAsk ? unitAsked(query, this.#catalogue, this.#lexicon) : undefined;
    if (unit) return this.search(unit);

    const citedFirst = citation?.certain === true || exact.length === 0;
    const isName = exact.length === 0 || name.perhaps.length === 0;
    const named = [...name.records, ...(isName ? name.perhaps : [])].filter(
      (record) => !query.quoted || exact.includes(record),
    );
    const found = [...exact, ...cited];
    const exactOnly = query.quoted || query.asksOwnUnit || citation?.certain === true;
    const wantRelated = named.length === 0 && !found.some((record) => this.#isProvision(record));
    const other = exactOnly ? nothing : await this.#inexact(query, isName ? name.means : [], wantRelated);

    const { matters, others } = this.#elsewhere.find(query.pieces);
    const isElsewhere = matters.length > 0 && named.length + found.length === 0 && !(await this.#isLikely(others));

    // What is named by other words than its own comes first as well, but is no exact find.
    const hits = new Map<number, Match>((citedFirst ? cited : []).map((record) => [record, 'exact']));
    const holding = new Set(exact);
    for (const record of named) if (!hits.has(record)) hits.set(record, holding.has(record) ? 'exact' : 'synonym');
    const owned = this.#besideOwners(exact, owners);
    const layers: [Match, readonly number[]][] = [
      // What the editor has these very words for comes before what only holds them.
      ['synonym', owned.length === 0 ? owners : []],
      ['exact', [...owned, ...found]],
      ['synonym', [...owners, ...other.synonym]],
      // By one character nothing can be told from anything else.
      ['related', query.needsMoreWords && !other.isLikely ? [] : other.related],
    ];
    for (const [match, records] of layers) for (const record of records) if (!hits.has(record)) hits.set(record, match);
    const { substitutions, missing, unfamiliar } = other;
    const isSure = [...hits.values()].some((match) => match !== 'related');
    // What the editor or a document has as a whole is enough to be searched for.
    const isSaid = matters.length > 0 || (whole.length > 1 && owners.length + exact.length + named.length > 0);
    return {
      hits: [...hits].map(([record, match]) => ({
        record,
        match,
        ...(match === 'synonym' && owners.includes(record) && { isOwner: true as const }),
      })),
      substitutions,
      missing,
      unfamiliar,
      isLikely: !isElsewhere && (isSure || other.isLikely),
      ...(matters.length > 0 && { elsewhere: matters }),
      query: { ...query, needsMoreWords: query.needsMoreWords && !isSaid },
    };
  }

  /** Whether a record is likely what these tokens ask for. */
  async #isLikely(tokens: readonly string[]): Promise<boolean> {
    return this.#ranking.related(await this.#ranking.scores(tokens)).isLikely;
  }

  #isProvision(record: number): boolean {
    const kind = this.#catalogue.records.kinds[record];
    return kind === 'measure' || kind === 'task';
  }

  /** Those of some records that are of the same measures as the owners of the query. */
  #besideOwners(records: readonly number[], owners: readonly number[]): number[] {
    const { kinds } = this.#catalogue.records;
    const measures = new Set(owners.map((owner) => measureOf(owner, kinds)));
    return records.filter((record) => {
      const measure = measureOf(record, kinds);
      return measure !== undefined && measures.has(measure);
    });
  }

  /**
   * The records for which the editor has the query, or else its subject, as an entry: in their own vocabulary, or, with words that
   * they hold, in the thesaurus. Best first.
   */
  async #owners(query: ParsedQuery): Promise<readonly number[]> {
    const whole = query.pieces.flat();
    if (query.quoted || whole.length === 0) return [];
    const found = [whole, subjectOf(query)].flatMap((tokens) => [
      this.#ranking.owners(tokens),
      this.#saying(this.#lexicon.lookUp(tokens)),
    ]);
    const owners = (await Promise.all(found)).find(({ length }) => length > 0);
    return this.#bestFirst(owners ?? [], whole);
  }

  /** The records that hold what a reader's word means; none for the name of a unit, which is found as such. */
  async #saying(entry: LexiconEntry | undefined): Promise<number[]> {
    if (!entry || entry.units.length > 0) return [];
    const found = await Promise.all(entry.means.map(({ tokens }) => this.#find(tokens)));
    return [...new Set(found.flatMap((holders) => [...holders.keys()]))];
  }

  /** Records by how likely the query is about them; then a row of the list before its measure. */
  async #bestFirst(records: readonly number[], tokens: readonly string[]): Promise<number[]> {
    if (records.length < 2) return [...records];
    const scores = await this.#ranking.scores(tokens);
    const { kinds } = this.#catalogue.records;
    const score = (record: number) => scores[record] ?? 0;
    const order = (record: number) => kindOrder[kinds[record] ?? 'unit'];
    return [...records].sort((a, b) => score(b) - score(a) || order(a) - order(b) || a - b);
  }

  /** How many records hold some words. */
  async countOf(text: string): Promise<number> {
    return (await this.#find(tokenTexts(text))).size;
  }

  /** The records whose official words hold neighbouring tokens. */
  #find(tokens: readonly string[]): Promise<Holders> {
    return this.#lookUp(phraseOf(tokens));
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
    const whole = query.pieces.flat();
    if (whole.length === 0) return nothing;
    const [said, words] = await Promise.all([
      this.#saidOtherwise(whole, subjectOf(query), names),
      wantRelated && names.length === 0 ? Promise.all(query.words.map((word) => this.#lookUpWord(word))) : [],
    ]);
    const [first, ...others] = words;
    const answered = first?.holders.filter((record) => others.every(({ holders }) => holders.includes(record))) ?? [];
    const meant = new Set(said.flatMap(({ records }) => [...records.keys()]));
    const related = wantRelated ? this.#ranking.related(await this.#ranking.scores(whole)) : none;
    return {
      synonym: await this.#bestFirst([...meant], whole),
      related: related.records,
      isLikely: related.isLikely || answered.length > 0,
      substitutions: said.map(({ word, text }) => ({ word, means: [text] })),
      missing:
        query.pieces.length > 1 ? words.flatMap(({ text, isPiece, isHeld }) => (isPiece && !isHeld ? [text] : [])) : [],
      unfamiliar: said.length === 0 && words.some(({ isHeld }) => !isHeld),
    };
  }

  /** A word with the ranked records that hold it, and whether a record, the lexicon or the vocabulary does. */
  async #lookUpWord({ text, tokens, isPiece }: QueryWord) {
    const holders = await this.#ranking.holders(tokens);
    const isHeld =
      holders.length > 0 ||
      this.#lexicon.lookUp(tokens) !== undefined ||
      (await this.#find(tokens)).size > 0 ||
      (await this.#ranking.owners(tokens)).length > 0;
    return { text, isPiece, holders, isHeld };
  }

  /** The documents' words for a query or its subject that records hold: its numbers written another way, and what the lexicon has. */
  async #saidOtherwise(whole: readonly string[], subject: readonly string[], names: readonly string[]) {
    const entryOf = (tokens: readonly string[]) => this.#lexicon.lookUp(tokens)?.means ?? [];
    const ways = [
      ...numberVariants(whole).map((tokens) => ({ word: whole, text: tokens.join(''), tokens })),
      ...names.map((name) => ({ word: whole, text: name, tokens: tokenTexts(name) })),
      ...entryOf(subject).map((meaning) => ({ word: subject, ...meaning })),
    ];
    const found = ways.map(async ({ word, text, tokens }) => ({
      word: word.join(''),
      text,
      records: await this.#find(tokens),
    }));
    return (await Promise.all(found)).filter(({ records }) => records.size > 0);
  }
}
