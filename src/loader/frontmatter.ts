import { type Problem, problemAt } from './problem.ts';

/** The two parts of a content file, with the lines of the file on which they begin; or why it has none. */
export type Split =
  | { ok: true; data: string; dataLine: number; body: string; bodyLine: number }
  | { ok: false; problem: Problem };

const fence = /^---[ \t]*$/u;
/** A line that was meant as one: other dashes, more or fewer of them, blanks before. */
const fenceLike = /^\s*[-—–－−―─]{1,}(?:\s*[-—–－−―─]+)*\s*$|^-{3,}\s*[^\s-].*$/u;

/** Splits an MDX file at the two lines `---` around its data; a file of YAML is data as a whole. Line ends become `\n`. */
export function splitFrontmatter(text: string, file: string): Split {
  const rows = text.split(/\r?\n/u);
  if (!file.endsWith('.mdx')) return { ok: true, data: rows.join('\n'), dataLine: 1, body: '', bodyLine: 1 };
  const refused = (line: number, found: string, mend?: string): Split => {
    const expected = '文件以单独一行 --- 开头，写完字段再用单独一行 --- 结束，下面是正文';
    const repair = { from: line, rows: ['---'] };
    const problem = problemAt(file, line, found, expected, mend ?? '写成 ---（三个英文减号，前后没有空格）');
    return { ok: false, problem: mend === undefined ? { ...problem, repair } : problem };
  };
  if (!fence.test(rows[0] ?? '')) {
    const found = rows[0]?.trim() ? `第一行是“${rows[0].trim().slice(0, 20)}”` : '第一行是空行';
    if (fenceLike.test(rows[0] ?? '')) return refused(1, found);
    return refused(1, found, '在文件最前面写一行 ---（三个英文减号），前面不留空行和空格');
  }
  const end = rows.findIndex((row, index) => index > 0 && fence.test(row));
  const like = rows.findIndex((row, index) => index > 0 && fenceLike.test(row));
  if (end < 0 && like > 0) return refused(like + 1, `这一行是“${rows[like]?.trim()}”`);
  if (end < 0) {
    const begin = rows.findIndex((row, index) => index > 0 && !/^(?:\s|[\w-]+\s*[:：]|[-#\]}]|$)/u.test(row));
    if (begin < 0) return refused(rows.length, '到文件末尾都没有第二行 ---', '在字段和正文之间补一行 ---');
    const row = rows[begin]?.trim() ?? '';
    const isFence = /^\.{3}$/u.test(row);
    return refused(
      begin + 1,
      isFence ? `这一行是“${row}”` : `“${row.slice(0, 20)}”，正文从这里起，前面没有第二行 ---`,
      isFence ? undefined : '在这一行的前面补一行 ---',
    );
  }
  const [data, body] = [rows.slice(1, end), rows.slice(end + 1)].map((part) => part.join('\n')) as [string, string];
  return { ok: true, data, dataLine: 2, body, bodyLine: end + 2 };
}
