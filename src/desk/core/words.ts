import { fieldNames } from '../../schema/field-names.ts';
import {
  childSchema,
  isObject,
  type Json,
  type JsonSchema,
  type Path,
  resolved,
  schemaAt,
  valueAt,
} from './schema-at.ts';

/** What is called how among the things that a field chooses among; undefined for what is not there. */
export type Names = (choices: string, value: string) => string | undefined;

/** What a value is called that a schema lists; undefined for other values. */
export function meaningOf(value: Json, schema: JsonSchema): string | undefined {
  const values: unknown[] = schema.enum ?? ('const' in schema ? [schema.const] : []);
  return (schema.enumDescriptions as string[] | undefined)?.[values.indexOf(value)];
}

/** What a field is called; a name that the document gives is its own. */
export const titleOf = (key: string | number, schema: JsonSchema | undefined): string => schema?.title ?? String(key);

/** All single values in some data, as an editor reads them. */
export function wordsOf(data: Json, schema: JsonSchema, names: Names): string[] {
  if (Array.isArray(data)) {
    // A list of things that are chosen has the mark for all of them.
    const { choices } = schema;
    return data.flatMap((item, at) => {
      const own = childSchema(schema, at, data) ?? {};
      return wordsOf(item, choices ? { ...own, choices } : own, names);
    });
  }
  if (isObject(data))
    return Object.entries(data).flatMap(([key, value]) => wordsOf(value, childSchema(schema, key, data) ?? {}, names));
  if (data === undefined || data === null) return [];
  if (typeof data === 'boolean') return [data ? '是' : '否'];
  const named = typeof data === 'string' && schema.choices ? names(String(schema.choices), data) : undefined;
  return [meaningOf(data, schema) ?? named ?? String(data)];
}

/** What a message for those who write the file itself says, by the names that forms have for fields and values. */
export function inFormWords(message: string, schema: JsonSchema, path: Path, data: Json): string {
  const around = schemaAt(schema, path.slice(0, -1), data);
  const here = schemaAt(schema, path, data);
  const title = (key: string) =>
    [around, here]
      .map((one) => (resolved(one, valueAt(data, path)).properties?.[key] as JsonSchema)?.title)
      .find(Boolean) ?? fieldNames[key]?.[0];
  return message
    .replaceAll(/“[^”]*”|[a-z][\w-]*/giu, (word, at: number) => {
      const name = word.startsWith('“') ? word.slice(1, -1) : word;
      // A part of an address or of a file's name is none of the words.
      const [before, behind] = [message.slice(0, at), message.slice(at + word.length)];
      if (/[\w/.@-]$/u.test(before) || /^(?:[\w/@]|\.[a-z])/u.test(behind)) return word;
      const said = meaningOf(name, here) ?? title(name);
      return said === undefined ? word : `“${said}”`;
    })
    .replaceAll(/(?<=”): ?(?=\S)/gu, '写');
}

/** What messages say to those who write the files, and what is done instead at the desk. */
const ways: readonly (readonly [written: RegExp, atTheDesk: string])[] = [
  [/plans\/[\w-]+\/measures\/ 里的 /gu, '措施'],
  [/写 content\/topics\/? 里的文件名，例如 topics: \[[^\]]*\]/gu, '选“分类”里的一个'],
  [/content\/topics\/? 里的(?:一个)?文件名/gu, '登记了的分类'],
  [/content\/units\/ 里登记的/gu, '登记了的'],
  [/在 content\/units\/ 新建一个文件/gu, '点“新建”登记'],
  [/写 (\w+): \[\]/gu, '$1 一个不选'],
  [/写成 \[([^\]]*)\]/gu, '写成 $1，一行一项'],
  [/^\[([^\]]*)\]/gu, '“$1”'],
  [/在 corrections\.yaml (?:里)?记/gu, '在“更正”里记'],
  [/`/gu, ''],
];

/** A message with files of the content by their names, and what is written in them by what is done at the desk. */
export function withoutFiles(message: string, files: Iterable<string>, nameOf: (file: string) => string): string {
  const named = [...files]
    .filter((file) => message.includes(file))
    .reduce((said, file) => said.replaceAll(new RegExp(`(?:content/)?${file}`, 'gu'), nameOf(file)), message);
  return ways.reduce((said, [written, atTheDesk]) => said.replaceAll(written, atTheDesk), named);
}

/** What the desk has for commands of the terminal. */
const buttons: Readonly<Record<string, string>> = {
  'npm run new -- units': '“新建”里的“方案里写到而没有登记的全部单位”',
  'npm run check': '“检查”',
};

/** The report of an import by the names of forms and buttons. */
export const reportInFormWords = (report: string): string =>
  report
    .replaceAll('`content/topics` 里的文件名', '登记了的分类')
    .replaceAll(/`(npm run [^`]+)`/gu, (all, command: string) => buttons[command] ?? all)
    .replaceAll(/`([a-zA-Z]+)(: \[\])?`/gu, (all, key: string, none?: string) => {
      const [label] = fieldNames[key] ?? [];
      return label === undefined ? all : `“${label}”${none ? '一个不选' : ''}`;
    });
