import { z } from 'zod';
import { fileKindNames, fileKinds } from './content-types.ts';
import { labelOf } from './field-names.ts';
import { explanation } from './primitives.ts';

/** What a condition of a Zod schema says where it is not met, if it says it itself. */
function messageOf(schema: z.core.$ZodType): string | undefined {
  const conditions = schema._zod.def.checks?.map(({ _zod }) => _zod.def) ?? [];
  const patterned = conditions.findLast(({ check, error }) => check === 'string_format' && error);
  const message = patterned?.error?.({ code: 'invalid_format', input: '' } as never);
  return typeof message === 'string' ? message : undefined;
}

/** A schema whose fields have titles: what editors call them. */
function titled(schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'properties'
      ? Object.fromEntries(
          Object.entries<object>(value).map(([field, own]) => [field, { title: labelOf(field), ...own }]),
        )
      : value,
  );
}

/**
 * The JSON Schema (draft 7, which editors read best) of the data as an editor writes it.
 * `title` is what editors call a field. `patternErrorMessage`, which VS Code shows, says in Chinese what a pattern asks for.
 */
export function jsonSchemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const plain = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override({ zodSchema, jsonSchema }) {
      const message = messageOf(zodSchema);
      if (jsonSchema.pattern && message) jsonSchema.patternErrorMessage = message;
      // The largest safe integer is no rule of the content.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return titled(plain);
}

/** A schema for those who write the file itself: its descriptions say how YAML writes a field. */
const forYaml = (schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema =>
  JSON.parse(JSON.stringify(schema), (_key, value) => {
    if (typeof value?.notation !== 'string') return value;
    const { notation: _, ...own } = value;
    return { ...own, description: explanation(value) };
  });

/** The JSON Schemas by which an editor completes the files of YAML: name and text of each. */
export const editorSchemas = (): [name: string, text: string][] =>
  fileKindNames
    .map((kind) => ({ kind, ...fileKinds[kind] }))
    .filter(({ pattern }) => pattern.endsWith('.yaml'))
    .map(({ kind, schema }) => [`${kind}.json`, `${JSON.stringify(forYaml(jsonSchemaOf(schema)), null, 2)}\n`]);
