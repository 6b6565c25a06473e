import { didYouMean } from '../../loader/did-you-mean.ts';
import { planIdOf } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import { columnsOf } from '../../model/printed-form.ts';
import { readingOf } from '../../model/printed-measure.ts';
import { columnCells } from '../../model/task-units.ts';
import { UnitRegistry } from '../../model/unit-registry.ts';
import type { MeasureData, TaskData } from '../../schema/measure.ts';
import type { PlanData } from '../../schema/plan.ts';
import type { PrintedUnits } from '../../schema/primitives.ts';
import { type Content, once, type Rule } from '../rule.ts';

type Cell = Pick<Problem, 'path'> & { cell: string };

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
  return columnCells(units, columns).map(({ cell }) => ({ path, cell }));
}

/** Every cell of units that is valid, with its place. */
function cellsOf({ files, handbook: { plans } }: Content): (Cell & Pick<Problem, 'file'>)[] {
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

export const rule: Rule = {
  id: 'known-unit',
  reason: 'A unit is named as the registry has it, so that a misspelt name is not taken for another unit.',
  needs: ['units'],
  structural: true,
  runs: once((content) => {
    const registry = new UnitRegistry(content.entries.units.map(({ id, data }) => ({ id, ...data })));
    const unknown = cellsOf(content).flatMap(({ cell, ...place }) =>
      registry.read(cell).unknown.map((name) => ({ name, ...place })),
    );
    return [...Map.groupBy(unknown, ({ name }) => name)].map(([name, places]): Problem => {
      const [{ file = '', path = [] } = {}, ...more] = places;
      return {
        file,
        path,
        found: `单位“${name}”不在登记里`,
        expected: 'content/units/ 里登记的名称或别名',
        mend: `${didYouMean(name, registry.names)}；如果是新单位，请在 content/units/ 新建一个文件${more.length > 0 ? `。同样的共 ${places.length} 处：都这样印的，就改正登记的名称，或加为别名` : ''}`,
      };
    });
  }),
  bad: {
    'measures/02.mdx:5 units 查到：单位“区乙辦”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件':
      { 'measures/02.mdx': { 'units: 区乙办等': 'units: 区乙辦等' } },
    'measures/01.mdx:5 units 查到：单位“区乙办”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区一办”；如果是新单位，请在 content/units/ 新建一个文件。同样的共 4 处：都这样印的，就改正登记的名称，或加为别名':
      { 'units/yi.yaml': { 'name: 区乙办': 'name: 区一办' } },
  },
};
