import { numberedIn } from '../text/outline-numbers.ts';
import type { Environment, Measure, Plan, Task } from './types.ts';

/** A printed number without the signs and blanks that only set it apart: `二、` is 二. */
const bare = (mark: string): string => mark.replace(/[、.．\s]+$/u, '');

/** The number of an environment as its heading prints it; empty where it prints none. */
export function environmentMark({ blocks }: Pick<Plan, 'blocks'>, { heading, title }: Environment): string {
  const block = heading === undefined ? undefined : blocks[heading];
  if (block?.kind !== 'heading') return '';
  const at = block.text.indexOf(title);
  return (at >= 0 ? block.text.slice(0, at) : (numberedIn(block.text)?.label ?? '')).trim();
}

/**
 * How each measure is called in its document: by its number as printed, with that of its chapter where numbers begin anew in each;
 * one without a number by its title. In a plan whose form follows from its numbering by `措施` and its place.
 */
export function measureReferences(plan: Plan): Map<Measure, string> {
  const { measures, numbering } = plan;
  const counts = Map.groupBy(measures, ({ mark }) => mark);
  const referenceOf = (measure: Measure): string => {
    const { mark, title, environment, number } = measure;
    if (numbering === 'points') return `措施${number}`;
    if (mark === '') return `“${title}”`;
    const chapter = environment && (counts.get(mark)?.length ?? 0) > 1 ? environmentMark(plan, environment) : '';
    return (/^[（(]/u.test(mark) ? bare(chapter) : chapter) + mark;
  };
  return new Map(measures.map((measure) => [measure, referenceOf(measure)]));
}

/**
 * The measure that a number means: its place, or its number as printed, with that of its chapter or without: `二（三）`, `（十二）`.
 * Undefined where there is none or the number is that of several.
 */
export function measureCalled(plan: Plan, call: number | string): Measure | undefined {
  if (typeof call === 'number') return plan.measures.find(({ number }) => number === call);
  const words = call.replace(/\s/gu, '');
  const found = plan.measures.filter(({ mark, reference, environment }) => {
    const chapter = environment ? environmentMark(plan, environment) : '';
    const calls = mark === '' ? [reference] : [mark, reference, chapter + mark, bare(chapter) + mark];
    return calls.some((one) => one.replace(/\s/gu, '') === words);
  });
  return found.length === 1 ? found[0] : undefined;
}

/**
 * How each row of the list is called: by its number as printed. Rows that share a number, as its cell is merged over them, are told
 * apart by their place below it; where the list has no numbers a row is called by its place in it.
 */
export function taskReferences({ tasks, annex }: Plan): Map<Task, string> {
  if (!annex?.text) return new Map(tasks.map((task) => [task, `第${task.number}项`]));
  const groups: Task[][] = [];
  for (const task of tasks) {
    const last = groups.at(-1);
    if (task.label === '' && last) last.push(task);
    else groups.push([task]);
  }
  return new Map(
    groups.flatMap((rows): [Task, string][] => {
      const label = bare(rows[0]?.label ?? '');
      return rows.map((task, index) => {
        if (label === '') return [task, `第${task.number}行`];
        const row = rows.length > 1 ? `第${index + 1}行` : '';
        return [task, `第${label}项${row}`];
      });
    }),
  );
}

/** What stands for the number of a row in lists: as printed, or for a blank cell its place below the number. */
export const rowMark = ({ label, reference }: Pick<Task, 'label' | 'reference'>): string =>
  label || (/第\d+行$/u.exec(reference)?.[0] ?? '');

/** The most characters of a measure's text that stand in place of a title. */
const longestOpening = 24;

/** The least characters by which a measure can be known: `市、区县人民政府……` and not `市……`. */
const shortestOpening = 6;
const opening = new RegExp(
  `^(?:[^。；！？\\n]{0,${shortestOpening - 1}}[，：、](?=[^\\n]))?[^，。；：、！？\\n]+`,
  'u',
);

/** The first words of a text that has no title: its first clause, with the next where that is too short, or what of it is not too long. */
export function openingWords(text: string): string {
  const [clause = ''] = opening.exec(text) ?? [];
  const words = [...clause].slice(0, longestOpening).join('');
  return words === text.replace(/[。；！？]$/u, '') ? words : `${words}……`;
}
