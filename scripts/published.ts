import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAddresses } from '../src/checks/addresses.ts';
import { checkFolder } from '../src/checks/check-content.ts';
import { report } from '../src/checks/report.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { contentFiles } from '../src/loader/paths.ts';

/** Adds the addresses of today to the list of those that were published. */
const checked = checkFolder(contentFolder);
if (checked.ok) {
  const file = join(contentFolder, contentFiles.published);
  const { text, added, count } = withAddresses(existsSync(file) ? readFileSync(file, 'utf8') : '', checked.handbook);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
  console.log(`${file}：新记下 ${added} 个网址，共 ${count} 个`);
} else {
  console.error(report(checked, contentFolder));
  process.exitCode = 1;
}
