import { type Role, roleSynonyms, roles } from '../schema/unit.ts';

/*
 * The grammar of a cell of responsible units, as printed: sections at `；`, each with a head where it has one
 * (`牵头单位：甲；配合单位：乙、丙`), and in each section items at `、`, each with a remark where it has one (`甲（牵头）`).
 */

const roleByWord = new Map<string | undefined, Role>([
  ...(Object.keys(roles) as Role[]).map((role): [string, Role] => [roles[role], role]),
  ...Object.entries(roleSynonyms),
]);
const roleWords = [...roleByWord.keys()].join('|');
const headPattern = new RegExp(`^(${roleWords})(?:单位|部门|主体)?：`, 'u');
const remarkPattern = new RegExp(`（(${roleWords})(?:单位|部门)?）$`, 'u');
const columnPattern = new RegExp(`^(${roleWords})`, 'u');

const roleOf = (word: string | undefined): Role | undefined => roleByWord.get(word);

/** The role that the head of a column of units gives; undefined where it gives none: `单位`. */
export const columnRole = (head: string): Role | undefined => roleOf(columnPattern.exec(head)?.[1]);

/** Splits a text at a sign outside brackets: `各县（市、区）人民政府` is one name. */
export function cutOutsideBrackets(text: string, sign: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const one of text) {
    if ('（('.includes(one)) depth++;
    if ('）)'.includes(one)) depth = Math.max(0, depth - 1);
    if (one === sign && depth === 0) parts.push('');
    else parts.push(parts.pop() + one);
  }
  return parts;
}

/** A section of a cell. */
interface UnitSection {
  /** As printed, without its colon: `牵头单位`; empty where there is none. */
  head: string;
  /** The role that the head gives. */
  role: Role | undefined;
  /** What follows the head. */
  cell: string;
}

export const unitSections = (text: string): UnitSection[] =>
  cutOutsideBrackets(text, '；').map((section) => {
    const [label = '', word] = headPattern.exec(section) ?? [];
    return { head: label.slice(0, -1), role: roleOf(word), cell: section.slice(label.length) };
  });

/** An item of a cell: as printed, without its remark, and with the role that its remark or else its section's head gives, if any. */
interface UnitItem {
  item: string;
  name: string;
  role: Role | undefined;
}

/** The items of a cell, in printed order. */
export const unitItems = (text: string): UnitItem[] =>
  unitSections(text).flatMap(({ role, cell }) =>
    cutOutsideBrackets(cell, '、').map((item) => {
      const [ending = '', word] = remarkPattern.exec(item) ?? [];
      return { item, name: item.slice(0, item.length - ending.length), role: roleOf(word) ?? role };
    }),
  );
