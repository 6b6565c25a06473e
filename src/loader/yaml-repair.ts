/** A slip of writing on one line, of which YAML's own message would be of no help. */
export interface Slip {
  /** Index of the row, from 0. */
  row: number;
  found: string;
  mend: string;
  /** The row as it was meant, with which the rest of the file can be read. */
  repaired: string;
}

type Repair = Omit<Slip, 'row'>;

/** Characters without width. */
const invisible = /[\u200b-\u200d\u2060\ufeff]/gu;
/** White space that is no indentation to YAML. */
const blanks: Record<string, string> = { '\t': ' Tab 键的空白', '\u3000': '全角空格', '\u00a0': '不断行空格' };
const field = /^\s*(?:- )?[\w-]+:(?:\s|$)/u;

/** The name of a character that the eye does not see: `U+200B`. */
export const codePoint = (sign: string) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

const indentOf = (row: string) => /^ */u.exec(row)?.[0] ?? '';

/** Words with the indentation of the nearest row above that is of their kind. */
function indented(words: string, above: readonly string[]): string {
  const written = above.filter((row) => /^ *\S/u.test(row));
  if (words.startsWith('- ')) return indentOf(written.findLast((row) => /^ *- /u.test(row)) ?? '  ') + words;
  const last = written.at(-1) ?? '';
  const isParent = /^ *- /u.test(last) || last.trimEnd().endsWith(':');
  return indentOf(last) + (isParent ? '  ' : '') + words;
}

/** Characters that the eye does not tell from blanks, or does not see at all. */
function unseenSlip(row: string, above: readonly string[]): Repair | undefined {
  const [, blank] = /^ *([\t\u3000\u00a0])/u.exec(row) ?? [];
  const words = row.replace(/^[\s\u200b]+/u, '');
  if (blank && words !== '')
    return {
      found: `行首有${blanks[blank]}（${codePoint(blank)}）`,
      mend: '删去行首的空白，用空格键重新缩进，与同级的字段对齐',
      repaired: indented(words, above),
    };
  const [hidden] = row.match(invisible) ?? [];
  if (!hidden) return undefined;
  return {
    found: `看不见的字符 ${codePoint(hidden)}`,
    mend: '多半是从网页、Word 或 PDF 复制时带进来的：删去这一行，重新输入',
    repaired: row.replaceAll(invisible, ''),
  };
}

/** The commonest slips with a colon: that of a Chinese input method, and no blank after it. */
export function colonSlip(row: string): Pick<Slip, 'found' | 'mend'> | undefined {
  if (/^(?:- )?[\w-]+：/u.test(row))
    return { found: '字段后面是中文冒号', mend: '把“：”改成英文半角的“:”，后面空一格' };
  if (/^(?:- )?[\w-]+:[^\s/]/u.test(row)) return { found: '冒号后面没有空格', mend: '在冒号后面空一格' };
  return undefined;
}

/** Slips in dashes, colons, brackets, quotes and indentation, where YAML does not understand the text. */
function syntaxSlip(row: string, above: readonly string[], next: string): Repair | undefined {
  const [, item] = /^ *(?:[–—•·－−‐] *|-(?=[a-z]))([\w-]+[:：].*)$/iu.exec(row) ?? [];
  if (item)
    return {
      found: '列表项的开头不是“- ”',
      mend: '写成英文减号 - 加一个空格，再写字段',
      repaired: indented(`- ${item}`, above),
    };
  const colon = colonSlip(row.trim());
  if (colon) return { ...colon, repaired: row.replace(/[:：]\s*/u, ': ') };
  if (/^\s*(?:- )?[\w-]+: *\[[^\]]*$/u.test(row) && (field.test(next) || next === ''))
    return { found: '[ 没有配对的 ]', mend: '在这一行的末尾补上 ]', repaired: `${row}]` };
  if (/: *'[^'’]*[‘’]\s*$/u.test(row))
    return {
      found: '引号一半是英文的、一半是中文的',
      mend: "改成一对英文单引号 '",
      repaired: row.replace(/[‘’]\s*$/u, "'"),
    };
  const indent = indentOf(row).length;
  if (indent % 2 === 0 || !field.test(row)) return undefined;
  const repaired = indented(row.trimStart(), above);
  return {
    found: `行首有 ${indent} 个空格`,
    mend: `改成 ${indentOf(repaired).length} 个空格，与同级的字段对齐`,
    repaired,
  };
}

/** Running words that were cut off the value above. */
function cutOffSlip(row: string): Repair | undefined {
  if (!/^[\p{Script=Han}，。；、：！？“”（）《》]/u.test(row) || /^[^\s：:]{1,12}[:：]/u.test(row)) return undefined;
  return {
    found: '一段文字断成了两行',
    mend: '接到上一行的末尾；是写给自己看的说明，就在最前面加上 # 和一个空格',
    repaired: '',
  };
}

/** The slips of a text, row by row; those of syntax only where YAML does not understand it (`isBroken`). */
export function slipsIn(rows: readonly string[], isBroken: boolean): Slip[] {
  const repaired: string[] = [];
  return rows.flatMap((row, index) => {
    const slip =
      unseenSlip(row, repaired) ??
      (isBroken
        ? (syntaxSlip(row, repaired, rows[index + 1] ?? '') ?? (index > 0 ? cutOffSlip(row) : undefined))
        : undefined);
    repaired.push(slip?.repaired ?? row);
    return slip ? [{ row: index, ...slip }] : [];
  });
}
