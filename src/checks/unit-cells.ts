import { planIdOf } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import { columnsOf } from '../model/printed-form.ts';
import { readingOf } from '../model/printed-measure.ts';
import { columnCells } from '../model/task-units.ts';
import type { MeasureData, TaskData } from '../schema/measure.ts';
import type { PlanData } from '../schema/plan.ts';
import type { PrintedUnits } from '../schema/primitives.ts';
import type { Content } from './rule.ts';

/** A cell of units with its place; `isPart` where the field holds several. */
type Cell = Pick<Problem, 'path'> & { cell: string; isPart?: boolean };
export type UnitCell = Cell & Pick<Problem, 'file'>;

/** The cells of a field of units: the text itself, or what each of its entries is read as. */
const cellsIn = (units: string | readonly PrintedUnits[] | undefined, path: PropertyKey[]): Cell[] =>
  typeof units === 'string'
    ? [{ path, cell: units }]
    : (units ?? []).map((entry, index) => ({
        path: [...path, index, entry.reads === undefined ? 'printed' : 'reads'],
        cell: readingOf(entry),
      }));

/** The cells of a row of a list, of which several can stand in one text by the heads of their columns. */
function rowCells({ units }: Pick<TaskData, 'units'>, columns: readonly string[], path: PropertyKey[]): Cell[] {
  if (typeof units !== 'string' || columns.length < 2) return cellsIn(units, path);
  return columnCells(units, columns).map(({ cell }) => ({ path, cell, isPart: cell !== units }));
}

/** Every cell of units that is valid, with its place. */
export function cellsOf({ files, handbook: { plans } }: Content): UnitCell[] {
  return files.flatMap(({ kind, file, fields }) => {
    if (kind === 'plans' && fields) {
      const { environments = [] } = fields as Partial<PlanData>;
      const inHeading = ({ units }: PlanData['environments'][number], index: number) =>
        cellsIn(units, ['environments', index, 'units']);
      return environments.flatMap(inHeading).map((cell) => ({ file, ...cell }));
    }
    if (kind !== 'measures' || !fields) return [];
    const { units, tasks = [] } = fields as Partial<MeasureData>;
    const columns = columnsOf(plans.find(({ id }) => id === planIdOf(file))?.annex);
    const printed = columns?.isPrinted ? columns.units : [];
    return [
      ...cellsIn(units, ['units']),
      ...tasks.flatMap((task, index) => rowCells(task, printed, ['tasks', index, 'units'])),
    ].map((cell) => ({ file, ...cell }));
  });
}
