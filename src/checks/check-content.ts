import { today } from '../loader/clock.ts';
import { readContentFiles } from '../loader/folder.ts';
import { contentFiles } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import { type ContentFile, readContent } from '../loader/read.ts';
import { assemble } from '../model/assemble.ts';
import type { Handbook } from '../model/types.ts';
import { handbookAddresses } from './addresses.ts';
import { report } from './report.ts';
import * as rules from './rules/index.ts';
import { runRules } from './run-rules.ts';

/** Content that is fit to publish. */
export interface Passed {
  ok: true;
  handbook: Handbook;
  /** The plans, by their ids, that were compared with no document as received. */
  unproven: readonly string[];
  /** Those whose document as received has no checksum. */
  unsealed: readonly string[];
  /** What should be looked at again, by file and line. */
  remarks: readonly Problem[];
  /** The addresses that the list of published ones lacks; undefined where there is no list. */
  unlisted: readonly string[] | undefined;
}

/** Content that is not. */
export interface Failed {
  ok: false;
  /** Each with its line, by file and line. */
  problems: readonly Problem[];
  /** The ids of the rules that were skipped, as something that they need has problems. */
  skipped: readonly string[];
  /** What should be looked at again besides, by file and line. */
  remarks: readonly Problem[];
}

export type Checked = Passed | Failed;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (problems: readonly Problem[]) =>
  problems.toSorted(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.path.join(), b.path.join()),
  );

/** Checks a content folder as a whole, as it stands on a day: each file for itself, then what they say together. */
export function checkContent(files: readonly ContentFile[], day = today()): Checked {
  const reading = readContent(files);
  const { entries, sources, seals } = reading;
  const joined = assemble(entries, day);
  const found = runRules(Object.values(rules), { ...reading, day, handbook: joined });
  const problems = inOrder([...reading.problems, ...found.problems]);
  const remarks = inOrder(found.remarks);
  const { site } = entries;
  if (problems.length > 0 || !site) return { ok: false, problems, skipped: found.skipped, remarks };
  const unproven = entries.plans.map(({ id }) => id).filter((id) => !sources.has(id));
  const unsealed = [...sources.keys()].filter((id) => !seals.has(id));
  const listed = new Set(reading.published.values());
  const unlisted = reading.paths.has(contentFiles.published)
    ? handbookAddresses(joined).filter((address) => !listed.has(address))
    : undefined;
  return { ok: true, handbook: Object.freeze({ site, ...joined }), unproven, unsealed, unlisted, remarks };
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
