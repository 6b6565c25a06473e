import { readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { compress } from './compress.ts';
import type { Unfinished } from './finish.ts';
import { Kept } from './kept.ts';
import { markdownTwin } from './markdown.ts';

const kept = new Kept(String(workerData));

async function finish({ path, twin }: Unfinished) {
  compress(path);
  if (!twin) return;
  const html = readFileSync(path, 'utf8');
  const { address } = twin;
  writeFileSync(twin.path, await kept.of([html, address], () => Buffer.from(markdownTwin(html, address))));
  compress(twin.path);
}

parentPort?.once('message', async (files: Unfinished[]) => {
  for (const file of files) await finish(file);
});
