import { constants, setPriority } from 'node:os';
import { startPages } from './publish/pages.ts';

// What the pages need takes longest; all else is loaded and done beside it, and gives way to it.
const maker = startPages();
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const [{ loadContent, report }, { contentFolder }] = await Promise.all([
  import('./load-content.ts'),
  import('../src/loader/settings.ts'),
]);
const { handbook, problems } = loadContent(contentFolder);
if (problems.length > 0) {
  maker.stop();
  console.error(report(problems));
  // Not `exit`, which would cut off what a pipe has not taken yet.
  process.exitCode = 1;
} else {
  const { buildSite } = await import('./publish/site.ts');
  await buildSite(handbook, maker);
}
