import { dayPattern, readDay } from '../text/dates.ts';
import { withoutBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import type { DraftRecord } from './draft.ts';
import { type Finding, restored, uncertain, unread } from './finding.ts';
import { joinLines, type Line, type Rest } from './lines.ts';
import { annexHead, isPlanTitle } from './paragraphs.ts';

/** The record of a document, as far as it is found, and the lines that it leaves to the text. */
export interface DocumentRecord extends Rest {
  record: DraftRecord;
}

const documentNumber = /^[^\s：:]{1,20}?[〔［[【(（](\d{4})[〕］\]】)）]第?(\d+)号$/u;
const datedLine = new RegExp(`^(.{0,40}?)(${dayPattern})(印发|发布)?$`, 'u');
const office = /(?:政府|办公室|委员会|局|厅|部|院|办|机关|中心|小组)$/u;
const copies = /^抄\s*[送报][：:]/u;
const publicity = /^[（(]?(?:此件|公开方式[：:])[^，。]{0,12}公开(?:发布)?[）)]?$/u;

/** A line that holds nothing but a date, and the office that stands before it, on the line or above. */
interface DatedLine {
  lines: Line[];
  office: string;
  /** The date as printed, with `印发`. */
  words: string;
  isoDate: string;
  isImprint: boolean;
}

/** Reads the line at a place as a date with its office; undefined where it is none. */
function datedAt(lines: readonly Line[], at: number): DatedLine | undefined {
  const line = lines[at];
  const [, before = '', day = '', imprint] = datedLine.exec(line?.text ?? '') ?? [];
  const isoDate = readDay(day);
  if (!line || !isoDate || /[，。、：（(]/u.test(before)) return undefined;
  const above = lines[at - 1];
  const isBelow = before === '' && above !== undefined && above.text.length <= 30 && office.test(above.text);
  return {
    lines: isBelow ? [above, line] : [line],
    office: isBelow ? above.text : before,
    words: line.text.slice(before.length),
    isoDate,
    isImprint: imprint !== undefined,
  };
}

/** The place of the first of the lines that close a document: whom else it is sent to, who signed it, who printed it; -1 if none. */
export function closingStart(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }, index) => copies.test(text) || datedAt(lines, index));
  return at < 0 ? at : at + 1 - (datedAt(lines, at)?.lines.length ?? 1);
}

const unreadLines = (lines: readonly Line[], why: string): Finding => unread(lines[0]?.number, joinLines(lines), why);

/** The place of the first numbered line, up to which the record stands. */
function bodyStart(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }) => numberedIn(text));
  return at < 0 ? lines.length : at;
}

/** Reads a part of the record from the lines that the parts before it have left, and takes its own lines out. */
type Step = (lines: Line[], known: DraftRecord) => DocumentRecord;

/** Reads a document's lines of running text for its record: head, notice and the date at the end. */
export function readRecord(lines: readonly Line[]): DocumentRecord {
  const open = withoutNotes(lines);
  const dated = open.rest.flatMap((_, at) => datedAt(open.rest, at) ?? []);
  const taken = new Set(dated.flatMap((one) => one.lines));
  const steps: Step[] = [
    readHeading,
    readNumber,
    readAddress,
    readTitle,
    (rest, known) => readIssue(dated, rest, known),
  ];
  return steps.reduce(
    ({ record, rest, findings }: DocumentRecord, step) => {
      const found = step(rest, record);
      return {
        record: { ...record, ...found.record },
        rest: found.rest,
        findings: [...findings, ...found.findings],
      };
    },
    { record: {}, rest: open.rest.filter((line) => !taken.has(line)), findings: open.findings },
  );
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
      findings.push(unreadLines(open.slice(at, end), '抄送机关，手册没有这一栏，没有写进草稿'));
    } else rest.push(open[at] as Line);
    at = end;
  }
  const published = lines.filter(({ text }) => publicity.test(text));
  findings.push(...published.map((line) => unreadLines([line], '公开方式，手册没有这一栏，没有写进草稿')));
  return { rest, findings };
}

/** Takes the heading, the only line above the text that ends in 文件, with the names of offices that it goes on from. */
function readHeading(lines: Line[]): DocumentRecord {
  const at = lines.slice(0, bodyStart(lines)).findIndex(({ text }) => /^[^，。：《]{1,40}文件$/u.test(text));
  if (at < 0) return { record: {}, rest: lines, findings: [] };
  const start = lines.slice(0, at).findLastIndex(({ text }) => !office.test(text)) + 1;
  return {
    record: { heading: joinLines(lines.slice(start, at + 1)) },
    rest: lines.slice(at + 1),
    findings: lines.slice(0, start).map((line) => unreadLines([line], '版头之前的话，手册没有放处')),
  };
}

/** Takes the number of the document. */
function readNumber(lines: Line[]): DocumentRecord {
  const at = lines.slice(0, bodyStart(lines)).findIndex(({ text }) => documentNumber.test(text));
  const line = lines[at];
  if (!line) return { record: {}, rest: lines, findings: [] };
  const number = line.text.replace(/[〔［[【(（](\d{4})[〕］\]】)）]第?/u, '〔$1〕');
  const changed = number !== line.text ? [restored(line.number, line.text, `发文字号改用六角括号：${number}`)] : [];
  return { record: { number }, rest: lines.toSpliced(at, 1), findings: changed };
}

/** Takes the title that stands above the addressees, and these: that of the notice, or of the plan where it comes without one. */
function readAddress(lines: Line[]): DocumentRecord {
  const above = lines.slice(0, bodyStart(lines));
  const isAddressed = (index: number) => /[：:]$/u.test(above[index + 1]?.text ?? '');
  const ends = above.findIndex(({ text }, index) => /通知[：:]?$/u.test(text) && isAddressed(index));
  const notice = ends < 0 ? above.findIndex(({ text }) => /关于.*通知$/u.test(text)) : ends;
  const last = notice < 0 ? above.findIndex(({ text }, index) => isPlanTitle(text) && isAddressed(index)) : notice;
  if (last < 0) return { record: {}, rest: lines, findings: [] };
  const about = lines.slice(0, last + 1).findLastIndex(({ text }) => text.includes('关于'));
  let start = about < 0 ? last : about;
  while (/^关于/u.test(lines[start]?.text ?? '') && office.test(lines[start - 1]?.text ?? '')) start--;
  const addressees = isAddressed(last) ? above[last + 1]?.text : undefined;
  return {
    record: {
      [notice < 0 ? 'title' : 'noticeTitle']: joinLines(lines.slice(start, last + 1)),
      ...(addressees === undefined ? {} : { addressees }),
    },
    rest: lines.slice(last + (addressees === undefined ? 1 : 2)),
    findings: lines.slice(0, start).map((line) => unreadLines([line], '标题之前的话，手册没有放处')),
  };
}

/** Takes the title of the plan, where none stood above the addressees, and the notice before it. */
function readTitle(lines: Line[], known: DraftRecord): DocumentRecord {
  if (known.title !== undefined) return { record: {}, rest: lines, findings: [] };
  const body = bodyStart(lines);
  const [, named] = /关于印发(?:《)?(.+?)(?:》)?的通知/u.exec(known.noticeTitle ?? '') ?? [];
  for (let start = 0; named && start < body; start++)
    for (let end = start + 1; end <= Math.min(start + 3, body); end++) {
      const title = joinLines(lines.slice(start, end));
      if (withoutBlanks(title) !== withoutBlanks(named)) continue;
      const above = lines.slice(0, start).filter(({ text }) => !annexHead.test(text));
      const notice = joinLines(above);
      return {
        record: { title, ...(above.length > 0 ? { notice } : {}) },
        rest: lines.slice(end),
        findings: above.length > 1 ? [restored(above[0]?.number, notice, '通知正文的几段接成一段')] : [],
      };
    }
  const at = lines.findIndex(({ text }) => !annexHead.test(text));
  const first = lines[at];
  if (!first || at >= body || first.text.length > 60 || /[。；：]$/u.test(first.text))
    return { record: {}, rest: lines, findings: [] };
  return {
    record: { title: first.text },
    rest: lines.slice(at + 1),
    findings: [uncertain(first.number, first.text, '当作方案的标题')],
  };
}

/** Whether two names are of one office, of which one may leave out the city. */
const isSameOffice = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/**
 * Reads who issued the document and when it was printed. The issuer is who signed it above its date, or else who printed it, or else
 * who stands in the heading; where these are not the same, that is reported.
 */
function readIssue(dated: readonly DatedLine[], rest: Line[], { heading }: DraftRecord): DocumentRecord {
  const imprint = dated.findLast(({ isImprint }) => isImprint);
  const issued = imprint ?? dated.at(-1);
  const signed = dated.findLast((one) => !one.isImprint && one.office !== '');
  const headed = heading?.replace(/文件$/u, '');
  const issuer = signed?.office || imprint?.office || headed;

  const findings: Finding[] = [];
  for (const [name, other, line] of [
    ['版头', headed, undefined],
    ['印发机关', imprint?.office, imprint?.lines[0]],
  ] as const)
    if (issuer && other && !isSameOffice(other, issuer))
      findings.push(uncertain(line?.number, `${name}作“${other}”`, `与发文机关“${issuer}”不同，请核对 issuer`));
  if (issuer && !signed && !imprint?.office)
    findings.push(uncertain(undefined, issuer, '没有找到落款，发文机关取自版头'));
  if (issued && !issued.isImprint)
    findings.push(uncertain(issued.lines.at(-1)?.number, issued.words, '没有“印发”二字，当作印发日期'));
  for (const one of dated) {
    const [first] = one.lines;
    if (one === issued) {
      const why = '印发机关的名称与发文机关不同，手册没有这一栏，没有写进草稿';
      if (one.office !== '' && one.office !== issuer) findings.push(unread(first?.number, one.office, why));
    } else if (one === signed && imprint?.office !== issuer)
      findings.push(unreadLines(one.lines.slice(-1), '另一个日期（多半是成文日期），手册没有这一栏，没有写进草稿'));
    else findings.push(unreadLines(one.lines, '落款和另一个日期（多半是成文日期）；手册只收印发的，没有写进草稿'));
  }
  return {
    record: {
      ...(issuer ? { issuer } : {}),
      ...(issued ? { issuedText: issued.words, issuedOn: issued.isoDate } : {}),
    },
    rest,
    findings,
  };
}
