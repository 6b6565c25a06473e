import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { dataFiles, dataTables, planIndex } from '../../../src/exports/dataset/files.ts';
import { columnsOf, type TableName, tableNames } from '../../../src/exports/dataset/tables.ts';
import type { Handbook, Plan } from '../../../src/model/types.ts';
import { operators } from '../../../src/schema/target.ts';
import { countyWithNext, edited, handbookFrom } from '../../fixtures/county.ts';
import { checkWith, unitOf } from '../../fixtures/mini.ts';
import { reportedCounty } from '../../fixtures/progress.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans as [Plan];
const names = tableNames([plan]);

type Row = Record<string, unknown>;
const fileOf = (name: string, of: Handbook = handbook) =>
  dataFiles(of, plan).find((file) => file.name === name)?.content ?? assert.fail(`no ${name}`);
const jsonOf = (table: TableName, of?: Handbook): Row[] => JSON.parse(fileOf(`${table}.json`, of));
const csvOf = (table: TableName, of?: Handbook): Record<string, string>[] =>
  parse(fileOf(`${table}.csv`, of), { bom: true, columns: true });

/** What other programs rely on: columns may be added, never renamed, dropped or moved before these. */
const contract: Record<TableName, string[]> = {
  measures: ['number', 'title', 'environment', 'text', 'units', 'unitsText', 'tasks', 'targets', 'url'],
  tasks: ['number', 'measure', 'text', 'units', 'unitsText', 'innovation', 'url', 'notes'],
  targets: ['id', 'measure', 'task', 'name', 'operator', 'value', 'unit', 'period', 'text', 'url'],
  limits: ['id', 'measure', 'task', 'kind', 'name', 'value', 'unit', 'text', 'url'],
  units: ['id', 'name', 'aliases', 'kind', 'measures', 'tasks', 'targets', 'url'],
  progress: [
    'id',
    'measure',
    'task',
    'target',
    'date',
    'value',
    'unit',
    'state',
    'words',
    'source',
    'sourceUrl',
    'url',
  ],
};

test('rows have the columns that other programs rely on, in their order', () => {
  for (const table of names) {
    const found = Object.keys(jsonOf(table)[0] ?? {});
    assert.deepEqual(
      found.filter((name) => contract[table].includes(name)),
      contract[table],
    );
  }
});

test('a row says what the plan says', () => {
  assert.partialDeepStrictEqual(jsonOf('measures')[1], {
    number: 2,
    title: '规范执法',
    environment: '法治环境',
    text: '推行“百日办结”，解决突处问题。',
    units: [
      { id: 'yi', name: '区乙办' },
      { id: 'bumen', name: '相关部门' },
    ],
    unitsText: '区乙办等相关部门',
    tasks: [3],
    targets: [],
    url: '/plans/mini/measures/02/',
  });
  assert.partialDeepStrictEqual(jsonOf('tasks')[0], {
    number: 1,
    measure: 1,
    text: '深化融资机制，全年组织银企对接会不少于50场。',
    units: [{ id: 'jia', name: '区甲局' }],
    unitsText: '区甲',
    innovation: true,
    url: '/plans/mini/measures/01/#task-1',
    notes: ['第1、2项的文字，抄录合印在别行，由编辑分开。'],
  });
  assert.partialDeepStrictEqual(jsonOf('targets'), [
    {
      id: 'meetings',
      measure: 1,
      task: 1,
      name: '银企对接会',
      operator: '>=',
      value: 50,
      unit: '场',
      period: '全年',
      text: '全年组织银企对接会不少于50场',
      url: '/plans/mini/targets/#target-meetings',
    },
  ]);
  assert.deepEqual(
    jsonOf('limits').map(({ id, kind, value, unit }) => [id, kind, value, unit]),
    [['days', 'deadline', 100, '日']],
  );
  assert.partialDeepStrictEqual(jsonOf('units')[0], {
    id: 'jia',
    name: '区甲局',
    aliases: ['区甲'],
    kind: 'unit',
    measures: [1],
    tasks: [1, 2],
    targets: ['meetings'],
    url: '/units/jia/',
  });
});

test('a value has the type that its column says, as has the example', () => {
  const typeOf = (value: unknown) =>
    Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : value === null ? 'null' : typeof value;
  const fits = (type: string, value: unknown) =>
    [type, ...(type === 'number' ? ['integer'] : [])].includes(typeOf(value));
  const itemType = (value: unknown) => (Array.isArray(value) && value.length > 0 ? [typeof value[0]] : []);
  for (const table of names)
    for (const { name, type, example } of columnsOf(table, 'json', [plan])) {
      assert.ok(fits(type, example), `${table}.${name}: ${JSON.stringify(example)}`);
      for (const { [name]: value } of jsonOf(table)) {
        assert.ok(value === null || fits(type, value), `${table}.${name}: ${JSON.stringify(value)}`);
        for (const found of itemType(value)) assert.deepEqual([found], itemType(example), `${table}.${name}`);
      }
    }
});

test('a period that the plan does not state is null, and empty in CSV', () => {
  const { period: _, ...target } = plan.targets[0] ?? assert.fail();
  const unstated = { ...plan, targets: [target] };
  const files = new Map(dataFiles(handbook, unstated).map(({ name, content }) => [name, content]));
  assert.equal(JSON.parse(files.get('targets.json') ?? '')[0].period, null);
  assert.match(files.get('targets.csv') ?? '', /,50,场,,全年组织/u);
});

test('addresses start at the base, or at the origin where it is set', () => {
  const below = { ...handbook, site: { ...handbook.site, base: '/yshj/' } };
  assert.equal(jsonOf('tasks', below)[0]?.url, '/yshj/plans/mini/measures/01/#task-1');
  const whole = { ...below, site: { ...below.site, origin: 'https://www.example.gov.cn' } };
  assert.equal(jsonOf('units', whole)[0]?.url, 'https://www.example.gov.cn/yshj/units/jia/');
  assert.equal(planIndex(whole)[0]?.data, 'https://www.example.gov.cn/yshj/data/plans/mini/datapackage.json');
});

test('a plan gives only the units that it names', () => {
  const more = { ...handbook, units: [...handbook.units, unitOf('区丙局')] };
  assert.deepEqual(jsonOf('units', more), jsonOf('units'));
  assert.equal(dataTables(more, plan).find(({ name }) => name === 'units')?.rows, handbook.units.length);
});

test('CSV files open in a spreadsheet: byte order mark, CRLF after every row', () => {
  for (const table of names) {
    const content = fileOf(`${table}.csv`);
    assert.ok(content.startsWith('\uFEFF') && content.endsWith('\r\n'));
    assert.equal(content.replaceAll('\r\n', '').includes('\n'), false);
  }
});

test('CSV says the same as JSON, lists in one cell', () => {
  for (const table of names) {
    const rows = csvOf(table);
    assert.equal(rows.length, jsonOf(table).length);
    for (const [index, row] of jsonOf(table).entries())
      for (const { name, cell } of columnsOf(table, 'json', [plan])) {
        const value = row[name];
        const items = (Array.isArray(value) ? value : [value]).map((item) => item?.name ?? item ?? '');
        assert.equal(rows[index]?.[name], items.join(cell?.separator), `${table}.${name}`);
      }
  }
  assert.deepEqual([csvOf('measures')[1]?.units, csvOf('measures')[1]?.unitIds], ['区乙办、相关部门', 'yi;bumen']);
});

test('a cell that a spreadsheet would take for a formula is guarded', () => {
  for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) {
    const [first] = handbook.units;
    const units = [{ ...first, name } as (typeof handbook.units)[number]];
    assert.equal(csvOf('units', { ...handbook, units })[0]?.name, `'${name}`);
  }
});

test('codes are no formulas: a program finds them as the contract writes them', () => {
  const codes = Object.keys(operators) as (keyof typeof operators)[];
  assert.deepEqual(
    codes.map((operator) => {
      const targets = plan.targets.map((target) => ({ ...target, operator }));
      const file = dataFiles(handbook, { ...plan, targets }).find(({ name }) => name === 'targets.csv');
      const [row] = parse<Record<string, string>>(file?.content ?? '', { bom: true, columns: true });
      return row?.operator;
    }),
    codes,
  );
});

test('every row names its plan', () => {
  for (const table of names)
    for (const row of [...jsonOf(table), ...csvOf(table)]) assert.equal(row.plan, plan.id, table);
});

/** A resource of the package with its rows, as a strict reader takes them: cells cast by the schema, then held to it. */
interface Resource {
  name: string;
  path: string;
  format: 'json' | 'csv';
  profile: string;
  description: string;
  schema: {
    fields: {
      name: string;
      type: string;
      constraints?: { required?: true; unique?: true; enum?: string[] };
    }[];
    primaryKey: string;
    foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
    missingValues: string[];
  };
}

/** Reads a cell of CSV by the type of its field. @see https://specs.frictionlessdata.io/table-schema/#types-and-constraints */
function cast(cell: string, type: string): unknown {
  if (type === 'integer') return /^-?\d+$/u.test(cell) ? Number(cell) : assert.fail(`“${cell}” is no integer`);
  if (type === 'number') return /^-?\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : assert.fail(`“${cell}” is no number`);
  if (type === 'boolean') return ['true', 'false'].includes(cell) ? cell === 'true' : assert.fail(`“${cell}”`);
  if (type === 'object') return JSON.parse(cell);
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/u.test(cell) ? cell : assert.fail(`“${cell}” is no day`);
  return type === 'string' ? cell : assert.fail(`${type} does not stand in CSV`);
}

function packageOf(book: Handbook, of: Plan) {
  const files = new Map(dataFiles(book, of).map(({ name, content }) => [name, content]));
  const described = JSON.parse(files.get('datapackage.json') ?? '');
  const tables = (described.resources as Resource[]).map((resource) => {
    const content = files.get(resource.path) ?? assert.fail(resource.path);
    const raw: Row[] = resource.format === 'json' ? JSON.parse(content) : parse(content, { bom: true, columns: true });
    const rows = raw.map((row) =>
      Object.fromEntries(
        resource.schema.fields.map(({ name, type }) => {
          const value = row[name];
          if (resource.schema.missingValues.includes(value as string)) return [name, null];
          return [name, resource.format === 'csv' ? cast(String(value), type) : value];
        }),
      ),
    );
    return { resource, rows };
  });
  return { described, tables };
}

const reported = handbookFrom(edited(countyWithNext, reportedCounty));

for (const book of [handbook, handbookFrom(countyWithNext), reported])
  for (const of of book.plans) {
    const { described, tables: read } = packageOf(book, of);

    test(`the data of ${of.id} keep to their package: required, unique, of the named values, and every key is there`, () => {
      for (const { resource, rows } of read) {
        const { fields, primaryKey, foreignKeys = [] } = resource.schema;
        for (const { name, constraints = {} } of fields) {
          const values = rows.map((row) => row[name]);
          if (constraints.required) assert.ok(!values.includes(null), `${resource.name}.${name}`);
          if (constraints.unique) assert.equal(new Set(values).size, values.length, `${resource.name}.${name}`);
          if (constraints.enum)
            for (const value of values.filter((one) => one !== null))
              assert.ok(constraints.enum.includes(String(value)), `${resource.name}.${name}`);
        }
        assert.ok(fields.find(({ name }) => name === primaryKey)?.constraints?.unique, resource.name);
        for (const { fields: field, reference } of foreignKeys) {
          const target = read.find((one) => one.resource.name === reference.resource) ?? assert.fail(resource.name);
          assert.equal(target.resource.format, resource.format);
          const keys = new Set(target.rows.map((row) => row[reference.fields]));
          for (const row of rows) assert.ok(row[field] === null || keys.has(row[field]), `${resource.name}.${field}`);
        }
      }
    });

    test(`the package of ${of.id} has the names, days and profiles that the standard asks for`, () => {
      assert.match(described.name, /^[-a-z0-9._/]+$/u);
      for (const { resource } of read) assert.match(resource.name, /^[-a-z0-9._/]+$/u);
      assert.equal(new Set(read.map(({ resource }) => resource.name)).size, read.length);
      assert.equal(described.created, of.issuedOn && `${of.issuedOn}T00:00:00+08:00`);
      assert.equal(described.licenses, undefined);
    });
  }

test('progress is a table of its own, of the plan that has some, and targets and tasks name its rows', () => {
  const [newer, older] = reported.plans as [Plan, Plan];
  assert.deepEqual([tableNames([older]), tableNames([newer])], [names, [...names, 'progress']]);
  const { tables } = packageOf(reported, newer);
  const rowsOf = (name: string): Row[] => tables.find(({ resource }) => resource.name === name)?.rows ?? [];
  for (const [index, row] of rowsOf('progress').entries()) {
    assert.deepEqual(
      Object.keys(row).filter((column) => contract.progress.includes(column)),
      contract.progress,
    );
    assert.deepEqual(rowsOf('progress-csv')[index], row);
  }
  assert.partialDeepStrictEqual(rowsOf('progress')[0], {
    id: 'target-outage-2025-06-30',
    measure: 1,
    task: 1,
    target: 'outage',
    date: '2025-06-30',
    value: 1.5,
    unit: '小时',
    state: null,
    words: '上半年工厂停电时间平均1.5小时',
    sourceUrl: 'https://www.example.gov.cn/made-up',
    publishedOn: '2025-07-15',
    url: `/plans/${newer.id}/targets/#target-outage`,
  });
  assert.partialDeepStrictEqual(rowsOf('progress').at(-1), {
    id: 'task-5-2025-06-30',
    task: 5,
    target: null,
    value: null,
    state: '在办',
    publishedOn: null,
  });
  assert.deepEqual(rowsOf('tasks')[1]?.progress, ['task-2-2025-06-30', 'task-2-2025-09-30']);
  assert.equal(rowsOf('targets-csv')[1]?.progress, 'target-meetings-2025-06-30;target-meetings-2025-11-30');
});

test('the package says which columns are keys and codes, and how to read a file that begins with a mark', () => {
  const resources = new Map(packageOf(handbook, plan).tables.map(({ resource }) => [resource.name, resource]));
  const keysOf = (name: string) =>
    resources.get(name)?.schema.foreignKeys?.map(({ fields, reference }) => [fields, reference.resource]);
  assert.deepEqual(keysOf('tasks'), [['measure', 'measures']]);
  assert.deepEqual(keysOf('targets-csv'), [
    ['measure', 'measures-csv'],
    ['task', 'tasks-csv'],
  ]);
  const enums = [...resources.values()].flatMap(({ schema }) =>
    schema.fields.flatMap(({ name, constraints }) => (constraints?.enum ? [name] : [])),
  );
  assert.deepEqual(enums, ['operator', 'operator', 'kind', 'kind', 'kind', 'kind']);
  for (const { format, description } of resources.values())
    assert.equal(/utf-8-sig.*UTF-8-BOM/u.test(description), format === 'csv');
});

test('the version of a package follows the last correction that has a day', () => {
  const corrections = plan.corrections.map((one, at) => (at === 1 ? { ...one, recordedOn: '2025-12-01' } : one));
  const { described } = packageOf(handbook, { ...plan, corrections });
  assert.deepEqual(
    [described.version, described.created, described.modified],
    ['2025.12.1', '2025-03-28T00:00:00+08:00', '2025-12-01T00:00:00+08:00'],
  );
});

test('the terms of use are those that the publisher has stated', () => {
  const licence = { name: '某许可', url: 'https://www.example.gov.cn/licence' };
  const { described } = packageOf({ ...handbook, site: { ...handbook.site, licence } }, plan);
  assert.deepEqual(described.licenses, [{ title: licence.name, path: licence.url }]);
});

test('datapackage.json describes every other file with its size, hash and columns', () => {
  const { resources, ...described } = JSON.parse(fileOf('datapackage.json'));
  assert.equal(described.profile, 'data-package');
  assert.deepEqual(
    resources.map(({ path }: { path: string }) => path),
    names.flatMap((table) => [`${table}.json`, `${table}.csv`]),
  );
  for (const { path, bytes, hash, schema, format } of resources) {
    const content = Buffer.from(fileOf(path));
    assert.equal(bytes, content.length);
    assert.equal(hash, `sha256:${createHash('sha256').update(content).digest('hex')}`);
    const table = path.split('.')[0] as TableName;
    const [row = {}] = format === 'csv' ? csvOf(table) : jsonOf(table);
    assert.deepEqual(
      schema.fields.map(({ name }: { name: string }) => name),
      Object.keys(row),
    );
    for (const field of schema.fields) assert.notEqual(field.description, '');
  }
});
