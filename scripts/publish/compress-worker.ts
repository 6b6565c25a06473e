import { workerData } from 'node:worker_threads';
import { compress } from './compress.ts';

for (const path of workerData as string[]) compress(path);
