import type { z } from 'zod';
import { correctionsSchema } from '../schema/correction.ts';
import { type MeasureData, measureSchema } from '../schema/measure.ts';
import { planSchema } from '../schema/plan.ts';
import { siteSchema } from '../schema/site.ts';
import { thesaurusSchema } from '../schema/thesaurus.ts';
import { topicKinds, topicSchema } from '../schema/topic.ts';
import { unitKinds, unitSchema } from '../schema/unit.ts';
import { readProse } from './body.ts';
import { decode } from './encoding.ts';
import type { Entries, Entry, PlanEntries } from './entries.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { contentFiles, idOf, measureNumber, planOf } from './paths.ts';
import type { Problem } from './problem.ts';
import { isInPlace, rightPlace, strayFiles } from './stray-files.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** A file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  path: string;
  bytes: Uint8Array;
  /** The file, or the folder of that name with `/` at its end, could not be opened; `bytes` is empty. */
  closed?: true;
}

/** The content folder after reading: what can be used of it, and what is wrong with single files. */
export interface Reading {
  entries: Entries;
  /** Every one with its line. */
  problems: Problem[];
  /** Places in the files for whose values something else stands in, though no problem names them: a mistyped field is told. */
  mistyped: Pick<Problem, 'file' | 'path'>[];
  /** Gives a problem that was found in `entries` its place and line in the file. */
  locate(problem: Problem): Problem;
}

/** Stands in a place that cannot be read; the place has its problem, and whatever else is found there is not told. */
const blank = '（缺）';

/** Values for fields at fault, so that the rest of their files can still be held against other files. */
const standIns = {
  site: { name: blank, description: blank, base: '/', portal: {}, records: {} },
  plan: (measures: readonly Entry<MeasureData>[]) => ({
    title: blank,
    shortTitle: blank,
    heading: blank,
    number: `${blank}〔2000〕1号`,
    noticeTitle: blank,
    addressees: blank,
    notice: blank,
    issuer: blank,
    issuedOn: '2000-01-01',
    issuedText: '2000年1月1日',
    environments: [...new Set([blank, ...measures.map(({ data }) => data.environment)])].map((title) => ({
      title,
      short: title,
    })),
    ...(measures.some(({ data }) => data.tasks.length > 0) && {
      annex: { title: blank, columns: [blank, blank, blank, blank] },
    }),
  }),
  measure: (number: number) => ({ number, title: blank, environment: blank, units: blank, topics: ['none'] }),
};

/** The place that a file of no known name would have by what it holds, for files of the registry alone. */
function placeByText(path: string, text: string): string | undefined {
  const [, kind = ''] = /^kind: *(\w+)/mu.exec(text) ?? [];
  if (Object.hasOwn(unitKinds, kind)) return contentFiles.unit(idOf(path));
  return Object.hasOwn(topicKinds, kind) ? contentFiles.topic(idOf(path)) : undefined;
}

const unopened = (file: string): Problem => ({
  file,
  path: [],
  line: 1,
  found: `打不开这个文件${file.endsWith('/') ? '夹' : ''}`,
  expected: '检查能打开内容文件夹里的每一个文件',
  mend: '多半是正被别的程序占用，或没有权限：关闭占用它的程序（Word、WPS、网盘同步等），或请管理员给读取的权限，再运行检查',
});

/** Reads the files of one content folder, one by one. */
class Reader {
  readonly problems: Problem[] = [];
  readonly mistyped: Pick<Problem, 'file' | 'path'>[] = [];
  readonly faulty = new Map<string, string>();
  readonly #files: ReadonlyMap<string, ContentFile>;
  readonly #places = new Map<string, (path: readonly PropertyKey[]) => Pick<Problem, 'path' | 'line'>>();

  constructor(files: ReadonlyMap<string, ContentFile>) {
    this.#files = files;
    for (const { path, closed } of files.values()) if (closed) this.#report(path, '', [unopened(path)]);
    this.problems.push(...strayFiles([...files.values()].filter(({ closed }) => !closed).map(({ path }) => path)));
    // A file under a wrong name is not missing under the right one, nor is what it holds.
    for (const { path, bytes } of files.values()) {
      if (isInPlace(path)) continue;
      const { text } = decode(path, bytes);
      const right = rightPlace(path) ?? placeByText(path, text);
      if (right && text.trim() !== '' && (right === path || !files.has(right))) this.faulty.set(right, text);
    }
  }

  locate = (problem: Problem): Problem =>
    problem.line ? problem : { ...problem, line: 1, ...this.#places.get(problem.file)?.(problem.path) };

  /** Text of a file; undefined where it is missing, not to be opened, empty or in another encoding. */
  text(file: string): string | undefined {
    const content = this.#files.get(file);
    if (!content || content.closed) return undefined;
    const { text, valid, problems } = decode(file, content.bytes);
    if (!valid) this.#report(file, text, problems);
    else this.problems.push(...problems);
    if (!valid) return undefined;
    if (text.trim() !== '') return text;
    this.#report(file, '', [
      {
        file,
        path: [],
        line: 1,
        found: '文件是空的',
        expected: '文件里有内容',
        mend: '从上一个版本恢复这个文件，或照同一文件夹里别的文件重写；不需要的文件就删去',
      },
    ]);
    return undefined;
  }

  /** Data of a YAML file. */
  data<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | undefined {
    const text = this.text(file);
    return text === undefined ? undefined : this.#data(file, text, 1, text, schema, {});
  }

  /** Data and body of an MDX file. */
  entry<Schema extends z.ZodType>(
    file: string,
    schema: Schema,
    standIn: Readonly<Record<string, unknown>>,
  ): Entry<z.output<Schema>> | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const parts = splitFrontmatter(text, file);
    if ('found' in parts) {
      this.#report(file, text, [parts]);
      return undefined;
    }
    const data = this.#data(file, parts.data, parts.dataLine, text, schema, standIn);
    if (data !== undefined) return { file, data, body: parts.body, bodyLine: parts.bodyLine };
    this.problems.push(...readProse(parts.body, file, parts.bodyLine).problems);
    return undefined;
  }

  #data<Schema extends z.ZodType>(
    file: string,
    yaml: string,
    firstLine: number,
    text: string,
    schema: Schema,
    standIn: Readonly<Record<string, unknown>>,
  ): z.output<Schema> | undefined {
    const { data: raw, problems, lineOf } = readYaml(yaml, file, firstLine);
    if (problems.length > 0) this.#report(file, text, problems);
    if (problems.length > 0 && raw === undefined) return undefined;
    const { data, problems: faults, mistyped, original } = validate(schema, raw, file, standIn);
    this.mistyped.push(...mistyped.map((path) => ({ file, path })));
    this.#places.set(file, (path) => ({ path: original(path), line: lineOf(original(path)) }));
    if (faults.length > 0)
      this.#report(
        file,
        text,
        faults.map((fault) => ({ ...fault, line: lineOf(fault.path) })),
      );
    return data;
  }

  /** Tells of a file that should be there. */
  missing(file: string, expected: string): void {
    if (this.#files.has(file) || this.faulty.has(file)) return;
    this.#report(file, '', [
      {
        file,
        path: [],
        line: 1,
        found: `没有这个文件${file.endsWith('/') ? '夹，或里面没有文件' : ''}`,
        expected,
        mend: '从上一个版本恢复这个文件，或新建一个',
      },
    ]);
  }

  #report(file: string, text: string, problems: readonly Problem[]): void {
    this.faulty.set(file, text);
    this.problems.push(...problems);
  }
}

/** Gives ids and data of the files of a folder, without those that cannot be used. */
function collection<Schema extends z.ZodType>(reader: Reader, files: readonly string[], schema: Schema) {
  return files.flatMap((file) => {
    const data = reader.data(file, schema);
    return data === undefined ? [] : [{ id: idOf(file), data }];
  });
}

function readPlan(reader: Reader, id: string, files: readonly string[]): PlanEntries {
  const planFile = contentFiles.plan(id);
  const correctionsFile = contentFiles.corrections(id);
  reader.missing(planFile, '每个 plans 下的文件夹都有 plan.mdx：文件的记录和正文');
  reader.missing(correctionsFile, '每个 plans 下的文件夹都有 corrections.yaml；没有更正就写一行 corrections: []');

  const measures = files.flatMap((file) => {
    const number = measureNumber(file);
    return number === undefined ? [] : (reader.entry(file, measureSchema, standIns.measure(number)) ?? []);
  });
  const standIn = standIns.plan(measures);
  const source = reader.text(contentFiles.source(id));
  const isKept = files.some((file) => file === contentFiles.source(id) || idOf(file) === 'received');
  return {
    id,
    plan: reader.entry(planFile, planSchema, standIn) ?? {
      file: planFile,
      data: planSchema.parse(standIn),
      body: '<Measures />',
      bodyLine: 1,
    },
    measures,
    corrections: reader.data(correctionsFile, correctionsSchema)?.corrections ?? [],
    ...(source === undefined ? {} : { source }),
    ...(isKept ? {} : { unsourced: true }),
  };
}

/**
 * Reads the files of the content folder: encoding, syntax and schema, file by file.
 * A file at fault does not hide the faults of others; what is still usable of it stays in the entries.
 */
export function readEntries(contents: readonly ContentFile[]): Reading {
  const files = new Map(contents.map((content) => [content.path, content]));
  const paths = [...files.keys()].filter(isInPlace).sort();
  const reader = new Reader(files);

  reader.missing(contentFiles.site, '手册的设置');
  reader.missing(contentFiles.thesaurus, '读者说法的对照表；没有对照就写一行 synonyms: []');
  const plans = [...new Set(paths.flatMap((path) => planOf(path) ?? []))];
  // A folder of a plan under a wrong name is told as such.
  if (plans.length === 0 && ![...files.keys()].some((path) => path.startsWith('plans/')))
    reader.missing(contentFiles.plan('…'), '至少有一个文件夹 plans/<编号>/，里面有 plan.mdx');

  for (const [folder, what] of [
    [contentFiles.units, '单位的登记，每个单位一个文件'],
    [contentFiles.topics, '分类，每个一个文件'],
  ] as const)
    if (![...paths, ...reader.faulty.keys()].some((path) => path.startsWith(folder))) reader.missing(folder, what);

  const entries: Entries = {
    site: reader.data(contentFiles.site, siteSchema) ?? siteSchema.parse(standIns.site),
    units: collection(
      reader,
      paths.filter((path) => path === contentFiles.unit(idOf(path))),
      unitSchema,
    ),
    topics: collection(
      reader,
      paths.filter((path) => path === contentFiles.topic(idOf(path))),
      topicSchema,
    ),
    thesaurus: reader.data(contentFiles.thesaurus, thesaurusSchema)?.synonyms ?? [],
    plans: plans.map((id) =>
      readPlan(
        reader,
        id,
        paths.filter((path) => planOf(path) === id),
      ),
    ),
    faulty: reader.faulty,
  };
  return { entries, problems: reader.problems, mistyped: reader.mistyped, locate: reader.locate };
}
