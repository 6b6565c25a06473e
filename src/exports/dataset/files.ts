import { createHash } from 'node:crypto';
import type { Handbook, Plan } from '../../model/types.ts';
import { absoluteUrl } from '../../routes/absolute-url.ts';
import { dataPath, planPath } from '../../routes/paths.ts';
import { changedOn } from '../../views/changes.ts';
import { planCitation } from '../../views/citation.ts';
import { toCsv } from '../text-formats.ts';
import type { DataColumn, TableDefinition } from './columns.ts';
import { hasProgress } from './progress.ts';
import { columnsOf, described, type TableName, tableNames, tables } from './tables.ts';

/** A file to be downloaded, ready to be written. */
export interface DataFile {
  /** Name within the plan's data folder. */
  name: string;
  mediatype: string;
  content: string;
}

/** A table of a plan's open data with its files. */
export interface DataTable {
  name: TableName;
  title: string;
  description: string;
  /** How many things it tells of. */
  rows: number;
  files: (DataFile & { format: 'json' | 'csv' })[];
}

/** Indented by two blanks and ended by a line feed. */
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The words by which catalogues find the data of a plan: its own name and those of its environments. */
export const datasetKeywords = ({ shortTitle, environments }: Plan): string[] => [
  ...new Set([shortTitle, ...environments.map(({ short }) => short), '任务清单', '责任单位', '量化目标']),
];

/** A value as it stands in CSV: of a list its items, joined as its column says. */
function csvCell(value: unknown, { cell }: Pick<DataColumn<never>, 'cell'>): unknown {
  if (!cell) return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  const { separator, of } = cell;
  return (value as (string | number | Record<string, string>)[])
    .map((item) => (of && typeof item === 'object' ? item[of] : item))
    .join(separator);
}

/** The tables of a plan. Units are those that it names. Addresses start at the site's base, or are whole where its origin is set. */
export function dataTables({ site, units }: Pick<Handbook, 'site' | 'units'>, plan: Plan): DataTable[] {
  const addressOf = (path: string) => absoluteUrl(site, path);
  return tableNames([plan]).map((name) => {
    // Of each table the columns take the items; the union of all tables cannot say so.
    const { title, description, items } = tables[name] as TableDefinition<unknown>;
    const rows = items(plan, units);
    const valuesIn = (format: 'json' | 'csv') => {
      const columns = columnsOf(name, format, [plan]) as (DataColumn<unknown> & { name: string })[];
      return rows.map((item) => columns.map((column) => ({ column, value: column.value(item, addressOf) })));
    };
    const objects = valuesIn('json').map((row) =>
      Object.fromEntries(row.map(({ column, value }) => [column.name, value])),
    );
    const cells = valuesIn('csv').map((row) => row.map(({ column, value }) => csvCell(value, column)));
    const columns = columnsOf(name, 'csv', [plan]);
    const names = columns.map((column) => column.name);
    const codes = new Set(columns.filter((column) => column.codes).map((column) => column.name));
    return {
      name,
      title,
      description: described(description, [plan]),
      rows: rows.length,
      files: [
        { format: 'json', name: `${name}.json`, mediatype: 'application/json', content: json(objects) },
        { format: 'csv', name: `${name}.csv`, mediatype: 'text/csv', content: toCsv(names, cells, codes) },
      ],
    };
  });
}

/** How programs read the CSV files right, said wherever they are described. */
export const csvReading =
  'UTF-8 编码，开头有字节顺序标记（BOM）：Python 用 encoding="utf-8-sig"，R 用 fileEncoding="UTF-8-BOM"。文字以 = + - @ 或制表符开头的格，前面加了 \'，免得被当作公式；代码（如 operator）不加。';

/** A column as the data package describes it, with what its values keep to; a list is a string in CSV. */
function fieldOf(column: DataColumn<never> & { name: string }, format: 'json' | 'csv', isKey: boolean) {
  const { name, type, description, cell, codes, optional } = column;
  const isText = format === 'csv' && cell;
  const constraints = {
    // An empty list is an empty cell.
    ...(!optional && !(format === 'csv' && cell) && { required: true }),
    ...(isKey && { unique: true }),
    ...(codes && { enum: codes }),
  };
  return {
    name,
    type: isText ? 'string' : type,
    description: isText ? `${description}用“${cell.separator}”连接。` : description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** The name of a table's resource in one format. */
const resourceName = (table: TableName, format: 'json' | 'csv') => (format === 'json' ? table : `${table}-${format}`);

function resourceOf(
  plan: Plan,
  { name: table, title, description }: DataTable,
  { format, name, mediatype, content }: DataTable['files'][number],
) {
  const columns = columnsOf(table, format, [plan]);
  const { primaryKey } = tables[table];
  const foreignKeys = columns.flatMap(({ name, refersTo }) =>
    refersTo
      ? [{ fields: name, reference: { resource: resourceName(refersTo, format), fields: tables[refersTo].primaryKey } }]
      : [],
  );
  return {
    name: resourceName(table, format),
    path: name,
    title: `${title}（${format.toUpperCase()}）`,
    description: format === 'csv' ? `${description}${csvReading}` : description,
    // The first version of the standard has tables in CSV alone; in the second `type` says it of JSON, too.
    profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
    type: 'table',
    format,
    mediatype,
    encoding: 'utf-8',
    bytes: Buffer.byteLength(content),
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    ...(format === 'csv' && { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', header: true } }),
    schema: {
      fields: columns.map((column) => fieldOf(column, format, column.name === primaryKey)),
      primaryKey,
      ...(foreignKeys.length > 0 && { foreignKeys }),
      missingValues: [''],
    },
  };
}

/** The beginning of a day in China, as the standard writes times. */
const dayStart = (day: string) => `${day}T00:00:00+08:00`;

/** The day of the last change that the content knows as a version in three numbers: `2025.3.28`. */
export const versionOf = (day: string) => day.split('-').map(Number).join('.');

/**
 * All data files of a plan, described by `datapackage.json`, which comes last. Its days are those of the content: of the document,
 * and of what was last recorded of it.
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataFiles(handbook: Pick<Handbook, 'site' | 'units'>, plan: Plan): DataFile[] {
  const { licence, organiser } = handbook.site;
  const all = dataTables(handbook, plan);
  const changed = changedOn(plan);
  const description = {
    profile: 'data-package',
    name: plan.id,
    title: plan.title,
    description: `${planCitation(plan)}的措施、任务清单、量化目标、时限和上限、责任单位${hasProgress(plan) ? '，和公布的进展' : ''}。文字以正式文件为准。`,
    ...(changed && { version: versionOf(changed) }),
    ...(plan.issuedOn && { created: dayStart(plan.issuedOn) }),
    ...(changed && { modified: dayStart(changed) }),
    ...(licence.name && licence.url && { licenses: [{ title: licence.name, path: licence.url }] }),
    sources: [{ title: planCitation(plan) }],
    ...(organiser && { contributors: [{ title: organiser, role: 'publisher' }] }),
    keywords: datasetKeywords(plan),
    resources: all.flatMap((table) => table.files.map((file) => resourceOf(plan, table, file))),
  };
  return [
    ...all.flatMap(({ files }) => files),
    { name: 'datapackage.json', mediatype: 'application/json', content: json(description) },
  ];
}

/** Every plan, newest first, with its status on the day of the build, the one recorded for a later day, and where its data lie. */
export const planIndex = ({ site, plans }: Pick<Handbook, 'site' | 'plans'>) =>
  plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    shortTitle: plan.shortTitle,
    number: plan.number,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    status: plan.status,
    coming: plan.coming,
    url: absoluteUrl(site, planPath(plan)),
    data: absoluteUrl(site, `${dataPath(plan)}datapackage.json`),
    modified: changedOn(plan),
  }));

/** What each field of that index says, for who reads it by a program. */
export const planIndexFields: Readonly<Record<keyof ReturnType<typeof planIndex>[number], string>> = {
  id: '文件的编号，也是网址里的一段。',
  title: '文件名称。',
  shortTitle: '简称。',
  number: '文号。',
  issuer: '发文机关。',
  issuedOn: '印发日期。',
  status:
    '制作手册那天的状态，kind 为 in-force（有效）、replaced（已由 by 所指的文件代替）或 ended（已终止或有效期已满）；on 是从哪天起，until 是有效期至哪天，basis 是依据。',
  coming: '已经登记、到以后某一天才成立的状态，写法同 status；到那一天以后制作的手册，它就是 status。',
  url: '网页地址。',
  data: '数据说明（datapackage.json）的地址。',
  modified: '内容最近一次改动的日期。',
};
