import { contentFolder } from '../src/loader/settings.ts';
import { loadContent, report } from './load-content.ts';
import { summary, unfitForProduction } from './summary.ts';

const { handbook, problems, unproven } = loadContent(contentFolder);
if (problems.length > 0) {
  console.error(report(problems, contentFolder));
  process.exitCode = 1;
} else {
  console.log(summary(handbook, unproven));
  const unfit = process.argv.includes('--production') ? unfitForProduction(handbook) : [];
  if (unfit.length > 0) {
    console.error(`不能正式发布，site.yaml 里：\n${unfit.map((line) => `  ${line}`).join('\n')}`);
    process.exitCode = 1;
  }
}
