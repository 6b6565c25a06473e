import type { Line, MeasureCollation } from './collation.ts';
import type { Task } from './model.ts';

/** The last character of the plan's text that rows of the list stand for. */
export interface RowEnd {
  start: number;
  end: number;
  tasks: Task[];
}

/** The plan's words in a line of a comparison. */
const planText = ({ pieces }: Line): string =>
  pieces.map((piece) => ('difference' in piece ? piece.difference.plan : piece.text)).join('');

/** Where in a measure's text the words of its rows end; rows that end together stand together. */
export function rowEnds({ lines }: MeasureCollation): RowEnd[] {
  const ends: RowEnd[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += planText(line).length;
    const tasks = line.tasks.filter((task) => !lines.slice(index + 1).some((later) => later.tasks.includes(task)));
    if (tasks.length > 0) ends.push({ start: at - 1, end: at, tasks });
  }
  return ends;
}

/** The plan's sentences for a row of the list, with where they differ; none if the list alone has the row. */
export const linesOf = ({ lines }: MeasureCollation, task: Task): Line[] =>
  lines.filter((line) => line.tasks.includes(task) && planText(line) !== '');
