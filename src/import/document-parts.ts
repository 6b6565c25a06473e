import { withoutBlanks } from '../text/normalise.ts';
import { readNumeral } from '../text/numerals.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, uncertain } from './finding.ts';
import { joinLines, type Line, type Rest, textsOf, unreadLines } from './lines.ts';
import { isListHead, isOtherHead } from './list-columns.ts';
import { annexHead } from './paragraphs.ts';
import { closingStart } from './signature.ts';
import { unitBrackets, unitsLine } from './unit-bracket.ts';

/** What a document is made of: its running text with the tables in it, and its task list. */
export interface DocumentParts {
  text: Line[];
  /** The lines of the list from its head on; none where there is no list. */
  list: Line[];
  /** What the list is called. */
  title?: string | undefined;
  /** The lines that announce the list and stand above it, as printed. */
  above: string[];
  findings: Finding[];
}

const annexNote = /^附件\s*\d*[：:]\s*(?:1[.．、])?(.+)$/u;

const isAnnexHead = ({ text, cells }: Line): boolean => !cells && annexHead.test(text);

/** The places of the heads of annexes after the measures; before them an annex may be the plan itself. */
function annexHeads(lines: readonly Line[]): number[] {
  const named = lines.findLastIndex(
    ({ text, cells }) => !cells && (unitBrackets([text]).length > 0 || unitsLine(text)),
  );
  const measuresEnd = named >= 0 ? named + 1 : lines.findIndex(({ text, cells }) => !cells && numberedIn(text)) + 1;
  return lines.flatMap((line, index) => (index >= measuresEnd && isAnnexHead(line) ? [index] : []));
}

/** Takes the annexes after the measures out of a text. An annex ends at the lines that close the document. */
function withoutAnnexes(lines: readonly Line[], why: string): Rest {
  const heads = annexHeads(lines);
  const annexes = heads.map((head, index) => {
    const annex = lines.slice(head, heads[index + 1]);
    const closing = closingStart(annex);
    const end = closing >= 0 ? closing : annex.length;
    return { annex: annex.slice(0, end), after: annex.slice(end) };
  });
  return {
    rest: [...lines.slice(0, heads[0]), ...annexes.flatMap(({ after }) => after)],
    findings: annexes.flatMap(({ annex }) => unreadLines(annex, why)),
  };
}

/** The lines that name the annexes, below the text: `附件：1.甲` and, on the lines after it, `2.乙`. */
function annexNames(lines: readonly Line[]): Line[] {
  const at = lines.findLastIndex(({ text, cells }) => !cells && annexNote.test(text));
  if (at < 0) return [];
  let end = at + 1;
  while (numberedIn(lines[end]?.text ?? '')?.value === end - at + 1 && /^\d/u.test(lines[end]?.text ?? '')) end++;
  return lines.slice(at, end);
}

/** Takes the names of the annexes out of the text; gives the line that names the list, and the name. */
function withoutNames(
  text: readonly Line[],
  head: Line | undefined,
): Rest & { own: Line | undefined; title: string | undefined } {
  const names = annexNames(text);
  const number = readNumeral(annexHead.exec(head?.text ?? '')?.[1] ?? '') ?? 1;
  const own = names[number - 1] ?? names[0];
  return {
    rest: text.filter((line) => !names.includes(line)),
    own,
    title: own && (annexNote.exec(own.text)?.[1] ?? numberedIn(own.text)?.rest),
    findings: unreadLines(
      names.filter((line) => line !== own),
      '另一个附件的名称，手册只收任务清单',
    ),
  };
}

/** An entry of a table of contents: words, leaders, the number of a page. */
const contentsEntry = /^(.{2,60}?)(?:[.…·．]{2,}|\t)\s*\d{1,3}$/u;

/** Takes the table of contents out of a text: the line 目录 and the entries below it. */
function withoutContents(lines: readonly Line[]): Rest {
  const start = lines.findIndex(({ text }) => text === '目录');
  if (start < 0) return { rest: [...lines], findings: [] };
  const words = ({ cells, text }: Line) => withoutBlanks(cells?.join('\t') ?? text);
  const isEntry = (line: Line, at: number) =>
    contentsEntry.test(line.cells?.join('\t') ?? line.text) ||
    lines.slice(at + 1).some((other) => numberedIn(line.text) && words(other) === words(line));
  let end = start + 1;
  while (lines[end] && isEntry(lines[end] as Line, end)) end++;
  if (end === start + 1) return { rest: [...lines], findings: [] };
  return {
    rest: [...lines.slice(0, start), ...lines.slice(end)],
    findings: unreadLines(lines.slice(start, end), '目录，正文里都有，没有写进草稿'),
  };
}

/** The head of a table whose columns are set apart by blanks alone. */
const spacedHead = /^序号[^，。；：]{4,40}(?:单位|部门)[^，。；：]{0,20}$/u;

/** A document without a list. */
function partsWithoutList(lines: readonly Line[]): DocumentParts {
  const own = withoutAnnexes(lines, '附件里没有认出任务清单，没有写进草稿');
  // An annex that is left in the text may be the plan itself, which its name tells.
  const isLeft = own.rest.some(isAnnexHead);
  const {
    rest: text,
    own: note,
    findings,
  } = isLeft ? { rest: own.rest, own: undefined, findings: [] } : withoutNames(own.rest, undefined);
  const spaced = lines.filter((line) => !line.cells && spacedHead.test(line.text)).slice(0, 1);
  const isAnnexed = own.findings.length > 0 || findings.length > 0 || note !== undefined;
  return {
    text,
    list: [],
    above: [],
    findings: [
      ...own.findings,
      ...findings,
      ...unreadLines(note ? [note] : [], '附件的名称，附件里没有认出任务清单'),
      ...spaced.map((line) =>
        uncertain(
          line.number,
          line.text,
          '像是用空格排的表头；用空格排的表格读不了，请改用 Word 表格，或在各栏之间用制表符、“|”隔开，再导入',
        ),
      ),
      ...(isAnnexed || spaced.length > 0
        ? [
            uncertain(
              undefined,
              '这份文件没有任务清单',
              '没有找到带表头（序号、工作措施、主要内容、责任单位之类）的表格，草稿里没有清单，数记在措施下；文件附有清单的，请连清单一起再导入',
            ),
          ]
        : []),
    ],
  };
}

/**
 * Divides a document into its text and its list. The list begins with the first row that is the head of one, and ends with its last
 * row, before another annex or another table; lines after it belong to the text, as the date does.
 */
export function partsOf(whole: readonly Line[]): DocumentParts {
  const { rest: lines, findings: contents } = withoutContents(whole);
  const parts = partsWithoutContents(lines);
  return { ...parts, findings: [...contents, ...parts.findings] };
}

function partsWithoutContents(lines: readonly Line[]): DocumentParts {
  const start = lines.findIndex(({ cells }) => cells && isListHead(cells));
  const first = lines[start]?.cells;
  if (!first) return partsWithoutList(lines);

  const foreign = lines.findIndex(
    (line, index) => index > start && (isAnnexHead(line) || (line.cells && isOtherHead(line.cells, first))),
  );
  const limit = foreign < 0 ? lines.length : foreign;
  const lastRow = lines.slice(0, limit).findLastIndex(({ cells }) => cells) + 1;
  let end = lastRow;
  while (end < limit && /^(?:备?注)[：:]/u.test(lines[end]?.text ?? '')) end++;
  const before = lines.slice(0, start);
  const head = annexHeads(before).at(-1) ?? -1;
  const titled = head < 0 ? [] : before.slice(head + 1);
  const printed = titled.filter(({ cells }) => !cells);
  const other = '另一个附件，手册只收任务清单';
  const after = withoutAnnexes(lines.slice(end), other);
  const body = withoutAnnexes(before.slice(0, head < 0 ? start : head), other);
  const names = withoutNames(body.rest, before[head]);
  // Where the plan is an annex itself, the names of both stand in the covering notice, of which they are a part.
  const isAnnexed = names.own !== undefined && body.rest.slice(body.rest.indexOf(names.own)).some(isAnnexHead);
  const { rest, own, title, findings } = isAnnexed ? { ...names, ...body, own: undefined } : names;
  return {
    text: [...rest, ...after.rest],
    list: lines.slice(start, end),
    title: joinLines(printed) || title || undefined,
    above: [
      ...(own ? [own.text] : []),
      ...(head < 0 ? [] : textsOf(before.slice(head, head + 1))),
      ...textsOf(printed),
    ],
    findings: [
      ...new Set([...body.findings, ...findings]),
      ...unreadLines(
        titled.filter(({ cells }) => cells),
        '清单之前的另一个表格，手册没有放处',
      ),
      ...after.findings,
    ],
  };
}
