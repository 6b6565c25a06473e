import { Lexicon } from '../query/lexicon.ts';
import { Searcher } from '../query/searcher.ts';
import { SpellingCorrection } from '../query/spelling-correction.ts';
import type { Catalogue, Sounds, Suggestions } from '../shared/catalogue.ts';
import { answerQuestion, type OpenSearch, textsBelow } from './answer.ts';
import { openIndex } from './pagefind-index.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Loads a JSON file whose name stays the same over publications, so that a stored copy must be validated. */
async function loadJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.json();
}

async function loadSearch(base: string): Promise<OpenSearch> {
  const catalogue = await loadJson<Catalogue>(`${base}catalogue.json`);
  const lexicon = new Lexicon(catalogue.lexicon);
  const index = await openIndex(base, catalogue.records.termCounts);
  return {
    catalogue,
    lexicon,
    searcher: new Searcher(index, catalogue, lexicon),
    read: textsBelow(base, catalogue),
  };
}

async function loadSpelling(base: string): Promise<SpellingCorrection> {
  const [suggestions, sounds] = await Promise.all([
    loadJson<Suggestions>(`${base}suggestions.json`),
    loadJson<Sounds>(`${base}sounds.json`),
  ]);
  return new SpellingCorrection(suggestions, sounds);
}

/** Search below an address, from its first question on. */
export class SearchSession {
  readonly #base: string;
  readonly #post: (message: FromWorker) => void;
  readonly #search: Promise<OpenSearch>;
  #spelling: Promise<SpellingCorrection> | undefined;
  #newest = 0;

  constructor(base: string, post: (message: FromWorker) => void) {
    this.#base = base;
    this.#post = post;
    this.#search = loadSearch(base);
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
      this.#post({ id, failure: String(error) });
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
