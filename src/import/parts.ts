import { numberedIn } from '../text/outline-numbers.ts';
import type { Finding } from './finding.ts';
import type { Line } from './lines.ts';
import { isListHead, isOtherHead } from './list.ts';
import { annexHead } from './paragraphs.ts';
import { closingStart } from './record.ts';
import { unitBrackets } from './unit-bracket.ts';

/** What a document is made of: its running text, the lines of the task list from its head on, and what the list is called. */
export interface Parts {
  text: Line[];
  list: Line[];
  title?: string | undefined;
  findings: Finding[];
}

const annexNote = /^附件\s*\d*[：:]\s*(?:1[.．、])?(.+)$/u;

const isAnnexHead = ({ text, cells }: Line): boolean => !cells && annexHead.test(text);

const unread = ({ number, text, cells }: Line, why: string): Finding => ({
  kind: 'unread',
  line: number,
  found: cells?.filter(Boolean).join('｜') ?? text,
  why,
});

/** Takes the rows of tables out of running text. */
function withoutTables(lines: readonly Line[], findings: Finding[]): Line[] {
  const why = '这个表格不是任务清单（没有序号、工作措施、主要内容、责任单位之类的表头），手册没有放处';
  return lines.filter((line) => {
    if (line.cells) findings.push(unread(line, why));
    return !line.cells;
  });
}

/** The places of the heads of annexes after the measures; before them an annex may be the plan itself. */
function annexHeads(lines: readonly Line[]): number[] {
  const measuresEnd = lines.findLastIndex(({ text }) => unitBrackets(text).length > 0) + 1;
  return lines.flatMap((line, index) => (index >= measuresEnd && isAnnexHead(line) ? [index] : []));
}

/**
 * Takes the annexes after the measures out of a text. An annex ends with its last table, or at the lines that close the document.
 */
function withoutAnnexes(lines: readonly Line[], why: string, findings: Finding[]): Line[] {
  const heads = annexHeads(lines);
  const text = lines.slice(0, heads[0]);
  for (const [index, head] of heads.entries()) {
    const annex = lines.slice(head, heads[index + 1]);
    const closing = closingStart(annex);
    const lastRow = annex.findLastIndex(({ cells }) => cells);
    const end = lastRow >= 0 ? lastRow + 1 : closing >= 0 ? closing : annex.length;
    findings.push(...annex.slice(0, end).map((line) => unread(line, why)));
    text.push(...annex.slice(end));
  }
  return text;
}

/** The lines that name the annexes, below the text: `附件：1.甲` and, on the lines after it, `2.乙`. */
function annexNames(lines: readonly Line[]): Line[] {
  const at = lines.findLastIndex(({ text }) => annexNote.test(text));
  if (at < 0) return [];
  let end = at + 1;
  while (numberedIn(lines[end]?.text ?? '')?.value === end - at + 1 && /^\d/u.test(lines[end]?.text ?? '')) end++;
  return lines.slice(at, end);
}

/** Takes the names of the annexes out of the text; gives the name of that which holds the list. */
function readNames(text: readonly Line[], head: Line | undefined, findings: Finding[]): Pick<Parts, 'text' | 'title'> {
  const names = annexNames(text);
  const printed = numberOf(annexHead.exec(head?.text ?? '')?.[1]);
  const own = names[printed - 1] ?? names[0];
  const why = '另一个附件的名称，手册只收任务清单';
  findings.push(...names.filter((line) => line !== own).map((line) => unread(line, why)));
  const title = own && (annexNote.exec(own.text)?.[1] ?? numberedIn(own.text)?.rest);
  return { text: text.filter((line) => !names.includes(line)), title };
}

const numberOf = (printed: string | undefined): number => numberedIn(`${printed || '1'}、`)?.value ?? 1;

/** The head of a table whose columns are set apart by blanks alone. */
const spacedHead = /^序号[^，。；：]{4,40}(?:单位|部门)[^，。；：]{0,20}$/u;

/** A document without a list, which is told. */
function partsWithoutList(lines: readonly Line[], findings: Finding[]): Parts {
  const own = withoutAnnexes(lines, '附件里没有认出任务清单，没有写进草稿', findings);
  const { text, title } = readNames(withoutTables(own, findings), undefined, findings);
  const spaced = lines.find((line) => !line.cells && spacedHead.test(line.text));
  if (spaced)
    findings.push({
      kind: 'uncertain',
      line: spaced.number,
      found: spaced.text,
      why: '像是用空格排的表头；用空格排的表格读不了，请改用 Word 表格，或在各栏之间用制表符、“|”隔开，再导入',
    });
  findings.push({
    kind: 'uncertain',
    found: '这份文件没有任务清单',
    why: '没有找到带表头（序号、工作措施、主要内容、责任单位之类）的表格。草稿里没有清单（annex）和任务（tasks），数记在措施下；文件附有清单的，请连清单一起再导入',
  });
  return { text, list: [], title, findings };
}

/**
 * Divides a document into its text and its list. The list begins with the first row that is the head of one, and ends with its last
 * row, before another annex or another table; lines after it belong to the text, as the date does.
 */
export function partsOf(lines: readonly Line[]): Parts {
  const findings: Finding[] = [];
  const start = lines.findIndex(({ cells }) => cells && isListHead(cells));
  const first = lines[start]?.cells;
  if (!first) return partsWithoutList(lines, findings);

  const foreign = lines.findIndex(
    (line, index) => index > start && (isAnnexHead(line) || (line.cells && isOtherHead(line.cells, first))),
  );
  const limit = foreign < 0 ? lines.length : foreign;
  const end = lines.slice(0, limit).findLastIndex(({ cells }) => cells) + 1;
  const before = lines.slice(0, start);
  const head = annexHeads(before).at(-1) ?? -1;
  const printed = head < 0 ? [] : withoutTables(before.slice(head + 1), findings).map(({ text }) => text);
  const other = '另一个附件，手册只收任务清单';
  const after = withoutAnnexes(lines.slice(end), other, findings);
  const body = withoutTables(withoutAnnexes(before.slice(0, head < 0 ? start : head), other, findings), findings);
  const { text, title } = readNames(body, before[head], findings);
  return {
    text: [...text, ...withoutTables(after, findings)],
    list: lines.slice(start, end),
    title: title ?? (printed.join('') || undefined),
    findings,
  };
}
