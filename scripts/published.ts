import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handbookAddresses } from '../src/checks/addresses.ts';
import { checkFolder } from '../src/checks/check-content.ts';
import { report } from '../src/checks/report.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { contentFiles } from '../src/loader/paths.ts';

const remark = '# 发布过的网址，从网站的根算起。由 npm run published 写出，只增不删；没有了的页面写进 redirects.yaml。';

/** Adds the addresses of today to the list of those that were published, from which none is ever taken. */
const checked = checkFolder(contentFolder);
if (checked.ok) {
  const file = join(contentFolder, contentFiles.published);
  const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const listed = before.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const all = [...new Set([...listed, ...handbookAddresses(checked.handbook)])].sort();
  writeFileSync(file, [remark, ...all, ''].join('\n'));
  console.log(`${file}：新记下 ${all.length - listed.length} 个网址，共 ${all.length} 个`);
} else {
  console.error(report(checked, contentFolder));
  process.exitCode = 1;
}
