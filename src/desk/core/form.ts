import { alternativesOf, holds, isNull, isOfficial, type Json, type JsonObject, type JsonSchema } from './schema-at.ts';
import { meaningOf } from './words.ts';

/** A form, as the form library takes it: a schema that it understands, and which of our fields show its parts. */
export interface Form {
  schema: JsonSchema;
  ui: { [key: string]: unknown };
}

const separators = ['，', '、', '；', ',', ';', ' '];

/** What separates the values of a list that are written in one text: line ends, and signs that no value may hold. */
export function separatorsOf(item: JsonSchema): string[] {
  if (item.type === 'integer') return ['\n', ...separators];
  const patterns = [item, ...((item.allOf as JsonSchema[] | undefined) ?? [])].flatMap(({ pattern }) => pattern ?? []);
  const isRefused = (sign: string) => patterns.some((pattern) => !new RegExp(pattern, 'u').test(`a${sign}b`));
  return ['\n', ...separators.filter(isRefused)];
}

/** Where the form library would guess, our own fields are named. */
const shownBy = (schema: JsonSchema, field: string, options: JsonObject = {}): Form => ({
  schema,
  ui: { 'ui:field': field, 'ui:options': options },
});

/** The part of a form for a schema that stands in an official part of a file, or in one of the editor's. */
export function formOf(schema: JsonSchema, inherited = false): Form {
  const official = isOfficial(schema, inherited);
  const { default: _, readOnly: __, anyOf: ___, oneOf: ____, ...own } = schema;
  if (official && !holds(schema, false, inherited)) return shownBy({ ...own, type: own.type ?? 'string' }, 'Official');
  const alternatives = alternativesOf(schema)?.filter((one) => !isNull(one));
  if (alternatives && alternatives.length > 1)
    return shownBy({ ...own, type: own.type ?? 'string' }, 'Alternatives', {
      forms: alternatives.map((one) => formOf(one, official)) as never,
      labels: alternatives.map(labelOf),
    });
  if (alternatives?.[0]) return formOf({ ...alternatives[0], ...own }, inherited);
  if (schema.type === 'array') return listOf(schema, own, official);
  if (schema.type === 'object') return groupOf(schema, own, official);
  const { enum: values } = schema;
  if (values) {
    const { enum: _, enumDescriptions: __, ...rest } = own;
    const named = values.map((value) => ({ const: value, title: meaningOf(value as Json, schema) ?? String(value) }));
    return { schema: { ...rest, oneOf: named }, ui: {} };
  }
  if (schema.choices) return shownBy(own, 'Choice', { choices: schema.choices as string });
  return { schema: own, ui: {} };
}

/** What an alternative is called: by its constant, or the field that it must have. */
function labelOf({ properties = {}, required = [], title }: JsonSchema): string {
  const fields = Object.entries(properties) as [string, JsonSchema][];
  const constant = fields.find(([, field]) => 'const' in field)?.[1];
  const meaning = constant && meaningOf(constant.const as Json, constant);
  return meaning ?? fields.find(([name]) => required.includes(name))?.[1].title ?? title ?? '';
}

function listOf(schema: JsonSchema, own: JsonSchema, official: boolean): Form {
  const item = (schema.items ?? {}) as JsonSchema;
  if (schema.choices) return shownBy(own, 'Choices', { choices: schema.choices as string });
  const isOfGroups = item.type === 'object' || alternativesOf(item)?.some(({ type }) => type === 'object');
  if (!isOfGroups)
    return shownBy(own, 'WordList', {
      separators: separatorsOf(item),
      isOfNumbers: item.type === 'integer' || (alternativesOf(item)?.some(({ type }) => type === 'integer') ?? false),
    });
  const items = formOf(item, official);
  const isWritable = !official;
  return {
    schema: { ...own, items: items.schema as never },
    ui: {
      items: items.ui,
      'ui:options': {
        // What is official in a new item would have to be written here.
        addable: isWritable && !holds(item, true, official),
        removable: isWritable,
        orderable: isWritable,
      },
    },
  };
}

function groupOf(schema: JsonSchema, own: JsonSchema, official: boolean): Form {
  if (!schema.properties) return shownBy(own, 'Record', {});
  const forms = Object.entries(schema.properties as Record<string, JsonSchema>).map(
    ([name, field]) => [name, formOf(field, official)] as const,
  );
  const { additionalProperties: _, ...rest } = own;
  return {
    schema: { ...rest, properties: Object.fromEntries(forms.map(([name, form]) => [name, form.schema])) as never },
    ui: Object.fromEntries(forms.map(([name, form]) => [name, form.ui])),
  };
}
