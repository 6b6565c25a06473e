import { isTask } from '../../model/plan.ts';
import type { Measure, Plan, Provision } from '../../model/types.ts';
import { targetPath, taskPath } from '../../routes/paths.ts';
import { progressStates } from '../../schema/progress.ts';
import { type Report, type Reported, reportedInPlan, reportsOf } from '../../views/progress.ts';
import { code, list, number, optional, planColumn, reference, string, type TableDefinition, url } from './columns.ts';

/** Whether anything was published of what a plan asks for. */
export const hasProgress = (plan: Plan): boolean => reportedInPlan(plan).length > 0;
/** What was published of a target or row, by name. */
export const progressColumn = {
  progress: {
    ...list(
      '公布的进展在 progress 中的编号，早的在前；没有收录的留空。',
      ['target-training-2030-06-30'],
      (of: Reported) => reportsOf(of).map(({ id }) => id),
    ),
    of: hasProgress,
  },
};

const provisionOf = ({ of }: Report): Provision => (of.kind === 'target' ? of.provision : of);
const measureOf = (report: Report): Measure => {
  const provision = provisionOf(report);
  return isTask(provision) ? provision.measure : provision;
};

/** What was published of a plan's targets and rows: of another publication, never of the document. */
export const progress = {
  title: '公布的进展',
  description: '各单位公布的目标和任务的进展，照录公布的原话，注明出处。不是{plan}内容。',
  primaryKey: 'id',
  items: (plan) => reportedInPlan(plan).flatMap(reportsOf),
  of: hasProgress,
  columns: {
    id: string('这一条进展的编号，不会改变。', 'target-training-2030-06-30', ({ id }) => id),
    measure: reference('measures', '所属措施的序号。', 9, (report: Report) => measureOf(report).number),
    task: optional(
      reference('tasks', '所在的任务清单序号；没有清单的留空。', 37, (report: Report) => {
        const provision = provisionOf(report);
        return isTask(provision) ? provision.number : null;
      }),
    ),
    target: {
      ...optional(
        string('量化目标的编号；任务本身的进展留空。', 'training', ({ of }: Report) =>
          of.kind === 'target' ? of.id : null,
        ),
      ),
      refersTo: 'targets' as const,
    },
    date: { ...string('数据截至的日期。', '2030-06-30', ({ date }: Report) => date), type: 'date' as const },
    value: optional(
      number('公布的数值，写法同目标的 value；任务的进展留空。', 6000, ({ value }: Report) => value ?? null),
    ),
    unit: optional(
      string('计量单位，同目标的 unit；任务的进展留空。', '人', ({ of }: Report) =>
        of.kind === 'target' ? of.unit : null,
      ),
    ),
    state: optional(
      code(progressStates, '任务的进展：在办，或办结；目标的进展留空。', '在办', ({ state }: Report) => state ?? null),
    ),
    words: string('公布的原话，逐字；不是{plan}内容。', '上半年培训6000人', ({ words }) => words),
    source: string('发布单位和文章、报告的标题。', '某局《2030年上半年工作通报》', ({ source }) => source.title),
    sourceUrl: string('公布它的网页。', 'https://www.example.gov.cn/2030/07/', ({ source }) => source.url),
    publishedOn: {
      ...optional(
        string(
          '网页写明的发布日期；没有写明的留空。',
          '2030-07-15',
          ({ source }: Report) => source.publishedOn ?? null,
        ),
      ),
      type: 'date' as const,
    },
    url: url('/plans/2030-plan/targets/#target-training', ({ of }: Report) =>
      of.kind === 'target' ? targetPath(of) : taskPath(of),
    ),
    plan: { ...planColumn.plan, value: (report: Report) => measureOf(report).plan.id },
  },
} satisfies TableDefinition<Report>;
