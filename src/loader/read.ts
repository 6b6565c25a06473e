import { type FileData, type FileKind, fileKinds } from '../schema/content-types.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { PlanData } from '../schema/plan.ts';
import { type Block, readProse } from './body.ts';
import { decode } from './encoding.ts';
import type { Entries, Entry } from './entries.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { readLogo } from './logo.ts';
import { contentFiles, idOf, measureNumber, planIdOf } from './paths.ts';
import { type Problem, problemAt } from './problem.ts';
import { readRaw } from './raw-text.ts';
import { folderOf, isInPlace, isLeftBehind, kindOf, strayFiles } from './stray-files.ts';
import { validate } from './validate.ts';
import { readYaml, shortened } from './yaml.ts';

/** A file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, with `/`. */
  path: string;
  bytes: Uint8Array;
  /** The file, or the folder of that name with `/` at its end, could not be opened; `bytes` is empty. */
  closed?: true;
}

/** A content file that holds data, as far as it is valid. */
export interface ReadFile<Kind extends FileKind = FileKind> {
  kind: Kind;
  /** Relative to the content folder. */
  file: string;
  /** All data as written, or as it was meant, its faults included; undefined where it cannot be read. */
  unchecked: unknown;
  /** The root fields that are valid, each by itself, or are as they were meant; undefined where the file cannot be read. */
  fields: Partial<FileData<Kind>> | undefined;
  /** The names of the root fields that are not. */
  invalid: ReadonlySet<PropertyKey>;
  /** All fields, where all are valid, or problems say what they were meant as. */
  data: FileData<Kind> | undefined;
  /** The body; undefined where it cannot be read, and empty in a file of YAML. */
  blocks: readonly Block[] | undefined;
}

/** The content folder as read file by file. */
export interface Reading {
  /** The files that have a place in the folder. */
  paths: ReadonlySet<string>;
  /** The files that hold data, by path. */
  files: readonly ReadFile[];
  /** The documents as received with which the content is compared, by the ids of their plans. */
  sources: ReadonlyMap<string, string>;
  /** The checksums of these documents, by the ids of their plans, where they are sealed. */
  seals: ReadonlyMap<string, string>;
  /** The addresses that were published, by the line of their file. */
  published: ReadonlyMap<number, string>;
  /** What of the files is valid as a whole. */
  entries: Entries;
  /** What is wrong with single files; each has its line. */
  problems: readonly Problem[];
  /** Gives a problem of some file's data its line; a path of `body` and an index is a block of the text. */
  locate(problem: Problem): Problem;
}

const closed = (file: string) =>
  problemAt(
    file,
    1,
    `打不开这个文件${file.endsWith('/') ? '夹' : ''}`,
    '检查能打开内容文件夹里的每一个文件',
    '多半是正被别的程序占用，或没有权限：关闭占用它的程序（Word、WPS、网盘同步等），或请管理员给读取的权限，再运行检查',
  );

/** Whether a file names units, or may as it cannot be read: documents without any need no registry. */
function namesUnits({ kind, fields }: ReadFile): boolean {
  if (kind !== 'measures' && kind !== 'plans') return false;
  if (!fields) return true;
  const { units, tasks = [], environments = [] } = fields as Partial<MeasureData & Pick<PlanData, 'environments'>>;
  return units !== undefined || [...tasks, ...environments].some((one) => one.units !== undefined);
}

/** A file or folder that must be there, what it is for, and the command that begins it. */
type Demanded = [file: string, purpose: string, command?: string];

/** What each content folder has. */
const demanded = (plans: readonly string[], files: readonly ReadFile[]): Demanded[] => [
  [contentFiles.site, '手册的设置', 'handbook'],
  [contentFiles.thesaurus, '读者说法的对照表；没有对照就写一行 synonyms: []', 'handbook'],
  ...(files.length === 0 || files.some(namesUnits)
    ? [[contentFiles.units, '单位的登记，每个单位一个文件', 'units'] as Demanded]
    : []),
  [contentFiles.topics, '分类，每个一个文件', 'topic 编号 名称'],
  ...(plans.length === 0 ? ['…'] : plans).flatMap((id): Demanded[] => [
    [contentFiles.plan(id), '每个 plans 下的文件夹都有 plan.mdx：文件的记录和正文'],
    [contentFiles.corrections(id), '每个 plans 下的文件夹都有 corrections.yaml；没有更正就写一行 corrections: []'],
  ]),
];

function missingFiles(paths: readonly string[], plans: readonly string[], files: readonly ReadFile[]): Problem[] {
  // A file under a wrong name is reported by that name.
  const isThere = (file: string) =>
    paths.some((path) => path.startsWith(file) || (folderOf(path) === folderOf(file) && !isInPlace(path)));
  return demanded(plans, files)
    .filter(([file]) => !isThere(file))
    .map(([file, purpose, command]) =>
      problemAt(
        file,
        1,
        `没有这个文件${file.endsWith('/') ? '夹，或里面没有文件' : ''}`,
        purpose,
        `从上一个版本恢复这个文件，或新建一个${command ? `：npm run new -- ${command}` : ''}`,
      ),
    );
}

/** The text of a file; undefined where it is empty, in another encoding or in the midst of a merge. */
function textOf({ path, bytes }: ContentFile): { text: string | undefined; problems: Problem[] } {
  const { text, problems } = decode(path, bytes);
  if (text === undefined) return { text, problems };
  if (text.trim() !== '') {
    const raw = readRaw(text, path);
    return { text: raw.text, problems: [...problems, ...raw.problems] };
  }
  const empty = problemAt(
    path,
    1,
    '文件是空的',
    '文件里有内容',
    '从上一个版本恢复这个文件，或照同一文件夹里别的文件重写；不需要的文件就删去',
  );
  return { text: undefined, problems: [empty] };
}

type LineOf = (path: Problem['path']) => number;

/** Reads a file that holds data: encoding, syntax, schema and body, with all that is wrong in them. */
function readFile<Kind extends FileKind>(content: ContentFile, kind: Kind) {
  const file = content.path;
  const { text, problems } = textOf(content);
  const read: ReadFile<Kind> = {
    kind,
    file,
    unchecked: undefined,
    fields: undefined,
    invalid: new Set(),
    data: undefined,
    blocks: undefined,
  };
  let lineOf: LineOf = () => 1;
  if (text === undefined) return { read, problems, lineOf };
  const parts = splitFrontmatter(text, file);
  if (!parts.ok) return { read, problems: [...problems, parts.problem], lineOf };

  const yaml = readYaml(parts.data, file, parts.dataLine, fileKinds[kind].schema);
  const body = readProse(parts.body, file, parts.bodyLine);
  const blockLine = (index: PropertyKey | undefined) => body.blocks[Number(index)]?.line ?? parts.bodyLine;
  lineOf = ([key, index, ...rest]) =>
    key === 'body' ? blockLine(index) : yaml.lineOf([key, index, ...rest].filter((step) => step !== undefined));
  problems.push(...yaml.problems, ...body.problems);
  if (body.problems.length === 0) read.blocks = body.blocks;
  if (yaml.data !== undefined || yaml.problems.length === 0) {
    const valid = validate(fileKinds[kind].schema, yaml.data, file);
    const lineIn = lineOf;
    lineOf = (path) => lineIn(valid.writtenAs(path));
    problems.push(...valid.problems.map((problem) => ({ ...problem, line: lineOf(problem.path) })));
    read.unchecked = valid.unchecked;
    read.fields = valid.fields as ReadFile<Kind>['fields'];
    read.invalid = valid.invalid;
    read.data = valid.data as FileData<Kind> | undefined;
  }
  return { read, problems, lineOf };
}

const isOf =
  <Kind extends FileKind>(kind: Kind) =>
  (file: ReadFile): file is ReadFile & ReadFile<Kind> =>
    file.kind === kind;

/** The files of one kind that are valid as a whole, with their bodies. */
function entriesOf<Kind extends FileKind>(files: readonly ReadFile[], kind: Kind) {
  return files
    .filter(isOf(kind))
    .flatMap(({ file, data, blocks }): (Entry<FileData<Kind>> & { id: string })[] =>
      data && blocks ? [{ id: idOf(file), file, data, blocks }] : [],
    );
}

function joinable(files: readonly ReadFile[], sources: ReadonlyMap<string, string>, logo: string | undefined): Entries {
  const measures = Map.groupBy(entriesOf(files, 'measures'), ({ file }) => planIdOf(file));
  const questions = Map.groupBy(entriesOf(files, 'questions'), ({ file }) => planIdOf(file));
  const corrections = new Map(
    entriesOf(files, 'corrections').map(({ file, data }) => [planIdOf(file), data.corrections]),
  );
  return {
    site: entriesOf(files, 'site')[0]?.data,
    logo,
    units: entriesOf(files, 'units'),
    topics: entriesOf(files, 'topics'),
    thesaurus: entriesOf(files, 'thesaurus')[0]?.data.synonyms ?? [],
    elsewhere: entriesOf(files, 'elsewhere')[0]?.data.matters ?? [],
    redirects: entriesOf(files, 'redirects')[0]?.data.redirects ?? [],
    plans: entriesOf(files, 'plans').map((plan) => {
      const id = planIdOf(plan.file) ?? '';
      return {
        id,
        plan,
        measures: measures.get(id) ?? [],
        questions: new Map(questions.get(id)?.map(({ file, data }) => [measureNumber(file) ?? 0, data.answers])),
        corrections: corrections.get(id) ?? [],
        hasSource: sources.has(id),
      };
    }),
  };
}

/** The addresses in the list of those that were published; lines that begin with `#` are remarks. */
function publishedIn(file: ContentFile | undefined): { published: Map<number, string>; problems: Problem[] } {
  if (file === undefined) return { published: new Map(), problems: [] };
  const { text = '', problems } = textOf(file);
  const lines = text
    .split('\n')
    .map((line, at): [number, string] => [at + 1, line.trim()])
    .filter(([, line]) => line !== '' && !line.startsWith('#'));
  const isAddress = ([, line]: [number, string]) => /^(?:[a-z0-9-]+\/)+$/u.test(line);
  const strange = lines
    .filter((line) => !isAddress(line))
    .map(([at, line]) =>
      problemAt(
        file.path,
        at,
        `“${shortened(line)}”`,
        '一行一个网址，由 npm run published 写出',
        '删去这一行，再运行 npm run published；不要手改',
      ),
    );
  return { published: new Map(lines.filter(isAddress)), problems: [...problems, ...strange] };
}

/** Reads the files of a content folder one by one, but those that programs left. A file at fault hides no fault of another. */
export function readContent(contents: readonly ContentFile[]): Reading {
  const all = contents.filter(({ path }) => !isLeftBehind(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths = all.map(({ path }) => path);
  const inPlace = paths.filter(isInPlace);
  const plans = [...new Set(inPlace.flatMap((path) => planIdOf(path) ?? []))];
  const open = all.filter(({ closed }) => !closed);
  const read = open.flatMap((content) => {
    const kind = kindOf(content.path);
    return kind ? [readFile(content, kind)] : [];
  });
  const sources = open
    .filter(({ path }) => path === contentFiles.source(planIdOf(path) ?? ''))
    .map((content) => ({ plan: planIdOf(content.path) ?? '', ...textOf(content) }));
  const sourceTexts = new Map(sources.flatMap(({ plan, text }) => (text === undefined ? [] : [[plan, text]])));
  const seals = open
    .filter(({ path }) => path === contentFiles.seal(planIdOf(path) ?? ''))
    .map((content) => ({ plan: planIdOf(content.path) ?? '', ...textOf(content) }));
  const list = publishedIn(open.find(({ path }) => path === contentFiles.published));
  const mark = open.filter(({ path }) => path === contentFiles.logo).map(({ path, bytes }) => readLogo(path, bytes));
  const lines = new Map(read.map(({ read: { file }, lineOf }): [string, LineOf] => [file, lineOf]));
  const files = read.map(({ read }) => read);
  return {
    paths: new Set(inPlace),
    files,
    sources: sourceTexts,
    seals: new Map(seals.flatMap(({ plan, text }) => (text === undefined ? [] : [[plan, text]]))),
    published: list.published,
    entries: joinable(files, sourceTexts, mark[0]?.logo),
    problems: [
      ...all.filter(({ closed }) => closed).map(({ path }) => closed(path)),
      ...strayFiles(open.map(({ path }) => path)),
      ...missingFiles(paths, plans, files),
      ...read.flatMap(({ problems }) => problems),
      ...[...sources, ...seals, list, ...mark].flatMap(({ problems }) => problems),
    ],
    locate: (problem) => ({
      ...problem,
      path: problem.path[0] === 'body' ? [] : problem.path,
      line: problem.line ?? lines.get(problem.file)?.(problem.path) ?? 1,
    }),
  };
}
