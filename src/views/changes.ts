import { hasSeveral, isTask } from '../model/plan.ts';
import type { Handbook, Measure, Plan, Provision } from '../model/types.ts';
import { collationPath, noteAnchor, planPath, targetPath, taskPath } from '../routes/paths.ts';
import { type Correction, isOfText } from '../schema/correction.ts';
import { dayText } from '../text/dates.ts';
import { planCitation, taskCitation } from './citation.ts';
import { correctionRecord, placeName } from './correction-record.ts';
import { type Subject, subjectPlan } from './page-subject.ts';
import { reportedIn, reportedInPlan, reportsOf } from './progress.ts';

/** Something that the content says of a plan: that it was published, that a fault was recorded, that an office published progress. */
export interface Change {
  kind: 'published' | 'corrected' | 'reported';
  plan: Plan;
  /** Unique and lasting within the plan. */
  id: string;
  /** `YYYY-MM-DD`, as the content gives it; absent where it gives none. */
  day: string | undefined;
  title: string;
  text: string;
  /** Relative to the base. */
  path: string;
}

const published = (plan: Plan): Change => ({
  kind: 'published',
  plan,
  id: 'published',
  day: plan.issuedOn,
  title: planCitation(plan),
  text: plan.noticeTitle ?? plan.title,
  path: planPath(plan),
});

const corrected = (plan: Plan): Change[] =>
  correctionRecord(plan).flatMap(({ label, entries }) =>
    entries.map((entry): Change => {
      const { correction } = entry;
      const words = 'reading' in correction ? `：${correction.reading}` : '';
      return {
        kind: 'corrected',
        plan,
        id: noteAnchor(correction),
        day: correction.recordedOn,
        title: `${label}　${placeName(plan, entry)}${words}`,
        text: correction.basis,
        path: `${collationPath(plan)}#${noteAnchor(correction)}`,
      };
    }),
  );

const reported = (plan: Plan): Change[] =>
  reportedInPlan(plan)
    .flatMap(reportsOf)
    .map((report): Change => {
      const { of, id, date, asOf, figure, words, source } = report;
      return {
        kind: 'reported',
        plan,
        id,
        day: source.publishedOn ?? date,
        title: `${of.kind === 'target' ? of.name : taskCitation(of)}：${asOf}${figure}`,
        text: `“${words}”（${source.title}）`,
        path: of.kind === 'target' ? targetPath(of) : taskPath(of),
      };
    });

const newestFirst = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));

/** All that the content says of what became of a plan: the document, its corrections, the published progress. */
export const changesOf = (plan: Plan): Change[] => [published(plan), ...corrected(plan), ...reported(plan)];

/** Changes of one kind under their title; `none` is said where there are none. */
export interface ChangeSection {
  title: string;
  dated: Change[];
  undated: Change[];
  /** Said above those without a day. */
  undatedNote: string;
  none: string;
}

/** The changes of some plans by kind, the newest first. */
export function changeSections(plans: readonly Plan[]): ChangeSection[] {
  const all = plans.flatMap(changesOf);
  const section = (kind: Change['kind'], title: string, none: string): ChangeSection => {
    const changes = all.filter((change) => change.kind === kind);
    const undated = changes.filter(({ day }) => day === undefined);
    return {
      title,
      dated: newestFirst(changes.filter(({ day }) => day !== undefined)),
      undated,
      undatedNote: `以下${undated.length}${kind === 'published' ? '份文件没有写印发日期' : '条没有登记日期'}。`,
      none,
    };
  };
  return [
    section('published', '收录的文件', '还没有收录文件。'),
    section('reported', '公布的进展', '还没有收录各单位公布的进展。'),
    section('corrected', '更正', '没有登记更正。'),
  ];
}

/** The day of a change in words; of a document as it prints it. */
export const changeDay = ({ kind, plan, day }: Change): string =>
  (kind === 'published' ? plan.issuedText : undefined) ?? (day ? dayText(day) : '');

/** The plan that a change is of, where its title names none and there are several. */
export const planBefore = (handbook: Pick<Handbook, 'plans'>, { kind, plan }: Change): string | undefined =>
  hasSeveral(handbook) && kind !== 'published' ? plan.shortTitle : undefined;

/** The latest of some days; undefined where none is known. */
const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/** The day of the last change of a plan that the content knows. */
export const changedOn = (plan: Plan): string | undefined => latest(changesOf(plan).map(({ day }) => day));

/** Whether a correction is about the words of a measure or of one of its rows. */
function concerns(correction: Correction, { number, tasks }: Measure): boolean {
  const isRow = (row: number) => tasks.some((task) => task.number === row);
  if ('rows' in correction) return correction.rows.some(isRow);
  if (!isOfText(correction) || correction.where.kind === 'body') return false;
  return correction.where.kind === 'measure' ? correction.where.number === number : isRow(correction.where.number);
}

/** The days of a measure with its rows: of its plan, of what was recorded of its words, of what was published of its targets and rows. */
const daysOfMeasure = (measure: Measure) => [
  measure.plan.issuedOn,
  ...measure.plan.corrections.filter((one) => concerns(one, measure)).map(({ recordedOn }) => recordedOn),
  ...reportedIn(measure)
    .flatMap(reportsOf)
    .map(({ date, source }) => source.publishedOn ?? date),
];

const measureOf = (provision: Provision) => (isTask(provision) ? provision.measure : provision);

/** The pages that hold nothing of a document. */
const ownPages: ReadonlySet<Subject['kind']> = new Set(['search', 'offline', 'accessibility', 'licences', 'not-found']);

/** The day of the last change of what a page shows, as the content has it; undefined for pages about the handbook itself. */
export function pageChangedOn({ plans }: Pick<Handbook, 'plans'>, subject: Subject): string | undefined {
  if (ownPages.has(subject.kind)) return undefined;
  const ofPlans = (some: readonly Plan[]) => latest(some.map(changedOn));
  switch (subject.kind) {
    case 'measure':
      return latest(daysOfMeasure(subject.measure));
    case 'unit':
    case 'unit-print':
      return latest(
        subject.page.items.flatMap(({ measures, tasks }) =>
          [...measures, ...tasks].map(measureOf).flatMap(daysOfMeasure),
        ),
      );
    case 'topic':
      return latest(
        subject.page.items.flatMap(({ measures }) => measures.flatMap((one) => daysOfMeasure(one.measure))),
      );
    case 'comparison':
      return ofPlans([subject.newer, subject.older]);
    default: {
      const plan = subjectPlan(subject);
      return ofPlans(plan ? [plan] : ('page' in subject && subject.page?.items) || plans);
    }
  }
}
