import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { loadHandbook } from '../src/checks/check-content.ts';
import { toCsv } from '../src/exports/text-formats.ts';
import { contentFolder } from '../src/loader/folder.ts';
import { searchPath } from '../src/routes/paths.ts';
import { countQuestions } from '../src/search/learning/access-log.ts';
import { answerOf, askedReport, askedTable } from '../src/search/learning/asked.ts';
import { memorySearch } from '../src/search/learning/memory-search.ts';

const usage =
  '用法：npm run asked -- 访问日志 [更多日志] [--days 天数] [--all] [--csv 文件]\n日志可以是 .gz；写 - 从标准输入读。';
/** In milliseconds. */
const day = 86_400_000;

/** Why a file cannot be read or written, where an editor can do something about it. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EISDIR: '这是文件夹，要写文件',
  EACCES: '没有权限',
  EBUSY: '正被别的程序占用，请先关闭',
  EPERM: '没有权限，或正被别的程序占用',
  Z_DATA_ERROR: '不是完整的 .gz 文件',
  Z_BUF_ERROR: '不是完整的 .gz 文件',
};
const failure = (what: string, file: string, error: unknown) => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Error(`${what}“${file}”：${reasons[code] ?? message}`);
};

/** The lines of logs, one after the other, each byte as one character. @throws If a file cannot be read. */
async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
    const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
    if (input !== raw) raw.on('error', (error) => input.destroy(error));
    try {
      yield* createInterface({ input: input.setEncoding('latin1'), crlfDelay: Number.POSITIVE_INFINITY });
    } catch (error) {
      throw failure('读不了日志', file, error);
    }
  }
}

/** @throws If it cannot be written. */
function writeTable(file: string, table: string): void {
  try {
    writeFileSync(file, table);
  } catch (error) {
    throw failure('写不了', file, error);
  }
}

/** What the command is to do; undefined where it was called wrongly. */
function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { days: { type: 'string' }, all: { type: 'boolean' }, csv: { type: 'string' } },
    });
    const days = values.days === undefined ? undefined : Number(values.days);
    if (positionals.length === 0 || (days !== undefined && !(days > 0))) return undefined;
    return { files: positionals, days, isAll: values.all === true, csv: values.csv };
  } catch {
    return undefined;
  }
}

/** Says what readers asked and how it is answered today; gives the exit code. */
async function asked(): Promise<number> {
  const given = options();
  if (!given) {
    console.error(usage);
    return 1;
  }
  const { files, days, isAll, csv } = given;
  const since = days === undefined ? undefined : Date.now() - days * day;
  try {
    const handbook = loadHandbook(contentFolder);
    const counted = await countQuestions(linesOf(files), handbook.site.base + searchPath, since);
    const search = memorySearch(handbook);
    const answered = [];
    for (const question of counted.questions) answered.push(await answerOf(question, search));
    console.log(askedReport(counted, answered, isAll));
    if (csv !== undefined) writeTable(csv, toCsv(...askedTable(answered, isAll)));
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

process.exitCode = await asked();
