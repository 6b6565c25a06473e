import {
  type Document,
  type ErrorCode,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type ScalarTag,
  visit,
} from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { codePoint, slipsIn, type Verdict } from './yaml-repair.ts';

/** A YAML text as data, with the lines of its values. */
interface YamlText {
  /** Undefined where the text cannot be read. Where slips of writing are reported, what the repaired text says. */
  data: unknown;
  problems: Problem[];
  /** The line of the file on which a value begins; for a missing value, the line of what should hold it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Of many lines with one slip, so many are named. */
const mostLines = 6;

type Wording = Pick<Problem, 'found' | 'expected' | 'mend'>;

/** A day without quotes is a Date, as it is to Astro, which reads the same fields; a 30th of February counts on into March. */
const dayTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d\d-\d\d$/u,
  resolve: (text) => new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8)))),
};

/** Parses a YAML text as the check and the normal form read it. */
export const parseYaml = (text: string, lineCounter?: LineCounter): Document =>
  parseDocument(text, {
    customTags: (tags) => [...tags, dayTag],
    prettyErrors: false,
    logLevel: 'silent',
    ...(lineCounter && { lineCounter }),
  });

/**
 * Reads a YAML text, with every fault of its syntax as a problem. `firstLine` is the line of the file on which it begins. By the
 * schema of its data, fields at a wrong indentation are found.
 * What is read without a problem is what Astro reads in the same text.
 */
export function readYaml(text: string, file: string, firstLine: number, schema?: z.ZodType): YamlText {
  const readings = new Map<string, ReturnType<typeof readMended>>();
  const read = (rows: readonly string[]) => {
    const whole = rows.join('\n');
    const known = readings.get(whole) ?? readMended(whole, file, firstLine);
    readings.set(whole, known);
    return known;
  };
  const judge = (rows: readonly string[]): Verdict => {
    const { data, lineOf, fault } = read(rows);
    const issues = fault || !schema ? [] : (schema.safeParse(data).error?.issues ?? []);
    const unknown = issues.flatMap(({ path, ...issue }) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [],
    );
    return {
      fault: fault?.row,
      isRepeated: fault?.code === 'DUPLICATE_KEY',
      issues: issues.filter(({ code }) => code !== 'unrecognized_keys').length + unknown.length,
      strange: unknown.map((path) => lineOf(path) - firstLine),
    };
  };
  const written = text.split('\n');
  const { slips, rows } = slipsIn(written, judge);
  const { data, problems, lineOf } = read(rows);
  const ofSlips = slips.map(({ row, at = row, found, mend, others = [], rows: repaired }) => {
    const lines = [at, ...others].map((one) => firstLine + one);
    const some = lines.length > mostLines ? `${lines.slice(0, mostLines).join('、')}……` : lines.join('、');
    const all = lines.length > 1 ? `${found}（第${some}行，共 ${lines.length} 行）` : found;
    const wording = onRow(all, `${lines.length > 1 ? '每一行都' : ''}${mend}`, written[at]?.trim());
    return { file, path: [], line: firstLine + at, ...wording, repair: { from: firstLine + row, rows: repaired } };
  });
  return { data, problems: [...ofSlips, ...problems], lineOf };
}

/** Reads a text without slips of writing. */
function readMended(text: string, file: string, firstLine: number): YamlText & { fault: SyntaxFault | undefined } {
  const rows = text.split('\n');
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const rowAt = (offset: number) => lines.linePos(Math.min(offset, text.length)).line - 1;
  const problemAt = (row: number, wording: Wording): Problem => ({ file, path: [], line: firstLine + row, ...wording });

  const unreadable = rows.flatMap((row, index) => {
    const [sign] = unprintable.exec(row) ?? [];
    return sign ? problemAt(index, controlCharacter(sign)) : [];
  });
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos: [start] }): SyntaxFault => {
    const row = rowAt(start);
    const field = /^ *(?:- )?[^\s:]+:/u.exec(rows[row] ?? '')?.[0].replace('- ', '  ');
    const first = rows.findLastIndex((one, at) => at < row && field && one.replace('- ', '  ').startsWith(field));
    const place = code === 'DUPLICATE_KEY' && first >= 0 ? { first: firstLine + first } : {};
    return { code: isUnclosed(message) ? 'MISSING_CHAR' : code, row, text: rows[row]?.trim() ?? '', ...place };
  });
  visit(document, {
    Scalar(_, { type, range }) {
      const [start, end] = range ?? [0, 0];
      // An item that begins farther right than the one before is read as words of that one.
      const at = type === 'PLAIN' ? text.slice(start, end).search(/\n *- /u) : -1;
      if (at >= 0)
        faults.push({ code: 'BAD_INDENT', row: rowAt(start + at + 1), text: rows[rowAt(start + at + 1)] ?? '' });
    },
  });
  const causes = firstCauses(faults);
  unreadable.push(...causes.map((fault) => problemAt(fault.row, wordingOf(fault))));
  const others: Problem[] = [];
  visit(document, {
    Node(key, node) {
      const [start, end] = node.range ?? [0, 0];
      const refused = refusedSyntax(node, key === 'key');
      if (refused) unreadable.push(problemAt(rowAt(start), refused));
      const [, comment] = /^[ \t]+(#.*)/u.exec(isValue(node) ? text.slice(end, end + 200) : '') ?? [];
      if (comment) others.push(problemAt(rowAt(end), cutOffWording(comment)));
      // A day that no calendar has is a text, which no date is: a parser would count on into the next month.
      if (isImpossible(node)) Object.assign(node, { value: node.source });
    },
  });
  const lineOf = (path: readonly PropertyKey[]) => firstLine + rowAt(offsetOf(document, path));
  return unreadable.length > 0
    ? { data: undefined, problems: unreadable, lineOf, fault: causes.toSorted((a, b) => a.row - b.row)[0] }
    : { data: document.toJS(), problems: others, lineOf, fault: undefined };
}

/** What stands on one line: a text, a number, or a list or map in brackets. */
const isValue = (node: Node) => isScalar(node) || (isCollection(node) && node.flow === true);

/** Control characters, which come along unseen from Word or PDF, and a lone carriage return. YAML refuses them. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\r(?!$)/u;

const controlCharacter = (sign: string): Wording => ({
  found: `看不见的控制字符 ${codePoint(sign)}`,
  expected: '只有看得见的文字',
  mend: '多半是从 Word 或 PDF 复制时带进来的：删去这一行，重新输入',
});

/** What Astro's parser reads as another value: a time of day, exponents, binary numbers, signs before other notations. */
const ambiguous =
  /^(?:\d{4}-\d\d?-\d\d?[Tt \t]+\d\d?:.*|[-+]?[\d.]+e[-+]?\d+|[-+]?0b[01]+|[-+]0[ox][\da-f]+|-0+|[-+]\..*)$/iu;

/** What YAML knows and content does not: references and tags, which lose words of the text, and fields without a name. */
function refusedSyntax(node: Node, isKey: boolean): Wording | undefined {
  const quoting = '用英文单引号括住整个值';
  const begins = (sign: string, more = ''): Wording => ({
    found: `值以 ${sign} 开头`,
    expected: '每个值直接写出',
    mend: quoting + more,
  });
  if (isAlias(node)) return begins('*', '；自主创新举措的 * 不写，改写 innovation: true');
  if ('anchor' in node && node.anchor) return begins('&');
  if (node.tag) return begins('!');
  if (isKey && (!isScalar(node) || node.value === null))
    return onRow('冒号前面没有字段', '在冒号前面写上字段；冒号是值的一部分，就用英文单引号括住整个值');
  if (isScalar(node) && node.type === 'PLAIN' && ambiguous.test(node.source ?? ''))
    return {
      found: `“${node.source}”，各种程序读法不同`,
      expected: '文字、普通的数字或 2025-03-28 这样的日期',
      mend: /^\d{4}-\d\d-\d\d\D/u.test(node.source ?? '')
        ? `是日期就写成 ${node.source?.slice(0, 10)}；是文字就${quoting}`
        : Number.isFinite(Number(node.source))
          ? `是数就写成 ${Number(node.source)}；是文字就${quoting}`
          : quoting,
    };
  return undefined;
}

const isImpossible = (node: Node): node is Scalar<Date> =>
  isScalar(node) && node.value instanceof Date && !node.value.toISOString().startsWith(node.source ?? '');

/** What follows a value after ` #` is lost, and seldom meant as a comment. */
const cutOffWording = (comment: string): Wording => ({
  found: `值后面的“${shortened(comment)}”不算在值里`,
  expected: '值写到一行的末尾；# 开头的说明单独写一行',
  mend: '是值的一部分，就用英文单引号括住整个值；是说明，就移到上一行',
});

/** The beginning of a text that is too long for a message. */
export const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}……` : text);

const onRow = (found: string, mend: string, row = ''): Wording => ({
  found: row === '' ? found : `${found}：${shortened(row)}`,
  expected: '每行一个“字段: 值”，缩进对齐',
  mend,
});

/** One fault of syntax that the parser reports, with its row, counted from 0, and what the row says. */
interface SyntaxFault {
  code: ErrorCode;
  row: number;
  text: string;
  /** The line of the file on which a field that stands twice is written first. */
  first?: number;
}

/** The parser may report an indentation where a bracket is never closed. */
const isUnclosed = (message: string) => /end with a [\]}]/u.test(message);

/** The codes that explain others on the same line best, best first. */
const telling: readonly ErrorCode[] = [
  'DUPLICATE_KEY',
  'TAB_AS_INDENT',
  'MISSING_CHAR',
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
];
const weight = ({ code }: SyntaxFault) => (telling.includes(code) ? telling.indexOf(code) : telling.length);

/** One fault for each line: the parser reports what follows from it, too, and fails again at the end of the text. */
function firstCauses(faults: readonly SyntaxFault[]): SyntaxFault[] {
  const byRow = Map.groupBy(faults, ({ row }) => row);
  const causes = [...byRow.values()].flatMap((some) => some.toSorted((a, b) => weight(a) - weight(b))[0] ?? []);
  return causes.length > 1 ? causes.filter(({ text }) => text !== '') : causes;
}

const indentation = ['缩进不对', '同一级的字段对齐到同一列，下一级多缩进两个空格；不要用 Tab 键'] as const;
/** What is found and the mend, by the parser's codes. */
const wordings: Partial<Record<ErrorCode, readonly [found: string, mend: string]>> = {
  TAB_AS_INDENT: ['用 Tab 缩进', '把行首的 Tab 换成空格'],
  BAD_INDENT: indentation,
  MULTILINE_IMPLICIT_KEY: ['这一行不成“字段: 值”', '检查这一行和上一行：冒号用英文半角，后面空一格；缩进对齐'],
  BLOCK_AS_IMPLICIT_KEY: [
    '一行里有两个“: ”，或一行之下的缩进多余',
    '值里有“: ”的，用英文单引号括住整个值；没有的，检查下一行的缩进',
  ],
  BLOCK_IN_FLOW: ['[ ] 或 { } 里的写法不对', '[ ] 里的各项用英文逗号隔开，写在一行里'],
  MISSING_CHAR: ['括号、引号或逗号不成对', '补上缺的英文引号、] 或 }；值里本来就有这个符号的，用英文单引号括住整个值'],
  BAD_SCALAR_START: ['值的开头是有特殊含义的符号', '用英文单引号括住整个值'],
  BAD_DQ_ESCAPE: ['英文双引号里的 \\ 后面不对', '改用英文单引号'],
  MULTIPLE_DOCS: ['文件中间有单独一行的 ---', '删去这一行'],
  UNEXPECTED_TOKEN: ['多出来的内容', '检查这一行和上一行的引号、括号和缩进'],
  TAG_RESOLVE_FAILED: ['值以 ! 开头', '用英文单引号括住整个值'],
};

function wordingOf({ code, text, first }: SyntaxFault): Wording {
  if (code === 'DUPLICATE_KEY')
    return {
      ...onRow(`同一个字段写了两次${first ? `（前一处在第${first}行）` : ''}`, '删去其中一处，或改成另一个字段', text),
      expected: '每个字段只写一次',
    };
  const [found, mend] = wordings[code] ?? [
    '这一行不合 YAML 的写法',
    '检查这一行和上一行的冒号、引号、括号和缩进；值里有特殊符号的，用英文单引号括住整个值',
  ];
  return onRow(found, mend, text);
}

/** Where the value at a path begins, or the nearest thing that should hold it; in UTF-16 code units. */
function offsetOf({ contents }: Document, path: readonly PropertyKey[]): number {
  const begin = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);
  let node: unknown = contents;
  let offset = begin(node) ?? 0;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step))
      : undefined;
    node = isSeq(node) ? node.items[Number(step)] : pair?.value;
    offset = begin(pair ? pair.key : node) ?? offset;
  }
  return offset;
}
