import type { CorrectionInput } from '../schema/correction.ts';
import { tidyBlanks, withoutBlanks } from '../text/normalise.ts';
import { type Finding, restored, uncertain } from './finding.ts';
import type { PrintedRow } from './task-list.ts';

/** A row of the list with cells of its own. */
export interface ListRow {
  number: number;
  line: number;
  heading?: string | undefined;
  measure: string;
  innovation: boolean;
  text: string;
  units: string;
}

type CellCorrection = Extract<CorrectionInput, { kind: 'text-cells' | 'unit-cells' }>;

/** Words of one cell that belong to one row. */
interface Share {
  words: string;
  /** The row in whose cell it is printed. */
  row: PrintedRow;
}

/** A cell cut where a row's own words end for certain: before a `*`, and where a blank stands after a full stop. */
const cutAtMarks = (cell: string): string[] =>
  cell
    .split(/\s*(?=\*)|(?<=。)\s+/u)
    .map(tidyBlanks)
    .filter((words) => words !== '' && words !== '*');

/** A cell cut after each sentence. */
const cutAtSentences = (words: string): string[] => words.match(/[^。]*。[”’）)]*|[^。]+$/gu) ?? [];

/**
 * Shares out the words of rows of which some have none, one share for each row. Cells are cut at their marks and then, from the
 * last backwards, at sentence ends, as long as shares are lacking. Undefined where they do not come to the number of rows.
 */
function shareTexts(rows: readonly PrintedRow[]): { shares: Share[]; certain: boolean } | undefined {
  const shares = rows.flatMap((row) => cutAtMarks(row.text).map((words) => ({ words, row })));
  let certain = true;
  for (let at = shares.length - 1; at >= 0 && shares.length < rows.length; at--) {
    const { words, row } = shares[at] as Share;
    const sentences = cutAtSentences(words);
    if (sentences.length < 2) continue;
    const lacking = rows.length - shares.length;
    certain &&= sentences.length - 1 === lacking;
    const kept = sentences.slice(0, Math.max(1, sentences.length - lacking)).join('');
    const cut = sentences.slice(Math.max(1, sentences.length - lacking));
    shares.splice(at, 1, ...[kept, ...cut].map((sentence) => ({ words: sentence, row })));
  }
  return shares.length === rows.length ? { shares, certain } : undefined;
}

/** The fewest rows before a row without words that can share theirs with it; the row alone if none can. */
function mergedRun(rows: readonly PrintedRow[], blank: number): number {
  // A table is recognised page by page, so that no cell runs over a page.
  for (let start = blank - 1; start >= 0 && rows[start]?.page === rows[blank]?.page; start--)
    if (tidyBlanks(rows[start]?.text ?? '') !== '' && shareTexts(rows.slice(start, blank + 1))) return start;
  return blank;
}

/** The runs of rows that share their words, each ending with a row without words. */
function mergedRuns(rows: readonly PrintedRow[]): PrintedRow[][] {
  const runs: PrintedRow[][] = [];
  for (let end = rows.length; end > 0; end--) {
    if (tidyBlanks(rows[end - 1]?.text ?? '') !== '') continue;
    const start = mergedRun(rows, end - 1);
    runs.unshift(rows.slice(start, end));
    end = start + 1;
  }
  return runs;
}

/** A cell of units cut where several rows' cells were run together. */
const cutUnits = (cell: string): string[] => cell.split(/\s+/u).filter(Boolean);

/** Whether a cell names a unit twice, which no office prints. */
const namesTwice = (units: string): boolean => {
  const names = units.split('、');
  return new Set(names).size < names.length;
};

/**
 * Shares out the units of rows whose texts were shared out: cell by cell, each for the texts printed in it and those still
 * without; what is doubled in a cell counts once where there is too much, and a merged cell serves the rows that are left over.
 */
function shareUnits(run: readonly PrintedRow[], shares: readonly Share[]): string[] {
  const units: string[] = [];
  let due = 0;
  for (const row of run) {
    due += shares.filter((share) => share.row === row).length;
    const offered = cutUnits(row.units);
    const sound = offered.length > 1 ? offered.filter((one) => !namesTwice(one)) : offered;
    const wanted = due - units.length;
    const distinct = sound.filter((one, index) => one !== sound[index - 1]);
    units.push(...(sound.length > wanted ? distinct : sound).slice(0, Math.max(0, wanted)));
  }
  while (units.length < shares.length) units.push(units.at(-1) ?? '');
  return units;
}

/** Where a cell of units ends a line or leaves a blank between two characters of names. */
const gap = /(?<=[^\s、；：，])\s+(?=[^\s、；：，])/gu;

/**
 * Reads the blanks between names of units as `、`, unless what stands on both sides is one name that is known.
 * Gives also how each of them was read.
 */
export function joinNames(cell: string, known: ReadonlySet<string>): { units: string; why: string[] } {
  const why: string[] = [];
  const [first = '', ...parts] = cell.split(gap);
  const units = parts.reduce((before, part) => {
    const left = before.slice(before.search(/[^、；：，]*$/u)).trim();
    const right = part.slice(0, /[、；：，]|$/u.exec(part)?.index).trim();
    if (/[!-~]$/u.test(left) && /^[!-~]/u.test(right)) return `${before} ${part}`;
    const isOne = known.has(tidyBlanks(left + right));
    why.push(isOne ? `“${left}”和“${right}”是一个名称，接成“${left}${right}”` : `“${left}”和“${right}”之间读作“、”`);
    return `${before}${isOne ? '' : '、'}${part}`;
  }, first);
  return { units: tidyBlanks(units), why };
}

/** What stands in a row whose cells were shared out. */
interface Shared {
  words: string;
  units: string;
}

interface RestoredCells {
  corrections: CellCorrection[];
  findings: Finding[];
}

/** Gives the rows of a run their words and units; no shares where the words do not come to the number of rows. */
function restoreRun(run: readonly PrintedRow[]): RestoredCells & { shared: Map<PrintedRow, Shared> } {
  const numbers = run.map(({ number }) => number);
  const result = shareTexts(run);
  if (!result) {
    const blank = run.filter(({ text }) => tidyBlanks(text) === '').map(({ number }) => number);
    const why = '“主要内容”是空白，前面也没有能分给它的文字，没有写进草稿';
    return {
      shared: new Map(),
      corrections: [],
      findings: [uncertain(run.at(-1)?.line, `第${blank.join('、')}项`, why)],
    };
  }
  const { shares, certain } = result;
  const units = shareUnits(run, shares);
  const shared = new Map(
    run.map((row, index) => [row, { words: shares[index]?.words ?? '', units: units[index] ?? '' }]),
  );
  const [first, last] = [numbers[0], numbers.at(-1)];
  const name = first === last ? `第${first}项` : `第${first}至${last}项`;
  const basis = `${name}里有空白行，别的行一格印着几项的文字；按${certain ? '原有的分隔和句号' : '句号'}分开，次序不变。`;
  const textCorrection: CellCorrection = {
    id: `t${first}-${last}-text`,
    kind: 'text-cells',
    rows: numbers,
    printed: Object.fromEntries(
      run.map((row) => [row.number, numbers.filter((_, index) => shares[index]?.row === row)]),
    ),
    basis,
    certainty: certain ? 'high' : 'medium',
  };
  const textFinding = (certain ? restored : uncertain)(run[0]?.line, name, basis);

  const changed = run.filter((row) => withoutBlanks(row.units) !== withoutBlanks(shared.get(row)?.units ?? ''));
  if (changed.length === 0) return { shared, corrections: [textCorrection], findings: [textFinding] };
  const unitsBasis = `${name}的责任单位连印、重复或空白；依次读给各项。`;
  const unitsCorrection: CellCorrection = {
    id: `t${first}-${last}-units`,
    kind: 'unit-cells',
    rows: changed.map(({ number }) => number),
    printed: Object.fromEntries(changed.map((row) => [row.number, row.units])),
    basis: unitsBasis,
    certainty: 'medium',
  };
  const unitFindings = changed.map((row) =>
    uncertain(
      row.line,
      `第${row.number}项的责任单位印作“${row.units}”`,
      `${unitsBasis}这一项读作“${shared.get(row)?.units}”`,
    ),
  );
  return { shared, corrections: [textCorrection, unitsCorrection], findings: [textFinding, ...unitFindings] };
}

/** A row as the draft has it, from its own cells or from its share of others; none where it has no words. */
function restoreRow(
  printed: PrintedRow,
  share: Shared | undefined,
  known: ReadonlySet<string>,
): { rows: ListRow[]; findings: Finding[] } {
  const { number, line, heading } = printed;
  const words = share?.words ?? tidyBlanks(printed.text);
  const text = words.replace(/^\*+/u, '').trim();
  if (text === '') return { rows: [], findings: [] };
  const { units, why } = joinNames(share?.units ?? printed.units, known);
  const findings: Finding[] = [];
  if (why.length > 0)
    findings.push(restored(line, `第${number}项的责任单位印作“${printed.units}”`, `名称断开的地方：${why.join('；')}`));
  if (units === '') findings.push(uncertain(line, `第${number}项`, '责任单位是空白，units 没有写'));
  if (!share && cutAtMarks(printed.text).length > 1)
    findings.push(
      uncertain(
        line,
        `第${number}项“${text.slice(0, 20)}……”`,
        '一格里像是印着几项的文字，没有空白的行可以分给，照原样放在一项里',
      ),
    );
  const innovation = words.startsWith('*');
  return { rows: [{ number, line, heading, measure: tidyBlanks(printed.measure), innovation, text, units }], findings };
}

/**
 * Gives each row of the list its own words and units, where the transcription merged cells, ran them together or left them blank.
 * Whatever is not simply a row's printed cell is reported, and stands in a correction. `known` are names of units.
 */
export function restoreCells(
  printed: readonly PrintedRow[],
  known: ReadonlySet<string>,
): RestoredCells & { rows: ListRow[] } {
  const runs = mergedRuns(printed).map(restoreRun);
  const shared = new Map(runs.flatMap((run) => [...run.shared]));
  const rows = printed.map((row) => restoreRow(row, shared.get(row), known));
  return {
    rows: rows.flatMap((row) => row.rows),
    corrections: runs.flatMap(({ corrections }) => corrections),
    findings: [...runs, ...rows].flatMap(({ findings }) => findings),
  };
}
