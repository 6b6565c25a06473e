import type { Block } from '../loader/body.ts';
import { isMistyped as isSlip } from '../loader/did-you-mean.ts';
import { contentFiles, planIdOf } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import type { Reading } from '../loader/read.ts';
import type { Handbook, Measure, Plan } from '../model/types.ts';
import type { FileData, FileKind } from '../schema/content-types.ts';

/** What a rule may need: the content files of some kind, or the documents as received. */
export type Input = FileKind | 'source';

/** The content as rules see it: the files as read, and what of them could be joined. */
export interface Content extends Reading {
  /** The day of the check, as `YYYY-MM-DD`. */
  day: string;
  handbook: Omit<Handbook, 'site'>;
}

/** One run of a rule: on a file, on a plan or on all content. */
export interface Run {
  /** The plan that it is about; undefined if it is about all. */
  plan?: string | undefined;
  /** The fields of the file that the rule looks at are valid. */
  ready: boolean;
  check(): Problem[];
}

/** A condition on the content that its schemas cannot express. Each is a file of `rules/`. */
export interface Rule {
  /** The name of its file. */
  id: string;
  reason: string;
  /** What must be without problems, besides the fields of the file at hand; else the rule is skipped. */
  needs: readonly Input[];
  /** A problem that it finds is a fault of its file: rules that need the file are skipped. */
  structural?: true;
  /** What it finds is a remark: the content can be published all the same. */
  isAdvice?: true;
  runs(content: Content): Run[];
  /** Edits of the sample handbook that keep the rule, coming close to breaking it. */
  good?: readonly Edits[];
  /** Edits of the sample handbook that break it, by what the report then says: one problem, or a line for each side of the fault. */
  bad: Readonly<Record<string, Edits>>;
}

/**
 * Edits of the sample handbook (`tests/fixtures/mini.ts`), by file: words with what is put in place of each of their
 * occurrences, all of the text, or null to delete the file. Files of the sample plan are named from its folder.
 * `second/…` is a file of a copy of that plan, and `printed/…` one of a plan that is kept as printed (`printed-sample.ts`), which
 * are there if some edit names them. The sample plan is compared with its
 * `source.txt` if the rule needs `source`, and else keeps the document as `received.txt`, which is not compared.
 */
export type Edits = Readonly<Record<string, Readonly<Record<string, string>> | string | null>>;

/** A problem, of the file at hand unless it names another. */
export type Found = Omit<Problem, 'file'> & { file?: string };

/** The valid fields of one file that a rule looks at. */
interface FileView<Kind extends FileKind, Field extends keyof FileData<Kind>> {
  file: string;
  data: Pick<FileData<Kind>, Field>;
  /** Empty unless the rule looks at `body`. */
  blocks: readonly Block[];
  /** The plan in whose folder the file is, joined. */
  plan: Plan | undefined;
  content: Content;
}

/** Runs on each file of a kind, where the given fields of it are valid; `body` is its text. */
export const eachFile =
  <Kind extends FileKind, Field extends keyof FileData<Kind>>(
    kind: Kind,
    fields: readonly (Field | 'body')[],
    check: (file: FileView<Kind, Field>) => Found | Found[],
  ) =>
  (content: Content): Run[] =>
    content.files
      .filter((one) => one.kind === kind)
      .map(({ file, fields: valid, invalid, blocks }) => ({
        plan: planIdOf(file),
        ready:
          valid !== undefined &&
          fields.every((field) => (field === 'body' ? blocks !== undefined : !invalid.has(field))),
        check: () => {
          const data = valid as Pick<FileData<Kind>, Field>;
          const plan = content.handbook.plans.find(({ id }) => id === planIdOf(file));
          const found = check({ file, data, blocks: blocks ?? [], plan, content });
          return [found].flat().map((one) => ({ file, ...one }));
        },
      }));

/** Runs on each plan, if it could be joined. */
export const eachPlan =
  (check: (plan: Plan, content: Content) => Problem | Problem[]) =>
  (content: Content): Run[] =>
    [...new Set([...content.paths].flatMap((path) => planIdOf(path) ?? []))].map((id) => {
      const plan = content.handbook.plans.find((one) => one.id === id);
      return { plan: id, ready: plan !== undefined, check: () => (plan ? [check(plan, content)].flat() : []) };
    });

/** Runs once on all content. */
export const once =
  (check: (content: Content) => Problem[]) =>
  (content: Content): Run[] => [{ ready: true, check: () => check(content) }];

/** Runs several. */
export const all =
  (...runs: Rule['runs'][]) =>
  (content: Content): Run[] =>
    runs.flatMap((one) => one(content));

/** Whether the file has a field that is this one with a slip, which the schema reports. */
export const isMistyped = ({ problems }: Content, file: string, path: Problem['path']): boolean =>
  problems.some(
    (problem) =>
      problem.file === file &&
      problem.path.slice(0, -1).join() === path.slice(0, -1).join() &&
      isSlip(String(problem.path.at(-1)), String(path.at(-1))),
  );

/** The texts of a body, those of a table by cell. */
export const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'measures') return [];
    return block.kind === 'table' ? block.rows.flat() : [block.text];
  });

/** Places in the content by file and line: `plans/甲/measures/01.mdx 第5、16行；……`. */
export const placesText = ({ locate }: Content, places: readonly Pick<Problem, 'file' | 'path'>[]): string =>
  [...Map.groupBy(places, ({ file }) => file)]
    .map(([file, some]) => {
      const lines = some.map((place) => locate({ ...place, found: '', expected: '', mend: '' }).line ?? 1);
      return `${file} 第${[...new Set(lines)].sort((a, b) => a - b).join('、')}行`;
    })
    .join('；');

/** Whether an address was published and is led nowhere else: the file of its page was taken away or has another name. */
export const isPublished = ({ published, entries }: Content, address: string): boolean =>
  [...published.values()].includes(address) && !entries.redirects.some(({ from }) => from === address);

/** The file of a measure. */
export const fileOf = ({ plan, number }: Pick<Measure, 'plan' | 'number'>): string =>
  contentFiles.measure(plan.id, number);

/** All words of a document in which a reader may search. */
export const documentWords = ({ title, blocks, environments, measures, tasks }: Plan): string[] => [
  title,
  ...textsOf(blocks),
  ...environments.map((environment) => environment.title),
  ...measures.flatMap((measure) => [measure.title, measure.listTitle ?? '', measure.text, measure.unitsText]),
  ...tasks.flatMap(({ text, unitsText, cells }) => [text, unitsText, ...Object.values(cells)]),
];
