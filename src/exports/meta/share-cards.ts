import { dutiesOf, namedUnits } from '../../model/duties.ts';
import type { Handbook, Unit } from '../../model/types.ts';
import { unitCount } from '../../model/unit-registry.ts';
import { planPath, supportPath, targetsPath, tasksPath, termsPath, unitPath, unitsPath } from '../../routes/paths.ts';
import { unitKinds } from '../../schema/unit.ts';
import { type Subject, subjectPlan, subjectsOf } from '../../views/page-subject.ts';
import { withoutTargets } from '../../views/plan-words.ts';
import { reportedOf } from '../../views/progress.ts';
import { successionNotes } from '../../views/unit-succession.ts';

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

function unitCard(handbook: Handbook, unit: Unit): ShareCard {
  const duties = dutiesOf(handbook, unit);
  const count = (of: 'tasks' | 'measures' | 'targets', words: string) => {
    const items = duties.reduce((sum, one) => sum + one[of].length, 0);
    return items > 0 ? [`${items}${words}`] : [];
  };
  const notes = successionNotes(unit).map(({ sentence }) => `${sentence.split('。')[0]}。`);
  const counts = [...count('tasks', '项任务'), ...count('measures', '条措施'), ...count('targets', '个量化目标')];
  return {
    page: unitPath(unit),
    kicker: unit.kind === 'unit' ? '责任单位' : unitKinds[unit.kind],
    title: unit.name,
    facts: [counts.join('　'), ...notes.slice(0, 2)].filter((fact) => fact !== ''),
  };
}

/** The card of a page. Pages of a plan that have none of their own show that of the plan, the others that of the home page. */
export function cardFor(handbook: Handbook, subject: Subject): ShareCard {
  const { site, plans, topics } = handbook;
  switch (subject.kind) {
    case 'unit':
    case 'unit-print':
      return unitCard(handbook, subject.unit);
    case 'units': {
      const named = namedUnits(handbook);
      const facts = [
        named.length > 0 ? `${unitCount(named)}，各自的任务、目标和协同单位` : '收录的文件没有写明责任单位',
      ];
      return { page: unitsPath, kicker: site.name, title: '责任单位', facts };
    }
    case 'support':
    case 'topic': {
      const names = topics.slice(0, 8).map(({ name }) => name);
      return { page: supportPath, kicker: site.name, title: '企业找支持', facts: [names.join('　')] };
    }
    case 'terms':
      return {
        page: termsPath,
        kicker: site.name,
        title: '文件里的词语',
        facts: ['每个词语的出处和原文解释'],
      };
    case 'tasks': {
      const { cited, title, annex, tasks } = subject.plan;
      const facts = [`${tasks.length}项任务，每项写明责任单位`];
      return { page: tasksPath(subject.plan), kicker: cited, title: annex?.title ?? title, facts };
    }
    case 'targets': {
      const { cited, targets } = subject.plan;
      const reported = reportedOf(targets).length;
      const goals = [
        `${targets.length}个量化目标，均链接到原文`,
        reported > 0 ? `${reported}个附有公布的进展` : '是提出的目标，不是完成情况',
      ];
      const facts = targets.length > 0 ? goals : [withoutTargets(subject.plan)];
      return { page: targetsPath(subject.plan), kicker: cited, title: '量化目标', facts };
    }
    default: {
      const plan = subjectPlan(subject);
      if (!plan) return { page: '', kicker: plans[0]?.cited ?? '', title: site.name, facts: [site.description] };
      const { cited, title, environments, measures, annex, tasks, issuedText, words } = plan;
      const counts = [`${measures.length}条措施`];
      if (environments.length > 0) counts.unshift(environments.length + words.chapters);
      if (annex) counts.push(`${tasks.length}项任务`);
      return {
        page: planPath(plan),
        kicker: cited,
        title,
        facts: [counts.join('　'), ...(issuedText ? [issuedText] : [])],
      };
    }
  }
}

/** The cards of all pages, each once; none without an origin, as no page can name its picture then. */
export function shareCards(handbook: Handbook): ShareCard[] {
  if (handbook.site.origin === undefined) return [];
  const cards = subjectsOf(handbook).map((subject) => cardFor(handbook, subject));
  return [...new Map(cards.map((card) => [card.page, card])).values()];
}
