import type { PlanData } from '../schema/plan.ts';
import { lettersOf } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, restored, uncertain, unread } from './finding.ts';
import { joinLines, type Line, linesApart, type Rest, textsOf, unreadLines } from './lines.ts';
import { annexHead, isPlanTitle, planKinds, titleBracket } from './paragraphs.ts';
import { closingStart, copies, type DatedLine, datedAt, type FoundIssue, isOffice, readIssue } from './signature.ts';
import { withoutWebPage } from './web-page.ts';

/** The record of a document, as far as it is found. */
export type FoundRecord = Partial<Pick<PlanData, 'title' | 'heading' | 'number' | 'noticeTitle' | 'addressees'>> &
  FoundIssue & {
    /** The paragraphs of the notice. */
    notice?: string[];
  };

/** The record, and the lines that it leaves to the text. */
export interface DocumentRecord extends Rest {
  record: FoundRecord;
}

const documentNumber = /^[（(]?[^\s：:，。（(]{1,20}?[〔［[【(（](\d{4})[〕］\]】)）]第?(\d+)号[）)]?$/u;
const publicity = /^[（(]?(?:此件|公开方式[：:]|本文有删减)[^，。]{0,12}(?:公开(?:发布)?)?[）)]?$/u;
const kinds = new RegExp(`(?:通知|${planKinds}|决定|通报|批复|答复|函)${titleBracket}$`, 'u');
const salutation = /^(?=.*(?:各|政府|部门|单位|委员会|公司|机构|办事处)).{2,200}[：:]$/u;

/** The names of the plan by which its notice calls it. */
function namesOfPlan(head: readonly Line[]): string[] {
  const text = joinLines(head);
  const names = [
    /关于印发(?:《)?(.+?)(?:》)?的通知/gu,
    /^.*?印发《((?:[^《》]|《[^《》]*》)+)》的通知/gu,
    /现?将《((?:[^《》]|《[^《》]*》)+)》/gu,
    /《((?:[^《》]|《[^《》]*》)+)》(?:（[^（）]*）)?(?:已|业)/gu,
  ].flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, name]) => (name ? [lettersOf(name)] : [])));
  const annexed = head.flatMap(({ text: line }) => /^附件\d*[：:](.+)$/u.exec(line)?.[1] ?? []).map(lettersOf);
  return [...new Set([...names, ...annexed])].filter((name) => name.length > 2);
}

/** Over how many lines more than one a title may run. */
const longestTitle = 4;

/** How far from the beginning a plan's title may stand. */
const longestHead = 80;

/** The lines of the plan's title, where a notice before it names it: from and to which place. */
function titleBelow(
  lines: readonly Line[],
  received: readonly Line[] = lines,
): { start: number; end: number } | undefined {
  const apart = linesApart(lines, received);
  const head = lines.slice(0, longestHead);
  for (let start = 1; start < head.length; start++)
    for (let end = start + 1; end <= Math.min(start + 5, head.length); end++) {
      const own = head.slice(start, end);
      if (own.some(({ cells, text }) => cells || /[。：；]$/u.test(text)) || isParted(own, apart)) break;
      const letters = lettersOf(joinLines(own));
      if (namesOfPlan(head.slice(0, start)).includes(letters)) return { start, end };
    }
  return undefined;
}

/** Whether other lines of the document stand between some lines. */
const isParted = (lines: readonly Line[], apart: ReadonlySet<number>): boolean =>
  lines.slice(1).some(({ number }) => apart.has(number));

/** The place of the first numbered line, up to which a record without a notice stands. */
function bodyStart(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text, cells }) => !cells && numberedIn(text) && !documentNumber.test(text));
  return at < 0 ? lines.length : at;
}

/** Reads a document's lines of running text for its record: head, notice and the date at the end. */
export function readRecord(lines: readonly Line[]): DocumentRecord {
  const notes = withoutNotes(lines);
  const end = titleBelow(notes.rest)?.start ?? bodyStart(notes.rest);
  const page = withoutWebPage(notes.rest, (index) => index < end);
  const findings = [...notes.findings, ...page.findings];
  const signatures = page.rest.flatMap((_, at) => datedAt(page.rest, at) ?? []);
  // Below a notice that is signed stands the signature of the document that it forwards, which is part of its text.
  const below = new Set(page.rest.slice(titleBelow(page.rest)?.start));
  const isBelow = ({ lines: own, isImprint }: DatedLine) => !isImprint && own.every((line) => below.has(line));
  const isForwarded = signatures.some((one) => one.offices.length > 0 && !isBelow(one));
  const dated = isForwarded ? signatures.filter((one) => !isBelow(one)) : signatures;
  const signed = new Set(dated.flatMap((one) => one.lines));
  const open = page.rest.filter((line) => !signed.has(line));

  const title = titleBelow(open, lines);
  const head = readHead(open.slice(0, title?.start ?? bodyStart(open)), title !== undefined, lines);
  const own = title && open.slice(title.start, title.end);
  const record: FoundRecord = { ...head.record, ...(own ? { title: joinLines(own) } : {}) };
  if (record.number === undefined && page.pageNumber) {
    record.number = page.pageNumber.number;
    findings.push(uncertain(page.pageNumber.line, record.number, '发文字号只印在网页的栏目里，取自那里'));
  }
  const issue = readIssue(dated, record.heading);
  return {
    record: { ...record, ...issue.record },
    rest: title ? open.slice(title.end) : [...head.rest, ...open.slice(bodyStart(open))],
    findings: [...findings, ...head.findings, ...issue.findings],
  };
}

/** Takes out what stands around the text and has no place in the handbook: copies to others, and whether all may read it. */
function withoutNotes(lines: readonly Line[]): Rest {
  const open = lines.filter(({ text }) => !publicity.test(text));
  const rest: Line[] = [];
  const findings: Finding[] = [];
  for (let at = 0; at < open.length; ) {
    let end = at + 1;
    if (copies.test(open[at]?.text ?? '')) {
      while (end < open.length && !/。$/u.test(open[end - 1]?.text ?? '') && closingStart(open.slice(end)) !== 0) end++;
      findings.push(unread(open[at]?.number, joinLines(open.slice(at, end)), '抄送机关，手册没有这一栏，没有写进草稿'));
    } else rest.push(open[at] as Line);
    at = end;
  }
  const published = lines.filter(({ text }) => publicity.test(text));
  findings.push(...unreadLines(published, '公开方式，手册没有这一栏，没有写进草稿'));
  return { rest, findings };
}

/** Takes lines from a list by their places. */
const without = (lines: readonly Line[], taken: readonly Line[]): Line[] =>
  lines.filter((line) => !taken.includes(line));

/**
 * Reads the lines above the plan's title, where a notice comes before it (`isNotice`), or else those above the first number: the
 * heading, the number, the title, the addressees, and the notice.
 */
function readHead(lines: readonly Line[], isNotice: boolean, received: readonly Line[]): DocumentRecord {
  const findings: Finding[] = [];
  const record: FoundRecord = {};
  const annexes = isNotice ? lines.filter(({ text }) => annexHead.test(text)) : [];
  findings.push(...unreadLines(annexes, '“附件”字样，手册没有放处'));
  let open = without(lines, annexes);

  const headingEnd = open.findIndex(({ text, cells }) => !cells && /^(?!.*关于)[^，。：《]{1,40}文件$/u.test(text));
  if (headingEnd >= 0) {
    const start = open.slice(0, headingEnd).findLastIndex((line) => !isOffice(line)) + 1;
    record.heading = joinLines(open.slice(start, headingEnd + 1));
    findings.push(...unreadLines(open.slice(0, start), '版头之前的话，手册没有放处'));
    open = open.slice(headingEnd + 1);
  }
  const numbered = open.find(({ text, cells }) => !cells && documentNumber.test(text));
  if (numbered) {
    record.number = numbered.text
      .replace(/^[（(](.*)[）)]$/u, '$1')
      .replace(/[〔［[【(（](\d{4})[〕］\]】)）]第?/u, '〔$1〕');
    if (record.number !== numbered.text)
      findings.push(restored(numbered.number, numbered.text, `发文字号改用六角括号：${record.number}`));
  }
  const greeted = open.findIndex(
    ({ text, cells }, at) =>
      !cells && salutation.test(text) && !/[。；]|如下[：:]$/u.test(text) && isBelowTitle(open, at, numbered),
  );
  const found = titleLines(open, greeted, numbered);
  // Of lines between which others stood the last are the title.
  const apart = linesApart(found.lines, received);
  const titled = {
    ...found,
    lines: found.lines.slice(
      Math.max(
        0,
        found.lines.findLastIndex(({ number }) => apart.has(number)),
      ),
    ),
  };
  if (greeted >= 0) record.addressees = (open[greeted] as Line).text;
  const above = open
    .slice(0, titled.end)
    .filter((line, at) => line !== numbered && (at < titled.start || !titled.lines.includes(line)));
  findings.push(...unreadLines(above, '标题之前的话，手册没有放处'));
  if (titled.lines.length > 0) {
    const title = joinLines(titled.lines);
    if (isNotice) record.noticeTitle = title;
    else {
      record.title = title;
      if (!titled.isCertain) findings.push(uncertain(titled.lines[0]?.number, title, '当作文件的标题'));
    }
  }
  const rest = open.slice(Math.max(titled.end, greeted + 1)).filter((line) => line !== numbered);
  if (!isNotice) return { record, rest, findings };
  const notice = rest.filter(({ cells }) => !cells);
  findings.push(
    ...unreadLines(
      rest.filter(({ cells }) => cells),
      '通知里的表格，手册没有放处',
    ),
  );
  if (notice.length > 0) record.notice = textsOf(notice);
  return { record, rest: [], findings };
}

/** Whether a line can hold the addressees: at the beginning of the head, or below a title or the number. */
function isBelowTitle(lines: readonly Line[], at: number, number: Line | undefined): boolean {
  const above = lines[at - 1];
  return at === 0 || above === number || kinds.test(above?.text ?? '') || at <= 6;
}

/** The lines of the title above a place, or of the first lines where nobody is addressed. */
function titleLines(
  lines: readonly Line[],
  greeted: number,
  number: Line | undefined,
): { lines: Line[]; start: number; end: number; isCertain: boolean } {
  const none = { lines: [], start: Math.max(greeted, 0), end: 0, isCertain: true };
  const limit = greeted < 0 ? lines.length : greeted;
  const isOpen = (line: Line | undefined) =>
    line !== undefined && !line.cells && line !== number && !annexHead.test(line.text) && line.text.length <= 80;
  let last = -1;
  for (let at = 0; at < limit; at++) {
    const line = lines[at] as Line;
    if (isOpen(line) && kinds.test(line.text) && !/[。；]$/u.test(line.text)) {
      last = at;
      if (greeted < 0) break;
    }
  }
  if (last < 0) {
    const at = lines.findIndex((line, index) => index < limit && isOpen(line));
    const first = lines[at];
    if (!first || first.text.length > 60 || /[。；：]$/u.test(first.text)) return none;
    // Above the addressees all is the title, or else the first line alone.
    const own = greeted < 0 ? [first] : lines.slice(at, limit).filter(isOpen);
    return { lines: own, start: at, end: greeted < 0 ? at + 1 : limit, isCertain: false };
  }
  let start = last;
  // A title over several lines begins with that which says what it is about.
  const about = lines.slice(Math.max(0, last - longestTitle), last + 1).findLastIndex(({ text }) => /关于/u.test(text));
  const first = Math.max(0, last - longestTitle) + about;
  if (about >= 0 && lines.slice(first, last).every((line) => isOpen(line) && !/[。；：]$/u.test(line.text)))
    start = first;
  while (
    start > 0 &&
    last - start < 8 &&
    !lines.slice(start, last + 1).some(({ text }) => /关于/u.test(text) && !beginsTitle.test(text)) &&
    isOpen(lines[start - 1]) &&
    !/[。；：]$/u.test(lines[start - 1]?.text ?? '') &&
    !isWhole(lines.slice(start, last + 1), lines[start - 1] as Line)
  )
    start--;
  const own = lines.slice(start, last + 1).filter((line) => line !== number);
  return { lines: own, start, end: last + 1, isCertain: kinds.test(joinLines(own)) };
}

/** What a title says behind the office that issues it. */
const beginsTitle = /^(?:关于|(?:印发|转发|批转)《)/u;

/** Whether the lines of a title are whole without the line above: that is no office, and they do not begin in mid-sentence. */
function isWhole(own: readonly Line[], above: Line): boolean {
  const title = joinLines(own);
  if (beginsTitle.test(title)) return !isOffice(above);
  return isPlanTitle(title) && !/关于/u.test(above.text) && !/[的和、与及]$/u.test(above.text);
}
