import { dutiesOf } from '../../model/duties.ts';
import type { Handbook, Plan, Unit } from '../../model/types.ts';
import { planPath, supportPath, targetsPath, tasksPath, termsPath, unitPath, unitsPath } from '../../routes/paths.ts';
import { unitKinds } from '../../schema/unit.ts';
import { planOf, type Subject } from '../../views/page-subject.ts';

/** The words on the picture that a chat shows beside a link. */
export interface ShareCard {
  /** The page that it is for, relative to the base. */
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

const homeCard = ({ site, plans }: Handbook): ShareCard => ({
  page: '',
  kicker: plans[0]?.number ?? '',
  title: site.name,
  facts: [site.description],
});
const unitsCard = ({ site, units }: Handbook): ShareCard => ({
  page: unitsPath,
  kicker: site.name,
  title: '责任单位',
  facts: [`${units.length}个责任主体，各自的任务、目标和协同单位`],
});
const topicsCard = ({ site, topics }: Handbook): ShareCard => ({
  page: supportPath,
  kicker: site.name,
  title: '我是企业，找支持',
  facts: [
    topics
      .slice(0, 8)
      .map(({ name }) => name)
      .join('　'),
  ],
});
const termsCard = ({ site }: Handbook): ShareCard => ({
  page: termsPath,
  kicker: site.name,
  title: '文件里的词语',
  facts: ['每个词语在哪里出现，文件自己怎样说'],
});

const planCard = (plan: Plan): ShareCard => ({
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
});
const tasksCard = (plan: Plan): ShareCard => ({
  page: tasksPath(plan),
  kicker: plan.number,
  title: plan.annex?.title ?? plan.title,
  facts: [`${plan.tasks.length}项任务，每项写明责任单位`],
});
const targetsCard = (plan: Plan): ShareCard => ({
  page: targetsPath(plan),
  kicker: plan.number,
  title: '说到的数字',
  facts: [`${plan.targets.length}个量化目标，每个都到原文那一句`, '是提出的目标，不是完成情况'],
});

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

/** All cards: one for each kind of page on which plans stand together, three for each plan, and one for each unit. */
export const shareCards = (handbook: Handbook): ShareCard[] => [
  homeCard(handbook),
  unitsCard(handbook),
  topicsCard(handbook),
  termsCard(handbook),
  ...handbook.plans.flatMap((plan) => [planCard(plan), ...(plan.annex ? [tasksCard(plan)] : []), targetsCard(plan)]),
  ...handbook.units.map((unit) => unitCard(handbook, unit)),
];

/** The card of a page. Pages of a plan that have none of their own show that of the plan, the others that of the home page. */
export function cardFor(handbook: Handbook, subject: Subject): ShareCard {
  switch (subject.kind) {
    case 'tasks':
      return tasksCard(subject.plan);
    case 'targets':
      return targetsCard(subject.plan);
    case 'unit':
    case 'unit-print':
      return unitCard(handbook, subject.unit);
    case 'units':
      return unitsCard(handbook);
    case 'support':
    case 'topic':
      return topicsCard(handbook);
    case 'terms':
      return termsCard(handbook);
    default: {
      const plan = planOf(subject);
      return plan ? planCard(plan) : homeCard(handbook);
    }
  }
}
