import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';

/** Searches in a worker, so that typing never waits. The first question loads it and the index. */
export class SearchClient {
  /** Called after the answer to the newest question with queries that the reader may have meant. */
  onCorrections: (queries: string[]) => void = () => undefined;
  #worker: Worker | undefined;
  #id = 0;
  #pending: { resolve(answer: Answer | undefined): void; reject(error: Error): void } | undefined;

  /**
   * Answers a question; undefined if another was asked meanwhile.
   * @throws If search cannot be loaded; the next question then loads it anew.
   */
  ask(question: Question): Promise<Answer | undefined> {
    this.#pending?.resolve(undefined);
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      const message: ToWorker = { id, question };
      this.#start().postMessage(message);
    });
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== this.#id) return;
      if ('answer' in data) this.#pending?.resolve(data.answer);
      else if ('corrections' in data) this.onCorrections(data.corrections);
      else this.#fail(new Error(data.failure));
    });
    worker.addEventListener('error', (event) => this.#fail(new Error(event.message)));
    this.#worker = worker;
    return worker;
  }

  #fail(error: Error) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#pending?.reject(error);
  }
}
