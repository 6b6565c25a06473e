import { createHash } from 'node:crypto';
import type { Plan } from '../../model/types.ts';
import { planCitation } from '../../views/citation.ts';
import { toCsv } from '../csv.ts';
import { descriptions, type Field } from './fields.ts';
import { type Dataset, type Table, tables } from './rows.ts';

/** A file to be downloaded, ready to be written. */
export interface DataFile {
  /** Name within the plan's data folder. */
  name: string;
  mediatype: string;
  content: string;
}

interface TableFile extends DataFile {
  table: Table;
  format: 'json' | 'csv';
}

/** Indented by two blanks and ended by a line feed. */
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function cellOf({ name, cell }: Field, row: Record<string, unknown>): unknown {
  if (!cell) return row[name];
  const { separator, of, from = name } = cell;
  const list = row[from] as (string | number | Record<string, string>)[];
  return list.map((item) => (of && typeof item === 'object' ? item[of] : item)).join(separator);
}

/** A table as CSV; lists are joined as its fields say. */
function csv(table: Table, rows: readonly object[]): string {
  const { fields } = descriptions[table];
  const cells = (rows as Record<string, unknown>[]).map((row) => fields.map((field) => cellOf(field, row)));
  return toCsv(
    fields.map(({ name }) => name),
    cells,
  );
}

/** The files of a dataset: each table as JSON and as CSV. */
export function tableFiles(dataset: Dataset): TableFile[] {
  return tables.flatMap((table): TableFile[] => [
    { table, format: 'json', name: `${table}.json`, mediatype: 'application/json', content: json(dataset[table]) },
    { table, format: 'csv', name: `${table}.csv`, mediatype: 'text/csv', content: csv(table, dataset[table]) },
  ]);
}

/** The fields of a table as they stand in a file of the given format, after Frictionless Table Schema. */
export function fieldsOf(table: Table, format: TableFile['format']) {
  const { fields } = descriptions[table];
  return format === 'json'
    ? fields.filter(({ cell }) => !cell?.from).map(({ name, type, description }) => ({ name, type, description }))
    : fields.map(({ name, type, description, cell }) =>
        cell
          ? { name, type: 'string', description: `${description}用“${cell.separator}”连接。` }
          : { name, type, description },
      );
}

function resourceOf({ table, format, name, mediatype, content }: TableFile) {
  const { title, description, primaryKey } = descriptions[table];
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
    schema: { fields: fieldsOf(table, format), primaryKey, missingValues: [''] },
  };
}

/** All data files of a plan, described by `datapackage.json` (Frictionless Data Package 1), which comes last. */
export function dataFiles(plan: Plan, dataset: Dataset): DataFile[] {
  const files = tableFiles(dataset);
  const description = {
    profile: 'data-package',
    name: plan.id,
    title: plan.title,
    description: `${planCitation(plan)}的措施、任务清单、量化目标、时限和上限、责任单位。文字以正式文件为准。`,
    sources: [{ title: planCitation(plan) }],
    resources: files.map(resourceOf),
  };
  return [...files, { name: 'datapackage.json', mediatype: 'application/json', content: json(description) }];
}
