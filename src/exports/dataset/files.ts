import { createHash } from 'node:crypto';
import type { Handbook, Plan } from '../../model/types.ts';
import { absoluteUrl } from '../../routes/absolute-url.ts';
import { dataPath, planPath } from '../../routes/paths.ts';
import { planCitation } from '../../views/citation.ts';
import { toCsv } from '../text-formats.ts';
import { columnsOf, type DataColumn, described, type TableDefinition, type TableName, tables } from './tables.ts';

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
  return (Object.keys(tables) as TableName[]).map((name) => {
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
    const names = columnsOf(name, 'csv', [plan]).map((column) => column.name);
    return {
      name,
      title,
      description: described(description, [plan]),
      rows: rows.length,
      files: [
        { format: 'json', name: `${name}.json`, mediatype: 'application/json', content: json(objects) },
        { format: 'csv', name: `${name}.csv`, mediatype: 'text/csv', content: toCsv(names, cells) },
      ],
    };
  });
}

/** A column as the data package describes it; a list is a string in CSV. */
const fieldIn =
  (format: 'json' | 'csv') =>
  ({ name, type, description, cell }: DataColumn<never> & { name: string }) =>
    format === 'csv' && cell
      ? { name, type: 'string', description: `${description}用“${cell.separator}”连接。` }
      : { name, type, description };

function resourceOf(
  plan: Plan,
  { name: table, title, description }: DataTable,
  { format, name, mediatype, content }: DataTable['files'][number],
) {
  return {
    name: format === 'json' ? table : `${table}-${format}`,
    path: name,
    title: `${title}（${format.toUpperCase()}）`,
    description,
    profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
    format,
    mediatype,
    encoding: 'utf-8',
    bytes: Buffer.byteLength(content),
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    ...(format === 'csv' && { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', header: true } }),
    schema: {
      fields: columnsOf(table, format, [plan]).map(fieldIn(format)),
      primaryKey: tables[table].primaryKey,
      missingValues: [''],
    },
  };
}

/**
 * All data files of a plan, described by `datapackage.json`, which comes last.
 * @see https://specs.frictionlessdata.io/data-package/
 */
export function dataFiles(handbook: Pick<Handbook, 'site' | 'units'>, plan: Plan): DataFile[] {
  const all = dataTables(handbook, plan);
  const description = {
    profile: 'data-package',
    name: plan.id,
    title: plan.title,
    description: `${planCitation(plan)}的措施、任务清单、量化目标、时限和上限、责任单位。文字以正式文件为准。`,
    sources: [{ title: planCitation(plan) }],
    resources: all.flatMap((table) => table.files.map((file) => resourceOf(plan, table, file))),
  };
  return [
    ...all.flatMap(({ files }) => files),
    { name: 'datapackage.json', mediatype: 'application/json', content: json(description) },
  ];
}

/** Every plan, newest first, with its status as the content has it and where its data lie. */
export const planIndex = ({ site, plans }: Pick<Handbook, 'site' | 'plans'>) =>
  plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    shortTitle: plan.shortTitle,
    number: plan.number,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    status: plan.status,
    url: absoluteUrl(site, planPath(plan)),
    data: absoluteUrl(site, `${dataPath(plan)}datapackage.json`),
  }));
