import { parseArgs } from 'node:util';
import { checkFolder } from '../src/checks/check-content.ts';
import { remarksText, report } from '../src/checks/report.ts';
import { summary, unfitForProduction } from '../src/checks/summary.ts';
import { contentFolder } from '../src/loader/folder.ts';

/**
 * Whether the site is to be published, and whether by a release, which records the addresses itself once it is made.
 * @throws if an option is misspelt, as the check would else pass without it.
 */
const purpose = () => parseArgs({ options: { production: { type: 'boolean' }, release: { type: 'boolean' } } }).values;

/** Checks the content and prints what it found; gives the exit code. */
function check(): number {
  let production: boolean;
  let release: boolean;
  try {
    ({ production = false, release = false } = purpose());
  } catch {
    console.error('不认识的选项。用法：npm run check，发布以前用 npm run check -- --production');
    return 1;
  }
  const checked = checkFolder(contentFolder);
  if (!checked.ok) {
    console.error(report(checked, contentFolder));
    return 1;
  }
  const { handbook, unproven, unsealed, unlisted } = checked;
  console.log(summary(handbook, unproven, unsealed));
  if (checked.remarks.length > 0) console.log(`\n${remarksText(checked, contentFolder)}`);
  const unfit = production || release ? unfitForProduction(handbook) : [];
  const unknown = !release && unlisted !== undefined && unlisted.length > 0;
  if (unknown)
    console[production ? 'error' : 'log'](
      `${production ? '不能正式发布' : '发布以前'}：${unlisted.length} 个网址还没有记下（${unlisted.slice(0, 3).join('、')}${unlisted.length > 3 ? '……' : ''}）。运行 npm run published，把 published.txt 一起提交`,
    );
  if (unfit.length === 0) return production && unknown ? 1 : 0;
  console.error(`不能正式发布，site.yaml 里：\n${unfit.map((line) => `  ${line}`).join('\n')}`);
  return 1;
}

process.exitCode = check();
