import { checkFolder } from '../src/checks/check-content.ts';
import { report } from '../src/checks/report.ts';
import { summary, unfitForProduction } from '../src/checks/summary.ts';
import { contentFolder } from '../src/loader/folder.ts';

const checked = checkFolder(contentFolder);
if (!checked.ok) {
  console.error(report(checked, contentFolder));
  process.exitCode = 1;
} else {
  const { handbook, unproven } = checked;
  console.log(summary(handbook, unproven));
  const unfit = process.argv.includes('--production') ? unfitForProduction(handbook) : [];
  if (unfit.length > 0) {
    console.error(`不能正式发布，site.yaml 里：\n${unfit.map((line) => `  ${line}`).join('\n')}`);
    process.exitCode = 1;
  }
}
