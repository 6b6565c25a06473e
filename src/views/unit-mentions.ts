import { isAssignedTo } from '../model/duties.ts';
import { measureGroups } from '../model/plan.ts';
import { answersTo } from '../model/succession.ts';
import type { Environment, Measure, Plan, Task, Unit } from '../model/types.ts';
import { mentionAnchor } from '../routes/paths.ts';
import { collateMeasure, type UnitsDifference } from './collation.ts';
import { rolePhrase } from './roles.ts';

/** How one measure names a unit: in the plan's text, in the list, or in both. */
export interface UnitMention {
  measure: Measure;
  /** True if the bracket in the plan's text names the unit. */
  inPlan: boolean;
  /** The rows of the list that name it. */
  tasks: Task[];
  /** Set where only one of the two names the unit. */
  difference?: UnitsDifference | undefined;
}

/** The measures that name a unit in one of the two places at least, by environment, in document order. */
export function unitMentionsIn(
  plan: Plan,
  unit: Unit,
): { environment: Environment | undefined; mentions: UnitMention[] }[] {
  return measureGroups(plan)
    .map(({ environment, measures }) => ({
      environment,
      mentions: measures.map((measure) => mentionOf(measure, unit)).filter((one) => one !== undefined),
    }))
    .filter(({ mentions }) => mentions.length > 0);
}

/** Which of the two texts alone names a unit, in a word and in a sentence. */
export function soleMention(mention: UnitMention, unit: Unit): { label: string; sentence: string } {
  const { inPlan, measure } = mention;
  const name = formerlyPrinted(mention, unit).join('、') || unit.name;
  const word = measure.plan.words.plan;
  return inPlan
    ? { label: `仅${word}`, sentence: `${word}正文的责任单位里有${name}，清单各项里没有。` }
    : { label: '仅清单', sentence: `清单列有${name}，${word}正文这一条的责任单位里没有。` };
}

function mentionOf(measure: Measure, unit: Unit): UnitMention | undefined {
  const inPlan = isAssignedTo(measure, unit);
  const tasks = measure.tasks.filter((task) => isAssignedTo(task, unit));
  if (!inPlan && tasks.length === 0) return undefined;
  const difference = inPlan === tasks.length > 0 ? undefined : collateMeasure(measure).units;
  return { measure, inPlan, tasks, difference };
}

/** The printed names by which a measure or its rows name only units of which this one was made; none where they name the unit itself. */
export function formerlyPrinted({ measure, tasks }: Pick<UnitMention, 'measure' | 'tasks'>, unit: Unit): string[] {
  const named = [measure, ...tasks].flatMap(({ units }) => units.filter((one) => answersTo(one, unit)));
  return named.some((one) => one.unit.id === unit.id) ? [] : [...new Set(named.map(({ name }) => name))];
}

/** One way in which a plan prints a unit, with every place. */
export interface Printing {
  /** The item of a cell as printed: `甲`, or `甲等乙` where it names a group too. */
  item: string;
  /** Measures whose bracket prints it so. */
  measures: Measure[];
  /** Tasks whose cell prints it so. */
  tasks: Task[];
}

/** How a plan prints a unit: the plan's text first, then the list, each way where it first stands. */
export function printingsIn(plan: Plan, unit: Unit): Printing[] {
  const printings = new Map<string, Printing>();
  const at = (item: string) => {
    const printing = printings.get(item) ?? { item, measures: [], tasks: [] };
    printings.set(item, printing);
    return printing;
  };
  const items = (provision: Measure | Task) => provision.units.filter((one) => answersTo(one, unit));
  for (const measure of plan.measures) for (const { item } of items(measure)) at(item).measures.push(measure);
  for (const task of plan.tasks) for (const { item } of items(task)) at(item).tasks.push(task);
  return [...printings.values()];
}

/** A place of a measure's text that names a unit. */
export interface MentionPlace {
  /** As printed. */
  words: string;
  /** The part that the place gives the unit; empty where it gives none. */
  name: string;
  /** The words that the unit answers for, where they are not the whole text. */
  about: string;
  /** The fragment of the place on the measure's page; empty where it stands on the heading of the environment. */
  place: string;
}

/** Where a measure that is kept as printed names a unit, and for which of its words; none in other plans, whose bracket is for all. */
export function placesOf({ printed, mentions, text }: Measure, unit: Unit): MentionPlace[] {
  if (!printed) return [];
  return mentions.flatMap(({ words, units, start, end, place }, index) => {
    const own = units.filter((one) => answersTo(one, unit));
    if (own.length === 0) return [];
    const about = text.slice(start, end).trim();
    return {
      words,
      name: [...own.map(rolePhrase), place === 'environment' ? '写在标题上，本条没有另写' : '']
        .filter(Boolean)
        .join('，'),
      about: about === text ? '' : about,
      place: place === 'environment' ? '' : `#${mentionAnchor(index)}`,
    };
  });
}
