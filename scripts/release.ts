import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { withAddresses } from '../src/checks/addresses.ts';
import { checkFolder } from '../src/checks/check-content.ts';
import { report } from '../src/checks/report.ts';
import { zip } from '../src/exports/zip.ts';
import { filesIn, isText } from '../src/integrations/site-files.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { contentFiles } from '../src/loader/paths.ts';

const site = 'dist';
const releases = 'releases';

/**
 * Packs all files of a folder, one by one, as a large site does not fit in memory. They have the date of now: by it and the size a
 * web server tells a browser whether a page has changed since the last release. `written` is a file that is packed with other text.
 */
function pack(folder: string, archive: string, written?: { name: string; text: string }): void {
  const file = openSync(archive, 'wx');
  const names = new Set([...filesIn(folder), ...(written ? [written.name] : [])]);
  const parts = names.values().map((name) => ({
    name,
    bytes: name === written?.name ? Buffer.from(written.text) : readFileSync(join(folder, name)),
    isPacked: !isText(name),
  }));
  zip(parts, (chunk) => writeSync(file, chunk), new Date());
  closeSync(file);
}

/** The first folder of a day that is not there: `2030-01-02`, `2030-01-02-2`, … */
function freeFolder(): string {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  for (let number = 1; ; number += 1) {
    const folder = join(releases, number === 1 ? day.join('-') : `${day.join('-')}-${number}`);
    if (!existsSync(folder)) return folder;
  }
}

const checked = checkFolder(contentFolder);
if (!checked.ok) {
  console.error(report(checked, contentFolder));
  process.exitCode = 1;
} else if (existsSync(join(site, 'index.html'))) {
  const folder = freeFolder();
  const list = join(contentFolder, contentFiles.published);
  const { text, added } = withAddresses(existsSync(list) ? readFileSync(list, 'utf8') : '', checked.handbook);
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  pack(site, join(unfinished, 'site.zip'));
  pack(contentFolder, join(unfinished, 'content.zip'), { name: contentFiles.published, text });
  // So that a folder of a release is whole or not there, and only what was released is recorded, whole, too.
  renameSync(unfinished, folder);
  writeFileSync(`${list}.part`, text);
  renameSync(`${list}.part`, list);
  const { base, origin = '' } = checked.handbook.site;
  console.log(`打包好了：
  ${join(folder, 'site.zip')}     交给网站的管理人员：清空网站上 ${origin}${base} 的文件夹，把里面的文件全部解压进去
  ${join(folder, 'content.zip')}  自己留存：这一次发布时的内容
${list} 新记下 ${added} 个网址，以后检查守住它们
要回到以前的版本：把那一天的 site.zip 再发布一次，把那一天的 content.zip 解压到清空的 ${contentFolder} 文件夹里。`);
} else {
  console.error(`没有生成好的网站（${site} 文件夹）。用法：npm run release，它先检查、再生成、再打包`);
  process.exitCode = 1;
}
