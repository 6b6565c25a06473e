import { listHeading, listLabel, rowCells } from '../../model/printed-form.ts';
import type { Plan, Task } from '../../model/types.ts';
import { withoutBlanks } from '../../text/normalise.ts';
import { field, type Piece, type Row } from './rows.ts';
import { border, emptyEnds, withBorders } from './source-lines.ts';
import { ofKind, takeBack } from './take-back.ts';

/**
 * The lines of which a row is printed, where a correction says so and they hold its cells, each whole and in order; a repeated head
 * may stand among them.
 */
export function splitLines(plan: Plan, task: Task): string[] | undefined {
  const printed = ofKind(plan, 'split-row').find(({ rows }) => rows.includes(task.number))?.printed;
  if (!printed) return undefined;
  const head = withoutBlanks(plan.annex?.columns.join(border) ?? '');
  const lines = printed.map(withoutBlanks);
  const own = lines.filter((line) => line !== head).map((line) => line.split(border));
  const cells = rowCells(plan, task).map(({ kind, words }) =>
    withoutBlanks(kind === 'text' ? takeBack(words, plan, { kind: 'task', number: task.number }) : words),
  );
  const isWhole = cells.every((words, column) => own.map((line) => line[column] ?? '').join('') === words);
  return isWhole && own.every((line) => line.length <= cells.length)
    ? lines.map((line) => withoutBlanks(withBorders(line.replaceAll(border, '\t'))))
    : undefined;
}

/** The cells of a row of a list that is kept as printed, without the borders that the rule of white space drops. */
function printedListRow(plan: Plan, task: Task): Row {
  const cells = rowCells(plan, task).map(({ kind, words }): Piece => {
    const place = { kind: 'task', number: task.number } as const;
    if (kind === 'text') return { text: takeBack(words, plan, place), origin: { ...place, field: 'text' } };
    const name = ({ number: 'label', units: 'units', measure: 'cells', other: 'cells' } as const)[kind];
    return { text: words, origin: { ...place, field: name } };
  });
  const [leading, trailing] = emptyEnds(cells.map(({ text }) => text).join('\t'));
  return cells
    .slice(leading, cells.length - trailing)
    .flatMap((cell, index) => (index === 0 ? [cell] : [{ text: border, origin: cell.origin }, cell]));
}

/** The rows of a list that is kept as printed, its head above them. */
function printedList(plan: Plan): Row[] {
  const head = field(plan.annex?.columns.join(border) ?? '', 'annex', 'columns');
  const heads = new Set(ofKind(plan, 'page-heads').flatMap(({ rows }) => rows));
  return plan.tasks.flatMap((task, index) => [
    ...(index === 0 || heads.has(task.number) ? [head] : []),
    ...task.above.map((text): Row => [{ text, origin: { kind: 'task', number: task.number, field: 'above' } }]),
    ...(splitLines(plan, task)?.map(
      (text): Row => [{ text, origin: { kind: 'task', number: task.number, field: 'text' } }],
    ) ?? [printedListRow(plan, task)]),
  ]);
}

/** The rows of the list, with the cells that corrections say are printed otherwise. */
export function listRows(plan: Plan): Row[] {
  if (plan.annex?.text !== undefined) return printedList(plan);
  const textOf = (number: number): Piece[] => {
    const task = plan.tasks.find((row) => row.number === number);
    if (!task) return [];
    const text = `${task.innovation ? '*' : ''}${takeBack(task.text, plan, { kind: 'task', number })}`;
    return [{ text, origin: { kind: 'task', number, field: 'text' } }];
  };
  const texts: Record<number, number[]> = Object.assign(
    {},
    ...ofKind(plan, 'text-cells').map(({ printed }) => printed),
  );
  const units: Record<number, string> = Object.assign({}, ...ofKind(plan, 'unit-cells').map(({ printed }) => printed));
  const heads = new Set(ofKind(plan, 'page-heads').flatMap(({ rows }) => rows));
  const labels = new Map(
    ofKind(plan, 'merged-cells').flatMap(({ printed }) =>
      Object.entries(printed).map(([measure, row]) => [row, Number(measure)]),
    ),
  );

  return plan.environments.flatMap((environment, place) => {
    const rows: Row[] = [];
    const tasks = environment.measures.flatMap(({ tasks }) => tasks);
    for (const [index, task] of tasks.entries()) {
      if (heads.has(task.number))
        rows.push([
          { text: plan.annex?.columns.join(border) ?? '', origin: { kind: 'plan', path: ['annex', 'columns'] } },
        ]);
      const heading = listHeading(plan, environment);
      if (index === 0 && heading)
        rows.push([{ text: heading, origin: { kind: 'plan', path: ['environments', place, 'title'] } }]);
      const labelled = plan.measures.find(({ number }) => number === labels.get(task.number));
      const label = labelled ? listLabel(labelled) : '';
      rows.push([
        { text: `${task.number}${border}`, origin: { kind: 'task', number: task.number, field: 'number' } },
        {
          text: `${label}${border}`,
          origin: { kind: 'measure', number: (labelled ?? task.measure).number, field: 'title' },
        },
        ...(texts[task.number] ?? [task.number]).flatMap(textOf),
        { text: border, origin: { kind: 'task', number: task.number, field: 'text' } },
        {
          text: units[task.number] ?? task.unitsText,
          origin: { kind: 'task', number: task.number, field: 'units' },
        },
      ]);
    }
    return rows;
  });
}
