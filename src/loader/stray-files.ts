import type { FileKind } from '../schema/content-types.ts';
import { contentFiles, idOf, isId, measureNumber, planIdOf } from './paths.ts';
import { type Problem, problemAt } from './problem.ts';

/** The kind of content file that a path is of; undefined if it is of none. */
export function kindOf(path: string): FileKind | undefined {
  const id = idOf(path);
  if (path === contentFiles.site) return 'site';
  if (path === contentFiles.thesaurus) return 'thesaurus';
  if (path === contentFiles.elsewhere) return 'elsewhere';
  if (path === contentFiles.redirects) return 'redirects';
  if (path === contentFiles.unit(id) && isId(id)) return 'units';
  if (path === contentFiles.topic(id) && isId(id)) return 'topics';
  const plan = planIdOf(path);
  if (plan === undefined) return undefined;
  if (path === contentFiles.plan(plan)) return 'plans';
  if (path === contentFiles.corrections(plan)) return 'corrections';
  if (measureNumber(path) === undefined) return undefined;
  return path.endsWith('.mdx') ? 'measures' : 'questions';
}

/** Files without data of their own: the guide for editors, the document as received, the report of its import. */
const others = (plan: string) => [
  contentFiles.source(plan),
  contentFiles.seal(plan),
  contentFiles.importReport(plan),
  ...['txt', 'md', 'docx'].map((ending) => contentFiles.received(plan, ending)),
];

/** Whether a file has its place in the content folder. */
export const isInPlace = (path: string): boolean =>
  path === 'README.md' ||
  path === contentFiles.published ||
  kindOf(path) !== undefined ||
  others(planIdOf(path) ?? '').includes(path);

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const layout =
  'site.yaml、redirects.yaml、published.txt、search/thesaurus.yaml、search/elsewhere.yaml、units/<编号>.yaml、topics/<编号>.yaml、plans/<编号>/ 里的 plan.mdx、corrections.yaml、source.txt、measures/01.mdx、02.mdx……、questions/01.yaml、02.yaml……和导入留下的 import-report.md、received.txt（或 .md、.docx）。编号用小写字母、数字和连字符';

/** Files that nobody would read, as they have no place in the content folder: one problem for each folder. Hidden files do not count. */
export function strayFiles(paths: readonly string[]): Problem[] {
  const strays = paths.filter((path) => !path.split('/').some((part) => part.startsWith('.')) && !isInPlace(path));
  return [...Map.groupBy(strays, folderOf)].map(([folder, files]) =>
    problemAt(
      files[0] ?? folder,
      1,
      `内容文件夹里多出的文件：${files.join('、')}`,
      layout,
      '改成上面的一种名称，或移到上面的一个位置；不是手册内容的，移出内容文件夹',
    ),
  );
}
