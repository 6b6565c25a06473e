import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/**
 * Has a module do its work over a list on all processors: each worker gets its share of the items as `workerData`.
 * Ends when all have; throws what the first one that fails throws.
 */
export async function inParallel<Item>(module: URL, items: readonly Item[]): Promise<void> {
  const workers = Math.min(availableParallelism(), items.length);
  await Promise.all(
    Array.from({ length: workers }, (_, share) => {
      const workerData = items.filter((_, index) => index % workers === share);
      return new Promise<void>((resolve, reject) => {
        new Worker(module, { workerData }).once('error', reject).once('exit', () => resolve());
      });
    }),
  );
}
