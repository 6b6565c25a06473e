import { readContentFiles } from '../loader/folder.ts';
import type { Problem } from '../loader/problem.ts';
import { type ContentFile, readEntries } from '../loader/read.ts';
import { assemble } from '../model/assemble.ts';
import type { Handbook } from '../model/types.ts';
import { report } from './report.ts';

/** Whether a place of the data is, or lies within, the place of an earlier problem: what is found there is no news. */
function follows(later: Problem, earlier: Pick<Problem, 'file' | 'path'>): boolean {
  return (
    later.file === earlier.file &&
    earlier.path.length > 0 &&
    earlier.path.every((key, depth) => String(key) === String(later.path[depth]))
  );
}

/** Content that is fit to publish. */
export interface Passed {
  ok: true;
  handbook: Handbook;
  /** The plans, by their ids, that were compared with no document as received. */
  unproven: readonly string[];
}

/** Content that is not. */
export interface Failed {
  ok: false;
  /** Each with its line, by file and line. */
  problems: readonly Problem[];
  /** The ids of the rules that were skipped, as something that they need has problems. */
  skipped: readonly string[];
}

export type Checked = Passed | Failed;

/** Checks a content folder as a whole: each file for itself, then what they say together. */
export function checkContent(files: readonly ContentFile[]): Checked {
  const reading = readEntries(files);
  const { handbook, problems } = assemble(reading.entries);
  const all = [...reading.problems];
  for (const problem of problems.map(reading.locate))
    if (![...all, ...reading.mistyped].some((earlier) => follows(problem, earlier))) all.push(problem);
  all.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.path.join(), b.path.join()));
  if (all.length > 0) return { ok: false, problems: all, skipped: [] };
  const unproven = reading.entries.plans.filter(({ source }) => source === undefined).map(({ id }) => id);
  return { ok: true, handbook, unproven };
}

/** Reads and checks a content folder. */
export const checkFolder = (folder: string): Checked => checkContent(readContentFiles(folder));

/**
 * The handbook of a content folder.
 * @throws where the content has problems, with the report of them.
 */
export function loadHandbook(folder: string): Handbook {
  const checked = checkFolder(folder);
  if (!checked.ok) throw new Error(report(checked, folder));
  return checked.handbook;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
