import { fieldNames } from '../schema/field-names.ts';

/** A slip of writing that a change of one row, or of a few, mends. */
export interface Slip {
  /** Index of the first row that changes, from 0. */
  row: number;
  /** The row that is at fault, where it is another. */
  at?: number;
  found: string;
  mend: string;
  /** Further rows with the same slip. */
  others?: readonly number[];
  /** The rows as they were meant, in place of as many from `row` on. */
  rows: readonly string[];
}

/** What reading rows gives, by which one reading is better than another. */
export interface Verdict {
  /** The first row that YAML does not understand; undefined if it understands all. */
  fault: number | undefined;
  /** Whether that row is a field that is there already. */
  isRepeated: boolean;
  /** How many conditions of its schema the data breaks. */
  issues: number;
  /** The rows of the fields that its schema does not know where they stand. */
  strange: readonly number[];
}

/** White space that is no indentation to YAML. */
const blanks: Record<string, string> = { '\t': ' Tab 键的空白', '\u3000': '全角空格', '\u00a0': '不断行空格' };
const field = /^\s*(?:- )?[\w-]+:(?:\s|$)/u;

/** The name of a character that the eye does not see: `U+200B`. */
export const codePoint = (sign: string) => `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

const indentOf = (row: string) => /^ */u.exec(row)?.[0].length ?? 0;
const isBlank = (row = '') => row.trim() === '' || row.trim().startsWith('#');

/** Words with the indentation of the nearest row above that is of their kind. */
function indented(words: string, above: readonly string[]): string {
  const written = above.filter((row) => /^ *\S/u.test(row));
  const last = written.at(-1) ?? '';
  const isParent = last.trimEnd().endsWith(':');
  const inItem = /^ *- /u.test(last) ? 2 : 0;
  const indent =
    words.startsWith('- ') && !isParent
      ? indentOf(written.findLast((row) => /^ *- /u.test(row)) ?? '  ')
      : indentOf(last) + inItem + (isParent ? 2 : 0);
  return ' '.repeat(indent) + words;
}

const chineseColon = '把“：”改成英文半角的“:”，后面空一格';

/** The beginning of a row with what editors call a field, and a Chinese colon: words of a document may begin so, too. */
const chineseField = /^\s*(?:- )?(\p{Script=Han}{1,10})：\s*/u;
const isChineseField = (row: string) => {
  const name = chineseField.exec(row)?.[1];
  return name !== undefined && Object.values(fieldNames).some((names) => names.includes(name));
};

/** An item of a list with the sign or number of a word processor, where a list begins or goes on. */
function bulletIn(words: string, above: readonly string[]) {
  const last = above.findLast((row) => !isBlank(row)) ?? '';
  return /^\s*(?:- |[\w-]+:\s*$)/u.test(last)
    ? /^(?:[–—•·－−‐●○◆■▪►]+\s*|-(?:(?=\p{Script=Han})|[^\S ]\s*)|[*+] +|\d{1,2}[.、．)）] *)(\S.*)$/u.exec(words)
    : undefined;
}

/** What stands after the name of a field in place of a colon and a blank. */
function separatorFault(sign: string, next: string): Pick<Slip, 'found' | 'mend'> | undefined {
  if (/[：∶﹕]/u.test(sign)) return { found: '字段后面是中文冒号', mend: chineseColon };
  if (sign !== ':') return { found: `字段后面是“${sign}”`, mend: `把“${sign}”改成英文半角的“:”，后面空一格` };
  const [blank = ''] = next;
  if (/\s/u.test(blank))
    return {
      found: `冒号后面是${blanks[blank] ?? '不是普通空格的空白'}（${codePoint(blank)}）`,
      mend: '删去冒号后面的空白，用空格键空一格',
    };
  return next === '' ? undefined : { found: '冒号后面没有空格', mend: '在冒号后面空一格' };
}

/** Slips that are plain from the row alone, whatever YAML makes of it: signs of a Chinese input method around the name of a field. */
function plainSlip(row: string, above: readonly string[], below = ''): Omit<Slip, 'row'> | undefined {
  const [, blank] = /^ *([^\S \n\r])/u.exec(row) ?? [];
  const words = row.trim();
  if (blank && words !== '')
    return {
      found: `行首有${blanks[blank] ?? '不是普通空格的空白'}（${codePoint(blank)}）`,
      mend: '删去行首的空白，用空格键重新缩进，与同级的字段对齐',
      rows: [indented(words, above)],
    };
  const wide = /^(?:- )?[\w-]*[Ａ-Ｚａ-ｚ０-９＿－][\wＡ-Ｚａ-ｚ０-９＿－-]*\s*[:：]/u.exec(words)?.[0];
  if (wide && wide.normalize('NFKC').replace(/^- |\s*:$/gu, '') in fieldNames) {
    const meant = wide.normalize('NFKC').replace(/\s*:$/u, ': ') + words.slice(wide.length).trimStart();
    return { found: '字段的字母是全角的', mend: `写成 ${meant}`, rows: [row.replace(words, () => meant)] };
  }
  // A value as programs write it, with the sign of JSON behind it.
  const [, mark = '', quotedName, quotedValue] = /^(- )?"?([\w-]+)"?\s*:\s*("[^"]*"|[^\s"]+),$/u.exec(words) ?? [];
  const isInBrackets = above.some((one) => one.trim() === '{');
  if (quotedName && quotedValue && quotedName in fieldNames && words.includes('"') && !isInBrackets) {
    const meant = `${mark}${quotedName}: ${quotedValue.replaceAll('"', '')}`;
    return { found: '引号和逗号是别的格式的', mend: `写成 ${meant}`, rows: [row.replace(words, () => meant)] };
  }
  const [, compared] = /^(?:- )?value: +[>＞<＜≥≤][=＝]? *(\S.*)$/u.exec(words) ?? [];
  if (compared)
    return {
      found: '数值前面有比较的符号',
      mend: `写成 value: ${compared}；符号写在 operator 里`,
      rows: [row.replace(/(?<=value: +)\S.*$/u, () => compared)],
    };
  // To YAML the items are more of the text, however many they are.
  const [, key = '', first] = /^(?:- )?([\w-]+): +([^\s'"[{|>#&*!].*)$/u.exec(words) ?? [];
  if (first && key in fieldNames && /^ *- \S/u.test(below) && indentOf(below) > row.search(/\w/u))
    return {
      found: `${key}: 后面写了字，下面又是列表`,
      mend: `另起一行写成 - ${first}，与下面的“- ”对齐`,
      rows: [row.slice(0, row.indexOf(first)).trimEnd()],
    };
  const [, note] = /^(?:＃|\/\/|<!--)\s*(\S.*?)(?:\s*-->)?$/u.exec(words) ?? [];
  if (note) return { found: '说明的开头不是英文的 #', mend: `写成 # ${note}`, rows: [`# ${note}`] };
  // To YAML the sign is the head of a text of several rows.
  const [, operator] = /^(?:- )?operator: +(>[=＝]?)$/u.exec(words) ?? [];
  if (operator)
    return {
      found: `${operator} 没有写在引号里`,
      mend: "写成 '>='（连同英文单引号）",
      rows: [row.replace(/>.*$/u, "'>='")],
    };
  const [, item] =
    /^(?:[–—•·－−‐]+\s*|-(?:(?=[a-z])|[^\S ]\s*))([\w-]+[:：].*)$/iu.exec(words) ?? bulletIn(words, above) ?? [];
  if (item)
    return {
      found: '列表项的开头不是“- ”',
      mend: '写成英文减号 - 加一个空格，再写内容',
      rows: [indented(`- ${item.replace(/^([\w-]+)[:：]\s*/u, '$1: ')}`, above)],
    };
  const [, name = '', colon, next = ''] = /^(?:- )?([\w-]+)\s*(:(?=[^ \t/])|[：∶﹕=＝;；])(.*)$/u.exec(words) ?? [];
  const fault = colon && name in fieldNames && separatorFault(colon, next);
  return fault ? { ...fault, rows: [row.replace(/\s*[:：∶﹕=＝;；]\s*/u, ': ').trimEnd()] } : undefined;
}

/** The columns at which a row may begin, by the rows above it; the nearest first. */
function columnsFor(row: string, above: readonly string[]): number[] {
  const known = above.filter((one) => !isBlank(one)).flatMap((one) => [indentOf(one), indentOf(one) + 2]);
  const own = indentOf(row);
  return [...new Set([0, ...known])]
    .filter((column) => column !== own)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a);
}

/** The rows from one on that stand with it: up to the first that is farther left, of fields up to the next list item at its level. */
function blockFrom(rows: readonly string[], at: number): number {
  const indent = indentOf(rows[at] ?? '');
  const end = rows.findIndex((row, index) => index > at && !isBlank(row) && indentOf(row) < indent);
  return end < 0 ? rows.length : end;
}

/** Rows moved to another column, alone or with what stands with them. */
function* moves(rows: readonly string[], at: number): Generator<Slip> {
  const row = rows[at] ?? '';
  const own = indentOf(row);
  const end = blockFrom(rows, at);
  const deeper = rows.findIndex((one, index) => index > at && !isBlank(one) && indentOf(one) <= own);
  for (const column of columnsFor(row, rows.slice(0, at))) {
    const shift = (one: string) =>
      isBlank(one) ? one : ' '.repeat(Math.max(0, indentOf(one) + column - own)) + one.trimStart();
    const aligned = /^ *- /u.test(row) ? '与上面的“- ”对齐' : '与同级的字段对齐';
    for (const until of new Set([at + 1, deeper < 0 ? end : deeper, end])) {
      const moved = rows.slice(at, until).map(shift);
      const count = moved.filter((one) => !isBlank(one)).length;
      const last = at + moved.findLastIndex((one) => !isBlank(one));
      const others =
        count > 1
          ? `；从这一行起的 ${last - at + 1} 行都${column > own ? '多空' : '少空'} ${Math.abs(column - own)} 个`
          : '';
      yield { row: at, found: `行首有 ${own} 个空格`, mend: `改成 ${column} 个空格，${aligned}${others}`, rows: moved };
    }
  }
}

const halfBrackets: Record<string, string> = {
  ...Object.fromEntries([...'【［〔'].map((sign) => [sign, '['])),
  ...Object.fromEntries([...'】］〕'].map((sign) => [sign, ']'])),
  ...{ '｛': '{', '｝': '}' },
};
const ends: Record<string, string> = { '[': ']', '{': '}', "'": "'", '"': '"' };

/** Changes of signs in one row. */
function* signChanges(row: string, above: string | undefined): Generator<Omit<Slip, 'row'>> {
  const one = (found: string, mend: string, changed: string) => ({ found, mend, rows: [changed] });
  const [, head = '', value = ''] = /^(\s*(?:- )?(?:[\w-]+: +)?)(\S.*?)\s*$/u.exec(row) ?? [];
  const [, inner = '', rest = ''] = /^([^\s:]+): +([^\s{[].*)$/u.exec(value) ?? [];
  for (const [name, names] of head.trim() === '' ? [] : Object.entries(fieldNames))
    if (name === inner || names.includes(inner)) {
      const group = `${head}{ ${name}: ${rest} }`;
      yield one('一行里有两个字段', `写成 ${group.trim()}`, group);
    }
  const fewer = /^[[{]/u.test(value) ? value.replace(/(?<=[[{])\s*,\s*|,\s*(?=,)/gu, '') : value;
  if (fewer !== value) yield one('多了逗号', `写成 ${head.trim()} ${fewer}`, head + fewer);
  if (isChineseField(row)) yield one('字段后面是中文冒号', chineseColon, row.replace('：', ': '));
  const plain = row.replace(/[【［〔】］〕｛｝]/gu, (sign) => halfBrackets[sign] ?? sign);
  if (plain !== row) yield one('括号不是英文的', `用英文的 [ ]、{ }：写成 ${plain.trim()}`, plain);
  if (/^'[^'’]*[‘’]$/u.test(value) || /^"[^"”]*[“”]$/u.test(value))
    yield one('引号一半是英文的、一半是中文的', "改成一对英文单引号 '", `${head}'${value.slice(1, -1)}'`);
  const close = ends[value.charAt(0)];
  if (close && !value.endsWith(close))
    yield one(`${value.charAt(0)} 没有配对的 ${close}`, `在这一行的末尾补上 ${close}`, `${row.trimEnd()}${close}`);
  if (/^[^'"]*['"][^'"]*$/u.test(value)) {
    const bare = head + value.replace(/['"]/gu, '');
    yield one('引号不成对', `写成 ${bare.trim()}`, bare);
  }
  if (field.test(row) && !/^\s*- /u.test(row))
    for (const indent of [indentOf(row), indentOf(row) - 2].filter((column) => column >= 0)) {
      const item = `${' '.repeat(indent)}- ${row.trim()}`;
      yield one('列表项的开头没有“- ”', `写成 ${item.trim()}，行首 ${indent} 个空格`, item);
    }
  if (value !== '' && head.trim() !== '') {
    const quoted = `${head}'${value.replaceAll("'", "''")}'`;
    yield one('值里有对 YAML 有特殊含义的符号', `用英文单引号括住整个值：写成 ${quoted.trim()}`, quoted);
  }
  if (above !== undefined && /^\s*[\w-]+:\s*$/u.test(above) && !field.test(row) && !/^\s*-/u.test(row))
    yield one('列表项的开头没有“- ”', `写成 - ${row.trim()}`, row.replace(/\S/u, '- $&'));
  if (above !== undefined && /^\s*[^\s#:：-]/u.test(row) && !field.test(row) && !isChineseField(row))
    yield {
      found: '一段文字断成了两行',
      mend: `接到上一行的末尾；${/^\s*- /u.test(above) ? '是另一项，就在最前面加上 - 和一个空格；' : ''}是写给自己看的说明，就在最前面加上 # 和一个空格`,
      rows: [above.trimEnd() + row.trim(), ''],
    };
}

/** Every slip on a row and beside it that may be why YAML does not understand the row. */
function* slipsAround(rows: readonly string[], fault: number): Generator<Slip> {
  const before = rows.findLastIndex((row, index) => index < fault && !isBlank(row));
  // A bracket or quotation mark may have been left open rows before.
  const open = rows.findLastIndex(
    (row, index) => index < before && /: +(?:\[[^\]]*|\{[^}]*|(?:[[{][^'"]*)?(?:'[^']*|"[^"]*))$/u.test(row),
  );
  // A list whose brackets stand on rows of their own.
  const opened = rows.findLastIndex((row, index) => index < before && /(?:^|:) *\[ *$/u.test(row));
  if (opened >= 0 && !rows.slice(opened, before + 1).some((row) => row.includes(']'))) {
    const last = (rows[before] ?? '').trimEnd();
    yield { row: before, at: before, found: '上面的 [ 没有配对的 ]', mend: '在这一行的末尾补上 ]', rows: [`${last}]`] };
  }
  for (const at of new Set([fault, before, open, fault + 1])) {
    const row = rows[at];
    if (row === undefined || isBlank(row)) continue;
    if (field.test(row) || /^\s*- /u.test(row)) yield* moves(rows, at);
    for (const slip of signChanges(row, rows[at - 1])) yield { ...slip, row: at + 1 - slip.rows.length, at };
  }
}

type Judge = (rows: readonly string[]) => Verdict;

const withRows = (rows: readonly string[], { row, rows: own }: Slip): string[] =>
  rows.toSpliced(row, own.length, ...own);

/** How many slips are looked for, one after the other, in one text. */
const mostSlips = 12;

/**
 * The slips of a text, row by row: those that are plain, and, as long as YAML does not understand the text or its schema a field,
 * the change of a row with which it goes on best.
 */
export function slipsIn(text: readonly string[], judge: Judge): { slips: Slip[]; rows: string[] } {
  const slips: Slip[] = [];
  let rows: string[] = [];
  for (const [index, row] of text.entries()) {
    const slip = plainSlip(row, rows, text[index + 1]);
    rows.push(...(slip?.rows ?? [row]));
    if (slip) slips.push({ row: index, ...slip });
  }
  for (let verdict = judge(rows); slips.length < mostSlips; ) {
    const best = bestRepair(rows, verdict, judge);
    if (!best) break;
    slips.push(best.slip);
    rows = withRows(rows, best.slip);
    verdict = best.verdict;
  }
  return {
    slips: joined(
      slips.toSorted((a, b) => a.row - b.row),
      text,
    ),
    rows,
  };
}

/** Slips of one kind with one mend as one, as of a text that has tabs in place of blanks, or was typed with Chinese colons. */
function joined(slips: readonly Slip[], text: readonly string[]): Slip[] {
  const isPlain = ({ row, at = row, rows }: Slip) => at === row && rows.length === 1;
  const kinds = Map.groupBy(slips, (slip) => (isPlain(slip) ? `${slip.found}\n${slip.mend}` : slip));
  return [...kinds.values()].flatMap((some) => {
    const [first, last] = [some[0], some.at(-1)];
    if (!first || !last || first === last) return some;
    const lines = some.map(({ row }) => row);
    const rows = text.slice(first.row, last.row + 1);
    for (const slip of some) rows.splice(slip.row - first.row, 1, ...slip.rows);
    return [{ ...first, at: first.row, others: lines.slice(1), rows }];
  });
}

/** How many fields that are not known are looked at as fields at a wrong place. */
const mostStrange = 3;

/** The change of rows with which YAML understands most of them and the schema refuses least. */
function bestRepair(rows: readonly string[], { fault, isRepeated, issues, strange }: Verdict, judge: Judge) {
  const end = rows.length;
  const reach = ({ fault: at = end }: Verdict) => at;
  const proposed =
    fault === undefined
      ? strange.slice(0, mostStrange).flatMap((at) => [...moves(rows, at)])
      : [...slipsAround(rows, fault)];
  // A row that is understood must add no more than it may have wrong of its own.
  const without = fault === undefined ? undefined : judge(rows.with(fault, ''));
  const most = without === undefined || without.fault !== undefined ? issues : without.issues + (isRepeated ? 0 : 1);
  return proposed
    .map((slip) => ({ slip, verdict: judge(withRows(rows, slip)) }))
    .filter(({ verdict }) => {
      if (fault === undefined)
        return verdict.fault === undefined && verdict.strange.length < strange.length && verdict.issues < issues;
      return (
        reach(verdict) > fault &&
        (verdict.fault !== undefined || without?.fault !== undefined || verdict.issues <= most)
      );
    })
    .toSorted((a, b) => reach(b.verdict) - reach(a.verdict) || a.verdict.issues - b.verdict.issues)[0];
}
