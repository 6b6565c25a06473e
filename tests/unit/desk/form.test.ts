import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Form, formOf, separatorsOf } from '../../../src/desk/core/form.ts';
import type { JsonSchema } from '../../../src/desk/core/schema-at.ts';
import { asSeen } from '../../../src/desk/page/drafts.ts';
import { fileKindNames, fileKinds } from '../../../src/schema/content-types.ts';
import { jsonSchemaOf } from '../../../src/schema/json-schema.ts';

const form = (kind: keyof typeof fileKinds) => formOf(jsonSchemaOf(fileKinds[kind].schema));
const ui = ({ ui }: Form, ...path: string[]) =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], ui);

test('words of the document are shown, what is the editor’s is a field', () => {
  const measures = form('measures');
  for (const field of ['title', 'units', 'number', 'environment'])
    assert.equal(ui(measures, field, 'ui:field'), 'Official', field);
  assert.notEqual(ui(measures, 'plain', 'ui:field'), 'Official');
  assert.equal(ui(measures, 'tasks', 'items', 'text', 'ui:field'), 'Official');
  assert.equal(ui(measures, 'tasks', 'items', 'topics', 'ui:field'), 'Choices');
});

test('items are added only where they hold nothing of the document, and taken out only of the editor’s lists', () => {
  const options = (kind: keyof typeof fileKinds, list: string) => ui(form(kind), list, 'ui:options');
  assert.deepEqual(options('measures', 'tasks'), { addable: false, removable: false, orderable: false });
  assert.deepEqual(options('measures', 'targets'), { addable: false, removable: true, orderable: true });
  assert.deepEqual(options('thesaurus', 'synonyms'), { addable: true, removable: true, orderable: true });
});

/** Every part of a form that the form library draws by itself. */
function drawn(schema: JsonSchema, at: Record<string, unknown>, place: string): [string, JsonSchema][] {
  if (at['ui:field'] === 'Alternatives') {
    const { forms } = at['ui:options'] as { forms: Form[] };
    return forms.flatMap((one, index) => drawn(one.schema, one.ui, `${place}(${index})`));
  }
  if (at['ui:field']) return [];
  if (schema.type === 'array') return drawn(schema.items as JsonSchema, (at.items ?? {}) as typeof at, `${place}[]`);
  if (schema.type !== 'object') return [[place, schema]];
  return Object.entries(schema.properties as Record<string, JsonSchema>).flatMap(([name, field]) =>
    drawn(field, (at[name] ?? {}) as typeof at, `${place}.${name}`),
  );
}

test('what is left to the form library, in any file, it draws as one field, and writes no value by itself', () => {
  for (const kind of fileKindNames) {
    const { schema, ui } = form(kind);
    for (const [place, field] of drawn(schema, ui, kind)) {
      assert.ok(['string', 'integer', 'number', 'boolean'].includes(field.type as string), `${place}: ${field.type}`);
      assert.equal('default' in field, false, place);
      assert.equal(field.anyOf, undefined, place);
    }
  }
});

test('a list of values is one text: its lines, and signs that no value may hold, set them apart', () => {
  assert.deepEqual(separatorsOf({ type: 'string' }), ['\n']);
  const { properties } = jsonSchemaOf(fileKinds.units.schema);
  const aliases = properties?.aliases as JsonSchema | undefined;
  assert.deepEqual(separatorsOf(aliases?.items as JsonSchema), ['\n', '，', '、', '；', ',', ';']);
  assert.deepEqual(separatorsOf({ type: 'integer' }), ['\n', '，', '、', '；', ',', ';', ' ']);
});

test('what is pasted is what is seen of it', () => {
  assert.equal(asSeen('企\u00ad业\u200b办\ufeff税', false), '企业办税');
  assert.equal(asSeen('a\u00a0b\tc\u3000d', false), 'a b c\u3000d');
  assert.equal(asSeen('电费\t电价\n电表', true), '电费\n电价\n电表');
});

test('a field that has another meaning in its place than its name elsewhere is called by that', () => {
  const { properties } = jsonSchemaOf(fileKinds.plans.schema) as { properties: Record<string, JsonSchema> };
  const titleAt = (schema: JsonSchema | undefined, ...path: string[]): unknown =>
    path.reduce<JsonSchema | undefined>((at, key) => at?.properties?.[key] as JsonSchema | undefined, schema)?.title;
  assert.equal(properties.number?.title, '文号');
  assert.equal(titleAt(properties.words, 'measures'), '几条的说法');
  assert.equal(titleAt(properties.terms?.items as JsonSchema, 'explanation', 'text'), '解释');
});
