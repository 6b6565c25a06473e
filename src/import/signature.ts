import type { PlanData } from '../schema/plan.ts';
import { dayPattern, readDay } from '../text/dates.ts';
import { withoutBlanks } from '../text/normalise.ts';
import { numberedIn } from '../text/outline-numbers.ts';
import { type Finding, uncertain, unread } from './finding.ts';
import { joinLines, type Line, unreadLines } from './lines.ts';

const datedLine = new RegExp(`^(.{0,40}?)(${dayPattern})(印发|发布)?$`, 'u');
const office = /(?:政府|办公[室厅]|委员会|局|厅|部|院|办|委|机关|中心|小组|总署|总社|工会|联合会)$/u;
/** Whom else a document is sent to. */
export const copies = /^抄\s*[送报][：:]/u;

/** Who issued a document and when, as far as it is found. */
export interface FoundIssue extends Partial<Pick<PlanData, 'issuedOn' | 'issuedText'>> {
  /** One office, or several. */
  issuer?: string[];
  /** The lines of offices and date as printed. */
  signature?: string[];
}

/** A line that holds nothing but a date, and the offices that stand before it, on the line or above. */
export interface DatedLine {
  lines: Line[];
  offices: string[];
  /** The date as printed, with `印发`. */
  words: string;
  isoDate: string;
  isImprint: boolean;
}

/** Whether a line is the name of an office, or of several. */
export const isOffice = ({ text, cells }: Line): boolean =>
  !cells && text.length <= 40 && office.test(text) && !/[，。：；《]/u.test(text) && !numberedIn(text);

/** The offices that a line names, set apart by blanks. */
const officesIn = ({ text, printed = text }: Line): string[] => {
  const parts = printed.trim().split(/\s+/u);
  return parts.every((part) => office.test(part) && part.length > 2) ? parts : [text];
};

/** Reads the line at a place as a date with its offices; undefined where it is none. */
export function datedAt(lines: readonly Line[], at: number): DatedLine | undefined {
  const line = lines[at];
  const [, before = '', day = '', imprint] = datedLine.exec(line?.text ?? '') ?? [];
  const isoDate = readDay(day);
  if (!line || line.cells || !isoDate || /[，。、：（(]/u.test(before)) return undefined;
  let start = at;
  while (before === '' && start > 0 && at - start < 12 && isOffice(lines[start - 1] as Line)) start--;
  // What stands above several offices in a row is no more than the title of the notice that they sent out.
  const own = lines.slice(start, at + 1);
  return {
    lines: own,
    offices: before === '' ? own.slice(0, -1).flatMap(officesIn) : [before],
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

/** Whether two names are of one office, of which one may leave out the city. */
const isSameOffice = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/**
 * Reads who issued the document and when it was printed. The issuer is who signed it above its date, or else who printed it, or else
 * who stands in the heading; where these are not the same, that is reported.
 */
export function readIssue(
  dated: readonly DatedLine[],
  heading: string | undefined,
): { record: FoundIssue; findings: Finding[] } {
  const imprint = dated.findLast(({ isImprint }) => isImprint);
  const issued = imprint ?? dated.at(-1);
  const signed = dated.findLast((one) => !one.isImprint && one.offices.length > 0);
  const headed = heading?.replace(/文件$/u, '');
  const issuer = signed?.offices ?? (imprint?.offices.length ? imprint.offices : headed ? [headed] : undefined);
  const [first] = issuer ?? [];

  const findings: Finding[] = [];
  for (const [name, other, line] of [
    ['版头', headed, undefined],
    ['印发机关', imprint?.offices[0], imprint?.lines[0]],
  ] as const)
    if (first && issuer?.length === 1 && other && !isSameOffice(other, first))
      findings.push(uncertain(line?.number, `${name}作“${other}”`, `与发文机关“${first}”不同，请核对 issuer`));
  if (first && !signed && !imprint?.offices.length)
    findings.push(uncertain(undefined, first, '没有找到落款，发文机关取自版头'));
  for (const one of dated) {
    const [line] = one.lines;
    if (one === issued) {
      const why = '印发机关的名称与发文机关不同，手册没有这一栏，没有写进草稿';
      const [printer] = one.offices;
      if (printer !== undefined && one !== signed && printer !== first)
        findings.push(unread(line?.number, printer, why));
    } else if (one === signed && !imprint?.offices.some((name) => name === first))
      findings.push(...unreadLines(one.lines.slice(-1), '另一个日期（多半是成文日期），手册没有这一栏，没有写进草稿'));
    else findings.push(...unreadLines(one.lines, '落款和另一个日期（多半是成文日期）；手册只收印发的，没有写进草稿'));
  }
  const own = issued === signed ? issued : undefined;
  const simple =
    own && issuer?.length === 1 && withoutBlanks(joinLines(own.lines)) === withoutBlanks(`${first}${own.words}`);
  return {
    record: {
      ...(issuer ? { issuer } : {}),
      ...(issued ? { issuedText: issued.words, issuedOn: issued.isoDate } : {}),
      ...(own && !simple ? { signature: own.lines.map(({ text, printed }) => printed ?? text) } : {}),
    },
    findings,
  };
}
