import { unitItems } from '../model/unit-cells.ts';
import { tidyBlanks } from '../text/normalise.ts';
import type { DraftMeasureData, DraftRecord } from './draft.ts';
import { type Finding, restored, uncertain, unread } from './finding.ts';
import { isBlank, namesUnits } from './list-columns.ts';
import type { Reading } from './reading.ts';
import { joinNames } from './restore-cells.ts';
import type { PrintedList, PrintedRow } from './task-list.ts';
import { unitBrackets } from './unit-bracket.ts';

type Task = NonNullable<DraftMeasureData['tasks']>[number];

/** Whether words are a cell of units as they stand, and say what a reading says. */
export function isCell(words: string, reads: string): boolean {
  if (/[。，,\s]/u.test(words)) return false;
  const [own, other] = [unitItems(words), unitItems(reads)];
  return (
    own.length === other.length &&
    own.every(
      ({ name, role = 'responsible' }, index) =>
        name === other[index]?.name && role === (other[index]?.role ?? 'responsible'),
    )
  );
}

/** A unit whose bracket names others that it acts with. */
const withOthers = /^([^、，；（）]+)（会同([^（）]+)）$/u;

/** The reading of a cell of units: names set apart in other ways, or words that say what each does. */
function readCell(cell: string, known: ReadonlySet<string>): { units: string; isCertain: boolean; why: string[] } {
  const joined = joinNames(cell, known);
  const [, own, others] = withOthers.exec(joined.units) ?? [];
  if (own && others) return { units: `${own}；会同单位：${others}`, isCertain: true, why: joined.why };
  const [duties] = /(?:牵头|配合|负责|参与|指导|会同)(?:[，；。]|$)/u.test(joined.units)
    ? unitBrackets([`（${joined.units}）`])
    : [];
  if (duties) return { units: duties.units, isCertain: duties.changed?.certain ?? true, why: joined.why };
  const units = joined.units.replace(/[，,]/gu, '、').replace(/[。；]$/u, '');
  return { units, isCertain: true, why: joined.why };
}

/** The columns of a list as the record has them. */
interface Columns {
  text: number;
  number: number;
  measure: number;
  units: number[];
}

export function columnsOf({ kinds: columns, rows }: PrintedList): Columns {
  const places = (kind: string) => columns.flatMap((one, place) => (one === kind ? [place] : []));
  const length = (place: number) => rows.reduce((sum, { cells }) => sum + (cells[place]?.length ?? 0), 0);
  const texts = places('text').sort((a, b) => length(b) - length(a));
  return {
    text: texts[0] ?? -1,
    number: places('number')[0] ?? -1,
    measure: places('measure')[0] ?? -1,
    units: columns.flatMap((one, place) => (namesUnits(one) ? [place] : [])),
  };
}

export function annexOf({ list, annex }: Reading, columns: Columns): DraftRecord['annex'] {
  if (list.columns.length === 0) return undefined;
  const at = (place: number) => list.columns[place];
  const { title, above } = annex;
  const isUsual = title !== undefined && above.join('\n') === [`附件：${title}`, '附件', title].join('\n');
  return {
    ...(title ? { title } : {}),
    ...(isUsual ? {} : { lines: above }),
    columns: list.columns,
    text: at(columns.text) ?? '',
    ...(columns.number >= 0 ? { number: at(columns.number) } : {}),
    ...(columns.measure >= 0 ? { measure: at(columns.measure) } : {}),
    units: columns.units.flatMap((place) => at(place) ?? []),
    ...(list.below.length > 0 ? { below: list.below } : {}),
  };
}

/** The units of a row, as its cells name them. */
function taskUnits(
  { cells, line, pieces }: PrintedRow,
  { columns }: PrintedList,
  { units }: Columns,
  known: ReadonlySet<string>,
): { units: Task['units']; findings: Finding[] } {
  const findings: Finding[] = [];
  const entries = units.flatMap((place) => {
    const printed = tidyBlanks(cells[place] ?? '');
    if (isBlank(printed)) return [];
    const column = columns[place] as string;
    const { units: reads, isCertain, why } = readCell(cells[place] ?? '', known);
    if (!isCertain) findings.push(uncertain(line, `${printed} → ${reads}`, '清单里责任单位的写法，请核对'));
    // A name that a page broke, and that is not known, may have been taken for two.
    const report = pieces ? uncertain : restored;
    if (why.length > 0) findings.push(report(line, `“${printed}”：${why.join('；')}`, '清单里名称断开的地方'));
    return [{ column, printed, ...(isCell(printed, reads) ? {} : { reads }) }];
  });
  if (entries.length === 0) return { units: undefined, findings };
  if (entries.some(({ reads }) => reads !== undefined))
    return { units: units.length > 1 ? entries : entries.map(({ column: _, ...entry }) => entry), findings };
  const only = units.length === 1;
  return {
    units: entries.map(({ column, printed }) => (only ? printed : `${column}：${printed}`)).join('；'),
    findings,
  };
}

/** The rows of the list as tasks, with their places in it from 1. */
export function tasksOf(
  { list, known }: Reading,
  columns: Columns,
): { tasks: { task: Task; row: PrintedRow; texts: string[] }[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const tasks = list.rows.flatMap((row) => {
    const words = tidyBlanks(row.cells[columns.text] ?? '')
      .replace(/^\*+/u, '')
      .trim();
    if (words !== '') return [{ row, words }];
    findings.push(
      unread(
        row.line,
        row.cells.filter(Boolean).join('｜'),
        `清单的这一行“${list.columns[columns.text]}”是空白，没有写进草稿`,
      ),
    );
    return [];
  });
  return {
    tasks: tasks.map(({ row, words }, index) => {
      const number = index + 1;
      const units = taskUnits(row, list, columns, known);
      findings.push(...units.findings);
      const cells = Object.fromEntries(
        list.columns.flatMap((column, place) => {
          const cell = tidyBlanks(row.cells[place] ?? '');
          const isOther = place !== columns.text && place !== columns.number && !columns.units.includes(place);
          return isOther && cell !== '' ? [[column, cell]] : [];
        }),
      );
      const goals = list.columns.flatMap((column, place) =>
        /目标/u.test(column) && cells[column] ? [row.cells[place] ?? ''] : [],
      );
      const task: Task = {
        number,
        ...(columns.number >= 0 && row.label !== String(number) ? { label: row.label } : {}),
        ...(row.above.length > 0 ? { above: row.above } : {}),
        ...(/^\s*\*/u.test(row.cells[columns.text] ?? '') ? { innovation: true as const } : {}),
        text: words,
        ...(units.units ? { units: units.units } : {}),
        ...(Object.keys(cells).length > 0 ? { cells } : {}),
      };
      return { task, row, texts: [words, ...goals.map(tidyBlanks)] };
    }),
    findings,
  };
}
