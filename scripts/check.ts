import { contentFolder } from '../src/settings.ts';
import { loadContent, report } from './load-content.ts';
import { summary } from './summary.ts';

const { handbook, problems } = loadContent(contentFolder);
if (problems.length > 0) {
  console.error(report(problems, contentFolder));
  process.exitCode = 1;
} else {
  console.log(summary(handbook));
}
