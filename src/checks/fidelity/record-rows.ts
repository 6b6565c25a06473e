import type { Plan } from '../../model/types.ts';
import { withoutBlanks } from '../../text/normalise.ts';
import { field, type Row, rowText } from './rows.ts';
import { numberOfPage, type SourceLine } from './source-lines.ts';
import { ofKind } from './take-back.ts';

/**
 * The lines of the record that stand above the text, in their usual order: below a notice the title, or else below the title whom it
 * addresses. A number that the source prints only in the record of a web page stands in a line that the content leaves out.
 */
export function recordRows(plan: Plan, source: readonly SourceLine[]): Row[] {
  const single = (name: 'heading' | 'number' | 'noticeTitle' | 'addressees' | 'title') =>
    plan[name] === undefined ? [] : [field(plan[name], name)];
  const isOfPage =
    !source.some(({ text }) => text === plan.number) &&
    ofKind(plan, 'left-out').some(({ reading }) => numberOfPage(withoutBlanks(reading)) === plan.number);
  const [title, addressees] = [single('title'), single('addressees')];
  const notice = (plan.notice ?? []).map((text) => field(text, 'notice'));
  const isNotice = notice.length > 0 || plan.noticeTitle !== undefined;
  return [
    ...single('heading'),
    ...(isOfPage ? [] : single('number')),
    ...single('noticeTitle'),
    ...(isNotice ? [] : title),
    ...addressees,
    ...notice,
    ...(isNotice ? title : []),
  ];
}

/** The most lines over which a title or another part of the record is printed. */
const mostLines = 6;

/**
 * The lines of the source that together are a row: the first of them, and how many; undefined where there are none. Lines that are
 * `taken` are of another row.
 */
export function linesWith(
  row: Row,
  source: readonly SourceLine[],
  last = mostLines,
  taken: ReadonlySet<number> = new Set(),
): { at: number; count: number } | undefined {
  const words = rowText(row);
  for (let at = 0; at < source.length; at++) {
    let text = '';
    for (let count = 1; count <= last && words.startsWith(text) && !taken.has(at + count - 1); count++) {
      text += source[at + count - 1]?.text ?? '';
      if (text === words) return { at, count };
    }
  }
  return undefined;
}

/**
 * Where the source has rows, the longest first, and the lines that they take. What an office is called may stand in the title of its
 * notice and again below it: the title is found first.
 */
export function placesOf(rows: readonly Row[], source: readonly SourceLine[]) {
  const taken = new Set<number>();
  const places = new Map<Row, { at: number; count: number }>();
  for (const row of rows.toSorted((a, b) => rowText(b).length - rowText(a).length)) {
    const found = linesWith(row, source, mostLines, taken);
    if (!found) continue;
    places.set(row, found);
    for (let at = found.at; at < found.at + found.count; at++) taken.add(at);
  }
  return { places, taken };
}

/** Rows that stand in one order in every document. The number stands above or below the title, the signature anywhere among them. */
function groupOf([piece]: Row): string {
  const [name] = piece?.origin.kind === 'plan' ? piece.origin.path : [];
  if (name === 'number' || name === 'annex') return name;
  return name === 'issuer' || name === 'issuedText' || name === 'signature' ? 'signature' : 'record';
}

/**
 * Rows in the order in which the source has them, broken as it breaks them; those of a group keep their order, as what is a title and
 * what a heading is not for the source to say. One that the source has not stays behind the one before it.
 */
export function inOrderOf(rows: readonly Row[], source: readonly SourceLine[]): Row[] {
  const { places } = placesOf(rows, source);
  const ends = new Map<string, number>();
  let last = -1;
  const placed = rows.map((row) => {
    const group = groupOf(row);
    last = Math.max(places.get(row)?.at ?? last, ends.get(group) ?? -1);
    ends.set(group, last);
    return { row, at: last };
  });
  return placed
    .sort((a, b) => a.at - b.at)
    .flatMap(({ row }) => {
      const { at = 0, count = 1 } = places.get(row) ?? {};
      const [piece] = row;
      return piece && count > 1 ? source.slice(at, at + count).map(({ text }) => [{ ...piece, text }]) : [row];
    });
}

/**
 * The lines of the issuer and the date: as the record has them, or the two on one line where the source has them so. Lines that are
 * kept as printed name the issuer, or each of several, and the date behind; if they do not, what they lack stands below them.
 */
export function signatureRows(plan: Plan, source: readonly SourceLine[]): Row[] {
  const issuers = plan.issuer?.split('、').map((name) => field(name, 'issuer')) ?? [];
  const rows = [...issuers, ...(plan.issuedText === undefined ? [] : [field(plan.issuedText, 'issuedText')])];
  if (!plan.signature) return linesWith(rows.flat(), source, 1) ? [rows.flat()] : rows;
  const printed = plan.signature.map((text) => field(text, 'signature'));
  const words = rowText(printed.flat());
  let at = 0;
  const isNamed = (row: Row) => {
    const place = words.indexOf(rowText(row), at);
    if (place >= 0) at = place + rowText(row).length;
    return place >= 0;
  };
  return [...printed, ...rows.filter((row) => !isNamed(row))];
}
