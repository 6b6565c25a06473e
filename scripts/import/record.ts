import type { PlanData } from '../../src/schema/plan.ts';
import type { Finding } from './finding.ts';
import type { Line } from './lines.ts';
import { numberedIn } from './numbering.ts';

/** The record of a document, as far as it is found, and the lines that it leaves to the text. */
export interface DocumentRecord {
  record: Partial<PlanData>;
  rest: Line[];
  findings: Finding[];
}

const documentNumber = /^\S{1,20}?[〔［[【(（](\d{4})[〕］\]】)）]第?(\d+)号$/u;
const date =
  /^(.{0,40}?)([\d〇零○一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)(印发|发布)?$/u;
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

/** Reads a document's lines of running text for its record: head, notice and the date at the end. */
export function readRecord(lines: readonly Line[]): DocumentRecord {
  const record: Partial<PlanData> = {};
  const findings: Finding[] = [];
  const rest = [...lines];
  const take = (start: number, end: number) => rest.splice(start, end - start);
  const wordsOf = (some: readonly Line[]) => some.map(({ text }) => text).join('');

  readDates(rest, record, findings);

  const bodyStart = () => {
    const at = rest.findIndex(({ text }) => numberedIn(text));
    return at < 0 ? rest.length : at;
  };
  const numberAt = rest.slice(0, bodyStart()).findIndex(({ text }) => documentNumber.test(text));
  if (numberAt >= 0) {
    if (numberAt > 0) record.heading = wordsOf(take(0, numberAt));
    const [line] = take(0, 1);
    const printed = line?.text ?? '';
    record.number = printed.replace(/[〔［[【(（](\d{4})[〕］\]】)）]第?/u, '〔$1〕');
    if (record.number !== printed)
      findings.push({
        kind: 'restored',
        line: line?.number,
        found: printed,
        why: `发文字号改用六角括号：${record.number}`,
      });
  }

  const addressedAt = rest.slice(0, bodyStart()).findIndex(({ text }) => /[：:]$/u.test(text));
  if (addressedAt > 0 && /通知[：:]?$/u.test(rest[addressedAt - 1]?.text ?? '')) {
    record.noticeTitle = wordsOf(take(0, addressedAt));
    record.addressees = take(0, 1)[0]?.text;
  }
  readTitle(rest, bodyStart(), record, findings);
  return { record, rest, findings };
}

/** Takes the lines that hold nothing but a date, and the issuer before it. */
function readDates(rest: Line[], record: Partial<PlanData>, findings: Finding[]): void {
  const dated = rest
    .map((line) => ({ line, match: date.exec(line.text) }))
    .filter(({ match }) => match && isoDate(match[2] as string) && !/[，。、：（(]/u.test(match[1] as string));
  const issued = dated.findLast(({ match }) => match?.[3]) ?? dated.at(-1);
  for (const { line, match } of dated) {
    const at = rest.indexOf(line);
    const before = rest[at - 1];
    const alone =
      match?.[1] === '' &&
      before &&
      before.text.length <= 30 &&
      /(?:政府|办公室|委员会|局|厅|部|院|办|机关|中心|小组)$/u.test(before.text);
    const issuer = alone ? before.text : (match?.[1] ?? '');
    rest.splice(alone ? at - 1 : at, alone ? 2 : 1);
    if (line === issued?.line) {
      record.issuedText = line.text.slice(match?.[1]?.length ?? 0);
      record.issuedOn = isoDate(match?.[2] as string);
      if (issuer) record.issuer = issuer;
      if (!match?.[3])
        findings.push({ kind: 'uncertain', line: line.number, found: line.text, why: '没有“印发”二字，当作印发日期' });
    } else {
      const why = '另一个日期（多半是成文日期），手册没有这一栏，没有写进草稿';
      findings.push({ kind: 'unread', line: line.number, found: `${alone ? before.text : ''}${line.text}`, why });
    }
  }
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
      const notice = rest.splice(0, end).slice(0, start);
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
  const first = rest[0];
  if (first && bodyStart > 0 && first.text.length <= 60 && !/[。；：]$/u.test(first.text)) {
    record.title = first.text;
    rest.shift();
    findings.push({ kind: 'uncertain', line: first.number, found: first.text, why: '当作方案的标题' });
  }
}
