import type { CatalogueFile } from '../shared/catalogue.ts';
import { catalogueFile, indexFolder } from '../shared/index-layout.ts';
import { failureOf, isSupported, loadJson, SearchFailure } from './failure.ts';
import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';
import workerAddress from './worker.ts?worker&url';

const catalogueAddress = `${import.meta.env.BASE_URL}${indexFolder}${catalogueFile}`;

/** Why a worker did not start: of a script that did not arrive a browser says nothing. */
async function whyNotStarted(event: Event): Promise<SearchFailure> {
  if (!isSupported()) return new SearchFailure('unsupported', 'WebAssembly without reference types');
  if (event instanceof ErrorEvent && event.message) return new SearchFailure('fault', event.message);
  try {
    const { worker } = await loadJson<CatalogueFile>(catalogueAddress, 'reload');
    const isOwn = !worker || workerAddress.endsWith(`/${worker}`);
    return new SearchFailure(isOwn ? 'server' : 'updated', `${workerAddress} did not start`);
  } catch (error) {
    return failureOf(error);
  }
}

/** Searches in a worker, so that typing never waits. The first question loads it and the index. */
export class SearchClient {
  /** Called after the answer to the newest question with queries that the reader may have meant. */
  onCorrections: (queries: string[]) => void = () => undefined;
  #worker: Worker | undefined;
  /** Whether a worker has failed: the next one uses no stored copies. */
  #hasFailed = false;
  #id = 0;
  #pending: { resolve(answer: Answer | undefined): void; reject(error: SearchFailure): void } | undefined;

  /**
   * Answers a question; undefined if another was asked meanwhile. A page may be open while another edition is published, whose
   * files replace those that search has begun to read; so it asks once more with a new worker and fresh files.
   * @throws SearchFailure If search cannot be loaded; the next question then loads it anew.
   */
  async ask(question: Question): Promise<Answer | undefined> {
    this.#pending?.resolve(undefined);
    const id = ++this.#id;
    try {
      return await this.#post(id, question);
    } catch (error) {
      if (id !== this.#id) return undefined;
      if (failureOf(error).kind !== 'server') throw error;
      return await this.#post(id, question);
    }
  }

  #post(id: number, question: Question): Promise<Answer | undefined> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      const message: ToWorker = { id, question, fresh: this.#hasFailed };
      this.#start().postMessage(message);
    });
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    // A classic one, as the build makes it: one that is a module needs Firefox 114.
    const worker = new Worker(workerAddress, import.meta.env.DEV ? { type: 'module' } : {});
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== this.#id) return;
      if ('answer' in data) this.#pending?.resolve(data.answer);
      else if ('corrections' in data) this.onCorrections(data.corrections);
      else this.#fail(worker, new SearchFailure(data.failure, data.message));
    });
    worker.addEventListener('error', async (event) => this.#fail(worker, await whyNotStarted(event)));
    this.#worker = worker;
    return worker;
  }

  #fail(worker: Worker, failure: SearchFailure) {
    worker.terminate();
    if (worker !== this.#worker) return;
    this.#worker = undefined;
    this.#hasFailed = true;
    this.#pending?.reject(failure);
  }
}
