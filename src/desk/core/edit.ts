import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isNode, isScalar, isSeq, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { normalForm } from '../../loader/format.ts';
import { splitFrontmatter } from '../../loader/frontmatter.ts';
import { readYaml } from '../../loader/yaml.ts';
import { jsonSchemaOf } from '../../schema/json-schema.ts';
import { align } from './alignment.ts';
import { differences } from './differences.ts';
import { allowsNull, childSchema, isObject, type Json, type JsonObject, type JsonSchema } from './schema-at.ts';

/** A change that the desk does not make, with the reason for the editor. */
export class EditRefused extends Error {}

/** A list of values in one line is in brackets up to this many characters; a longer one has a line for each. */
const longestRow = 100;

/** The data of a file as a form takes them: days are texts. Undefined where the text cannot be read. */
export function formData(text: string, file: string): JsonObject | undefined {
  const parts = splitFrontmatter(text, file);
  const { data, problems } = parts.ok ? readYaml(parts.data, file, parts.dataLine) : { data: undefined, problems: [] };
  return problems.length === 0 && isObject(data) ? (plain(data) as JsonObject) : undefined;
}

const plain = (value: unknown): Json => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(plain);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
    : (value as Json);
};

/**
 * The text of a file with other data in its fields, in its normal form. What does not differ stays as it is written, comments too.
 * @throws {EditRefused} where the text cannot be read, or words of the document would change.
 */
export function applyForm(text: string, file: string, schema: z.ZodType, form: JsonObject): string {
  const before = formData(text, file);
  if (!before) throw new EditRefused('这个文件现在读不出来，没有改动它');
  const fields = jsonSchemaOf(schema);
  const after = tidied(form, before, fields) as JsonObject;
  const refused = differences(before, after, fields).find(({ official }) => official);
  if (refused) throw new EditRefused(`“${refused.path.join('.')}”是文件的原文，编辑台不改原文`);
  if (isDeepStrictEqual(before, after)) return text;
  const edited = normalForm(text, file, schema, (document) => {
    document.contents = updated(document, document.contents, before, after, fields) as typeof document.contents;
    return after;
  });
  if (edited === undefined) throw new EditRefused('这个文件现在读不出来，没有改动它');
  return edited;
}

/** Data of a form without what is empty or says nothing new; a blank field that may stand blank stays. */
function tidied(form: Json, before: Json, schema: JsonSchema): Json {
  if (Array.isArray(form)) {
    const old = Array.isArray(before) ? before : [];
    const was = align(old, form);
    return form.map((item, at) => {
      const from = was[at];
      return tidied(item, from === undefined ? undefined : old[from], childSchema(schema, at, form) ?? {});
    });
  }
  if (!isObject(form)) return form;
  const old = isObject(before) ? before : {};
  const entries = Object.keys({ ...old, ...form }).flatMap((key): [string, Json][] => {
    const field = childSchema(schema, key, form) ?? childSchema(schema, key, old) ?? {};
    const value = tidied(form[key], old[key], field);
    if (key in old && isDeepStrictEqual(value, old[key])) return [[key, value]];
    const isEmpty =
      value === undefined || value === null || value === '' || (isObject(value) && Object.keys(value).length === 0);
    if (isEmpty) return key in old && allowsNull(field) ? [[key, null]] : [];
    return !(key in old) && isDeepStrictEqual(value, field.default) ? [] : emptied(key, value, field);
  });
  return Object.fromEntries(entries);
}

/** A list that was emptied is left out where that says the same. */
const emptied = (key: string, value: Json, { default: otherwise }: JsonSchema): [string, Json][] =>
  isDeepStrictEqual(value, []) && isDeepStrictEqual(otherwise, []) ? [] : [[key, value]];

/** A node with other data; the same where they are equal. */
function updated(document: Document, node: unknown, before: Json, after: Json, schema: JsonSchema): unknown {
  if (isDeepStrictEqual(before, after)) return node;
  if (isMap(node) && isObject(before) && isObject(after)) return updatedMap(document, node, before, after, schema);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after))
    return updatedList(document, node, before, after, schema);
  const made = nodeOf(document, after, schema);
  if (isScalar(node)) Object.assign(made, { comment: node.comment, commentBefore: node.commentBefore });
  return made;
}

function updatedMap(document: Document, node: YAMLMap, before: JsonObject, after: JsonObject, schema: JsonSchema) {
  const keyOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key);
  node.items = node.items.filter((pair) => {
    if (keyOf(pair) in after) return true;
    // A comment above a list explains it, also to the next editor who fills it.
    const isExplained = isSeq(pair.value) && isNode(pair.key) && pair.key.commentBefore;
    if (isExplained) pair.value = nodeOf(document, [], {});
    return isExplained;
  });
  for (const [key, value] of Object.entries(after)) {
    const field = childSchema(schema, key, after) ?? {};
    const pair = node.items.find((one) => keyOf(one) === key);
    if (pair) pair.value = updated(document, pair.value, before[key], value, field);
    else node.items.push(new Pair(new Scalar(key), nodeOf(document, value, field)));
  }
  return node;
}

function updatedList(document: Document, node: YAMLSeq, before: Json[], after: Json[], schema: JsonSchema) {
  const was = align(before, after);
  const old = node.items as Node[];
  const items = after.map((item, at) => {
    const from = was[at];
    const field = childSchema(schema, at, after) ?? {};
    return (
      from === undefined ? nodeOf(document, item, field) : updated(document, old[from], before[from], item, field)
    ) as Node;
  });
  keepComments(node, old, items, was);
  keepSpace(old, items, was);
  node.items = items;
  // An empty list is in brackets, which a list of groups cannot be.
  if (items.length === 0) node.flow = true;
  else if (before.length === 0) node.flow = !after.some(isObject) && isShort(after);
  return node;
}

/** Gives the comments above items that are gone to what now stands in their place: they may be headings of a part of the list. */
function keepComments(
  node: YAMLSeq,
  old: readonly Node[],
  items: readonly Node[],
  was: readonly (number | undefined)[],
) {
  for (const [index, gone] of old.entries()) {
    if (was.includes(index) || !gone.commentBefore) continue;
    const next = was.findIndex((from) => from !== undefined && from > index);
    const target = items[next];
    if (target) {
      target.commentBefore = [gone.commentBefore, target.commentBefore].filter(Boolean).join('\n');
      target.spaceBefore = gone.spaceBefore || target.spaceBefore;
    } else node.comment = [gone.commentBefore, node.comment].filter(Boolean).join('\n');
  }
}

/** Keeps the empty lines between items, for new ones as between the others. */
function keepSpace(old: readonly Node[], items: readonly Node[], was: readonly (number | undefined)[]) {
  const [first, ...rest] = items;
  const isSpaced = old.slice(1).some(({ spaceBefore }) => spaceBefore);
  if (first) first.spaceBefore = old[0]?.spaceBefore ?? false;
  for (const [index, item] of rest.entries())
    if (was[index + 1] === undefined || was[index + 1] === 0) item.spaceBefore = isSpaced;
}

const isShort = (values: readonly Json[]) => values.join(', ').length <= longestRow;

/** New data as a node, written as other files of the content are. */
function nodeOf(document: Document, value: Json, schema: JsonSchema): Node {
  if (Array.isArray(value)) {
    const list = new YAMLSeq(document.schema);
    list.items = value.map((item, at) => nodeOf(document, item, childSchema(schema, at, value) ?? {}));
    list.flow = value.length === 0 || (!value.some(isObject) && isShort(value));
    return list;
  }
  if (isObject(value)) {
    const map = new YAMLMap(document.schema);
    const fields = Object.entries(value).filter(([, one]) => one !== undefined);
    map.items = fields.map(
      ([key, one]) => new Pair(new Scalar(key), nodeOf(document, one, childSchema(schema, key, value) ?? {})),
    );
    // A place, `{ task: 36 }`, is in braces.
    map.flow = fields.length === 1 && fields.every(([, one]) => typeof one !== 'object');
    return map;
  }
  const scalar = new Scalar(value ?? null);
  if (typeof value === 'string') scalar.type = schema.format === 'date' ? Scalar.PLAIN : Scalar.QUOTE_SINGLE;
  return scalar;
}
