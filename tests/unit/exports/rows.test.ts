import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import { descriptions } from '../../../src/exports/dataset/fields.ts';
import { dataFiles, fieldsOf } from '../../../src/exports/dataset/files.ts';
import { datasetOf, tables } from '../../../src/exports/dataset/rows.ts';
import type { Plan, Unit } from '../../../src/model/types.ts';

const handbook = loadHandbook('content');
const [plan] = handbook.plans as [Plan];
const [unit] = handbook.units as [Unit];
const dataset = datasetOf(handbook, plan);
const files = new Map(dataFiles(plan, dataset).map((file) => [file.name, file]));
const contentOf = (name: string) => files.get(name)?.content ?? assert.fail(`no ${name}`);
const csvOf = (table: string): Record<string, string>[] =>
  parse(contentOf(`${table}.csv`), { bom: true, columns: true });

test('20 measures, 86 tasks of which 38 marked, 18 targets and 33 units', () => {
  assert.equal(dataset.measures.length, 20);
  assert.deepEqual(
    dataset.tasks.map(({ number }) => number),
    Array.from({ length: 86 }, (_, index) => index + 1),
  );
  assert.equal(dataset.tasks.filter(({ innovation }) => innovation).length, 38);
  assert.equal(dataset.targets.length, 18);
  assert.equal(dataset.units.length, 33);
});

test('rows have the fields that other programs rely on, in their order', () => {
  const fields = Object.fromEntries(tables.map((table) => [table, Object.keys(dataset[table][0] ?? {}).join(' ')]));
  assert.deepEqual(fields, {
    measures: 'number title environment text units unitsText tasks targets url',
    tasks: 'number measure text units unitsText innovation url notes',
    targets: 'id measure task name operator value unit period text url',
    limits: 'id measure task kind name value unit text url',
    units: 'id name aliases kind measures tasks targets url',
  });
});

test('every field is described, in the order of the rows', () => {
  for (const table of tables)
    assert.deepEqual(
      fieldsOf(table, 'json').map(({ name }) => name),
      Object.keys(dataset[table][0] ?? {}),
    );
});

test('values are plain numbers', () => {
  const targetOf = (id: string) => dataset.targets.find((target) => target.id === id);
  assert.deepEqual(
    [targetOf('automobile-export')?.value, targetOf('automobile-export')?.unit, targetOf('automobile-export')?.period],
    [1_000_000_000, '元', null],
  );
  assert.deepEqual(
    dataset.targets.filter(({ text }) => text.includes('1万人')).map(({ value, unit }) => [value, unit]),
    [[10_000, '人']],
  );
});

test('tasks, measures and units name each other alike', () => {
  for (const unit of dataset.units) {
    const naming = (rows: typeof dataset.tasks | typeof dataset.measures) =>
      rows.filter(({ units }) => units.some(({ id }) => id === unit.id)).map(({ number }) => number);
    assert.deepEqual(unit.tasks, naming(dataset.tasks));
    assert.deepEqual(unit.measures, naming(dataset.measures));
    assert.deepEqual(
      unit.targets,
      dataset.targets.filter(({ task }) => unit.tasks.includes(task ?? 0)).map(({ id }) => id),
    );
  }
});

test('addresses start at the base, or at the origin where it is set', () => {
  const below = { ...handbook, site: { ...handbook.site, base: '/yshj/' } };
  assert.equal(datasetOf(below, plan).tasks[36]?.url, '/yshj/plans/2025-business-environment/measures/09/#task-37');
  const whole = { ...handbook, site: { ...below.site, origin: 'https://www.example.gov.cn' } };
  assert.equal(datasetOf(whole, plan).units[0]?.url, 'https://www.example.gov.cn/yshj/units/xingzheng-shenpi-ju/');
});

test('a plan gives only the units that it names', () => {
  const stranger = { ...unit, id: 'stranger' };
  assert.deepEqual(datasetOf({ ...handbook, units: [...handbook.units, stranger] }, plan).units, dataset.units);
});

test('JSON files hold the rows', () => {
  for (const table of tables) assert.deepEqual(JSON.parse(contentOf(`${table}.json`)), dataset[table]);
});

test('CSV files open in a spreadsheet: byte order mark, CRLF after every row', () => {
  for (const table of tables) {
    const content = contentOf(`${table}.csv`);
    assert.ok(content.startsWith('\uFEFF') && content.endsWith('\r\n'));
    assert.equal(content.replaceAll('\r\n', '').includes('\n'), false);
  }
});

test('CSV files say the same as JSON, cell by cell', () => {
  const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t])/u, '');
  for (const table of tables) {
    const rows = csvOf(table);
    assert.equal(rows.length, dataset[table].length);
    for (const [index, row] of (dataset[table] as object[]).entries())
      for (const { name, cell } of descriptions[table].fields) {
        const found = unguarded(rows[index]?.[name] ?? assert.fail(`no ${name} in ${table}.csv`));
        const value = (row as Record<string, unknown>)[cell?.from ?? name];
        if (!cell) assert.equal(found, String(value ?? ''));
        else {
          const items = (value as (string | number | Record<string, string>)[]).map((item) =>
            typeof item === 'object' ? item[cell.of ?? ''] : String(item),
          );
          assert.deepEqual(found === '' ? [] : found.split(cell.separator), items);
        }
      }
  }
});

test('a cell that a spreadsheet would take for a formula is guarded', () => {
  const risky = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'];
  for (const name of risky) {
    const units = [{ ...unit, name }];
    const guarded = dataFiles(plan, datasetOf({ ...handbook, units }, plan)).find((file) => file.name === 'units.csv');
    const [row] = parse(guarded?.content ?? '', { bom: true, columns: true }) as Record<string, string>[];
    assert.equal(row?.name, `'${name}`);
  }
});

test('datapackage.json describes every other file with its size, hash and fields', () => {
  const { resources, ...described } = JSON.parse(contentOf('datapackage.json'));
  assert.equal(described.profile, 'data-package');
  assert.deepEqual(
    resources.map(({ path }: { path: string }) => path),
    [...files.keys()].filter((name) => name !== 'datapackage.json'),
  );
  for (const { path, bytes, hash, schema, format } of resources) {
    const content = Buffer.from(contentOf(path));
    assert.equal(bytes, content.length);
    assert.equal(hash, `sha256:${createHash('sha256').update(content).digest('hex')}`);
    const names = schema.fields.map(({ name }: { name: string }) => name);
    const table = path.split('.')[0];
    assert.deepEqual(
      names,
      format === 'csv' ? Object.keys(csvOf(table)[0] ?? {}) : Object.keys(JSON.parse(contentOf(path))[0]),
    );
    for (const field of schema.fields) assert.notEqual(field.description, '');
  }
});
