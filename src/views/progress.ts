import { isTask } from '../model/plan.ts';
import type { Plan, Provision, Target, Task } from '../model/types.ts';
import { targetAnchor, taskAnchor } from '../routes/paths.ts';
import type { TargetProgress, TaskProgress } from '../schema/progress.ts';
import { dayText, yearPattern } from '../text/dates.ts';
import { halfWidth, quantitiesIn, readNumeral } from '../text/numerals.ts';
import { figureLabel, figureText, nameBesideFigure, statedWords } from './figures.ts';

/** What progress is published of. */
export type Reported = Target | Task;

/** What an office published of a target or task as of a day: words of another publication, never of the document. */
export interface Report {
  of: Reported;
  /** Unique and lasting within the plan. */
  id: string;
  /** `YYYY-MM-DD`: the day that the number or state is of. */
  date: string;
  /** `截至2025年9月30日`. */
  asOf: string;
  /** The number of a target, or the state of a row. */
  value?: number;
  state?: TaskProgress['state'];
  /** The number in the words that were published, `超过520列`, or the state, `办结`. */
  figure: string;
  /** How the number stands to the target's, where the two numbers tell it: `比目标数少24场`. */
  relation: string | undefined;
  words: string;
  source: TargetProgress['source'];
}

/** Above progress, wherever it is shown. */
export const progressLabel = '公布的进展';
/** What is said of it. */
export const notOfDocument = ({ words }: Pick<Plan, 'words'>): string => `不是${words.plan}内容`;

const isTarget = (of: Reported): of is Target => of.kind === 'target';

/** The last day of the period of a target; undefined where its words name none. */
function periodEnd({ period = '', measure: { plan } }: Target): string | undefined {
  const years = (period.match(new RegExp(yearPattern, 'gu')) ?? []).map((year) => readNumeral(year.slice(0, -1)) ?? 0);
  const year = years.length > 0 ? Math.max(...years) : undefined;
  if (year !== undefined) return `${year}-12-31`;
  return plan.issuedOn && /全年|年内|年底|[今当本]年/u.test(period) ? `${plan.issuedOn.slice(0, 4)}-12-31` : undefined;
}

/** Averages and levels: a number that was reached by some day need not stay so, as a count does. */
const unsettled = /平均|[年月日]均|维持|保持|稳定/u;
/** Words by which the number itself is not enough. */
const strictly = /(?<!不)(?:超过|突破|多于|高于|大于)/u;
/** Units of shares, and in what their differences are told. */
const shares: Readonly<Record<string, string>> = { '%': '个百分点', '‰': '个千分点' };

/** The words of a publication that state a number: `超过520列`. That it was reached says no more than the number: `达到50%` is `50%`. */
const publishedWords = ({ value, words }: TargetProgress, unit: string): string | undefined =>
  statedWords({ value, unit, text: words })?.replace(/^达到?(?=\d)/u, '');

/** Whether words give a number itself, and not that it is about so much, nearly, more or less. */
function isExact(entry: TargetProgress, unit: string): boolean {
  const stated = publishedWords(entry, unit);
  if (stated === undefined) return true;
  const [number] = quantitiesIn(stated);
  return number !== undefined && !number.isRough && number.before === '' && number.after.trim() === halfWidth(unit);
}

/**
 * How a published number stands to that of its target, told by the numbers alone. Undefined where they do not tell it: the number is
 * a rough one, or of a day after the period of the target.
 */
export function relationOf(target: Target, entry: TargetProgress): string | undefined {
  const { date, value } = entry;
  const { operator, value: goal, unit, name, period = '', text } = target;
  const end = periodEnd(target);
  if (!isExact(entry, unit) || (end !== undefined && date > end)) return undefined;
  // Without the error of binary fractions.
  const difference = Number(Math.abs(value - goal).toPrecision(12));
  const share = shares[halfWidth(unit)];
  const told = share === undefined ? figureText(difference, unit) : difference + share;
  const isSettled = share === undefined && !unsettled.test(name + period + text);
  if (operator === '<=' && isSettled && value <= goal) return '没有超过目标数';
  if (value < goal) return `比目标数少${told}`;
  if (value === goal) return operator === '>=' && isSettled && !strictly.test(text) ? '已达到目标数' : '与目标数相同';
  if (!isSettled || operator === '=') return `比目标数多${told}`;
  return `${operator === '>=' ? '已达到' : '已超过'}目标数，多${told}`;
}

/** The same with both numbers: `公布数26场，目标不少于50场：比目标数少24场`. */
export const comparisonOf = ({ of, figure, relation }: Report): string | undefined =>
  isTarget(of) && relation !== undefined ? `公布数${figure}，目标${figureLabel(of)}：${relation}` : undefined;

const reportOf = (
  of: Reported,
  anchor: string,
  entry: TargetProgress | TaskProgress,
): Omit<Report, 'figure' | 'relation'> => ({
  of,
  id: `${anchor}-${entry.date}`,
  date: entry.date,
  asOf: `截至${dayText(entry.date)}`,
  words: entry.words,
  source: entry.source,
});

/** What was published of a target or task, the earliest first. */
export function reportsOf(of: Reported): Report[] {
  if (!isTarget(of))
    return of.progress.map((entry) => ({
      ...reportOf(of, taskAnchor(of), entry),
      state: entry.state,
      figure: entry.state,
      relation: undefined,
    }));
  const { unit } = of;
  return of.progress.map((entry) => ({
    ...reportOf(of, targetAnchor(of), entry),
    value: entry.value,
    figure: publishedWords(entry, unit) ?? figureText(entry.value, unit),
    relation: relationOf(of, entry),
  }));
}

/** The last that was published of a target or task. */
export const lastReport = (of: Reported): Report | undefined => reportsOf(of).at(-1);

/** A report in a few words: `截至2025年9月30日公布57场`, of a row `截至2025年9月30日办结`. */
export const shortReport = ({ of, asOf, figure }: Report): string => `${asOf}${isTarget(of) ? '公布' : ''}${figure}`;

/** A target in a line, with the last that was published of it: `银企对接会不少于50场（截至2025年9月30日公布57场）`. */
export function targetGist(target: Target): string {
  const report = lastReport(target);
  return `${nameBesideFigure(target)}${figureLabel(target)}${report ? `（${shortReport(report)}）` : ''}`;
}

/** Those of some targets and tasks of which something was published. */
export const reportedOf = <Item extends Reported>(items: readonly Item[]): Item[] =>
  items.filter(({ progress }) => progress.length > 0);

/** The targets and tasks of a provision of which something was published: a row of the list, and the targets stated in it. */
export const reportedIn = (provision: Provision): Reported[] =>
  reportedOf<Reported>(
    isTask(provision) ? [provision, ...provision.targets] : [...provision.targets, ...provision.tasks],
  );

/** All of a plan: its targets, then its rows. */
export const reportedInPlan = ({ targets, tasks }: Pick<Plan, 'targets' | 'tasks'>): Reported[] =>
  reportedOf<Reported>([...targets, ...tasks]);

/** What a report is of, in a word: the name of the target, or the number of the row. */
export const reportedName = (of: Reported): string => (isTarget(of) ? of.name : of.reference);

/** When a report was published, where its page says so: `2025年10月15日发布`. */
export const publishedText = ({ source: { publishedOn } }: Report): string =>
  publishedOn === undefined ? '' : `${dayText(publishedOn)}发布`;

/** Where a report was published, without its address: `某局《通报》，2025年10月15日发布`. */
export const sourceText = (report: Report): string =>
  [report.source.title, publishedText(report)].filter(Boolean).join('，');

/** A report in one line: `银企对接会：截至2025年9月30日57场，已达到目标数，多7场。“……”（某局《通报》，https://…）`. */
export function fullReport(report: Report, isNamed: boolean): string {
  const { of, asOf, figure, relation, words, source } = report;
  const told = [`${asOf}${figure}`, relation].filter(Boolean).join('，');
  return `${isNamed ? `${reportedName(of)}：` : ''}${told}。“${words}”（${sourceText(report)}，${source.url}）`;
}
