import type { Plan, Unit } from '../../model/types.ts';

/** Makes the address of a path relative to the site's base. */
type AddressOf = (path: string) => string;

/**
 * A column of the open data: one entry, from which its JSON, its CSV, its place in the data package and its line on the page that
 * explains the fields follow. Names are a public interface: columns may be added, never renamed.
 */
export interface DataColumn<Item> {
  /** @see https://specs.frictionlessdata.io/table-schema/#types-and-constraints */
  type: 'string' | 'date' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  /** What it means, in Chinese; `described` puts in the document's words for itself. */
  description: string;
  /** A value as it stands in JSON. */
  example: unknown;
  value: (item: Item, addressOf: AddressOf) => unknown;
  /** How a list becomes one cell of a CSV file: `name` where its items are units. */
  cell?: { separator: '、' | ';'; of?: 'name' };
  /** True where another column says the same in JSON. */
  csvOnly?: true;
  /** All that it can say. Codes are for programs and stand in CSV as they are, `=` too. */
  codes?: readonly string[];
  /** Whether the document may say nothing: null in JSON, an empty cell in CSV. A list may be empty. */
  optional?: true;
  /** The table that has what it names, in its primary key. */
  refersTo?: 'measures' | 'tasks' | 'targets';
  /** The plans whose data have the column; absent where all have. */
  of?: (plan: Plan) => boolean;
}

export interface TableDefinition<Item> {
  title: string;
  description: string;
  primaryKey: 'number' | 'id';
  /** What has a row, in document order. */
  items: (plan: Plan, units: readonly Unit[]) => readonly Item[];
  columns: Record<string, DataColumn<Item>>;
  /** The plans whose data have the table; absent where all have. */
  of?: (plan: Plan) => boolean;
}

/** Columns of a type, whose cells are the same in JSON and CSV; null is an empty cell. */
const column =
  <Type extends DataColumn<never>['type'], Value>(type: Type) =>
  <Item>(description: string, example: Value, value: (item: Item) => Value | null) => ({
    type,
    description,
    example,
    value,
  });
export const string = column<'string', string>('string');
export const integer = column<'integer', number>('integer');
export const number = column<'number', number>('number');
export const boolean = column<'boolean', boolean>('boolean');
/** A list that is one cell of a CSV file. */
export const list = <Item, Value extends string | number>(
  description: string,
  example: Value[],
  value: (item: Item) => Value[],
  separator: '、' | ';' = ';',
) => ({ type: 'array' as const, description, example, value, cell: { separator } });
/** A column that says one of a few words. */
export const code = <Item>(
  codes: readonly string[],
  description: string,
  example: string,
  value: (item: Item) => string | null,
) => ({ ...string(description, example, value), codes });
export const optional = <Column>(column: Column) => ({ ...column, optional: true as const });
/** A column that names a row of another table. */
export const reference = <Item>(table: 'measures' | 'tasks', ...column: Parameters<typeof integer<Item>>) => ({
  ...integer(...column),
  refersTo: table,
});
export const url = <Item>(example: string, pathOf: (item: Item) => string) => ({
  type: 'string' as const,
  description: '网页地址；手册没有登记网址时，是从 / 开始的路径。',
  example,
  value: (item: Item, addressOf: AddressOf) => addressOf(pathOf(item)),
});

/** The plan of a row, so that the rows of several plans can stand in one table. */
export const planColumn = {
  plan: string(
    '所属文件的编号，与 plans.json 的 id 相同；几份文件的数据可以接在一起。',
    '2030-plan',
    ({ plan }: { plan: Plan }) => plan.id,
  ),
};
