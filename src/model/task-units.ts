import type { TaskData } from '../schema/measure.ts';
import type { ListColumns } from './printed-form.ts';
import { readingOf } from './printed-measure.ts';
import type { Responsibility, Task } from './types.ts';
import { columnRole, cutOutsideBrackets } from './unit-cells.ts';
import type { UnitRegistry } from './unit-registry.ts';

/** A cell of units: as printed, and as it is read. */
interface Cell {
  column: string;
  words: string;
  cell: string;
}

/** The cells that a text gives: the cell itself where there is one column, or `head of a column：cell` for each at `；`. */
export function columnCells(text: string, columns: readonly string[]): Cell[] {
  const [only = ''] = columns;
  const cells: Cell[] = [];
  for (const part of cutOutsideBrackets(text, '；')) {
    const column = columns.find((head) => part.startsWith(`${head}：`));
    const words = column === undefined ? part : part.slice(column.length + 1);
    const last = cells.at(-1);
    if (column !== undefined && columns.length > 1) cells.push({ column, words, cell: words });
    else if (last) Object.assign(last, { words: `${last.words}；${part}`, cell: `${last.cell}；${part}` });
    else cells.push({ column: only, words: part, cell: part });
  }
  return cells;
}

/** The units of a row as its list prints them, by column where the record of the list says which columns name units. */
export function readTaskUnits(
  units: TaskData['units'],
  columns: ListColumns | undefined,
  registry: UnitRegistry,
): Pick<Task, 'unitsText' | 'units' | 'unitCells'> {
  if (!columns?.isPrinted) {
    const unitsText = typeof units === 'string' ? units : '';
    return { unitsText, units: registry.read(unitsText).units };
  }
  const [only = ''] = columns.units;
  const cells =
    typeof units === 'string'
      ? columnCells(units, columns.units)
      : (units ?? []).map((entry): Cell => {
          return { column: entry.column ?? only, words: entry.printed, cell: readingOf(entry) };
        });
  const read = ({ column, cell }: Cell): Responsibility[] => registry.read(cell, columnRole(column)).units;
  const unitCells = columns.units.map((column) => {
    const own = cells.filter((cell) => cell.column === column);
    return { column, words: own.map(({ words }) => words).join('；'), units: own.flatMap(read) };
  });
  const isSingle = columns.units.length === 1;
  const printed = unitCells.filter(({ words }) => words !== '');
  return {
    unitsText: printed.map(({ column, words }) => (isSingle ? words : `${column}：${words}`)).join('；'),
    units: unitCells.flatMap((cell) => cell.units),
    unitCells,
  };
}
