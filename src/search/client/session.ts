import { Dictionary } from '../query/dictionary.ts';
import { Lexicon } from '../query/lexicon.ts';
import { Ranking } from '../query/ranking.ts';
import { Searcher } from '../query/searcher.ts';
import { SpellingCorrection } from '../query/spelling-correction.ts';
import type { CatalogueFile, MatterText } from '../shared/catalogue.ts';
import type { DictionaryFile, FurtherWords } from '../shared/dictionary.ts';
import { catalogueFile } from '../shared/index-layout.ts';
import { keeping } from '../shared/keeping.ts';
import { answerQuestion, type OpenSearch, textsBelow } from './answer.ts';
import { correctAnswer, isAnswered, mayBeMistyped } from './correction.ts';
import { failureOf, isSupported, loadJson, SearchFailure } from './failure.ts';
import { indexBelow } from './pagefind-index.ts';
import type { Answer, FromWorker, Question } from './protocol.ts';
import { rankingBelow } from './ranking-files.ts';

/** What search runs with. */
export interface Surroundings {
  /** The address of the folder of the index. */
  base: string;
  /** The file name of the worker. */
  worker: string;
  /** The catalogue, as far as the page has it; else it is loaded. */
  catalogue?: Promise<string | undefined>;
  /** Whether stored copies are not to be used, as something failed with them. */
  fresh?: boolean;
}

/** Search, and what is loaded when a word may be mistyped. */
interface Opened extends OpenSearch {
  spelling: () => Promise<SpellingCorrection>;
}

/** @throws SearchFailure If it does not arrive, or is something else. */
async function catalogueOf({ base, fresh, catalogue: given }: Surroundings): Promise<CatalogueFile | undefined> {
  const text = await given;
  try {
    if (text !== undefined) return JSON.parse(text);
  } catch (error) {
    throw new SearchFailure('server', `${base}${catalogueFile}: ${error}`);
  }
  // Its name stays the same over publications, so that a stored copy must be validated at least.
  return loadJson<CatalogueFile>(base + catalogueFile, fresh ? 'reload' : 'no-cache');
}

async function loadSearch(surroundings: Surroundings): Promise<Opened> {
  const { base, worker, fresh } = surroundings;
  if (!isSupported()) throw new SearchFailure('unsupported', 'a browser without Array.prototype.at');
  const catalogue = await catalogueOf(surroundings);
  if (!catalogue?.records) throw new SearchFailure('server', `${base}${catalogueFile} is no catalogue`);
  if (catalogue.worker && catalogue.worker !== worker)
    throw new SearchFailure('updated', `The index is for ${catalogue.worker}, this is ${worker}`);
  const cache = fresh ? 'reload' : 'default';
  const lexicon = new Lexicon(catalogue.lexicon);
  const loadSpelling = async () => {
    const [first = '', further = ''] = catalogue.dictionary;
    const [dictionary, words] = await Promise.all([
      loadJson<DictionaryFile>(base + first, cache),
      loadJson<FurtherWords>(base + further, cache),
    ]);
    return new SpellingCorrection(new Dictionary(dictionary, words), (sign) => lexicon.simplify(sign));
  };
  const spelling = keeping(loadSpelling);
  const loadMatters = keeping((file) => loadJson<MatterText[]>(file, cache));
  const ranking = new Ranking(rankingBelow(base, catalogue, cache), catalogue.records.kinds);
  return {
    catalogue,
    lexicon,
    searcher: new Searcher(indexBelow(base, catalogue, cache), catalogue, lexicon, ranking),
    read: textsBelow(base, catalogue, cache),
    readMatters: () => loadMatters(base + catalogue.matters),
    spelling: () => spelling('dictionary'),
  };
}

/** In milliseconds: so long after an answer it is looked whether a word of the question was mistyped. */
const correctionPause = 400;

/** Search from its first question on. */
export class SearchSession {
  readonly #post: (message: FromWorker) => void;
  readonly #search: Promise<Opened>;
  #newest = 0;

  constructor(surroundings: Surroundings, post: (message: FromWorker) => void) {
    this.#post = post;
    this.#search = loadSearch(surroundings);
    // Reported to whoever asks.
    this.#search.catch(() => undefined);
  }

  /** Posts the answer to a question, or why there is none; nothing if a newer one was asked before search was loaded. */
  async ask({ id, question }: { id: number; question: Question }): Promise<void> {
    this.#newest = id;
    try {
      const search = await this.#search;
      if (id !== this.#newest) return;
      const answer = await answerQuestion(question, search);
      const isPosted = isAnswered(answer) || !mayBeMistyped(answer);
      if (isPosted) this.#post({ id, answer });
      if (!mayBeMistyped(answer)) return;
      // The dictionary is not loaded for each beginning of a word that somebody is typing, nor before an answer is seen.
      if (isPosted) await new Promise((resolve) => setTimeout(resolve, correctionPause));
      if (id !== this.#newest) return;
      const corrected = await this.#correct(answer, question, search);
      if (!isPosted) this.#post({ id, answer: corrected.answer });
      if (corrected.offers.length > 0) this.#post({ id, corrections: corrected.offers });
    } catch (error) {
      const { kind, message } = failureOf(error);
      this.#post({ id, failure: kind, message });
    }
  }

  /** Where the files of the dictionary do not arrive, an answer stands as it is. */
  async #correct(answer: Answer, question: Question, search: Opened) {
    const spelling = await search.spelling().catch(() => undefined);
    return spelling ? correctAnswer(answer, question, search, spelling) : { answer, offers: [] };
  }
}
