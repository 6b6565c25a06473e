import './small-heap.ts';
import { build } from 'astro';
// Loaded ahead of Astro's asking for it.
import '../../astro.config.mjs';
import type { PageFolders } from './pages.ts';

process.once('message', async (folders: PageFolders) => {
  await build({ ...folders, logLevel: 'warn' });
  process.exit();
});
// Nobody waits for the pages any more.
process.once('disconnect', () => process.exit(1));
