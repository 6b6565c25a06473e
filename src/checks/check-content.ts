import type { Problem } from '../loader/problem.ts';
import { type ContentFile, readEntries } from '../loader/read.ts';
import { assemble } from '../model/assemble.ts';
import type { Handbook } from '../model/types.ts';

/** Whether a place of the data is, or lies within, the place of an earlier problem: what is found there is no news. */
function follows(later: Problem, earlier: Pick<Problem, 'file' | 'path'>): boolean {
  return (
    later.file === earlier.file &&
    earlier.path.length > 0 &&
    earlier.path.every((key, depth) => String(key) === String(later.path[depth]))
  );
}

/** What the check of a content folder gives. */
export interface Checked {
  /** Fit to publish if there are no problems. */
  handbook: Handbook;
  /** Each with its line, by file and line. */
  problems: Problem[];
  /** The plans, by their folders, that were held against no document as received. */
  unproven: string[];
}

/** Checks a content folder as a whole: each file for itself, then what they say together. */
export function checkContent(files: readonly ContentFile[]): Checked {
  const reading = readEntries(files);
  const { handbook, problems } = assemble(reading.entries);
  const all = [...reading.problems];
  for (const problem of problems.map(reading.locate))
    if (![...all, ...reading.mistyped].some((earlier) => follows(problem, earlier))) all.push(problem);
  all.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.path.join(), b.path.join()));
  const unproven = reading.entries.plans.filter(({ source }) => source === undefined).map(({ id }) => id);
  return { handbook, problems: all, unproven };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
