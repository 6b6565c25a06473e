import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { compress } from './compress.ts';
import type { Unfinished } from './finish.ts';
import { markdownTwin } from './markdown.ts';

function finish({ path, twin }: Unfinished): void {
  compress(path);
  if (!twin) return;
  writeFileSync(twin.path, markdownTwin(readFileSync(path, 'utf8'), twin.address));
  compress(twin.path);
}

parentPort?.once('message', (files: Unfinished[]) => files.forEach(finish));
