import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLSeq,
} from 'yaml';
import type { z } from 'zod';
import { fieldsAt } from '../schema/error-map.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { parseYaml, readYaml } from './yaml.ts';

/**
 * A content file in its normal form, so that a difference between versions is one of meaning: fields in the order of
 * the schema, quotes only where they are needed, one kind of line end, no blanks at line ends, one empty line at most.
 * Comments, empty lines and the rows in which a long list is written are the editor's, and stay.
 * Gives undefined for a file that cannot be read: the check says why.
 * `change` may change the fields before they are written, and gives their data.
 */
export function normalForm(text: string, file: string, schema: z.ZodType, change?: Change): string | undefined {
  const parts = splitFrontmatter(text, file);
  const data = parts.ok ? yamlForm(parts.data, file, schema, change) : undefined;
  if (!parts.ok || !file.endsWith('.mdx')) return data;
  return data === undefined ? undefined : `---\n${data}---\n${bodyForm(parts.body)}`;
}

type Change = (document: Document, data: unknown) => unknown;

function bodyForm(body: string): string {
  const rows = body.split('\n').map((row) => row.replace(/[ \t]+$/u, ''));
  const text = rows.join('\n').replace(/^\n+|\n+$/gu, '');
  return text === '' ? '' : `\n${text.replace(/\n{3,}/gu, '\n\n')}\n`;
}

function yamlForm(
  text: string,
  file: string,
  schema: z.ZodType,
  change: Change = (_, data) => data,
): string | undefined {
  const { data: read, problems } = readYaml(text, file, 1);
  if (problems.length > 0) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(fillBlanks(text), { lineCounter: lines });
  const data = change(document, read);
  order(document.contents, schema, [], data);
  visit(document, {
    Pair: (_, { value }) => {
      if (isScalar(value) && value.value === null) value.source = '';
    },
    Collection: (_, node) => trimComments(node),
    Scalar: (key, node, ancestors) => {
      trimComments(node);
      if (key !== 'key')
        quote(
          node,
          ancestors.some((one) => isCollection(one) && one.flow),
        );
    },
  });
  // After the quotes, since it writes the items as they then are.
  visit(document, { Seq: (_, node) => layOut(node, lines) });
  trimComments(document);
  // A width of 0 keeps each value on its line.
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/**
 * Writes `~` where a field has no value.
 * Otherwise the parser takes a comment or an empty line below it for a part of the field, not of the one after it.
 */
function fillBlanks(text: string): string {
  const places: number[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || value.value !== null || value.source) return;
      const [, end = 0] = key.range ?? [];
      const [colon] = /^\s*:/u.exec(text.slice(end)) ?? [];
      if (colon) places.push(end + colon.length);
    },
  });
  return places.toSorted((a, b) => b - a).reduce((filled, at) => `${filled.slice(0, at)} ~${filled.slice(at)}`, text);
}

/** Sorts the fields of every map as its schema does; fields that it does not know stay behind, as they were. */
function order(node: unknown, schema: z.ZodType, path: readonly PropertyKey[], data: unknown): void {
  if (isSeq(node)) for (const [index, item] of node.items.entries()) order(item, schema, [...path, index], data);
  if (!isMap(node)) return;
  const fields = fieldsAt(schema, path, data);
  const rank = ({ key }: Pair) => (fields.includes(nameOf(key)) ? fields.indexOf(nameOf(key)) : fields.length);
  node.items.sort((a, b) => rank(a) - rank(b));
  const [first] = node.items;
  if (isNode(first?.key)) first.key.spaceBefore = false;
  for (const { key, value } of node.items) order(value, schema, [...path, nameOf(key)], data);
}

const nameOf = (key: unknown) => String(isScalar(key) ? key.value : key);

/** Signs that mean something to YAML at the beginning of a value, behind blanks too, here or in another version: they keep their quotes. */
const sign = /^\s*[!-/:-@[-`{-~]/u;

/** Takes the quotes off a text that is the same without, and makes all others single; what is written plain stays so. */
function quote(node: Scalar, inFlow: boolean): void {
  const { value } = node;
  if (typeof value !== 'string' || node.type === Scalar.PLAIN || value.includes('\n')) return;
  if (!sign.test(value) && reads(inFlow ? `[${value}]` : `- ${value}`, value)) node.type = Scalar.PLAIN;
  else if (reads(`[${single(value)}]`, value)) node.type = Scalar.QUOTE_SINGLE;
}

const single = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Whether a list of one text is read as that text: as one value, which is no alias (`*name`) of another. */
function reads(yaml: string, value: string): boolean {
  const { errors, contents } = parseYaml(yaml);
  const [item, ...others] = isSeq(contents) ? contents.items : [];
  return errors.length === 0 && others.length === 0 && isScalar(item) && item.value === value;
}

/** Has a list in brackets written without blanks inside them, in the rows in which it stands; what is new, in the row of what is before it. */
function layOut(node: YAMLSeq, lines: LineCounter): void {
  const texts = node.items.map(plainText);
  if (!node.flow || node.comment || !texts.every((text) => text !== undefined)) return;
  const rows = new Map<number, string[]>();
  const ranges = node.items.map((item) => (item as Scalar).range?.[0]);
  let offset = ranges.find((start) => start !== undefined) ?? 0;
  for (const [index, text] of texts.entries()) {
    offset = ranges[index] ?? offset;
    const { line } = lines.linePos(offset);
    rows.set(line, [...(rows.get(line) ?? []), text]);
  }
  const written = [...rows.values()].map((row) => row.join(', '));
  node.toString = (context) => {
    const indent = `\n${context?.indent ?? ''}`;
    return written.length < 2
      ? `[${written.join()}]`
      : `[${written.map((row) => `${indent}  ${row},`).join('')}${indent}]`;
  };
}

/** A value as it is to be written; undefined for what is more than a value. */
function plainText(node: unknown): string | undefined {
  if (!isScalar(node) || node.comment || node.commentBefore || node.spaceBefore) return undefined;
  if (node.type === Scalar.PLAIN) return typeof node.value === 'string' ? node.value : node.source;
  return node.type === Scalar.QUOTE_SINGLE ? single(String(node.value)) : undefined;
}

/** Takes the blanks off the ends of the lines of a node's comments. */
function trimComments(node: Node | Document): void {
  const trimmed = (comment: string | null | undefined) =>
    comment?.replace(/(?<=\S)[ \t]+$/gmu, '').replace(/^[ \t]+$/gmu, ' ');
  node.comment = trimmed(node.comment);
  node.commentBefore = trimmed(node.commentBefore);
}
