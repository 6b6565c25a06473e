import { z } from 'zod';
import { fieldNames } from '../schema/field-names.ts';
import { namesOf } from './did-you-mean.ts';
import { addresses, dayWithin, meanings } from './meant.ts';

/** What stands in place of words that only the editor knows. */
const blank = '……';

/** Signs by which people write that one thing leads to another. */
const arrow = /\s*(?:[-—–=－＝]+[>＞]|[→➜⇒])\s*/u;

type Group = z.core.$ZodObject;
type Field = z.core.$ZodType;

const accepts = (field: Field, value: unknown) => z.safeParse(field, value).success;
const isRequired = (field: Field) => !accepts(field, undefined);
/** Whether any words can stand in a field. */
const isText = (field: Field) => accepts(field, '甲');
/** The one word that a field must have. */
const literalOf = (field: Field): string | undefined => {
  const { def } = field._zod as z.core.$ZodTypes['_zod'];
  return def.type === 'literal' ? String(def.values[0]) : undefined;
};

/** How many signs of a text name the alternative that a group is, as `已废止` names one with `kind: ended`. */
const namesGroup = (text: string, { _zod: { def } }: Group): number =>
  Math.max(
    0,
    ...Object.values(def.shape)
      .flatMap((field) => literalOf(field) ?? [])
      .flatMap(namesOf)
      .filter((name) => text.replace(/[，、\s]/gu, '').includes(name))
      .map((name) => name.length),
  );

/** What a text says of a field that takes no words: a day, a number, an address, one of a few words. */
function readingOf(field: Field, text: string): unknown {
  if (accepts(field, [])) return undefined;
  const [address = ''] = /https?:\/\/[^\s，。；、）)]+/u.exec(text) ?? [];
  const readings = [...meanings(text), dayWithin(text), ...(address ? [address] : addresses(text))];
  return readings.find((one) => one !== undefined && !Number.isNaN(one) && accepts(field, one));
}

const callsField = (words: string, name: string) => fieldNames[name]?.some((one) => words.includes(one)) ?? false;

/** The words of a text by the fields that it names at their beginning: `电话027-1，地址某路1号`. */
function namedWords(text: string, names: readonly string[]): Map<string, string> {
  const found = text.split(/[，,；;\s]+/u).flatMap((words): [string, string][] => {
    for (const name of names)
      for (const called of fieldNames[name] ?? [])
        if (words.startsWith(called)) return [[name, words.slice(called.length).replace(/^[:：为是]/u, '')]];
    return [];
  });
  return new Map(found);
}

/** The fields of a group as a text on one line gives them, with blanks for those that it must have and that the text does not give. */
function filled(text: string, group: Group, isNamed: boolean): Record<string, unknown> {
  const { shape } = group._zod.def;
  const value: Record<string, unknown> = {};
  const [from, to, more] = text.split(arrow);
  const ends = to !== undefined && more === undefined ? [from, to] : [];
  const rest = text.replace(/https?:\/\/[^\s，。；、）)]+/gu, '').trim();
  const texts = Object.keys(shape).filter((name) => isText(shape[name] as Field));
  const words = namedWords(rest, texts);
  if (words.size === 0 && rest !== '' && !isNamed && ends.length === 0) {
    const own =
      texts.find((name) => callsField(rest, name)) ??
      texts.find((name) => isRequired(shape[name] as Field)) ??
      texts.find((name) => name === Object.keys(shape)[0]);
    if (own !== undefined) words.set(own, rest);
  }
  // The field that the text names before others of its kind: of two days, 有效期至 before 从哪天起.
  const order = Object.entries(shape).sort(([a], [b]) => Number(callsField(text, b)) - Number(callsField(text, a)));
  const used = new Set<unknown>();
  for (const [name, field] of order) {
    const end = isRequired(field) ? ends.shift() : undefined;
    const reading =
      end === undefined
        ? isText(field)
          ? words.get(name)
          : (literalOf(field) ?? readingOf(field, text))
        : [end, [end], ...addresses(end)].find((one) => accepts(field, one));
    if (reading !== undefined && !used.has(reading)) value[name] = reading;
    else if (isRequired(field)) value[name] = blankFor(field);
    used.add(reading);
  }
  const inOrder = () =>
    Object.fromEntries(Object.keys(shape).flatMap((name) => (name in value ? [[name, value[name]]] : [])));
  // One of several fields that may each be left out must be there.
  const lacksOne = z
    .safeParse(group, inOrder())
    .error?.issues.some(({ code, path: [at] }) => code === 'custom' && !(at !== undefined && String(at) in value));
  const [open] = Object.keys(shape).filter((name) => !(name in value));
  if (lacksOne && open) value[open] = blank;
  return inOrder();
}

function blankFor(field: Field): unknown {
  const { def } = field._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'array') return [blank];
  return def.type === 'object' ? filled('', field as Group, true) : blank;
}

/** The text of what stands in place of a group of fields: one line, a day, or two words with a colon between. */
export function lineOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.includes('\n') ? undefined : value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const [only, more] = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return only && !more && typeof only[1] === 'string' ? `${only[0]} → ${only[1]}` : undefined;
}

/** A group of fields that somebody wrote as one line, of the alternative that it names or else the first. */
export function groupIn(text: string, groups: readonly Group[]): Record<string, unknown> | undefined {
  const [best] = groups.map((group) => ({ group, named: namesGroup(text, group) })).sort((a, b) => b.named - a.named);
  if (!best || (groups.length > 1 && best.named === 0)) return undefined;
  const group = filled(text, best.group, best.named > 0);
  const isRead = best.named > 0 || Object.values(group).some((value) => !hasBlanks(value));
  return isRead ? group : undefined;
}

/** Whether a text says that one thing leads to another. */
export const isArrow = (text: string): boolean => arrow.test(text);

/** Whether a value has blanks that only the editor can fill. */
export const hasBlanks = (value: unknown): boolean =>
  value === blank || (typeof value === 'object' && value !== null && Object.values(value).some(hasBlanks));
