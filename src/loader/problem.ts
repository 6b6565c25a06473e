/** One fault of the content, reported to an editor. */
export interface Problem {
  /** File, relative to the content folder, with `/`. */
  file: string;
  /** Where in the file's data: keys and indexes from the root; empty for the file as a whole. */
  path: readonly PropertyKey[];
  /** Line, from 1, where it does not follow from `path`. */
  line?: number;
  /** 查到的是什么。 */
  found: string;
  /** 应当是什么。 */
  expected: string;
  /** 怎样改。 */
  mend: string;
  /** The mend as data, where it is one replacement. */
  repair?: Repair;
}

/** What to write: the value at the problem's path, the name of its field, or the rows that take the place of as many from a line on. */
export type Repair = { value: unknown } | { field: string } | { from: number; rows: readonly string[] };

/** A problem of a line of a file; of the file as a whole, of line 1. */
export const problemAt = (file: string, line: number, found: string, expected: string, mend: string): Problem => ({
  file,
  path: [],
  line,
  found,
  expected,
  mend,
});
