import { dutiesOf } from '../../model/duties.ts';
import type { Handbook, Plan, Unit } from '../../model/types.ts';
import { planPath, supportPath, targetsPath, tasksPath, termsPath, unitPath, unitsPath } from '../../routes/paths.ts';
import { unitKinds } from '../../schema/unit.ts';

/** The words on the picture that a chat shows beside a link. */
export interface ShareCard {
  /** The page that it is for, relative to the base. Pages below it without a card of their own show it too. */
  page: string;
  /** A line above the title. */
  kicker: string;
  title: string;
  /** Lines below it. */
  facts: string[];
}

/** The picture of a card, relative to the base. */
export const cardPath = ({ page }: Pick<ShareCard, 'page'>): string =>
  `share/${page.replace(/\/$/u, '') || 'index'}.png`;

/** The cards of a plan, its list and its targets; its measures show the card of the plan. */
function planCards(plan: Plan): ShareCard[] {
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
  ];
}

/** The cards of pages on which plans stand together. */
function siteCards({ site, plans, units, topics }: Handbook): ShareCard[] {
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

function unitCard(handbook: Handbook, unit: Unit): ShareCard {
  const duties = dutiesOf(handbook, unit);
  const count = (of: 'tasks' | 'measures' | 'targets', words: string) => {
    const items = duties.reduce((sum, one) => sum + one[of].length, 0);
    return items > 0 ? [`${items}${words}`] : [];
  };
  return {
    page: unitPath(unit),
    kicker: unit.kind === 'unit' ? '责任单位' : unitKinds[unit.kind],
    title: unit.name,
    facts: [
      [...count('tasks', '项任务'), ...count('measures', '条措施'), ...count('targets', '个量化目标')].join('　'),
    ],
  };
}

/** All cards: one for each plan, each kind of page and each unit. */
export const shareCards = (handbook: Handbook): ShareCard[] => [
  ...siteCards(handbook),
  ...handbook.plans.flatMap(planCards),
  ...handbook.units.map((unit) => unitCard(handbook, unit)),
];

/** The card of the page at a path relative to the base: its own, or that of the nearest page above it. */
export function cardFor(handbook: Handbook, path: string): ShareCard | undefined {
  // Every page asks, so that cards of other plans and units are not made for it.
  const cards = [
    ...siteCards(handbook),
    ...handbook.plans.filter((plan) => path.startsWith(planPath(plan))).flatMap(planCards),
    ...handbook.units.filter((unit) => path.startsWith(unitPath(unit))).map((unit) => unitCard(handbook, unit)),
  ];
  return cards.filter(({ page }) => path.startsWith(page)).sort((a, b) => b.page.length - a.page.length)[0];
}
