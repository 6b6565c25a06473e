import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { splitFrontmatter } from '../../../src/loader/frontmatter.ts';
import { readYaml } from '../../../src/loader/yaml.ts';
import { type FileKind, fileKindNames, fileKinds } from '../../../src/schema/content-types.ts';
import { editorSchemas, jsonSchemaOf } from '../../../src/schema/json-schema.ts';
import { countyReformed } from '../../fixtures/county.ts';
import { mini, replace } from '../../fixtures/mini.ts';

const content = [
  ...Object.entries(mini).map(([path, text]) => ({ path, text })),
  ...Object.entries(countyReformed).map(([path, bytes]) => ({ path, text: Buffer.from(bytes).toString('utf8') })),
];
const filesOf = (kind: FileKind) => content.filter(({ path }) => matchesGlob(path, fileKinds[kind].pattern));

/** A file's data as an editor's program reads it: dates are words. */
function dataOf(path: string, text: string): unknown {
  const parts = splitFrontmatter(text, path);
  assert.ok(parts.ok);
  return JSON.parse(JSON.stringify(readYaml(parts.data, path, 1).data), (_, value) =>
    typeof value === 'string' ? value.replace(/T00:00:00\.000Z$/u, '') : value,
  );
}

// `patternErrorMessage` is for the editor alone; the formats stand beside patterns that say the same.
const ajv = new Ajv({ strict: false, validateFormats: false });

for (const kind of fileKindNames)
  test(`every file of the kind ${kind} meets its schema for editors`, () => {
    const validate = ajv.compile(jsonSchemaOf(fileKinds[kind].schema));
    const files = filesOf(kind);
    assert.ok(files.length > 0);
    for (const { path, text } of files)
      assert.ok(validate(dataOf(path, text)), `${path}：${ajv.errorsText(validate.errors)}`);
  });

test('a slip in a field, a kind or a name is a fault to the editor too', () => {
  for (const [kind, words, other] of [
    ['units', 'kind: unit', 'kind: unti'],
    ['topics', 'order:', 'ordre:'],
    ['measures', 'units:', 'unit:'],
    ['corrections', 'kind: misreading', 'kind: misread'],
    ['plans', 'issuedOn: 2025-03-28', 'issuedOn: 三月'],
  ] as const) {
    const validate = ajv.compile(jsonSchemaOf(fileKinds[kind].schema));
    const file = filesOf(kind).find(({ text }) => text.includes(words));
    assert.ok(file, kind);
    assert.equal(validate(dataOf(file.path, replace(words, other)(file.text))), false, kind);
  }
});

test('every field is titled with what editors call it', () => {
  const untitled = (schema: unknown): string[] =>
    Object.entries((schema ?? {}) as Record<string, unknown>).flatMap(([key, inside]) => {
      if (typeof inside !== 'object') return [];
      if (key !== 'properties') return untitled(inside);
      const fields = Object.entries(inside as Record<string, { title?: string }>);
      return fields.flatMap(([field, own]) => [
        ...(/\p{Script=Han}/u.test(own.title ?? '') ? [] : [field]),
        ...untitled(own),
      ]);
    });
  for (const kind of fileKindNames) assert.deepEqual(untitled(jsonSchemaOf(fileKinds[kind].schema)), [], kind);
});

test('the schemas in the repository are those of today; `npm run schemas` writes them', () => {
  const schemas = new Map(editorSchemas());
  assert.deepEqual(readdirSync('.vscode/schemas').sort(), [...schemas.keys()].sort());
  for (const [name, text] of schemas) assert.equal(readFileSync(`.vscode/schemas/${name}`, 'utf8'), text, name);
});

test('VS Code finds the schema of every YAML file of the content', () => {
  const settings: Record<string, Record<string, string>> = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));
  const expected = fileKindNames
    .filter((kind) => fileKinds[kind].pattern.endsWith('.yaml'))
    .map((kind) => [`.vscode/schemas/${kind}.json`, `content/${fileKinds[kind].pattern}`]);
  assert.deepEqual(settings['yaml.schemas'], Object.fromEntries(expected));
});

/** The fields of a JSON Schema, with their places. */
function fieldsOf(schema: object, place = ''): [place: string, field: Record<string, unknown>][] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const own = key === 'properties' ? Object.entries(value as Record<string, Record<string, unknown>>) : [];
    return [
      ...own.map(([name, field]): [string, Record<string, unknown>] => [`${place}.${name}`, field]),
      ...(key === 'properties'
        ? own.flatMap(([name, field]) => fieldsOf(field, `${place}.${name}`))
        : fieldsOf(value, place)),
    ];
  });
}

test('every field is explained to the editor, in Chinese', () => {
  for (const kind of fileKindNames)
    for (const [place, { description }] of fieldsOf(jsonSchemaOf(fileKinds[kind].schema)))
      assert.match(String(description), /[\u4e00-\u9fff].*。$|……$/u, `${kind}${place}`);
});

/** The fields of a JSON Schema that hold no others, with whether they are the document's: their own mark, or that of what they stand in. */
function marksOf(schema: object, place: string, inherited?: unknown): [place: string, official: unknown][] {
  const { readOnly = inherited, properties, items, anyOf, oneOf } = schema as Record<string, unknown>;
  const inside = [
    ...Object.entries((properties ?? {}) as Record<string, object>).map(
      ([name, field]) => [`.${name}`, field] as const,
    ),
    ...[items, anyOf, oneOf].flat().flatMap((one) => (one ? [['', one as object] as const] : [])),
  ];
  if (inside.length === 0) return [[place, readOnly]];
  return inside.flatMap(([name, field]) => marksOf(field, place + name, readOnly));
}

test('every field is either the document’s or the editor’s', () => {
  for (const kind of fileKindNames)
    for (const [place, official] of marksOf(jsonSchemaOf(fileKinds[kind].schema), kind))
      assert.equal(typeof official, 'boolean', `${place}: mark it with .meta(official) or .meta(editorial)`);
});

test('a pattern says in Chinese what it asks for', () => {
  const { properties } = jsonSchemaOf(fileKinds.measures.schema);
  const title = properties?.title;
  assert.ok(typeof title === 'object');
  assert.equal(title.patternErrorMessage, '一行文字，首尾不留空格');
});
