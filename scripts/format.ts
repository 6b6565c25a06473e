import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../src/loader/encoding.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { normalForm } from '../src/loader/format.ts';
import { fileKindNames, fileKinds } from '../src/schema/content-types.ts';

const check = process.argv.includes('--check');
const out: string[] = [];
for (const { pattern, schema } of fileKindNames.map((kind) => fileKinds[kind]))
  for (const file of globSync(pattern, { cwd: contentFolder }).sort()) {
    const { text } = decode(file, readFileSync(join(contentFolder, file)));
    // The check reports what cannot be read.
    const form = text === undefined ? undefined : normalForm(text, file, schema);
    if (form === undefined || form === text) continue;
    out.push(file);
    if (!check) writeFileSync(join(contentFolder, file), form);
  }

const list = out.map((file) => `  ${contentFolder}/${file}`).join('\n');
if (out.length === 0) console.log('内容文件的写法都已整齐。');
else if (!check) console.log(`整理了 ${out.length} 个文件的写法（字段次序、引号、空行），内容没有变：\n${list}`);
else {
  console.error(`${out.length} 个内容文件的写法不整齐：\n${list}\n改法：运行 npm run format`);
  process.exitCode = 1;
}
