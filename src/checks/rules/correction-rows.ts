import { contentFiles } from '../../loader/paths.ts';
import type { Plan } from '../../model/types.ts';
import type { Correction } from '../../schema/correction.ts';
import { noSuch } from '../corrections.ts';
import { splitLines } from '../fidelity/list-rows.ts';
import { eachPlan, type Found, type Rule } from '../rule.ts';

type Of<Kind extends Correction['kind']> = Extract<Correction, { kind: Kind }>;

/** Rows that the list does not have. */
const strayRows = ({ tasks }: Plan, rows: readonly [PropertyKey[], number][]): Found[] =>
  rows
    .filter(([, row]) => !tasks.some(({ number }) => number === row))
    .map(([path, row]) => ({ path, ...noSuch(`第${row}项任务`) }));

/** Printed rows that an earlier correction of the kind has, too. */
function printedTwice(correction: Of<'text-cells' | 'unit-cells'>, { corrections }: Plan): Found[] {
  const earlier = corrections.slice(0, corrections.indexOf(correction));
  return Object.keys(correction.printed).flatMap((row) => {
    const twin = earlier.find((other) => other.kind === correction.kind && Object.hasOwn(other.printed, row));
    if (!twin) return [];
    return {
      path: ['printed', row],
      found: `第${row}行已经写在 ${twin.id} 里`,
      expected: '原件的一格只写在一条更正里',
      mend: '删去其中一处',
    };
  });
}

/** Rows whose text is not printed once. */
function notOnce({ rows, printed }: Of<'text-cells'>): Found[] {
  const cells = Object.values(printed).flat();
  return [...new Set([...rows, ...cells])].flatMap((row) => {
    const count = cells.filter((number) => number === row).length;
    if (count === 1 && rows.includes(row)) return [];
    return {
      path: rows.includes(row) ? ['printed'] : ['rows'],
      found: rows.includes(row) ? `第${row}项在 printed 里有 ${count} 处` : `printed 里的第${row}项不在 rows 里`,
      expected: 'rows 里的每一项，文字在 printed 里恰好印一次',
      mend: '对照 source.txt 改正 rows 和 printed',
    };
  });
}

/** Cells of measures that are printed on a row of another. */
function mergedFaults({ printed }: Of<'merged-cells'>, { measures }: Plan): Found[] {
  return Object.entries(printed).flatMap(([number, row]): Found | Found[] => {
    const path = ['printed', number];
    const measure = measures.find((one) => one.number === Number(number));
    if (!measure) return { path, ...noSuch(`措施${number}`) };
    if (measure.tasks.some((task) => task.number === row)) return [];
    return {
      path,
      found: `措施${number}印在第${row}行`,
      expected: `这条措施的任务：第${measure.tasks.map((task) => task.number).join('、')}项`,
      mend: '对照 source.txt 改正',
    };
  });
}

/** Lines that do not hold the cells of their row. */
function notWhole({ rows }: Of<'split-row'>, plan: Plan): Found[] {
  const task = plan.tasks.find(({ number }) => rows.includes(number));
  if (!task || splitLines(plan, task)) return [];
  return [
    {
      path: ['printed'],
      found: '各行合起来不是这一项',
      expected: `第${task.number}项的各栏，一栏一栏接起来一字不差`,
      mend: '对照 source.txt 改正 printed，或改正这一项',
    },
  ];
}

function faultsOf(correction: Correction, plan: Plan): Found[] {
  const rows = 'rows' in correction ? correction.rows : [];
  const inRows = strayRows(
    plan,
    rows.map((row, index) => [['rows', index], row]),
  );
  switch (correction.kind) {
    case 'page-heads':
      return inRows;
    case 'split-row':
      return [...inRows, ...(inRows.length === 0 ? notWhole(correction, plan) : [])];
    case 'merged-cells':
      return mergedFaults(correction, plan);
    case 'unit-cells':
    case 'text-cells':
      return [
        ...inRows,
        ...strayRows(
          plan,
          Object.keys(correction.printed).map((row) => [['printed', row], Number(row)]),
        ),
        ...printedTwice(correction, plan),
        ...(correction.kind === 'text-cells' ? notOnce(correction) : []),
      ];
    default:
      return [];
  }
}

export const rule: Rule = {
  id: 'correction-rows',
  reason:
    'The rows and cells that a correction names are there and agree, so that the list can be put back as printed.',
  needs: ['plans', 'measures', 'corrections'],
  structural: true,
  runs: eachPlan((plan) =>
    plan.corrections.flatMap((correction, index) =>
      faultsOf(correction, plan).map((fault) => ({
        file: contentFiles.corrections(plan.id),
        ...fault,
        path: ['corrections', index, ...fault.path],
      })),
    ),
  ),
  bad: {
    'corrections.yaml:46 corrections[7].rows[2] 查到：没有第4项任务 应为：这份文件里有的措施号或任务项号 改法：改正编号；这条更正已无用就整条删去':
      { 'corrections.yaml': { 'rows: [1, 3]': 'rows: [1, 4]' } },
    'corrections.yaml:25 corrections[4].printed 查到：第2项在 printed 里有 0 处 应为：rows 里的每一项，文字在 printed 里恰好印一次 改法：对照 source.txt 改正 rows 和 printed':
      { 'corrections.yaml': { '1: [1, 2]': '1: [1]' } },
    'corrections.yaml:24 corrections[4].rows 查到：printed 里的第3项不在 rows 里 应为：rows 里的每一项，文字在 printed 里恰好印一次 改法：对照 source.txt 改正 rows 和 printed':
      { 'corrections.yaml': { '1: [1, 2]': '1: [1, 2, 3]' } },
    'corrections.yaml:40 corrections[6].printed.1 查到：措施1印在第3行 应为：这条措施的任务：第1、2项 改法：对照 source.txt 改正':
      { 'corrections.yaml': { '      1: 2\n      2: 3': '      1: 3\n      2: 3' } },
    'corrections.yaml:40 corrections[6].printed 查到：各行合起来不是这一项 应为：第1项的各栏，一栏一栏接起来一字不差 改法：对照 source.txt 改正 printed，或改正这一项':
      {
        'corrections.yaml': {
          '  - id: merged\n':
            '  - id: t01-split\n    kind: split-row\n    rows: [1]\n    printed: [甲│乙, 丙]\n    basis: 换页。\n    certainty: low\n  - id: merged\n',
        },
      },
    'corrections.yaml:41 corrections[6].printed.2 查到：第2行已经写在 t02-units 里 应为：原件的一格只写在一条更正里 改法：删去其中一处':
      {
        'corrections.yaml': {
          '  - id: merged\n':
            "  - id: t02-again\n    kind: unit-cells\n    rows: [2]\n    printed:\n      2: ''\n    basis: 空白。\n    certainty: low\n  - id: merged\n",
        },
      },
  },
};
