import { readFileSync, writeFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { markdownTwin } from './markdown.ts';

for (const { html, markdown, address } of workerData as { html: string; markdown: string; address: string }[])
  writeFileSync(markdown, markdownTwin(readFileSync(html, 'utf8'), address));
