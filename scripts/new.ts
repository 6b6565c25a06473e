import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { NewFileRefused, type NewRequest, newFiles } from '../src/import/new-files.ts';
import { contentFolder, readContentFiles } from '../src/loader/folder.ts';
import { readContent } from '../src/loader/read.ts';

const usage = `用法：
  npm run new -- handbook                 在空的 content 文件夹里开始一本手册：网站设置和近义词表
  npm run new -- units                    登记方案里写到而没有登记的全部单位，编号按拼音
  npm run new -- unit <编号> <名称>       登记一个单位，例如 npm run new -- unit mouju 某局
      --kind unit|collective|group        一个单位、一类单位的统称、没有指明的部门；不写就是 unit
  npm run new -- topic <编号> <名称>      加一个分类，例如 npm run new -- topic tax 办税
      --kind need|audience|stage          需求、对象、阶段；不写就是 need
  npm run new -- seal                     登记 source.txt 的校验和，以后它变了检查会说
      --plan <编号>                       plans 里的文件夹名；只有一份没有登记时不用写
  npm run new -- measure                  给文件加下一条措施
      --plan <编号>                       plans 里的文件夹名；只有一份文件时不用写
  npm run new -- questions <措施号>       给一条措施开始写读者的问题，例如 npm run new -- questions 4
      --plan <编号>                       plans 里的文件夹名；只有一份文件时不用写
  npm run new -- elsewhere                开始写手册里没有的事和办理的地方
  npm run new -- redirects                开始写改了的网址现在在哪里
编号用小写字母、数字和连字符，是网址的一部分，发布以后不要改。`;

/** How many words follow each thing to begin, and the options that it knows. */
const forms: Record<string, { words: number; options: readonly string[] }> = {
  handbook: { words: 0, options: [] },
  units: { words: 0, options: [] },
  unit: { words: 2, options: ['kind'] },
  topic: { words: 2, options: ['kind'] },
  seal: { words: 0, options: ['plan'] },
  measure: { words: 0, options: ['plan'] },
  questions: { words: 1, options: ['plan'] },
  elsewhere: { words: 0, options: [] },
  redirects: { words: 0, options: [] },
};

/** @throws {NewFileRefused} with the usage, where the words are none of its forms. */
function readRequest(argv: string[]): NewRequest {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { kind: { type: 'string' }, plan: { type: 'string' } },
  });
  const [what = '', id, name] = positionals;
  const form = forms[what];
  const isKnown = form && positionals.length === form.words + 1;
  if (!isKnown || Object.keys(values).some((option) => !form.options.includes(option))) throw new NewFileRefused(usage);
  return { what, id, name, ...values };
}

try {
  const request = readRequest(process.argv.slice(2));
  const files = newFiles(request, readContent(readContentFiles(contentFolder)));
  for (const { file, text } of files) {
    const path = join(contentFolder, file);
    mkdirSync(dirname(path), { recursive: true });
    // `wx` fails where the file is there already.
    writeFileSync(path, text, { flag: 'wx' });
    console.log(`新建了 ${path}`);
  }
  const steps = [...new Set(files.map(({ next }) => next))];
  console.log(steps.map((next) => `下一步：${next}。`).join('\n'));
} catch (error) {
  process.exitCode = 1;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof NewFileRefused) console.error(error.message);
  else if (code === 'EEXIST') console.error('已经有这个文件，没有改动它。换一个编号，或直接打开它修改。');
  else if (code.startsWith('ERR_PARSE_ARGS')) console.error(usage);
  else throw error;
}
