import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * Starts a worker of a module on each processor, which loads what it needs at once and waits for its work. Gives what then
 * has them do a list, each the share that it gets as its one message: it ends when all have, and throws what the first one
 * that fails throws. Workers that get no work do not keep the process. `workerData` is what all are told at their start.
 */
export function startWorkers<Item>(module: URL, workerData: unknown): (items: readonly Item[]) => Promise<void> {
  const workers = Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(module, { workerData });
    worker.unref();
    return worker;
  });
  return async (items) => {
    await Promise.all(
      workers.map((worker, share) => {
        worker.ref();
        worker.postMessage(items.filter((_, index) => index % workers.length === share));
        return new Promise<void>((resolve, reject) => {
          worker.once('error', reject).once('exit', () => resolve());
        });
      }),
    );
  };
}
