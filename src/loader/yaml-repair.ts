/** A slip of writing on one line that YAML itself would tell badly: what it is, how to mend it, and the line as it was meant. */
export interface Slip {
  /** Index of the row, from 0. */
  row: number;
  found: string;
  mend: string;
  meant: string;
}

/** Signs that cannot be seen and mean nothing. */
const unseen = /[\u200b-\u200d\u2060\ufeff]/u;
const blanks: Record<string, string> = { '\t': ' Tab 键的空白', '\u3000': '全角空格', '\u00a0': '不断行空格' };
const field = /^\s*(?:- )?[\w-]+:(?:\s|$)/u;

const code = (sign: string) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** The indentation of a row by the nearest rows above that are of its kind. */
function indentFor(words: string, above: readonly string[]): string {
  const indentOf = (row: string) => /^ */u.exec(row)?.[0] ?? '';
  const written = above.filter((row) => /^ *\S/u.test(row));
  if (words.startsWith('- ')) return indentOf(written.findLast((row) => /^ *- /u.test(row)) ?? '  ');
  const last = written.at(-1) ?? '';
  return indentOf(last) + (/^ *- /u.test(last) || last.trimEnd().endsWith(':') ? '  ' : '');
}

type Told = Omit<Slip, 'row'>;

/** Blanks that are no blanks to YAML at the beginning of a row, and signs that cannot be seen anywhere in it. */
function unseenSlip(row: string, above: readonly string[]): Told | undefined {
  const [, sign] = /^ *([\t\u3000\u00a0])/u.exec(row) ?? [];
  const words = row.replace(/^[\s\u200b]+/u, '');
  if (sign && words !== '')
    return {
      found: `行首有${blanks[sign]}（${code(sign)}）`,
      mend: '删去行首的空白，用空格键重新缩进，与同级的字段对齐',
      meant: indentFor(words, above) + words,
    };
  const [hidden] = unseen.exec(row) ?? [];
  if (!hidden) return undefined;
  return {
    found: `看不见的字符 ${code(hidden)}`,
    mend: '多半是从网页、Word 或 PDF 复制时带进来的：删去这一行，重新输入',
    meant: row.replaceAll(new RegExp(unseen, 'gu'), ''),
  };
}

/** Slips that matter only where YAML does not understand the text. */
function slipIn(row: string, above: readonly string[], next: string): Told | undefined {
  const [, , words = ''] = /^( *)(?:[–—•·－−‐] *|-(?=[a-z]))([\w-]+[:：].*)$/iu.exec(row) ?? [];
  if (words)
    return {
      found: '列表项的开头不是“- ”',
      mend: '写成英文减号 - 加一个空格，再写字段',
      meant: `${indentFor('- ', above)}- ${words}`,
    };
  const colon = colonSlip(row.trim());
  if (colon) return { found: colon[0], mend: colon[1], meant: row.replace(/[:：]\s*/u, ': ') };
  if (/^\s*(?:- )?[\w-]+: *\[[^\]]*$/u.test(row) && (field.test(next) || next === ''))
    return { found: '[ 没有配对的 ]', mend: '在这一行的末尾补上 ]', meant: `${row}]` };
  if (/: *'[^'’]*[‘’]\s*$/u.test(row))
    return {
      found: '引号一半是英文的、一半是中文的',
      mend: "改成一对英文单引号 '",
      meant: row.replace(/[‘’]\s*$/u, "'"),
    };
  const indent = /^ */u.exec(row)?.[0].length ?? 0;
  if (indent % 2 === 1 && field.test(row)) {
    const meant = indentFor(row.trimStart(), above) + row.trimStart();
    return {
      found: `行首有 ${indent} 个空格`,
      mend: `改成 ${meant.length - meant.trimStart().length} 个空格，与同级的字段对齐`,
      meant,
    };
  }
  return undefined;
}

/** A line of running words that was cut off the field above. */
const isCutOff = (row: string) =>
  /^[\p{Script=Han}，。；、：！？“”（）《》]/u.test(row) && !/^[^\s：:]{1,12}[:：]/u.test(row);

/** The slips of a text, row by row. With `broken`, YAML does not understand it. */
export function slipsIn(rows: readonly string[], broken: boolean): Slip[] {
  const meant: string[] = [];
  const slips: Slip[] = [];
  for (const [index, row] of rows.entries()) {
    const told = unseenSlip(row, meant) ?? (broken ? slipIn(row, meant, rows[index + 1] ?? '') : undefined);
    if (told) slips.push({ row: index, ...told });
    else if (broken && index > 0 && isCutOff(row))
      slips.push({
        row: index,
        found: '一段文字断成了两行',
        mend: '接到上一行的末尾；是写给自己看的说明，就在最前面加上 # 和一个空格',
        meant: '',
      });
    meant.push(slips.at(-1)?.row === index ? (slips.at(-1)?.meant ?? '') : row);
  }
  return slips;
}

/** The commonest slips with a colon: the one of a Chinese input method, and no blank after it. Gives what is found and the mend. */
export function colonSlip(row: string): [found: string, mend: string] | undefined {
  if (/^(?:- )?[\w-]+：/u.test(row)) return ['字段后面是中文冒号', '把“：”改成英文半角的“:”，后面空一格'];
  if (/^(?:- )?[\w-]+:[^\s/]/u.test(row)) return ['冒号后面没有空格', '在冒号后面空一格'];
  return undefined;
}
