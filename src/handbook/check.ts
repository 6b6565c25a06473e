import { assemble } from './assemble.ts';
import type { Handbook } from './model.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, readEntries } from './read.ts';

/** Whether a place of the data is, or lies within, the place of an earlier problem: what is found there is no news. */
function follows(later: Problem, earlier: Problem): boolean {
  return (
    later.file === earlier.file &&
    earlier.path.length > 0 &&
    earlier.path.every((key, depth) => String(key) === String(later.path[depth]))
  );
}

/**
 * Checks a content folder as a whole: each file for itself, then what they say together.
 * Gives the handbook, fit to publish if there are no problems, and all problems, each with its line, by file and line.
 */
export function checkContent(files: readonly ContentFile[]): { handbook: Handbook; problems: Problem[] } {
  const reading = readEntries(files);
  const { handbook, problems } = assemble(reading.entries);
  const all = [...reading.problems];
  for (const problem of problems.map(reading.locate))
    if (!all.some((earlier) => follows(problem, earlier))) all.push(problem);
  all.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.path.join(), b.path.join()));
  return { handbook, problems: all };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
