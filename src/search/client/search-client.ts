import type { CatalogueFile } from '../shared/catalogue.ts';
import { catalogueFile, indexFolder } from '../shared/index-layout.ts';
import { failureOf, isSupported, loadJson, SearchFailure } from './failure.ts';
import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';
import workerAddress from './worker.ts?worker&url';

const catalogueAddress = `${import.meta.env.BASE_URL}${indexFolder}${catalogueFile}`;

/** Why a worker did not start: of a script that did not arrive a browser says nothing, or that what came in its place is no script. */
async function whyNotStarted(event: Event): Promise<SearchFailure> {
  if (!isSupported()) return new SearchFailure('unsupported', 'a browser without Array.prototype.at');
  if (event instanceof ErrorEvent && event.message && !event.message.includes('SyntaxError'))
    return new SearchFailure('fault', event.message);
  try {
    const { worker } = await loadJson<CatalogueFile>(catalogueAddress, 'reload');
    const isOwn = !worker || workerAddress.endsWith(`/${worker}`);
    return new SearchFailure(isOwn ? 'server' : 'updated', `${workerAddress} did not start`);
  } catch (error) {
    return failureOf(error);
  }
}

interface Pending {
  resolve(answer: Answer | undefined): void;
  reject(error: SearchFailure): void;
}

/**
 * Searches in a worker, so that typing never waits; the first question loads it and the index. Gives the function that asks, whose
 * answer is undefined if another question was asked meanwhile, and whose error is a SearchFailure; the next question then loads
 * search anew. After the answer to the newest question `onCorrections` is called with queries that the reader may have meant.
 */
export function searchClient(
  onCorrections: (queries: string[]) => void,
): (question: Question) => Promise<Answer | undefined> {
  let worker: Worker | undefined;
  /** Whether a worker has failed: the next one uses no stored copies. */
  let hasFailed = false;
  let newest = 0;
  let pending: Pending | undefined;

  function fail(failed: Worker, failure: SearchFailure): void {
    failed.terminate();
    if (failed !== worker) return;
    worker = undefined;
    hasFailed = true;
    pending?.reject(failure);
  }

  /**
   * Gives a worker the catalogue, for which the page asks at the same time as for the worker; its links to preload both ask before
   * any script runs. Where it fails, the worker asks for it, and tells why.
   */
  async function giveCatalogue(to: Worker): Promise<void> {
    const load = async () => {
      const response = await fetch(catalogueAddress);
      return response.ok ? await response.text() : undefined;
    };
    const catalogue = hasFailed ? undefined : await load().catch(() => undefined);
    to.postMessage({ catalogue } satisfies ToWorker);
  }

  function start(): Worker {
    // A classic one, as the build makes it: one that is a module needs Firefox 114.
    const started = new Worker(workerAddress, import.meta.env.DEV ? { type: 'module' } : {});
    started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== newest) return;
      if ('answer' in data) pending?.resolve(data.answer);
      else if ('corrections' in data) onCorrections(data.corrections);
      else fail(started, new SearchFailure(data.failure, data.message));
    });
    started.addEventListener('error', async (event) => fail(started, await whyNotStarted(event)));
    void giveCatalogue(started);
    return started;
  }

  const post = (id: number, question: Question) =>
    new Promise<Answer | undefined>((resolve, reject) => {
      pending = { resolve, reject };
      worker ??= start();
      worker.postMessage({ id, question, fresh: hasFailed } satisfies ToWorker);
    });

  return async (question) => {
    pending?.resolve(undefined);
    const id = ++newest;
    try {
      return await post(id, question);
    } catch (error) {
      if (id !== newest) return undefined;
      // A page may be open while another edition is published, whose files replace those that search has begun to read: it asks
      // once more, with a new worker and fresh files.
      if (failureOf(error).kind !== 'server') throw error;
      return await post(id, question);
    }
  };
}
