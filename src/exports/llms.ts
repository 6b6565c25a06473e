import { copyWord } from '../model/printed-form.ts';
import type { Handbook, Plan } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { dataPath, plansDataPath, siteMapPath } from '../routes/paths.ts';
import { pageFacts, pathOf, type Subject, subjectsOf, twinPath } from '../views/page-subject.ts';
import { dataTables } from './dataset/files.ts';

/** The sections of the map, by the kinds of pages that they list. What is in none stands among the optional. */
const sections: readonly { title: string; kinds: readonly Subject['kind'][] }[] = [
  { title: '文件', kinds: ['plan', 'tasks', 'targets'] },
  { title: '措施', kinds: ['measure'] },
  { title: '责任单位', kinds: ['units', 'unit'] },
  { title: '找支持', kinds: ['support', 'topic'] },
  { title: '搜索和词语', kinds: ['search', 'terms'] },
  { title: '更新', kinds: ['updates'] },
  { title: '数据', kinds: ['data', 'plan-data'] },
  { title: '许可', kinds: ['licences'] },
];
const sorted = new Set(sections.flatMap(({ kinds }) => kinds));

/** The files of a plan's data as lines of the map. */
const dataLines = ({ site, units }: Handbook, plan: Plan): string[] => [
  `- [${plan.shortTitle} datapackage.json](${absoluteUrl(site, `${dataPath(plan)}datapackage.json`)}): 各文件的字段、大小和校验值`,
  ...dataTables({ site, units }, plan).flatMap(({ title, rows, files }) =>
    files.map(
      ({ name }) => `- [${plan.shortTitle} ${name}](${absoluteUrl(site, dataPath(plan) + name)}): ${title}，${rows}行`,
    ),
  ),
];

/**
 * A map of the handbook for language models, sorted by what pages are for: Markdown twins where there are any, the files of the
 * open data, and under "Optional" what repeats them (pages for paper) or is about the site. Its links are links of Markdown, which
 * may be relative: without an origin they hold from where the file was fetched.
 * @see https://llmstxt.org/
 */
export function llmsText(handbook: Handbook): string {
  const { site } = handbook;
  const plans = handbook.plans.slice(0, plansOnPage);
  const isWhole = plans.length === handbook.plans.length;
  const at = (path: string) => absoluteUrl(site, path);
  const subjects = subjectsOf({ ...handbook, plans });
  const line = (subject: Subject) => {
    const { title, description } = pageFacts(handbook, subject);
    return `- [${title}](${at(twinPath(subject) ?? pathOf(subject))}): ${description}`;
  };
  const planIndexLine = `- [plans.json](${at(plansDataPath)}): 全部文件的编号、文号、日期、状态和数据所在的位置`;
  const section = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines].join('\n');
  return [
    `# ${site.name}`,
    `> ${site.description}`,
    `本手册据${plans.map(({ cited }) => cited).join('、')}${isWhole ? '' : `等${handbook.plans.length}份文件`}的${copyWord(plans)}文本整理，不是正式文件；引用和办事以正式印发的文件为准。编辑所加的文字均已标明。`,
    ...(isWhole ? [] : [`这里列最新的${plans.length}份文件，其余见[网站地图](${at(siteMapPath)})。`]),
    ...sections.map(({ title, kinds }) =>
      section(title, [
        ...subjects.filter(({ kind }) => kinds.includes(kind)).map(line),
        ...(title === '数据' ? [planIndexLine, ...plans.flatMap((plan) => dataLines(handbook, plan))] : []),
      ]),
    ),
    section('Optional', subjects.filter(({ kind }) => !sorted.has(kind)).map(line)),
    '',
  ].join('\n\n');
}
