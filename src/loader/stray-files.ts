import { didYouMean, isMistyped } from './did-you-mean.ts';
import { contentFiles, idOf, isId, planOf } from './paths.ts';
import type { Problem } from './problem.ts';

/** What a file's name is meant to be, where endings, capitals and blanks were added to it. */
const nameOf = (path: string) =>
  idOf(path)
    .replace(/\.(?:ya?ml|mdx?|txt)$/iu, '')
    .toLowerCase()
    .replace(/[ _]+/gu, '-');

/** The folders of the content folder. */
const folders = ['units', 'topics', 'search', 'plans'];

/** The name under which a file has its place in the content folder, given what it seems to be; its own if that is right. */
export function rightPlace(path: string): string | undefined {
  const [folder = '', ...rest] = path.split('/');
  const name = nameOf(path);
  const plan = planOf(path);
  const single = [contentFiles.site, contentFiles.thesaurus].find((known) => idOf(known) === name);
  if (rest.length === 0) return name === 'readme' ? 'README.md' : single;
  const meant = folders.find((known) => isMistyped(folder, known));
  if (meant && meant !== folder) return rightPlace([meant, ...rest].join('/'));
  if (folder === 'search' && rest.length === 1) return single ?? contentFiles.thesaurus;
  if (folder === 'units' && rest.length === 1) return isId(name) ? contentFiles.unit(name) : undefined;
  if (folder === 'topics' && rest.length === 1) return isId(name) ? contentFiles.topic(name) : undefined;
  if (!plan) return undefined;
  if (/^\d{1,3}$/u.test(name) && Number(name) > 0) return contentFiles.measure(plan, Number(name));
  const known = [
    contentFiles.plan(plan),
    contentFiles.corrections(plan),
    contentFiles.source(plan),
    contentFiles.importReport(plan),
    ...['txt', 'md', 'docx'].map((ending) => contentFiles.received(plan, ending)),
  ];
  if (known.includes(path)) return path;
  return rest.length === 2 ? known.find((file) => idOf(file) === name) : undefined;
}

/** Whether a file is one of those that are read, or the guide for editors. */
export const isInPlace = (path: string) => rightPlace(path) === path;

const layout =
  'site.yaml、search/thesaurus.yaml、units/<编号>.yaml、topics/<编号>.yaml、plans/<编号>/ 里的 plan.mdx、corrections.yaml、source.txt、measures/01.mdx、02.mdx……和导入留下的 import-report.md、received.*（编号用小写字母、数字和连字符）';

/** The folder in which a file lies and that has no place in the content folder; undefined if all its folders have. */
function strayFolder(path: string): string | undefined {
  const parts = path.split('/').slice(0, -1);
  const [folder, plan, inside] = parts;
  if (folder === undefined) return undefined;
  const depth =
    folder !== 'plans' ? (folders.includes(folder) ? 1 : 0) : plan && !isId(plan) ? 1 : inside === 'measures' ? 3 : 2;
  return parts.length > depth ? parts.slice(0, depth + 1).join('/') : undefined;
}

/**
 * Finds the files that have no place in the content folder: nobody would read them. Hidden files do not count.
 * Those of one folder that has no place are one problem.
 */
export function strayFiles(paths: readonly string[]): Problem[] {
  const strays = paths
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .filter((path) => !isInPlace(path));
  const together = Map.groupBy(strays, (path) => strayFolder(path) ?? path);
  return [...together].map(([at, [file = at, ...more]]) => ({
    file,
    path: [],
    line: 1,
    found: `内容文件夹里多出的文件${more.length > 0 ? `（文件夹 ${at} 里共 ${more.length + 1} 个）` : ''}`,
    expected: layout,
    mend: mendOf(file, at, paths),
  }));
}

function mendOf(file: string, at: string, paths: readonly string[]): string {
  const [folder = ''] = file.split('/');
  if (file.includes('/') && !folders.includes(folder)) return `文件夹“${folder}”不认得，${didYouMean(folder, folders)}`;
  const right = rightPlace(file);
  if (right && paths.includes(right)) return `已经有 ${right}：把这个文件移出内容文件夹，或删去`;
  if (at !== file && !right) return `文件夹“${at}”不认得：改成上面的一种名称，或移出内容文件夹`;
  if (right && !isText(file)) return `这不是文本文件：移出内容文件夹，把里面的文字存成 ${right}`;
  if (right && at !== file) return `把文件夹 ${at} 里的文件移到 ${right.slice(0, right.lastIndexOf('/') + 1)}`;
  return right ? `把文件改名为 ${right}` : '改成上面的一种名称，或移出内容文件夹';
}

const isText = (file: string) => /\.(?:ya?ml|mdx?|txt|bak)~?$/iu.test(file);
