import type { PlanData } from '../schema/plan.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import type { Finding } from './finding.ts';
import type { Line } from './lines.ts';
import { annexHead, isPlanTitle } from './paragraphs.ts';

/** The record of a document, as far as it is found, and the lines that it leaves to the text. */
export interface DocumentRecord {
  record: Partial<PlanData>;
  rest: Line[];
  findings: Finding[];
}

const documentNumber = /^[^\s：:]{1,20}?[〔［[【(（](\d{4})[〕］\]】)）]第?(\d+)号$/u;
const date =
  /^(.{0,40}?)([\d〇零○一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)(印发|发布)?$/u;
const office = /(?:政府|办公室|委员会|局|厅|部|院|办|机关|中心|小组)$/u;
const copies = /^抄\s*[送报][：:]/u;
const publicity = /^[（(]?(?:此件|公开方式[：:])[^，。]{0,12}公开(?:发布)?[）)]?$/u;
const bare = (text: string) => text.replace(/\s/gu, '');

const digits = '〇一二三四五六七八九';
/** A number of a date in Chinese numerals or figures: 二〇二五, 十二, 28. */
function readNumber(words: string): number {
  if (/^\d+$/u.test(words)) return Number(words);
  const plain = words.replace(/[零○]/gu, '〇');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : [undefined, plain];
  const ten = tens === undefined ? 0 : tens === '' ? 10 : digits.indexOf(tens) * 10;
  return ten + Number([...(ones || '〇')].map((sign) => digits.indexOf(sign)).join(''));
}

/** A date as printed, as `YYYY-MM-DD`; undefined if there is no such day. */
function isoDate(words: string): string | undefined {
  const parts = words
    .split(/[年月日]/u)
    .slice(0, 3)
    .map(readNumber);
  const [year = 0, month = 0, day = 0] = parts;
  const time = new Date(Date.UTC(year, month - 1, day));
  const real = parts.every((part) => part > 0) && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return real && !Number.isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : undefined;
}

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
  const [, before = '', day = '', imprint] = date.exec(line?.text ?? '') ?? [];
  const iso = isoDate(day);
  if (!line || !iso || /[，。、：（(]/u.test(before)) return undefined;
  const above = lines[at - 1];
  const isBelow = before === '' && above !== undefined && above.text.length <= 30 && office.test(above.text);
  return {
    lines: isBelow ? [above, line] : [line],
    office: isBelow ? above.text : before,
    words: line.text.slice(before.length),
    isoDate: iso,
    isImprint: imprint !== undefined,
  };
}

/** The place of the first of the lines that close a document: whom else it is sent to, who signed it, who printed it; -1 if none. */
export function closingStart(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }, index) => copies.test(text) || datedAt(lines, index));
  return at < 0 ? at : at + 1 - (datedAt(lines, at)?.lines.length ?? 1);
}

const wordsOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('');

const unread = (lines: readonly Line[], why: string): Finding => ({
  kind: 'unread',
  line: lines[0]?.number,
  found: wordsOf(lines),
  why,
});

/** Reads a document's lines of running text for its record: head, notice and the date at the end. */
export function readRecord(lines: readonly Line[]): DocumentRecord {
  const record: Partial<PlanData> = {};
  const findings: Finding[] = [];
  const rest = [...lines];

  takeNotes(rest, findings);
  const dated = takeDates(rest);
  const bodyStart = () => {
    const at = rest.findIndex(({ text }) => numberedIn(text));
    return at < 0 ? rest.length : at;
  };
  readHeading(rest, bodyStart(), record, findings);
  readNumbered(rest, bodyStart(), record, findings);
  readAddress(rest, bodyStart(), record, findings);
  if (record.title === undefined) readTitle(rest, bodyStart(), record, findings);
  readIssue(dated, record, findings);
  return { record, rest, findings };
}

/** Takes out what stands around the text and has no place in the handbook: copies to others, and whether all may read it. */
function takeNotes(rest: Line[], findings: Finding[]): void {
  for (let at = rest.length - 1; at >= 0; at--) {
    const { text } = rest[at] as Line;
    if (publicity.test(text)) findings.push(unread(rest.splice(at, 1), '公开方式，手册没有这一栏，没有写进草稿'));
    if (!copies.test(text)) continue;
    let end = at + 1;
    while (end < rest.length && !/。$/u.test(rest[end - 1]?.text ?? '') && closingStart(rest.slice(end)) !== 0) end++;
    findings.push(unread(rest.splice(at, end - at), '抄送机关，手册没有这一栏，没有写进草稿'));
  }
}

/** Takes out the lines that hold nothing but a date, with the offices before them. */
function takeDates(rest: Line[]): DatedLine[] {
  const dated = rest.flatMap((_, at) => datedAt(rest, at) ?? []);
  const taken = new Set(dated.flatMap((one) => one.lines));
  rest.splice(0, rest.length, ...rest.filter((line) => !taken.has(line)));
  return dated;
}

/** Takes the heading, the only line above the text that ends in 文件, with the names of offices that it goes on from. */
function readHeading(rest: Line[], bodyStart: number, record: Partial<PlanData>, findings: Finding[]): void {
  const at = rest.slice(0, bodyStart).findIndex(({ text }) => /^[^，。：《]{1,40}文件$/u.test(text));
  if (at < 0) return;
  const taken = rest.splice(0, at + 1);
  const start = taken.slice(0, -1).findLastIndex(({ text }) => !office.test(text)) + 1;
  record.heading = wordsOf(taken.slice(start));
  for (const line of taken.slice(0, start)) findings.push(unread([line], '版头之前的话，手册没有放处'));
}

/** Takes the number of the document. */
function readNumbered(rest: Line[], bodyStart: number, record: Partial<PlanData>, findings: Finding[]): void {
  const at = rest.slice(0, bodyStart).findIndex(({ text }) => documentNumber.test(text));
  const [line] = at < 0 ? [] : rest.splice(at, 1);
  if (!line) return;
  record.number = line.text.replace(/[〔［[【(（](\d{4})[〕］\]】)）]第?/u, '〔$1〕');
  const why = `发文字号改用六角括号：${record.number}`;
  if (record.number !== line.text) findings.push({ kind: 'restored', line: line.number, found: line.text, why });
}

/** Whether two names are of one office, of which one may leave out the city. */
const isSameOffice = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/**
 * Reads who issued the document and when it was printed. The issuer is who signed it above its date, or else who printed it, or else
 * who stands in the heading; where these are not the same, that is told.
 */
function readIssue(dated: readonly DatedLine[], record: Partial<PlanData>, findings: Finding[]): void {
  const imprint = dated.findLast(({ isImprint }) => isImprint);
  const issued = imprint ?? dated.at(-1);
  const signed = dated.findLast((one) => !one.isImprint && one.office !== '');
  const headed = record.heading?.replace(/文件$/u, '');
  const issuer = signed?.office || imprint?.office || headed;
  if (issuer) record.issuer = issuer;
  if (issued) Object.assign(record, { issuedText: issued.words, issuedOn: issued.isoDate });
  const tell = (line: Line | undefined, found: string, why: string) =>
    findings.push({ kind: 'uncertain', line: line?.number, found, why });

  for (const [name, other, line] of [
    ['版头', headed, undefined],
    ['印发机关', imprint?.office, imprint?.lines[0]],
  ] as const)
    if (issuer && other && !isSameOffice(other, issuer))
      tell(line, `${name}作“${other}”`, `与发文机关“${issuer}”不同，请核对 issuer`);
  if (issuer && !signed && !imprint?.office) tell(undefined, issuer, '没有找到落款，发文机关取自版头');
  if (issued && !issued.isImprint) tell(issued.lines.at(-1), issued.words, '没有“印发”二字，当作印发日期');
  for (const one of dated) {
    const first = one.lines[0] as Line;
    if (one === issued && (one.office === '' || one.office === issuer)) continue;
    if (one === issued)
      findings.push(
        unread([{ ...first, text: one.office }], '印发机关的名称与发文机关不同，手册没有这一栏，没有写进草稿'),
      );
    else if (one === signed && imprint?.office !== issuer)
      findings.push(unread(one.lines.slice(-1), '另一个日期（多半是成文日期），手册没有这一栏，没有写进草稿'));
    else findings.push(unread(one.lines, '落款和另一个日期（多半是成文日期）；手册只收印发的，没有写进草稿'));
  }
}

/** Takes the title that stands above the addressees, and these: that of the notice, or of the plan where it comes without one. */
function readAddress(rest: Line[], bodyStart: number, record: Partial<PlanData>, findings: Finding[]): void {
  const above = rest.slice(0, bodyStart);
  const isAddressed = (_: Line, index: number) => /[：:]$/u.test(above[index + 1]?.text ?? '');
  const ends = above.findIndex((line, index) => /通知[：:]?$/u.test(line.text) && isAddressed(line, index));
  const notice = ends < 0 ? above.findIndex(({ text }) => /关于.*通知$/u.test(text)) : ends;
  const last =
    notice < 0 ? above.findIndex((line, index) => isPlanTitle(line.text) && isAddressed(line, index)) : notice;
  if (last < 0) return;
  const about = rest.slice(0, last + 1).findLastIndex(({ text }) => text.includes('关于'));
  let start = about < 0 ? last : about;
  while (/^关于/u.test(rest[start]?.text ?? '') && office.test(rest[start - 1]?.text ?? '')) start--;
  const [title, addressees] = [rest.slice(start, last + 1), rest[last + 1]?.text];
  for (const line of rest.slice(0, start)) findings.push(unread([line], '标题之前的话，手册没有放处'));
  record[notice < 0 ? 'title' : 'noticeTitle'] = wordsOf(title);
  const isNext = addressees !== undefined && isAddressed(rest[last] as Line, last);
  if (isNext) record.addressees = addressees;
  rest.splice(0, last + (isNext ? 2 : 1));
}

/** Takes the title of the plan and, before it, the notice. */
function readTitle(rest: Line[], bodyStart: number, record: Partial<PlanData>, findings: Finding[]): void {
  const [, named] = /关于印发(?:《)?(.+?)(?:》)?的通知/u.exec(record.noticeTitle ?? '') ?? [];
  for (let start = 0; named && start < bodyStart; start++)
    for (let end = start + 1; end <= Math.min(start + 3, bodyStart); end++) {
      const words = rest
        .slice(start, end)
        .map(({ text }) => text)
        .join('');
      if (bare(words) !== bare(named)) continue;
      record.title = words;
      const notice = rest
        .splice(0, end)
        .slice(0, start)
        .filter(({ text }) => !annexHead.test(text));
      if (notice.length > 0) record.notice = notice.map(({ text }) => text).join('');
      if (notice.length > 1)
        findings.push({
          kind: 'restored',
          line: notice[0]?.number,
          found: record.notice ?? '',
          why: '通知正文的几段接成一段',
        });
      return;
    }
  const at = rest.findIndex(({ text }) => !annexHead.test(text));
  const first = rest[at];
  if (first && at < bodyStart && first.text.length <= 60 && !/[。；：]$/u.test(first.text)) {
    record.title = first.text;
    rest.splice(0, at + 1);
    findings.push({ kind: 'uncertain', line: first.number, found: first.text, why: '当作方案的标题' });
  }
}
