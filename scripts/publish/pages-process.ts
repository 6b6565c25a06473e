import { build } from 'astro';
// Loaded ahead of Astro's asking for it.
import '../../astro.config.mjs';
import { growSlowly } from './large.ts';
import type { PagesAsked } from './pages.ts';

process.once('message', async ({ isLarge, ...folders }: PagesAsked) => {
  if (isLarge) growSlowly();
  await build({ ...folders, logLevel: 'warn' });
  process.exit();
});
// Nobody waits for the pages any more.
process.once('disconnect', () => process.exit(1));
