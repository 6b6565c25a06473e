import { contentFiles } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import type { Content, Input, Rule } from './rule.ts';

/** Where the files of an input are; those of a plan in its folder. */
const places: Record<Input, (plan: string) => string> = {
  site: () => contentFiles.site,
  units: () => contentFiles.units,
  topics: () => contentFiles.topics,
  thesaurus: () => contentFiles.thesaurus,
  elsewhere: () => contentFiles.elsewhere,
  redirects: () => contentFiles.redirects,
  plans: contentFiles.plan,
  measures: contentFiles.measures,
  questions: contentFiles.questionFolder,
  corrections: contentFiles.corrections,
  source: contentFiles.source,
};

/** What has problems: files, and folders in which some file is missing or under a wrong name. */
class Faults {
  readonly #paths = new Set<string>();
  readonly #inPlace: ReadonlySet<string>;
  readonly #plans: readonly string[];

  constructor({ paths, files, problems }: Content) {
    this.#inPlace = paths;
    this.#plans = [...new Set(files.flatMap(({ file }) => /^plans\/([^/]+)\//u.exec(file)?.[1] ?? []))];
    this.add(problems);
  }

  add(problems: readonly Problem[]): void {
    for (const { file } of problems) this.#paths.add(this.#inPlace.has(file) ? file : this.#folderOf(file));
  }

  /** The nearest folder that every content folder or plan has; what is missing from it may be what the file holds. */
  #folderOf = (file: string): string =>
    /^(?:units\/|topics\/|search\/|plans\/[a-z0-9-]+\/(?:measures\/|questions\/)?)/u.exec(file)?.[0] ?? '';

  /** Whether an input has problems, of one plan or of any. */
  has(input: Input, plan?: string): boolean {
    const ids = plan === undefined ? ['', ...this.#plans] : [plan];
    return ids.some((id) => {
      const place = places[input](id);
      return [...this.#paths].some((path) => path.startsWith(place) || place.startsWith(path));
    });
  }
}

/** What rules find. */
interface Findings {
  problems: Problem[];
  /** What advice finds, which is no fault. */
  remarks: Problem[];
  /** The ids of the rules that were skipped somewhere. */
  skipped: string[];
}

/** Runs the rules, those on which others rest first. */
export function runRules(rules: readonly Rule[], content: Content): Findings {
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const skipped = new Set<string>();
  const faults = new Faults(content);
  const rank = ({ structural, needs }: Rule) => (structural ? 0 : 100) + needs.length;
  for (const { id, needs, structural, isAdvice, runs } of rules.toSorted((a, b) => rank(a) - rank(b)))
    for (const { plan, ready, check } of runs(content)) {
      if (!ready || needs.some((input) => faults.has(input, plan))) {
        skipped.add(id);
        continue;
      }
      const found = check().map(content.locate);
      (isAdvice ? remarks : problems).push(...found);
      if (structural) faults.add(found);
    }
  return { problems, remarks, skipped: [...skipped].sort() };
}
