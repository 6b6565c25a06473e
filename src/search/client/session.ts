import { Lexicon } from '../query/lexicon.ts';
import { Ranking } from '../query/ranking.ts';
import { Searcher } from '../query/searcher.ts';
import { SpellingCorrection } from '../query/spelling-correction.ts';
import type { CatalogueFile, Sounds, Suggestions } from '../shared/catalogue.ts';
import { catalogueFile } from '../shared/index-layout.ts';
import { answerQuestion, type OpenSearch, textsBelow } from './answer.ts';
import { failureOf, isSupported, loadJson, SearchFailure } from './failure.ts';
import { indexBelow } from './pagefind-index.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { rankingBelow } from './ranking-files.ts';

/** What search runs with. */
export interface Surroundings {
  /** The address of the folder of the index. */
  base: string;
  /** The file name of the worker. */
  worker: string;
  /** Whether stored copies are not to be used, as something failed with them. */
  fresh?: boolean;
}

async function loadSearch({ base, worker, fresh }: Surroundings): Promise<OpenSearch> {
  if (!isSupported()) throw new SearchFailure('unsupported', 'a browser without Array.prototype.at');
  // Its name stays the same over publications, so that a stored copy must be validated at least.
  const catalogue = await loadJson<CatalogueFile>(base + catalogueFile, fresh ? 'reload' : 'no-cache');
  if (!catalogue?.records) throw new SearchFailure('server', `${base}${catalogueFile} is no catalogue`);
  if (catalogue.worker && catalogue.worker !== worker)
    throw new SearchFailure('updated', `The index is for ${catalogue.worker}, this is ${worker}`);
  const cache = fresh ? 'reload' : 'default';
  const lexicon = new Lexicon(catalogue.lexicon);
  const ranking = new Ranking(rankingBelow(base, catalogue, cache), catalogue.records.kinds);
  return {
    catalogue,
    lexicon,
    searcher: new Searcher(indexBelow(base, catalogue, cache), catalogue, lexicon, ranking),
    read: textsBelow(base, catalogue, cache),
  };
}

async function loadSpelling(base: string): Promise<SpellingCorrection> {
  const [suggestions, sounds] = await Promise.all([
    loadJson<Suggestions>(`${base}suggestions.json`, 'no-cache'),
    loadJson<Sounds>(`${base}sounds.json`, 'no-cache'),
  ]);
  return new SpellingCorrection(suggestions, sounds);
}

/** Search from its first question on. */
export class SearchSession {
  readonly #base: string;
  readonly #post: (message: FromWorker) => void;
  readonly #search: Promise<OpenSearch>;
  #spelling: Promise<SpellingCorrection> | undefined;
  #newest = 0;

  constructor(surroundings: Surroundings, post: (message: FromWorker) => void) {
    this.#base = surroundings.base;
    this.#post = post;
    this.#search = loadSearch(surroundings);
    // Reported to whoever asks.
    this.#search.catch(() => undefined);
  }

  /** Posts the answer to a question, or why there is none; nothing if a newer one was asked before search was loaded. */
  async ask({ id, question }: ToWorker): Promise<void> {
    this.#newest = id;
    try {
      const search = await this.#search;
      if (id !== this.#newest) return;
      const answer = await answerQuestion(question, search);
      this.#post({ id, answer });
      if (answer.unfamiliar) await this.#postCorrections(id, question.text, search);
    } catch (error) {
      const { kind, message } = failureOf(error);
      this.#post({ id, failure: kind, message });
    }
  }

  /** Corrections come after an answer; where their files do not arrive, the answer stands without. */
  async #postCorrections(id: number, text: string, { searcher }: OpenSearch) {
    this.#spelling ??= loadSpelling(this.#base);
    try {
      const corrections = await (await this.#spelling).didYouMean(text, searcher);
      if (corrections.length > 0) this.#post({ id, corrections });
    } catch {
      this.#spelling = undefined;
    }
  }
}
