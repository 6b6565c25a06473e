import { copyWord } from '../model/printed-form.ts';
import type { Handbook } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { dataPath, siteMapPath } from '../routes/paths.ts';
import { planCitation } from '../views/citation.ts';
import { pageFacts, pathOf, type Subject, subjectsOf, twinPath } from '../views/page-subject.ts';

/** The sections of the map, by the kinds of pages that they list. */
const sections: readonly { title: string; kinds: readonly Subject['kind'][] }[] = [
  { title: '文件', kinds: ['plan', 'tasks'] },
  { title: '措施', kinds: ['measure'] },
  { title: '责任单位', kinds: ['unit'] },
];

/**
 * A map of the handbook for language models: the Markdown twins of the newest plans and of the units, the open data, and the
 * pages that have no twin. Its links are links of Markdown, which may be relative: without an origin they hold from where the
 * file was fetched.
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
  const section = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines].join('\n');
  return [
    `# ${site.name}`,
    `> ${site.description}`,
    `本手册据${plans.map(({ cited }) => cited).join('、')}${isWhole ? '' : `等${handbook.plans.length}份文件`}的${copyWord(plans)}文本整理，不是正式文件；引用和办事以正式印发的文件为准。编辑所加的文字均已标明。`,
    ...(isWhole ? [] : [`这里列最新的${plans.length}份文件，其余见[网站地图](${at(siteMapPath)})。`]),
    ...sections.map(({ title, kinds }) =>
      section(title, subjects.filter(({ kind }) => kinds.includes(kind)).map(line)),
    ),
    section(
      '数据',
      plans.map((plan) => `- [${planCitation(plan)}](${at(`${dataPath(plan)}datapackage.json`)}): JSON 和 CSV`),
    ),
    section('其他', subjects.filter((subject) => !twinPath(subject)).map(line)),
    '',
  ].join('\n\n');
}
