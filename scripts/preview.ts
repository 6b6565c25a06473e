import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { checkFolder } from '../src/checks/check-content.ts';
import { report } from '../src/checks/report.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { contentFiles } from '../src/loader/paths.ts';

const usage = '用法：npm run preview -- --base /mr-12/（预览放在哪个路径下，以 / 开头和结尾；不写就是 /）';

/** The path below which the preview is read. @throws if an option is misspelt or is no such path. */
function basePath(): string {
  const { base } = parseArgs({ options: { base: { type: 'string', default: '/' } } }).values;
  if (!/^\/(?:[\w.-]+\/)*$/u.test(base)) throw new Error(usage);
  return base;
}

const howToSee = (base: string) => `预览生成好了，content 没有改动：
  在这台电脑上看：运行 npx astro preview --base ${base}
  发给别人看：dist/handbook.zip，照里面的“说明.txt”打开
它不能当作正式的网站发布；正式发布以前要重新生成。`;

/** Builds the site of today's content as a preview into `dist`; the content itself stays as it is. Gives the exit code. */
function buildPreview(base: string): number {
  // Before the copy is made, so that problems are told of the editor's own files.
  const checked = checkFolder(contentFolder);
  if (!checked.ok) {
    console.error(report(checked, contentFolder));
    return 1;
  }
  const copy = mkdtempSync(join(tmpdir(), 'handbook-preview-'));
  try {
    cpSync(contentFolder, copy, { recursive: true });
    const file = join(copy, contentFiles.site);
    const settings = parseDocument(readFileSync(file, 'utf8'));
    settings.set('base', base);
    settings.set('preview', true);
    // The addresses of a preview are nobody's to keep.
    settings.set('origin', null);
    writeFileSync(file, settings.toString({ lineWidth: 0, nullStr: '' }));
    const env = { ...process.env, HANDBOOK_CONTENT: copy };
    const command = [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'];
    const status = spawnSync(process.execPath, command, { env, stdio: 'inherit' }).status ?? 1;
    if (status === 0) console.log(howToSee(base));
    return status;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

let base: string | undefined;
try {
  base = basePath();
} catch {
  console.error(usage);
}
process.exitCode = base === undefined ? 1 : buildPreview(base);
