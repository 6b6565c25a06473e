import { assignedUnits, type Duties, dutiesIn } from '../../model/duties.ts';
import { isTask } from '../../model/plan.ts';
import type { Limit, Measure, Plan, Provision, Target, Task, Unit } from '../../model/types.ts';
import { measurePath, targetPath, taskPath, unitPath } from '../../routes/paths.ts';
import { limitKinds, operators } from '../../schema/target.ts';
import { roles, unitKinds } from '../../schema/unit.ts';
import { sharedWord } from '../../views/plan-words.ts';
import { rolesIn } from '../../views/roles.ts';
import {
  boolean,
  code,
  type DataColumn,
  integer,
  list,
  number,
  optional,
  planColumn,
  reference,
  string,
  type TableDefinition,
  url,
} from './columns.ts';
import { hasProgress, progress, progressColumn } from './progress.ts';

/** A unit that a plan names, with what the plan asks of it. */
type NamedUnit = Duties & { unit: Unit };

const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number);
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

/** Whether some unit that a plan names was renamed, merged or split, or will be. */
const isReformed = ({ measures, tasks }: Plan): boolean =>
  [...measures, ...tasks].some(({ units }) => units.some(({ unit }) => unit.succession));

/** The columns of the units that a provision names; `where` is the text that does. */
const responsibleUnits = (where: string) => ({
  units: {
    type: 'array' as const,
    description: `${where}的责任单位（登记的名称），次序同原文；JSON 中每个有 id 和 name。`,
    example: [{ id: 'caiwu-ju', name: '某财务局' }],
    value: ({ units }: Provision) => units.map(({ unit: { id, name } }) => ({ id, name })),
    cell: { separator: '、' as const, of: 'name' as const },
  },
  unitIds: {
    ...list('责任单位的编号，次序与 units 相同；只在 CSV 中有。', ['caiwu-ju'], ({ units }: Provision) =>
      units.map(({ unit }) => unit.id),
    ),
    csvOnly: true as const,
  },
  currentUnits: {
    type: 'array' as const,
    description: '责任单位更名、合并以后现在的单位，各一次，有 id 和 name；没有变动的与 units 相同。分设的仍是原单位。',
    example: [{ id: 'caiwu-ju', name: '某财务局' }],
    value: (provision: Provision) => assignedUnits(provision).map(({ id, name }) => ({ id, name })),
    cell: { separator: '、' as const, of: 'name' as const },
    of: isReformed,
  },
  unitsText: optional(
    string('责任单位的原文，逐字；没有写的留空。', '某财务局、某商务局', ({ unitsText }: Provision) => unitsText),
  ),
});

/** The parts that the document gives the units, where it tells some apart. */
const roleColumn = {
  roles: {
    ...list(
      `各责任单位的分工，次序与 units 相同：${Object.values(roles).join('、')}；文件没有分别写明的都是“责任”。`,
      ['牵头', '配合'],
      ({ units }: Provision) => units.map(({ role }) => roles[role]),
    ),
    of: (plan: Plan) => rolesIn(plan).length > 0,
  },
};

const isPrinted = ({ numbering }: Plan) => numbering === 'printed';
const hasPrintedList = ({ annex }: Plan) => annex?.text !== undefined;

type TargetOrLimit = Target | Limit;
const placeColumns = {
  measure: reference('measures', '所属措施的序号。', 9, ({ measure }: TargetOrLimit) => measure.number),
  task: optional(
    reference('tasks', '所在的任务清单序号；没有清单的留空。', 37, ({ provision }: TargetOrLimit) =>
      isTask(provision) ? provision.number : null,
    ),
  ),
};
const quantityColumns = {
  value: number(
    '数值，写成普通数字：1万人为 10000，10亿元为 1000000000，90%为 90。',
    10_000,
    ({ value }: TargetOrLimit) => value,
  ),
  unit: string('计量单位。', '人', ({ unit }: TargetOrLimit) => unit),
};
const quotedColumns = {
  text: string('写明这个数的原文词句，逐字。', '培训不少于1万人', ({ text }: TargetOrLimit) => text),
  url: url('/plans/2030-plan/targets/#target-training', ({ id, measure }: TargetOrLimit) =>
    targetPath({ id, measure }),
  ),
  plan: { ...planColumn.plan, value: ({ measure }: TargetOrLimit) => measure.plan.id },
};

const measures = {
  title: '措施',
  description: '{plan}正文的各项措施。',
  primaryKey: 'number',
  items: (plan) => plan.measures,
  columns: {
    number: integer('措施的序号。', 9, ({ number }) => number),
    title: string('措施的标题（{plan}的写法）。', '搭建平台', ({ title }) => title),
    environment: optional(
      string('所属环境，逐字；文件不分环境的留空。', '开放环境', ({ environment }) => environment?.title ?? null),
    ),
    text: string('{plan}正文，逐字，到责任单位的括号为止。', '搭建平台，培训不少于1万人。', ({ text }) => text),
    ...responsibleUnits('{plan}正文写明'),
    ...roleColumn,
    label: {
      ...optional(
        string('文件印的编号，如“（四）”“第三条”；没有编号的留空。', '（四）', ({ mark }: Measure) => mark || null),
      ),
      of: isPrinted,
    },
    titled: {
      ...code(
        ['printed', 'editor', 'opening'],
        'title 是谁的话：printed 文件印的标题；editor 编辑拟的名称；opening 正文开头的几个字。',
        'printed',
        ({ titled }: Measure) => titled,
      ),
      of: isPrinted,
    },
    carriesOut: {
      ...list(
        '落实上级文件的哪几条（编辑注明）：文号和那份文件的编号。',
        ['甲政办〔2030〕1号 二（三）'],
        ({ carriesOut }: Measure) =>
          carriesOut.flatMap(({ number, measures }) => measures.map((call) => `${number} ${call}`)),
      ),
      of: ({ measures }: Plan) => measures.some(({ carriesOut }) => carriesOut.length > 0),
    },
    tasks: list('任务清单中对应各项的序号。', [36, 37], ({ tasks }) => numbers(tasks)),
    targets: list('其中量化目标的编号。', ['training'], ({ targets }) => ids(targets)),
    url: url('/plans/2030-plan/measures/09/', measurePath),
    environmentNumber: optional(
      integer('所属环境在文件中的次序，便于分组。', 3, ({ environment }: Measure) => environment?.number ?? null),
    ),
    ...planColumn,
  },
} satisfies TableDefinition<Measure>;

const tasks = {
  title: '任务清单',
  description: '{plan}所附任务清单的各项，次序同原表。',
  primaryKey: 'number',
  items: (plan) => plan.tasks,
  columns: {
    number: integer('任务清单的序号。', 37, ({ number }) => number),
    measure: reference('measures', '所属措施的序号。', 9, ({ measure }: Task) => measure.number),
    text: string('“主要内容”一栏的原文，逐字，不含开头的 *。', '培训不少于1万人。', ({ text }) => text),
    ...responsibleUnits('清单写明'),
    ...roleColumn,
    label: {
      ...optional(string('原表印的序号；与上一行合并或没有序号的留空。', '1', ({ label }: Task) => label || null)),
      of: hasPrintedList,
    },
    cells: {
      ...list('原表其他各栏，“表头：原文”。', ['完成时限：2030年6月'], ({ cells }: Task) =>
        Object.entries(cells).map(([column, words]) => `${column}：${words}`),
      ),
      of: hasPrintedList,
    },
    innovation: boolean('原文带 * 的为 true（自主创新举措），其余为 false。', true, ({ innovation }) => innovation),
    url: url('/plans/2030-plan/measures/09/#task-37', taskPath),
    notes: list('编辑对这一项{copy}文字的说明，不是原文。', ['“平合”疑为“平台”。'], ({ notes }) =>
      notes.map(({ remark }) => remark),
    ),
    ...planColumn,
    ...progressColumn,
  },
} satisfies TableDefinition<Task>;

const targets = {
  title: '量化目标',
  description: '{plan}提出的量化目标。{goals}',
  primaryKey: 'id',
  items: (plan) => plan.targets,
  columns: {
    id: string('目标的编号。', 'training', ({ id }) => id),
    ...placeColumns,
    name: string('数的是什么（编辑拟的名称，不多于原文的意思）。', '培训人数', ({ name }) => name),
    operator: code(Object.keys(operators), '>= 不少于、以上；= 达到；<= 不超过。', '>=', ({ operator }) => operator),
    ...quantityColumns,
    period: optional(
      string(
        '原文写明的期限；原文没有写的，JSON 中为 null，CSV 中留空。',
        '全年',
        ({ period }: Target) => period ?? null,
      ),
    ),
    ...quotedColumns,
    ...progressColumn,
  },
} satisfies TableDefinition<Target>;

const limits = {
  title: '时限和上限',
  description: '{plan}写明的时限和最高限度，不是量化目标，分开列出。',
  primaryKey: 'id',
  items: (plan) => plan.limits,
  columns: {
    id: string('编号。', 'reply', ({ id }) => id),
    ...placeColumns,
    kind: code(Object.keys(limitKinds), 'deadline 时限；ceiling 上限。', 'deadline', ({ kind }) => kind),
    name: string('限的是什么（编辑拟的名称，不多于原文的意思）。', '答复', ({ name }) => name),
    ...quantityColumns,
    ...quotedColumns,
  },
} satisfies TableDefinition<Limit>;

const units = {
  title: '责任单位',
  description: '{plan}正文和任务清单写明的责任单位。',
  primaryKey: 'id',
  items: (plan, registered) =>
    registered
      .map((unit) => ({ unit, ...dutiesIn(plan, unit) }))
      .filter(({ measures, tasks }) => measures.length + tasks.length > 0),
  columns: {
    id: string('单位的编号，也是单位页面地址的一部分。', 'caiwu-ju', ({ unit }) => unit.id),
    name: string('登记的名称，取自原文。', '某财务局', ({ unit }) => unit.name),
    aliases: list('原文中同一单位的其他写法。', ['财务局'], ({ unit }) => unit.aliases, '、'),
    kind: code(
      Object.keys(unitKinds),
      'unit 具体的单位；collective 一类单位的统称；group 文件没有指明的部门。',
      'unit',
      ({ unit }) => unit.kind,
    ),
    measures: list('{plan}正文写明该单位的措施序号。', [9], ({ measures }) => numbers(measures)),
    tasks: list('清单写明该单位的任务序号。', [36, 37], ({ tasks }) => numbers(tasks)),
    targets: list('这些任务的量化目标编号。', ['training'], ({ targets }) => ids(targets)),
    contact: {
      optional: true,
      type: 'object',
      description:
        '已经公布的联系方式：phone 电话、address 地址、hours 办公时间、url 网址，source 公布的网页，date 哪天查到；没有登记的，JSON 中为 null，CSV 中留空。',
      example: { phone: '000-00000000', source: 'https://www.example.gov.cn/', date: '2030-01-01' },
      value: ({ unit }) => unit.contact ?? null,
    },
    successor: {
      optional: true,
      type: 'object',
      description:
        '单位的变动：kind 为 renamed 更名、merged 并入、split 分设，on 从哪天起，units 变动后的单位，basis 依据，source 依据的网址；没有变动的，JSON 中为 null，CSV 中留空。',
      example: {
        kind: 'renamed',
        on: '2030-04-01',
        units: [{ id: 'caizheng-ju', name: '某财政局' }],
        basis: '某政发〔2030〕1号。',
      },
      value: ({ unit: { succession } }) =>
        succession
          ? {
              kind: succession.kind,
              on: succession.on,
              units: succession.into.map(({ id, name }) => ({ id, name })),
              basis: succession.basis,
              ...(succession.source && { source: succession.source }),
            }
          : null,
      of: isReformed,
    },
    predecessors: {
      type: 'array',
      description: '更名、并入或分设成该单位的原单位；已经更名、并入的，措施、任务、目标各栏含写给它们的。',
      example: [{ id: 'caiwu-ju', name: '某财务局' }],
      value: ({ unit: { predecessors } }) => predecessors.map(({ id, name }) => ({ id, name })),
      cell: { separator: '、', of: 'name' },
      of: isReformed,
    },
    url: url('/units/caiwu-ju/', ({ unit }) => unitPath(unit)),
    ...planColumn,
  },
} satisfies TableDefinition<NamedUnit>;

/** The tables of a plan's open data, in the order in which they are offered. */
export const tables = { measures, tasks, targets, limits, units, progress };
export type TableName = keyof typeof tables;

/** A description with the words by which some plans call themselves and how their texts were copied: `{plan}`, `{copy}`. */
export const described = (description: string, plans: readonly Plan[]): string =>
  description
    .replaceAll('{plan}', sharedWord(plans, 'plan', '文件'))
    .replaceAll('{copy}', sharedWord(plans, 'copy', ''))
    .replaceAll('{goals}', plans.some(hasProgress) ? '公布的进展另列在 progress 中。' : '是提出的目标，不是完成情况。');

/** The names of the tables that some plans have. */
export const tableNames = (plans: readonly Plan[]): TableName[] =>
  Object.entries<Pick<TableDefinition<never>, 'title' | 'of'>>(tables).flatMap(([name, { of }]) =>
    !of || plans.some(of) ? [name as TableName] : [],
  );

/** The columns of a table, each with its name, as JSON or CSV holds them: those that some of the plans have. */
export const columnsOf = (
  name: TableName,
  format: 'json' | 'csv',
  plans: readonly Plan[],
): (DataColumn<never> & { name: string })[] =>
  Object.entries<DataColumn<never>>(tables[name].columns)
    .map(([name, column]) => ({ name, ...column, description: described(column.description, plans) }))
    .filter(({ csvOnly }) => format === 'csv' || !csvOnly)
    .filter(({ of }) => !of || plans.some(of));
