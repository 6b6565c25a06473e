import { chineseCount } from '../text/numerals.ts';
import { contentFiles, planIdOf } from './paths.ts';
import { type Problem, problemAt } from './problem.ts';
import { codePoint } from './yaml-repair.ts';

/** The lines that Git leaves around two ways of writing one place, between which somebody must choose. */
const conflictMark = /^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$/u;
/** The first line of a fence of code, as pages of the web and chats set around a file. */
const codeFence = /^\s*(?:`{3,}|~{3,})[\w-]*\s*$/u;

/** The markers of merge conflicts in a text: one problem for each conflict. A line of equals signs alone may be a rule of a document. */
function conflicts(rows: readonly string[], file: string): Problem[] {
  const marked = [...rows]
    .map((row, index): [number, string] => [index, row.trim()])
    .filter(([, row]) => conflictMark.test(row));
  const isCertain = marked.some(([, row]) => !row.startsWith('=')) || !file.endsWith('.txt');
  const found: { first: number; last: number; signs: string[] }[] = [];
  for (const [index, row] of isCertain ? marked : []) {
    const open = found.at(-1);
    if (!open || row.startsWith('<') || open.signs.at(-1)?.startsWith('>'))
      found.push({ first: index + 1, last: index + 1, signs: [row.slice(0, 7)] });
    else {
      open.last = index + 1;
      open.signs.push(row.slice(0, 7));
    }
  }
  return found.map(({ first, last, signs }) => {
    const place = first === last ? `第${first}行` : `第${first}到${last}行`;
    const all = signs.length > 1 ? `${chineseCount(signs.length)}行` : '这一行';
    return problemAt(
      file,
      first,
      `合并冲突的标记（${place}）：两个人改了同一处`,
      '只留一种写法',
      `留下要的一段，删去不要的和 ${signs.join('、')} ${all}`,
    );
  });
}

/** A file that stands within a fence of code. */
function fenced(rows: readonly string[], file: string): Problem[] {
  const first = rows.findIndex((row) => row.trim() !== '');
  const last = rows.findLastIndex((row) => codeFence.test(row));
  if (file.endsWith('.txt') || !codeFence.test(rows[first] ?? '')) return [];
  const places = last > first ? `第${first + 1}行和第${last + 1}行` : `第${first + 1}行`;
  const mend = `删去${places}，别的不动`;
  return [
    problemAt(file, first + 1, `“${rows[first]?.trim()}”（${places}）`, '文件里只有内容，没有标出代码的记号', mend),
  ];
}

/** What is said of a file in which lines end by a carriage return alone. */
const oldBreaks = [
  '换行用的是回车符（U+000D），许多程序认不出',
  '换行用 LF 或 CRLF',
  'VS Code 点右下角的“LF”或“CRLF”，选 LF，再保存；或全选，复制到新的文件里保存',
] as const;

/** What characters that are not seen are, or those that are seen as a blank and are none; the rest are control characters. */
const names: readonly [RegExp, string][] = [
  [/\p{Zs}/u, '不是普通的空格'],
  [/\u00ad/u, '软连字符'],
  [/\u200b/u, '零宽空格'],
  [/[\u2060-\u2064]|\u200c|\u200d/u, '零宽字符'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, '文字方向的标记'],
  [/\p{Zl}|\p{Zp}/u, '换行符'],
  [/\ufeff/u, 'BOM'],
  [/\ufffc/u, '图片或附件的占位符'],
  [/\p{Lo}/u, '空白填充符'],
  [/\ufffd/u, '没有认出来的字'],
];
/** Such a character, or what a page of the web writes for a blank. Blanks before the first word of a row are its indentation. */
const hidden =
  /(?<=\S.*)(?![ \u3000])\p{Zs}|(?![\t\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\ufffc\ufffd]|&(?:nbsp|e[nm]sp|thinsp|shy|zwn?j|#(?:160|8203|12288));/gu;

const isHan = (sign = '') => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(sign) || sign === '';

/** A row without hidden characters: a blank that is none becomes one after the name of a field, and elsewhere but beside Chinese. */
const cleaned = (row: string): string =>
  row.replace(hidden, (sign, ...groups) => {
    const at: number = groups.find((group) => typeof group === 'number') ?? 0;
    const isBlank = /^\p{Zs}$|^&(?:nbsp|e[nm]sp);$/u.test(sign);
    const isSeparator = /^\s*(?:-|(?:- )?[\w-]+:)$/u.test(row.slice(0, at));
    return isBlank && (isSeparator || (!isHan(row[at - 1]) && !isHan(row[at + sign.length]))) ? ' ' : '';
  });

/** The hidden characters of a row: one problem, that names each kind, and where the first is. */
function hiddenIn(row: string, line: number, file: string): Problem[] {
  const signs = [...new Set(row.match(hidden) ?? [])].filter((sign) => sign !== '\ufffd' || !mayBeUnread(file));
  const [first] = signs;
  if (first === undefined) return [];
  const at = row.indexOf(first);
  const nameOf = (sign: string) => names.find(([kind]) => kind.test(sign))?.[1] ?? '控制字符';
  const named = signs.map((sign) => (sign.length > 1 ? sign : `${codePoint(sign)}（${nameOf(sign)}）`)).join('、');
  const [before, after] = [row.slice(0, at), row.slice(at + first.length)].map(cleaned) as [string, string];
  const words = before.replace(/^\s*(?:- )*(?:[\w-]+: *)?/u, '') || before.trim();
  const place = `${words ? `“${words.slice(-6)}”之后` : '行首'}${after ? `，“${after.slice(0, 6)}”之前` : ''}`;
  const isUnread = first === '\ufffd';
  return [
    {
      ...problemAt(
        file,
        line,
        `${isUnread ? '' : '看不见的字符 '}${named}，在${place}`,
        '只有看得见的文字',
        isUnread ? '照原件重新输入这个字' : '多半是从网页、Word 或 PDF 复制时带进来的：删去这一处前后的字，重新输入',
      ),
      ...(isUnread ? {} : { repair: { from: line, rows: [cleaned(row)] } }),
    },
  ];
}

/** A record of corrections quotes what the document as received reads. */
const mayBeUnread = (file: string) => file === contentFiles.corrections(planIdOf(file) ?? '');

/**
 * What is wrong with a text whatever it is about. Gives the text as it can be read on; undefined where nobody can say what it is
 * meant to be. The document as received keeps all its characters.
 */
export function readRaw(text: string, file: string): { text: string | undefined; problems: Problem[] } {
  const rows = text.split(/\r\n?|\n/u);
  const problems = [...conflicts(rows, file), ...fenced(rows, file)];
  if (problems.length > 0) return { text: undefined, problems };
  if (file.endsWith('.txt')) return { text: rows.join('\n'), problems };
  const [before] = /^[\s\S]*?(?=\r(?!\n))/u.exec(text) ?? [];
  const old = before === undefined ? [] : [problemAt(file, before.split('\n').length, ...oldBreaks)];
  if (text.search(hidden) < 0) return { text: rows.join('\n'), problems: old };
  const found = rows.map((row, index) => hiddenIn(row, index + 1, file));
  return {
    text: rows.map((row, index) => (found[index]?.length ? cleaned(row) : row)).join('\n'),
    problems: [...old, ...found.flat()],
  };
}
