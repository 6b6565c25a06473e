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
  path === contentFiles.logo ||
  kindOf(path) !== undefined ||
  others(planIdOf(path) ?? '').includes(path);

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const layout =
  'site.yaml、logo.svg、redirects.yaml、published.txt、search/thesaurus.yaml、search/elsewhere.yaml、units/<编号>.yaml、topics/<编号>.yaml、plans/<编号>/ 里的 plan.mdx、corrections.yaml、source.txt、measures/01.mdx、02.mdx……、questions/01.yaml、02.yaml……和导入留下的 import-report.md、received.txt（或 .md、.docx）。编号用小写字母、数字和连字符';

/** Files and folders that systems, office programs, editors and network drives leave by themselves. */
const leavings = [
  String.raw`[.~#$@].*|.*[~#]|.*\.(?:tmp|temp|~tmp|bak|wbk|sw[op]|lnk|crdownload|part|chk)`,
  String.raw`desktop\.ini|autorun\.inf|(?:eh)?thumbs(?:_vista)?\.db|icon\r?|__MACOSX|System Volume Information|FOUND\.\d+|lost\+found`,
  // What a right click makes: it has words of its own only where it was given a name.
  String.raw`(?:新建|New) ?(?:文本文档|Text Document|(?:Microsoft )?\w+ ?(?:文档|工作表|演示文稿|Document|Worksheet|Presentation))(?: ?[(（]\d+[)）])?\.(?:txt|rtf|docx?|xlsx?|pptx?|wps|et)`,
];
const leftBehind = new RegExp(`^(?:${leavings.join('|')})$`, 'iu');

/** Whether a file, or a folder that it is in, was left by a program: it is no content and no fault. */
export const isLeftBehind = (path: string): boolean => path.split('/').some((part) => leftBehind.test(part));

/** What copying adds to the name of a file: `甲 - 副本`, `甲 (1)`, `甲 - Copy (2)`, `副本 甲`, `甲(冲突副本 …)`. */
const copied =
  /\s*(?:-\s*)?(?:副本|复制|拷贝|[Cc]opy)(?:\s*[(（]\d+[)）])?$|\s*[(（]\d+[)）]$|\s*[(（][^()（）]*冲突[^()（）]*[)）]$|^(?:副本|复制|Copy of)\s*/u;

/** The name in the content folder that a stray file was meant to have; undefined if nobody can say. */
function meantPath(path: string): string | undefined {
  const folder = folderOf(path);
  const name = path.slice(folder.length);
  const plain = name.normalize('NFKC').replace(/(?<=\.(?:yaml|mdx|txt|md|sha256))\.(?:txt|old|yaml|mdx)$/iu, '');
  const ending = /\.[^.]*$/u.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - ending.length).replace(copied, '');
  const measure = /^\d{1,3}$/u.test(stem) ? stem.replace(/^0*(?=\d)/u, '').padStart(2, '0') : stem;
  const id = measure.toLowerCase().replace(/[\s_]+/gu, '-');
  const endings = [
    ending,
    ending
      .toLowerCase()
      .replace(/^\.yml$/u, '.yaml')
      .replace(/^\.md$/u, '.mdx'),
  ];
  return endings.flatMap((one) => [stem, measure, id].map((other) => `${folder}${other}${one}`)).find(isInPlace);
}

/** Files that nobody would read, as they have no place in the content folder: one problem for each folder. */
export function strayFiles(paths: readonly string[]): Problem[] {
  const strays = paths.filter((path) => !isInPlace(path));
  return [...Map.groupBy(strays, folderOf)].map(([folder, files]) => {
    const known = files.map((file) => ({ file, meant: meantPath(file) }));
    const copies = known.filter(({ meant }) => meant !== undefined && paths.includes(meant));
    const renamed = known.filter(({ meant }) => meant !== undefined && !paths.includes(meant));
    const others = known.length - copies.length - renamed.length;
    const mends = [
      ...copies.map(({ file, meant }) => `${file} 是 ${meant} 的副本，删去它（要留的字先抄进 ${meant}）`),
      ...renamed.map(({ file, meant }) => `${file} 改名为 ${meant}`),
      ...(others > 0
        ? [
            `${others < known.length ? '其余的' : ''}改成上面的一种名称，或移到上面的一个位置；不是手册内容的，移出内容文件夹`,
          ]
        : []),
    ];
    return problemAt(
      files[0] ?? folder,
      1,
      `内容文件夹里多出的文件：${files.join('、')}`,
      others > 0 ? layout : '每个文件只有一份，名称是规定的',
      mends.join('；'),
    );
  });
}
