import { load, YAMLException } from 'js-yaml';
import {
  type Document,
  type ErrorCode,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Problem } from './problem.ts';
import { slipsIn } from './yaml-repair.ts';

/** A YAML text as data that knows its lines. */
export interface YamlText {
  /** The data; undefined where the text cannot be read. Where slips of writing have problems, what the text was meant to say. */
  data: unknown;
  problems: Problem[];
  /** The line of the file on which a value begins; for a value that is not there, the line of what should hold it. */
  lineOf(path: readonly PropertyKey[]): number;
}

type Saying = [found: string, mend: string];

const indentation: Saying = ['缩进不对', '同一级的字段对齐到同一列，下一级多缩进两个空格；不要用 Tab 键'];
const sayings: Partial<Record<ErrorCode, Saying>> = {
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
const otherwise: Saying = [
  '这一行不合 YAML 的写法',
  '检查这一行和上一行的冒号、引号、括号和缩进；值里有特殊符号的，用英文单引号括住整个值',
];

/**
 * Reads a YAML text, with every fault of its syntax as a problem.
 * The data is what Astro's own parser makes of it: bare dates and the like are the same in check and build.
 * Takes the file's name and the line of the file on which the text begins.
 */
export function readYaml(text: string, file: string, firstLine: number): YamlText {
  const rows = text.split('\n');
  const asWritten = readUnderstood(text, file, firstLine);
  const slips = slipsIn(rows, asWritten.data === undefined);
  if (slips.length === 0) return asWritten;
  const meant = rows.map((row, index) => slips.find((slip) => slip.row === index)?.meant ?? row).join('\n');
  const read = readUnderstood(meant, file, firstLine);
  const told = slips.map(
    ({ row, found, mend }): Problem => ({
      file,
      path: [],
      line: firstLine + row,
      found: `${found}${quotedRow(rows[row]?.trim() ?? '')}`,
      expected: '每行一个“字段: 值”，缩进对齐',
      mend,
    }),
  );
  return { ...read, problems: [...told, ...read.problems] };
}

/** Reads a text whose single lines are as YAML wants them. */
function readUnderstood(text: string, file: string, firstLine: number): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const rows = text.split('\n');
  const rowOf = (offset: number) => lines.linePos(Math.min(offset, text.length)).line;
  const lineAt = (offset: number) => firstLine - 1 + rowOf(offset);

  const faults = [...document.errors, ...document.warnings].map(
    ({ code, message, pos: [start] }): Fault => ({
      code: isUnclosed(message) ? 'MISSING_CHAR' : code,
      line: lineAt(start),
      row: rows[rowOf(start) - 1]?.trim() ?? '',
    }),
  );
  const problems = firstCauses(faults).map(
    (fault): Problem => ({ file, path: [], line: fault.line, ...described(fault) }),
  );
  const comments: Problem[] = [];
  visit(document, {
    Node(_, node) {
      const alias = isAlias(node);
      if (alias || ('anchor' in node && node.anchor))
        problems.push({ file, path: [], line: lineAt(node.range?.[0] ?? 0), ...referring(alias) });
      const end = isScalar(node) || (isCollection(node) && node.flow) ? node.range?.[1] : undefined;
      const [, comment] = /^[ \t]+(#.*)/u.exec(end === undefined ? '' : text.slice(end, end + 200)) ?? [];
      if (comment) comments.push({ file, path: [], line: lineAt(end ?? 0), ...cutOff(comment) });
    },
  });
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
  if (problems.length > 0) return { data: undefined, problems, lineOf };
  try {
    const data = load(text);
    problems.push(
      ...comments,
      ...impossibleDates(document, data).map((problem) => ({ file, line: lineOf(problem.path), ...problem })),
    );
    return { data, problems, lineOf };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { data: undefined, problems: [refused(error, rows, file, firstLine)], lineOf };
  }
}

/** Days that no calendar has: the parser would count on into the next month. */
function impossibleDates(document: Document, data: unknown, path: PropertyKey[] = []): Omit<Problem, 'file'>[] {
  if (data instanceof Date) {
    const node = document.getIn(path, true);
    const written = isScalar(node) ? String(node.source) : '';
    if (written.startsWith(data.toISOString().slice(0, 10))) return [];
    return [
      { path, found: `“${written}”`, expected: '2025-03-28 这样的日期', mend: `把“${written}”改成：日历上有的日期` },
    ];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    impossibleDates(document, value, [...path, Array.isArray(data) ? Number(key) : key]),
  );
}

/** What no YAML text may hold: such signs come along unseen when words are copied from Word or PDF. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A text that one parser takes and Astro's does not. */
function refused({ mark }: YAMLException, rows: readonly string[], file: string, firstLine: number): Problem {
  const unseen = rows.findIndex((row) => unprintable.test(row));
  if (unseen >= 0) {
    const [sign = ''] = unprintable.exec(rows[unseen] ?? '') ?? [];
    return {
      file,
      path: [],
      line: firstLine + unseen,
      found: `看不见的控制字符 U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
      expected: '只有看得见的文字',
      mend: '多半是从 Word 或 PDF 复制时带进来的：删去这一行，重新输入',
    };
  }
  const index = Math.min(mark?.line ?? 0, rows.length - 1);
  const row = rows[index]?.trim() ?? '';
  return { file, path: [], line: firstLine + index, ...described({ code: 'IMPOSSIBLE', line: index, row }) };
}

/** One fault of syntax, with the line of the file and what it says. */
interface Fault {
  code: ErrorCode;
  line: number;
  row: string;
}

/** Where a bracket is never closed, the parser may speak of indentation. */
const isUnclosed = (message: string) => /end with a [\]}]/u.test(message);

/** The faults that explain others on the same line best, best first. */
const telling: readonly ErrorCode[] = [
  'DUPLICATE_KEY',
  'TAB_AS_INDENT',
  'MISSING_CHAR',
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
];
const rank = ({ code }: Fault) => (telling.includes(code) ? telling.indexOf(code) : telling.length);

/** One fault for each line: the parser tells what follows from it, too, and stumbles again at the end of the text. */
function firstCauses(faults: readonly Fault[]): Fault[] {
  const causes = new Map<number, Fault>();
  for (const fault of faults.toSorted((a, b) => rank(a) - rank(b)))
    if (!causes.has(fault.line)) causes.set(fault.line, fault);
  const all = [...causes.values()];
  return all.length > 1 ? all.filter(({ row }) => row !== '') : all;
}

const quotedRow = (row: string) => (row ? `：${row.length > 40 ? `${row.slice(0, 40)}……` : row}` : '');

function described({ code, row }: Fault): Pick<Problem, 'found' | 'expected' | 'mend'> {
  const quoted = quotedRow(row);
  if (code === 'DUPLICATE_KEY')
    return {
      found: `同一个字段写了两次${quoted}`,
      expected: '每个字段只写一次',
      mend: '删去其中一处，或改成另一个字段',
    };
  const [found, mend] = sayings[code] ?? otherwise;
  return { found: `${found}${quoted}`, expected: '每行一个“字段: 值”，缩进对齐', mend };
}

/** `*` and `&` at the beginning of a value are references in YAML, and would lose words of the text. */
const referring = (alias: boolean): Pick<Problem, 'found' | 'expected' | 'mend'> => ({
  found: `值以 ${alias ? '*' : '&'} 开头`,
  expected: '每个值直接写出',
  mend: `用英文单引号括住整个值${alias ? '；自主创新举措的 * 不写，改写 innovation: true' : ''}`,
});

/** What follows a value after ` #` is lost, and seldom meant as a comment. */
const cutOff = (comment: string): Pick<Problem, 'found' | 'expected' | 'mend'> => ({
  found: `值后面的“${comment.length > 40 ? `${comment.slice(0, 40)}……` : comment}”不算在值里`,
  expected: '值写到一行的末尾；# 开头的说明单独写一行',
  mend: '是值的一部分，就用英文单引号括住整个值；是说明，就移到上一行',
});

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => String(isNode(key) && 'value' in key ? key.value : key) === String(step),
      );
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      offset = startOf(next) ?? offset;
    }
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key);
  return isNode(node) ? node.range?.[0] : undefined;
}
