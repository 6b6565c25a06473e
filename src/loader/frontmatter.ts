import type { Problem } from './problem.ts';

/** The two parts of an MDX file, and the lines of the file on which they begin. */
export interface Parts {
  data: string;
  dataLine: number;
  body: string;
  bodyLine: number;
}

const fence = /^---[ \t]*$/u;

/** Splits a file at the two lines `---` that set its data apart from its text. */
export function splitFrontmatter(text: string, file: string): Parts | Problem {
  const rows = text.split(/\r?\n/u);
  const problem = (line: number, found: string, mend: string): Problem => ({
    file,
    path: [],
    line,
    found,
    expected: '文件以单独一行 --- 开头，写完字段再用单独一行 --- 结束，下面是正文',
    mend,
  });
  if (!fence.test(rows[0] ?? '')) {
    const found = rows[0]?.trim() ? `第一行是“${rows[0].trim().slice(0, 20)}”` : '第一行是空行';
    return problem(1, found, '在文件最前面写一行 ---（三个英文减号），前面不留空行和空格');
  }
  const end = rows.findIndex((row, index) => index > 0 && fence.test(row));
  if (end < 0) return problem(rows.length, '到文件末尾都没有第二行 ---', '在字段和正文之间补一行 ---');
  return {
    data: rows.slice(1, end).join('\n'),
    dataLine: 2,
    body: rows.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}
