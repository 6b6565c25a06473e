import { isObject, type Json } from './schema-at.ts';

/** The fields by which items of a list are told apart, most telling first. */
const identities = ['id', 'number', 'matter', 'term', 'name', 'title', 'task', 'sentence', 'date'];

/** What an item of a list is called by; undefined where it has nothing of its own. */
export function identityOf(item: Json): string | number | undefined {
  if (!isObject(item)) return undefined;
  const value = identities.map((field) => item[field]).find((one) => one !== undefined && one !== null && one !== '');
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** The longest name, in characters. */
const longestName = 40;

/** What an item of a list is called: its name, the first of its words, or its place. */
export function itemName(item: Json, index: number): string {
  const { name } = isObject(item) ? item : {};
  // A name says more to an editor than an id.
  const identity = typeof name === 'string' && name !== '' ? name : identityOf(item);
  if (typeof identity === 'number') return String(identity);
  const words = identity ?? firstWords(item);
  if (words === undefined) return `第${index + 1}项`;
  return `“${words.length > longestName ? `${words.slice(0, longestName)}……` : words}”`;
}

/** The first of the words that an item lists. */
function firstWords(item: Json): string | undefined {
  if (!isObject(item)) return typeof item === 'string' ? item : undefined;
  const list = Object.values(item).find((one) => Array.isArray(one) && typeof one[0] === 'string');
  return Array.isArray(list) ? String(list[0]) : undefined;
}
