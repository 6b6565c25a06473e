import { assemble } from './assemble.ts';
import type { Handbook } from './model.ts';
import type { Problem } from './problem.ts';
import { type ContentFile, readEntries } from './read.ts';

/** A problem at a place that is at fault already says nothing new. */
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
  const joint = problems.map(reading.locate).filter((later) => !reading.problems.some((one) => follows(later, one)));
  const all = [...reading.problems, ...joint].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.path.join(), b.path.join()),
  );
  return { handbook, problems: all };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
