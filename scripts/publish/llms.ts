import { DomUtils, parseDocument } from 'htmlparser2';
import { type PageKind, pageKind } from '../../src/exports/meta/page-subject.ts';
import type { Handbook } from '../../src/model/types.ts';
import { absoluteUrl } from '../../src/routes/absolute-url.ts';
import { isLaterPage, plansOnPage } from '../../src/routes/pagination.ts';
import { dataPath, planPath, siteMapPath } from '../../src/routes/paths.ts';
import type { BuiltPage } from './built-pages.ts';

const sections: { title: string; kinds: PageKind['kind'][] }[] = [
  { title: '文件', kinds: ['document'] },
  { title: '措施', kinds: ['measure'] },
  { title: '责任单位', kinds: ['unit'] },
  { title: '数据', kinds: ['data'] },
  { title: '目录和说明', kinds: ['home', 'list'] },
];

/** How a page names and describes itself, in its head; what follows is not read for that. */
function namesOf(html: string): { title: string; description: string } {
  const head = parseDocument(html.slice(0, html.indexOf('</head>'))).children;
  const description = DomUtils.getElementsByTagName('meta', head).find(({ attribs }) => attribs.name === 'description');
  return {
    title: DomUtils.textContent(DomUtils.getElementsByTagName('title', head, true, 1)),
    description: description?.attribs.content ?? '',
  };
}

/**
 * A map of the handbook for language models (llmstxt.org): the Markdown twin of each page of the newest plans with its description.
 * `htmlOf` reads a page.
 */
export function llms(handbook: Handbook, pages: readonly BuiltPage[], htmlOf: (page: BuiltPage) => string): string {
  const { site } = handbook;
  const plans = handbook.plans.slice(0, plansOnPage);
  const older = handbook.plans.slice(plansOnPage);
  const isOfOlder = (path: string) => older.some((plan) => path.startsWith(planPath(plan)) || path === dataPath(plan));
  const shown = pages.filter(({ path }) => !isLaterPage(path) && !isOfOlder(path));
  const entries = shown.map((page) => {
    const { path } = page;
    const { title, description } = namesOf(htmlOf(page));
    const name = title.replace(` · ${site.name}`, '');
    const { kind } = pageKind(handbook, path);
    return { kind, line: `- [${name}](${absoluteUrl(site, `${path}index.md`)}): ${description}` };
  });
  return [
    `# ${site.name}`,
    `> ${site.description}`,
    `本手册据${plans.map(({ number }) => number).join('、')}${older.length > 0 ? `等${handbook.plans.length}份文件` : ''}的转录文本整理，不是正式文件；引用和办事以正式印发的文件为准。编辑所加的文字均已标明。`,
    ...(older.length > 0
      ? [`这里列最新的${plans.length}份文件，其余见[网站地图](${absoluteUrl(site, siteMapPath)})。`]
      : []),
    ...sections.map(({ title, kinds }) =>
      [`## ${title}`, '', ...entries.filter(({ kind }) => kinds.includes(kind)).map(({ line }) => line)].join('\n'),
    ),
    '',
  ].join('\n\n');
}
