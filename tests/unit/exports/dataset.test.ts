import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { dataFiles, dataTables, planIndex } from '../../../src/exports/dataset/files.ts';
import { columnsOf, type TableName, tables } from '../../../src/exports/dataset/tables.ts';
import type { Handbook, Plan } from '../../../src/model/types.ts';
import { checkWith, unitOf } from '../../fixtures/mini.ts';

const { handbook } = checkWith();
const [plan] = handbook.plans as [Plan];
const names = Object.keys(tables) as TableName[];

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
