import type { Handbook } from '../model/types.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';
import { plansOnPage } from '../routes/pagination.ts';
import { dataPath, siteMapPath } from '../routes/paths.ts';
import { planCitation } from '../views/citation.ts';
import { type MarkdownTwin, markdownPath, markdownTwins } from './markdown.ts';

const sections: Record<MarkdownTwin['kind'], string> = {
  plan: '文件',
  tasks: '任务清单',
  measure: '措施',
  unit: '责任单位',
};

/**
 * A map of the handbook for language models: the Markdown twins of the newest plans and of the units, and the open data.
 * @see https://llmstxt.org/
 */
export function llmsText(handbook: Handbook): string {
  const { site } = handbook;
  const plans = handbook.plans.slice(0, plansOnPage);
  const isNewest = plans.length === handbook.plans.length;
  const at = (path: string) => absoluteUrl(site, path);
  const twins = markdownTwins({ ...handbook, plans });
  const section = (title: string, lines: readonly string[]) => [`## ${title}`, '', ...lines].join('\n');
  return [
    `# ${site.name}`,
    `> ${site.description}`,
    `本手册据${plans.map(({ number }) => number).join('、')}${isNewest ? '' : `等${handbook.plans.length}份文件`}的转录文本整理，不是正式文件；引用和办事以正式印发的文件为准。编辑所加的文字均已标明。`,
    ...(isNewest ? [] : [`这里列最新的${plans.length}份文件，其余见[网站地图](${at(siteMapPath)})。`]),
    ...Object.entries(sections)
      .map(([kind, title]) => ({ title, listed: twins.filter((twin) => twin.kind === kind) }))
      .filter(({ listed }) => listed.length > 0)
      .map(({ title, listed }) =>
        section(
          title,
          listed.map((twin) => `- [${twin.title}](${at(markdownPath(twin.page))})`),
        ),
      ),
    section(
      '数据',
      plans.map((plan) => `- [${planCitation(plan)}](${at(`${dataPath(plan)}datapackage.json`)}): JSON 和 CSV`),
    ),
    '',
  ].join('\n\n');
}
