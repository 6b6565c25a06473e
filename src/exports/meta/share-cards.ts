import { unitsStatement } from '../../model/printed-form.ts';
import { taskRange } from '../../model/provision.ts';
import type { Handbook, Plan } from '../../model/types.ts';
import {
  measurePath,
  planPath,
  supportPath,
  targetsPath,
  tasksPath,
  termsPath,
  unitsPath,
} from '../../routes/paths.ts';
import { chineseNumeral } from '../../text/numerals.ts';

/** What a link shows in a chat. */
export interface SharePicture {
  /** The page that it is for, relative to the base. Pages below it that have none of their own show it too. */
  page: string;
  /** A line above the title. */
  kicker: string;
  title: string;
  /** Lines below it. */
  facts: string[];
}

/** The file of a picture, relative to the base. */
export const sharePath = ({ page }: Pick<SharePicture, 'page'>): string =>
  `share/${page.replace(/\/$/u, '') || 'index'}.png`;

/** The pictures of a plan's pages. */
function planPictures(plan: Plan): SharePicture[] {
  return [
    {
      page: planPath(plan),
      kicker: plan.number,
      title: plan.title,
      facts: [
        [
          `${plan.environments.length}大环境`,
          `${plan.measures.length}条措施`,
          ...(plan.annex ? [`${plan.tasks.length}项任务`] : []),
        ].join('　'),
        plan.issuedText,
      ],
    },
    ...(plan.annex
      ? [
          {
            page: tasksPath(plan),
            kicker: plan.number,
            title: plan.annex.title,
            facts: [`${plan.tasks.length}项任务，每项写明责任单位`],
          },
        ]
      : []),
    {
      page: targetsPath(plan),
      kicker: plan.number,
      title: '说到的数字',
      facts: [`${plan.targets.length}个量化目标，每个都到原文那一句`, '是提出的目标，不是完成情况'],
    },
    ...plan.measures.map((measure) => ({
      page: measurePath(measure),
      kicker: `${plan.number}　措施${chineseNumeral(measure.number)}`,
      title: measure.title,
      facts: [
        [...(plan.annex ? [`任务清单第${taskRange(measure, '至')}项`] : []), measure.environment.short].join('　'),
        unitsStatement(measure),
      ],
    })),
  ];
}

/** The pictures of the pages that plans share. */
function sharedPictures({ site, plans, units, topics }: Handbook): SharePicture[] {
  const latest = plans[0];
  return [
    { page: '', kicker: latest?.number ?? '', title: site.name, facts: [site.description] },
    {
      page: unitsPath,
      kicker: site.name,
      title: '责任单位',
      facts: [`${units.length}个责任主体，各自的任务、目标和协同单位`],
    },
    {
      page: supportPath,
      kicker: site.name,
      title: '我是企业，找支持',
      facts: [
        topics
          .slice(0, 8)
          .map(({ name }) => name)
          .join('　'),
      ],
    },
    { page: termsPath, kicker: site.name, title: '文件里的词语', facts: ['每个词语在哪里出现，文件自己怎样说'] },
  ];
}

/** All pictures, each with the words of its page. */
export const sharePictures = (handbook: Handbook): SharePicture[] => [
  ...sharedPictures(handbook),
  ...handbook.plans.flatMap(planPictures),
];

/** The picture of a page: its own, or that of the nearest page above it. */
export function pictureOf(handbook: Handbook, path: string): SharePicture | undefined {
  // Every page asks, so that the pictures of other plans are not made for it.
  const plans = handbook.plans.filter((plan) => path.startsWith(planPath(plan)));
  const pictures = [...sharedPictures(handbook), ...plans.flatMap(planPictures)];
  const above = pictures.filter(({ page }) => path.startsWith(page));
  return above.sort((a, b) => b.page.length - a.page.length)[0];
}
