import type { Table } from './rows.ts';

/** One field of a table: its place in JSON and how it is written in CSV. */
export interface Field {
  name: string;
  /** Types of Frictionless Table Schema, as in JSON. */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array';
  description: string;
  /** How a list becomes one cell of a CSV file. */
  cell?: {
    separator: '、' | ';';
    /** For a list of units: what is written of each. */
    of?: 'id' | 'name';
    /** The field that holds the list, where this one exists only in CSV. */
    from?: string;
  };
}

export interface TableDescription {
  title: string;
  description: string;
  primaryKey: string;
  fields: readonly Field[];
}

const units = (where: string): Field[] => [
  {
    name: 'units',
    type: 'array',
    description: `${where}的责任单位（登记的名称），次序同原文；JSON 中每个有 id 和 name。`,
    cell: { separator: '、', of: 'name' },
  },
  {
    name: 'unitIds',
    type: 'array',
    description: '责任单位的编号，次序与 units 相同；只在 CSV 中有。',
    cell: { separator: ';', of: 'id', from: 'units' },
  },
  { name: 'unitsText', type: 'string', description: '责任单位的原文，逐字。' },
];

const url: Field = { name: 'url', type: 'string', description: '在本手册中的地址。' };
const measure: Field = { name: 'measure', type: 'integer', description: '所属措施的序号。' };
const task: Field = { name: 'task', type: 'integer', description: '所在的任务清单序号。' };
const words: Field = { name: 'text', type: 'string', description: '写明这个数的原文词句，逐字。' };
const items = (name: string, description: string): Field => ({
  name,
  type: 'array',
  description,
  cell: { separator: ';' },
});
const quantity: Field[] = [
  { name: 'value', type: 'number', description: '数值，写成普通数字：1万人为 10000，10亿元为 1000000000，90%为 90。' },
  { name: 'unit', type: 'string', description: '计量单位。' },
];

/** What each table holds, field by field, in the order of the fields. */
export const descriptions: Record<Table, TableDescription> = {
  measures: {
    title: '措施',
    description: '方案正文的各项措施。',
    primaryKey: 'number',
    fields: [
      { name: 'number', type: 'integer', description: '措施的序号。' },
      { name: 'title', type: 'string', description: '措施的标题（方案的印法）。' },
      { name: 'environment', type: 'string', description: '所属环境，逐字。' },
      { name: 'text', type: 'string', description: '方案正文，逐字，到责任单位的括号为止。' },
      ...units('方案正文写明'),
      items('tasks', '任务清单中对应各项的序号。'),
      items('targets', '其中量化目标的编号。'),
      url,
    ],
  },
  tasks: {
    title: '任务清单',
    description: '方案所附任务清单的各项，次序同原表。',
    primaryKey: 'number',
    fields: [
      { name: 'number', type: 'integer', description: '任务清单的序号。' },
      measure,
      { name: 'text', type: 'string', description: '“主要内容”一栏的原文，逐字，不含开头的 *。' },
      ...units('清单写明'),
      { name: 'innovation', type: 'boolean', description: '原文带 * 的为 true（自主创新举措），其余为 false。' },
      url,
      items('notes', '编辑对这一项转录文字的说明，不是原文。'),
    ],
  },
  targets: {
    title: '量化目标',
    description: '方案提出的量化目标。是提出的目标，不是完成情况。',
    primaryKey: 'id',
    fields: [
      { name: 'id', type: 'string', description: '目标的编号。' },
      measure,
      task,
      { name: 'name', type: 'string', description: '数的是什么（编辑拟的名称，不多于原文的意思）。' },
      { name: 'operator', type: 'string', description: '>= 不少于、以上；= 达到；<= 不超过。' },
      ...quantity,
      { name: 'period', type: 'string', description: '原文写明的期限；原文没有写的，JSON 中为 null，CSV 中留空。' },
      words,
      url,
    ],
  },
  limits: {
    title: '时限和上限',
    description: '方案写明的时限和最高限度，不是量化目标，分开列出。',
    primaryKey: 'id',
    fields: [
      { name: 'id', type: 'string', description: '编号。' },
      measure,
      task,
      { name: 'kind', type: 'string', description: 'deadline 时限；ceiling 上限。' },
      { name: 'name', type: 'string', description: '限的是什么（编辑拟的名称，不多于原文的意思）。' },
      ...quantity,
      words,
      url,
    ],
  },
  units: {
    title: '责任单位',
    description: '方案正文和任务清单写明的责任单位。',
    primaryKey: 'id',
    fields: [
      { name: 'id', type: 'string', description: '单位的编号，也是单位页面地址的一部分。' },
      { name: 'name', type: 'string', description: '登记的名称，取自原文。' },
      {
        name: 'aliases',
        type: 'array',
        description: '原文中同一单位的其他印法。',
        cell: { separator: '、' },
      },
      {
        name: 'kind',
        type: 'string',
        description: 'unit 具体的单位；collective 一类单位的合称；group 文件没有指明的部门。',
      },
      items('measures', '方案正文写明该单位的措施序号。'),
      items('tasks', '清单写明该单位的任务序号。'),
      items('targets', '这些任务的量化目标编号。'),
      url,
    ],
  },
};
