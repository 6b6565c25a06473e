import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { compress } from './compress.ts';
import type { Unfinished } from './finish.ts';
import { markdownTwin } from './markdown.ts';

function finish({ path, twin }: Unfinished): void {
  const bytes = readFileSync(path);
  compress(path, bytes);
  if (!twin) return;
  const markdown = Buffer.from(markdownTwin(bytes.toString(), twin.address));
  writeFileSync(twin.path, markdown);
  compress(twin.path, markdown);
}

parentPort?.once('message', (files: Unfinished[]) => files.forEach(finish));
