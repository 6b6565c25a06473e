import { fileKindNames, fileKinds } from '../src/schema/content-types.ts';
import { jsonSchemaOf } from '../src/schema/json-schema.ts';

/** The JSON Schemas of all kinds of content file, as files for an editor: name and text of each. */
export const editorSchemas = (): [name: string, text: string][] =>
  fileKindNames.map((kind) => [`${kind}.json`, `${JSON.stringify(jsonSchemaOf(fileKinds[kind].schema), null, 2)}\n`]);
