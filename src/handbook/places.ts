import { didYouMean } from './closest.ts';
import { contentFiles } from './entries.ts';
import type { Problem } from './problem.ts';

/** A file's name without its folder and ending. */
export const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');

const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** The plan in whose folder a file is; undefined if it is in none. */
export function planOf(path: string): string | undefined {
  const [folder, plan = '', ...rest] = path.split('/');
  return folder === 'plans' && rest.length > 0 && id.test(plan) ? plan : undefined;
}

/** The number that the name of a measure's file gives; undefined if the file is none. */
export function measureNumber(path: string): number | undefined {
  const plan = planOf(path);
  const number = Number(/\/(\d{1,3})\.mdx$/u.exec(path)?.[1]);
  return plan && number > 0 && path === contentFiles.measure(plan, number) ? number : undefined;
}

/** The name under which a file has its place in the content folder, given what it seems to be; its own if that is right. */
export function rightPlace(path: string): string | undefined {
  const parts = path.split('/');
  const name = idOf(path);
  const plan = planOf(path);
  if (parts.length === 1) return [contentFiles.site, 'README.md'].find((known) => idOf(known) === name);
  if (parts[0] === 'search' && parts.length === 2) return contentFiles.thesaurus;
  if (parts[0] === 'units' && parts.length === 2) return id.test(name) ? contentFiles.unit(name) : undefined;
  if (parts[0] === 'topics' && parts.length === 2) return id.test(name) ? contentFiles.topic(name) : undefined;
  if (!plan) return undefined;
  if (parts[2] === 'measures' && parts.length === 4)
    return /^\d{1,3}$/u.test(name) && Number(name) > 0 ? contentFiles.measure(plan, Number(name)) : undefined;
  const known = [
    contentFiles.plan(plan),
    contentFiles.corrections(plan),
    contentFiles.source(plan),
    contentFiles.importReport(plan),
    ...['txt', 'md', 'docx'].map((ending) => contentFiles.received(plan, ending)),
  ];
  if (known.includes(path)) return path;
  return parts.length === 3 ? known.find((file) => idOf(file) === name) : undefined;
}

/** Whether a file is one of those that are read, or the guide for editors. */
export const isInPlace = (path: string) => rightPlace(path) === path;

const layout =
  'site.yaml、search/thesaurus.yaml、units/<编号>.yaml、topics/<编号>.yaml、plans/<编号>/ 里的 plan.mdx、corrections.yaml、source.txt、measures/01.mdx、02.mdx……和导入留下的 import-report.md、received.*（编号用小写字母、数字和连字符）';

/** Finds the files that have no place in the content folder: nobody would read them. Hidden files do not count. */
export function strayFiles(paths: readonly string[]): Problem[] {
  return paths
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .filter((path) => !isInPlace(path))
    .map((file) => {
      const right = rightPlace(file);
      const mend = right ? `把文件改名为 ${right}` : misplaced(file);
      return { file, path: [], line: 1, found: '内容文件夹里多出的文件', expected: layout, mend };
    });
}

function misplaced(file: string): string {
  const folders = ['units', 'topics', 'search', 'plans'];
  const [folder = ''] = file.split('/');
  if (file.includes('/') && !folders.includes(folder)) return `文件夹“${folder}”不认得，${didYouMean(folder, folders)}`;
  return '改成上面的一种名称，或移出内容文件夹';
}
