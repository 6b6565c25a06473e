import type { Block } from '../loader/body.ts';
import type { Entries, Entry, PlanEntries } from '../loader/entries.ts';
import type { Problem } from '../loader/problem.ts';
import type { Handbook, Measure, Plan } from '../model/types.ts';
import type { MeasureData } from '../schema/measure.ts';

/** One plan, joined, beside the entries that it was made from. */
export interface PlanScope {
  plan: Plan;
  entries: PlanEntries;
  /** The plan's own body could not be read in full. */
  broken: boolean;
  /** The body has one place for the measures, so that the document can be put together. */
  placed: boolean;
  /** By the numbers of their files. */
  measures: readonly {
    measure: Measure;
    entry: Entry<MeasureData>;
    blocks: readonly Block[];
    /** Its body could not be read in full. */
    broken: boolean;
  }[];
}

/** What a rule looks at. */
export interface Scope {
  handbook: Handbook;
  entries: Entries;
  plans: readonly PlanScope[];
  /** Names in the entries that stand for nothing known. */
  unresolved: readonly Problem[];
}

/** Whether some file has an unknown name in a field, which may be meant for what else seems to be named nowhere. */
export const isUnresolved = ({ unresolved }: Scope, field: string) =>
  unresolved.some(({ path }) => path.includes(field));

/** A condition on the content as a whole: gives what breaks it. */
export type Rule = (scope: Scope) => Problem[];

/**
 * Tells whether words may stand in a file that has faults of its own, so that their absence elsewhere is no news.
 * Looks in files whose name begins with `place`; a file of which nothing can be made out may hold anything.
 */
export function hiddenIn({ faulty }: Entries) {
  const files = [...(faulty ?? [])];
  return (words: string, place = ''): boolean =>
    files.some(([file, text]) => file.startsWith(place) && (text.trim() === '' || text.includes(words)));
}
