import type { Answer, FromWorker, Question, ToWorker } from './protocol.ts';

/** Searches in a worker, so that typing never waits. The first question loads it and the index. */
export class Engine {
  /** Hears of queries that the reader may have meant, after the answer to the newest question. */
  onMeant: (queries: string[]) => void = () => undefined;
  #worker: Worker | undefined;
  #id = 0;
  #pending: { resolve(answer: Answer | undefined): void; reject(error: Error): void } | undefined;

  /** Answers a question; undefined if another was asked meanwhile. Throws if search cannot be loaded. */
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
      else if ('meant' in data) this.onMeant(data.meant);
      else this.#fail(new Error(data.failure));
    });
    worker.addEventListener('error', (event) => this.#fail(new Error(event.message)));
    this.#worker = worker;
    return worker;
  }

  /** A worker that failed once is not asked again; the next question starts afresh. */
  #fail(error: Error) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#pending?.reject(error);
  }
}
