import { isDeepStrictEqual } from 'node:util';
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { splitFrontmatter } from '../../loader/frontmatter.ts';
import { align } from './alignment.ts';
import type { Json } from './schema-at.ts';

/** Lines of a text that others take the place of; none where `from` is `to`. */
interface Splice {
  from: number;
  to: number;
  rows: string[];
}

/** YAML with its lines, and where nodes stand in it. */
class Yaml {
  readonly rows: string[];
  readonly document;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    this.rows = text.split('\n');
    this.document = parseDocument(text, { lineCounter: this.#lines });
  }

  data = (node: unknown): Json => (isNode(node) ? node.toJS(this.document) : undefined);

  /** The line and column of a node, from 0. */
  start(node: unknown): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
    return { line: line - 1, column: col - 1 };
  }

  /** The line behind a node or pair; comments and empty lines below it are not its own. */
  end(node: unknown): number {
    if (isPair(node)) return Math.max(this.end(node.key), this.end(node.value));
    if (isCollection(node) && !node.flow) return Math.max(...node.items.map((item) => this.end(item)));
    const [start, end] = (isNode(node) && node.range) || [0, 0];
    // Behind the last sign of a text in several lines is a line end.
    return this.#lines.linePos(Math.max(start, end - 1)).line;
  }
}

const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key);
const isBlock = (node: unknown): node is YAMLMap<unknown, unknown> | YAMLSeq =>
  isCollection(node) && !node.flow && node.items.length > 0;

/** Rows that stood in one column, in another. */
const moved = (rows: readonly string[], by: number): string[] =>
  rows.map((row) => (row.trim() === '' ? row : by < 0 ? row.slice(-by) : ' '.repeat(by) + row));

/**
 * A text of YAML in which only the lines are others that say something else in another text of the same data; undefined where that
 * cannot be told line by line.
 */
class Splicing {
  readonly #old: Yaml;
  readonly #now: Yaml;
  readonly #splices: Splice[] = [];

  constructor(old: string, now: string) {
    this.#old = new Yaml(old);
    this.#now = new Yaml(now);
  }

  result(): string | undefined {
    const [old, now] = [this.#old.document.contents, this.#now.document.contents];
    if (!this.#collection(old, now)) return undefined;
    const rows = [...this.#old.rows];
    // From behind, so that lines keep their numbers; what is put in at one place, in its order.
    const order = [...this.#splices.entries()].sort(([a, one], [b, other]) => other.from - one.from || b - a);
    for (const [, { from, to, rows: put }] of order) rows.splice(from, to - from, ...put);
    return rows.join('\n');
  }

  /** Whether the lines of a part could be told; if not, the whole part is to be written. */
  #collection(old: unknown, now: unknown): boolean {
    if (!isBlock(old) || !isBlock(now)) return false;
    const known = this.#splices.length;
    const isTold =
      (isMap(old) && isMap(now) && this.#map(old as YAMLMap<unknown, unknown>, now as YAMLMap<unknown, unknown>)) ||
      (isSeq(old) && isSeq(now) && this.#list(old, now));
    if (!isTold) this.#splices.length = known;
    return isTold;
  }

  #map(old: YAMLMap<unknown, unknown>, now: YAMLMap<unknown, unknown>): boolean {
    const [before, after] = [old.items as Pair[], now.items as Pair[]];
    const column = this.#old.start(before[0]?.key).column;
    const by = column - this.#now.start(after[0]?.key).column;
    const isDashed = (pair: Pair) => {
      const { line, column } = this.#old.start(pair.key);
      return this.#old.rows[line]?.slice(0, column).trim() !== '';
    };
    let behind: number | undefined;
    for (const pair of after) {
      const known = before.find((one) => nameOf(one) === nameOf(pair));
      const from = this.#now.start(pair.key);
      const rows = moved(this.#now.rows.slice(from.line, this.#now.end(pair)), by);
      // The first field of an item stands behind its dash.
      rows[0] = ' '.repeat(column) + (this.#now.rows[from.line] ?? '').slice(from.column);
      if (!known) {
        const at = behind ?? (before[0] && !isDashed(before[0]) ? this.#old.start(before[0].key).line : undefined);
        if (at === undefined) return false;
        this.#splices.push({ from: at, to: at, rows });
        continue;
      }
      behind = this.#old.end(known);
      if (isDeepStrictEqual(this.#old.data(known.value), this.#now.data(pair.value))) continue;
      if (this.#collection(known.value, pair.value)) continue;
      const { line } = this.#old.start(known.key);
      rows[0] = (this.#old.rows[line] ?? '').slice(0, column) + rows[0].slice(column);
      this.#splices.push({ from: line, to: behind, rows });
    }
    for (const [at, pair] of before.entries()) {
      if (after.some((one) => nameOf(one) === nameOf(pair))) continue;
      if (isDashed(pair)) return false;
      let { line: from } = this.#old.start(pair.key);
      while (at > 0 && /^\s*#/u.test(this.#old.rows[from - 1] ?? '')) from -= 1;
      this.#splices.push({ from, to: this.#old.end(pair), rows: [] });
    }
    return true;
  }

  #list(old: YAMLSeq, now: YAMLSeq): boolean {
    if (!old.items.every(isBlock) || !now.items.every(isBlock)) return false;
    const was = align(this.#old.data(old) as Json[], this.#now.data(now) as Json[]);
    const kept = was.filter((at) => at !== undefined);
    if (kept.some((at, index) => at < (kept[index - 1] ?? -1))) return false;
    const dash = (yaml: Yaml, item: unknown) => (yaml.rows[yaml.start(item).line] ?? '').indexOf('-');
    const by = dash(this.#old, old.items[0]) - dash(this.#now, now.items[0]);
    let behind = this.#old.start(old.items[0]).line;
    for (const [index, item] of now.items.entries()) {
      const known = old.items[was[index] ?? -1];
      let { line: from } = this.#now.start(item);
      if (!known) while (index > 0 && this.#now.rows[from - 1]?.trim() === '') from -= 1;
      const rows = moved(this.#now.rows.slice(from, this.#now.end(item)), by);
      if (!known) {
        this.#splices.push({ from: behind, to: behind, rows });
        continue;
      }
      behind = this.#old.end(known);
      if (isDeepStrictEqual(this.#old.data(known), this.#now.data(item))) continue;
      if (!this.#collection(known, item)) this.#splices.push({ from: this.#old.start(known).line, to: behind, rows });
    }
    for (const [index, item] of old.items.entries()) {
      if (was.includes(index)) continue;
      let { line: from } = this.#old.start(item);
      while (index > 0 && this.#old.rows[from - 1]?.trim() === '') from -= 1;
      this.#splices.push({ from, to: this.#old.end(item), rows: [] });
    }
    return true;
  }
}

/**
 * The text of a file with the fields of another version of it: the lines of what does not differ stay as they are written, in whatever
 * form, and so do the body and the line ends. Undefined where that cannot be told line by line.
 */
export function spliced(text: string, now: string, file: string): string | undefined {
  const [old, other] = [splitFrontmatter(text, file), splitFrontmatter(now, file)];
  if (!old.ok || !other.ok) return undefined;
  const data = new Splicing(old.data, other.data).result();
  if (data === undefined) return undefined;
  const lineEnd = /\r?\n/u.exec(text)?.[0] ?? '\n';
  const rows = text.split(/\r?\n/u);
  const first = old.dataLine - 1;
  const behind = rows.slice(first + old.data.split('\n').length);
  return [...rows.slice(0, first), ...data.split('\n'), ...behind].join(lineEnd);
}
