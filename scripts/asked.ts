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

/** The lines of logs, one after the other, each byte as one character. @throws If a file cannot be read. */
async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
    const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
    if (input !== raw) raw.on('error', (error) => input.destroy(error));
    yield* createInterface({ input: input.setEncoding('latin1'), crlfDelay: Number.POSITIVE_INFINITY });
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
  const handbook = loadHandbook(contentFolder);
  const since = days === undefined ? undefined : Date.now() - days * day;
  try {
    const counted = await countQuestions(linesOf(files), handbook.site.base + searchPath, since);
    const search = memorySearch(handbook);
    const answered = [];
    for (const question of counted.questions) answered.push(await answerOf(question, search));
    console.log(askedReport(counted, answered, isAll));
    if (csv !== undefined) writeFileSync(csv, toCsv(...askedTable(answered, isAll)));
    return 0;
  } catch (error) {
    console.error(`没有读成：${(error as Error).message}`);
    return 1;
  }
}

process.exitCode = await asked();
