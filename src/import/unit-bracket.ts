import { unitsBracket } from '../model/printed-form.ts';
import { cutOutsideBrackets } from '../model/unit-cells.ts';
import { withoutBlanks } from '../text/normalise.ts';
import {
  divisionLabel,
  duties,
  labelRoles,
  leadRule,
  noName,
  officeOnly,
  otherLabel,
  remark,
  remarked,
  roleLabel,
  roleWords,
  timeClause,
  together,
  unitEnd,
  unitName,
  unsignedLabel,
} from './unit-words.ts';

/** Words that name the units responsible: a bracket, or a line of their own. Offsets are UTF-16 code units. */
export interface UnitBracket {
  start: number;
  end: number;
  /** The words as printed, with their bracket. */
  printed: string;
  /** The units in the grammar of a cell: names set apart by `、`, roles as `牵头单位：甲；配合单位：乙`. */
  units: string;
  /** What the reading rests on, where the words are not of that grammar; undefined where they are. */
  changed?: { why: string; certain: boolean } | undefined;
  /** What else the words say, which is no unit: a time, whom it is for, a remark. */
  remarks: string[];
  /** A rule for the whole document on who leads, as printed: `列第一位者为牵头单位，下同`. */
  rule?: string | undefined;
}

const openers = '（(〔［[【';
const closers = '）)〕］]】';

/** The longest bracket that is read. */
const longest = 400;

type Reading = Pick<UnitBracket, 'units' | 'changed' | 'remarks' | 'rule'>;
type Change = NonNullable<UnitBracket['changed']>;

/** A part of a bracket, with the sign before it. */
interface Segment {
  sign: string;
  words: string;
}

/** Cuts at commas, semicolons and full stops, but not within brackets. */
function segmentsOf(text: string): Segment[] {
  return cutOutsideBrackets(
    text.replace(/[，,；;。]/gu, (sign) => `\n${sign}`),
    '\n',
  ).map((part, index) => {
    const words = part.replaceAll('\n', '');
    return index === 0 ? { sign: '', words } : { sign: words[0] ?? '', words: words.slice(1) };
  });
}

const withSign = (segments: readonly Segment[]): string => segments.map(({ sign, words }) => sign + words).join('');

/** Names as the handbook sets them apart; a semicolon between them stays. `甲等和各镇` and `甲局及市直有关单位` are two. */
const namesOf = (segments: readonly Segment[]): string =>
  segments
    .map(({ sign, words }, index) => (index === 0 ? '' : /[；;]/u.test(sign) ? '；' : '、') + words)
    .join('')
    .replace(/(?<=[局委办院部府厅会司社位门等])(?:和|以?及)(?=各|有关|相关|[省市州县区]直)/gu, '、')
    .replace(/(?<=、)(?:和|以?及)(?=各|有关|相关|[省市州县区]直)/gu, '');

/** A role with the names that have it. */
interface RoleSection {
  head: string;
  names: string;
}

/** What a bracket says by one of the ways to name units, and what was changed in reading it. */
interface Sections {
  sections: RoleSection[];
  changes: Change[];
  remarks?: string[];
}

/** The cell of some sections: the names alone where they are responsible and nothing else is said. */
function cellOf(sections: readonly RoleSection[]): string {
  const [only] = sections;
  if (sections.length === 1 && only && /^责任(?:单位|部门)$/u.test(only.head) && !only.names.includes('；'))
    return only.names;
  return sections.map(({ head, names }) => `${head}：${names}`).join('；');
}

/** Reads `责任单位：甲、乙；配合单位：丙`; undefined if the words do not begin with a label. */
function readLabelled(text: string): Sections | undefined {
  const segments = segmentsOf(text.replace(unsignedLabel, '；'));
  const isLabelled = ({ words }: Segment) => roleLabel.test(words) || otherLabel.test(words);
  if (!segments[0] || !isLabelled(segments[0])) return undefined;
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (isLabelled(segment)) groups.push([segment]);
    else groups.at(-1)?.push(segment);
  }
  const sections: RoleSection[] = [];
  const changes: Change[] = [];
  const remarks: string[] = [];
  for (const [first, ...others] of groups as [Segment, ...Segment[]][]) {
    const [label = '', word, kind = '单位', bare] = roleLabel.exec(first.words) ?? [];
    const role = labelRoles[word ?? bare ?? ''];
    if (role === undefined) {
      remarks.push(withSign([{ ...first, sign: '' }, ...others]));
      continue;
    }
    if (word !== undefined && word !== role)
      changes.push({ why: '主办、协办、负责部门等读作牵头、配合、责任', certain: word !== '支持' });
    const named = [{ sign: '', words: first.words.slice(label.length) }, ...others];
    const duties = role === '责任' && groups.length === 1 ? readDuties(withSign(named)) : undefined;
    if (duties) return { ...duties, remarks };
    const names = namesOf(named);
    if (!names) continue;
    sections.push({ head: role + (kind === '主体' ? '单位' : kind), names });
    if (!names.split(/[、；]/u).every(isName)) changes.push({ why: '有的名称不像单位', certain: false });
  }
  return { sections, changes, remarks };
}

function isName(name: string): boolean {
  return name !== '' && !noName.test(name);
}
const isLikeUnit = (name: string): boolean =>
  name
    .replace(/[（(〔［[][^（()）]*[）)〕］\]]$/u, '')
    .split(/等(?=.)|以及|及/u)
    .every((part) => part.length === 1 || unitEnd.test(part));

/** Reads `甲牵头，乙、丙配合` and `甲、乙按职责分工负责`; undefined if the words do not end so. */
function readDuties(text: string): Sections | undefined {
  const sections: RoleSection[] = [];
  const changes: Change[] = [];
  let waiting: Segment[] = [];
  const take = (head: string, names: readonly Segment[]) => sections.push({ head, names: namesOf(names) });
  for (const segment of segmentsOf(text.replace(/^由/u, '').replace(/(?<=牵头(?:负责)?)、/gu, '，'))) {
    const [duty, words] = dutyOf(segment.words);
    const [, first, leads, others] = together.exec(words) ?? [];
    if (first && others) {
      take(leads || duty === '牵头单位' ? '牵头单位' : '责任单位', [...waiting, { ...segment, words: first }]);
      take('会同单位', [{ sign: '', words: others }]);
      changes.push({ why: '“会同”后面的单位记作会同单位', certain: false });
      waiting = [];
      continue;
    }
    if (duty === undefined) {
      waiting.push(segment);
      continue;
    }
    // `甲、乙，丙配合`: nothing is said of 甲 and 乙, who are not led by anyone.
    if (waiting.length > 0 && sections.length === 0 && /^(?:配合|参与)单位$/u.test(duty)) {
      take('责任单位', waiting);
      changes.push({ why: '前面的单位没有写职责，记作责任单位', certain: false });
      waiting = [];
    }
    take(duty, [...waiting, { ...segment, words }]);
    waiting = [];
  }
  if (sections.length === 0 || waiting.length > 0 || text.includes('。')) return undefined;
  const names = sections.flatMap((section) => cutOutsideBrackets(section.names, '、'));
  if (!names.every(isName)) return undefined;
  changes.push({ why: '照“负责”“牵头”“配合”“指导”等字读出单位和职责', certain: true });
  if (!names.every(isLikeUnit)) changes.push({ why: '有的名称不像单位', certain: false });
  return { sections, changes };
}

/** What the units of a part of a bracket do, by the head that this gives them, and the part without the words that say so. */
function dutyOf(words: string): [string | undefined, string] {
  for (const [head, pattern] of duties) {
    const named = pattern.exec(words)?.[1];
    if (named !== undefined) return [head, named];
  }
  return [undefined, words];
}

/** Reads names that say their own part. */
const readRemarked = (text: string): Sections | undefined =>
  remarked.test(text)
    ? {
        sections: [{ head: '责任单位', names: text }],
        changes: [{ why: '各单位后面注明了牵头、配合', certain: true }],
      }
    : undefined;

/** Reads names alone, which are units by their form only. */
function readNames(text: string): Sections | undefined {
  const names = namesOf(segmentsOf(text));
  const parts = cutOutsideBrackets(names, '、');
  const isUnit = (name: string) => unitName.test(name) || (parts.length > 1 && officeOnly.test(name));
  const isFit = (name: string) =>
    isName(name) && (isUnit(name) || (parts.length > 1 && name.length > 1 && isLikeUnit(name)));
  const plain = parts.map((name) => name.replace(/〔[^〔〕]*〕/gu, ''));
  if (text.includes('。') || !plain.every(isFit) || !plain.some(isUnit)) return undefined;
  const change = { why: '没有写“责任单位”，看名称认作责任单位', certain: false };
  return { sections: [{ head: '责任单位', names }], changes: [change] };
}

/** Takes remarks out of a bracket: whole sentences behind the first, and parts of it, that name no unit. */
function withoutRemarks(text: string): { kept: string; remarks: string[]; rule?: string | undefined } {
  const rule = leadRule.exec(text)?.[0];
  const open = rule ? text.replace(rule, '') : text;
  const remarks: string[] = [];
  let isLeft = false;
  const kept = segmentsOf(open).filter((segment, index) => {
    if (segment.words === '') return false;
    // Once a remark begins, all that follows is of it, up to a label.
    if (roleLabel.test(segment.words)) isLeft = false;
    else if (remark.test(segment.words) && index > 0) isLeft = true;
    if (isLeft) remarks.push(segment.words);
    return !isLeft;
  });
  const words = withSign(kept).replace(/^[，,；;。]|[。；;，,]$/gu, '');
  return { kept: words, remarks, rule };
}

/** Names of units that a word joins. */
const joined = /[局委办院部府厅会司社位门](?:和|与|以?及)(?=\p{Script=Han}{2,}[局委办院部府厅会司社位门])/u;

/** A blank between two names: behind the word for an office, before that for a place. */
const blankBetween =
  /(?<=[局委办院部府厅会社署行队所]) +(?=[省市区县州镇乡国各人中](?!\p{Script=Han}{0,3}(?:单位|部门)[：:]))/gu;

/** Reads words that may name units; undefined if they do not. Names alone are units only where the bracket stands apart (`endsLine`). */
function readUnits(words: string, endsLine: boolean): Reading | undefined {
  const parted = words.replace(blankBetween, '、');
  const { kept: text, remarks, rule } = withoutRemarks(withoutBlanks(parted).replace(/[。；;，,]$/u, ''));
  const segments = segmentsOf(text.replace(divisionLabel, ''));
  const isTime = ({ words: part }: Segment) => timeClause.test(part);
  const [first, ...others] = segments.filter((segment) => !isTime(segment));
  if (!first) return undefined;
  const kept = withSign([{ ...first, sign: '' }, ...others]);
  const read = readLabelled(kept) ?? readRemarked(kept) ?? readDuties(kept) ?? (endsLine ? readNames(kept) : undefined);
  if (!read || read.sections.length === 0) return undefined;
  const units = cellOf(read.sections);
  const { changes } = read;
  if (read.sections.some(({ names }) => joined.test(names)))
    changes.push({ why: '名称之间有“和”“及”，没有分开', certain: false });
  if (parted !== words) changes.push({ why: '名称之间的空格读作“、”', certain: false });
  const isAsPrinted = unitsBracket({ unitsText: units }) === `（${text}）`;
  if (changes.length === 0 && !isAsPrinted) changes.push({ why: '标点照手册的写法读', certain: true });
  return {
    units,
    changed: merged(changes),
    remarks: [...segments.filter(isTime).map((segment) => segment.words), ...(read.remarks ?? []), ...remarks],
    rule,
  };
}

/** Several changes as one; where one of them is in doubt, only what is in doubt is said. */
function merged(changes: readonly Change[]): UnitBracket['changed'] {
  const doubts = changes.filter(({ certain }) => !certain);
  const said = doubts.length > 0 ? doubts : changes;
  return said.length === 0
    ? undefined
    : { why: [...new Set(said.map(({ why }) => why))].join('；'), certain: doubts.length === 0 };
}

/**
 * The brackets of a text that name units, in order, with offsets in its words; the text is given line by line, as names alone are
 * units only at the end of a line. A bracket may hold others, as in `（责任单位：甲（牵头）、乙）`.
 */
export function unitBrackets(lines: readonly string[]): UnitBracket[] {
  const text = lines.join('');
  const ends = new Set<number>();
  lines.reduce((at, line) => {
    ends.add(at + line.length);
    return at + line.length;
  }, 0);
  const found: UnitBracket[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (openers.includes(sign)) open.push(at);
    else if (closers.includes(sign)) {
      const start = open.pop();
      const end = at + 1;
      if (start === undefined || at - start > longest) continue;
      // Names alone are units at the end of a line, and behind a sentence.
      const isApart =
        ends.has(end) ||
        (/[。；]/u.test(text[end] ?? '') && ends.has(end + 1)) ||
        /[。；]$/u.test(text.slice(0, start));
      const reading = readUnits(text.slice(start + 1, at), isApart);
      if (!reading) continue;
      // The outer bracket holds the inner ones.
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end, printed: text.slice(start, end), ...reading });
    }
  }
  const sentence = unitsSentence(text);
  return sentence && !found.some(({ end }) => end > sentence.start) ? [...found, sentence] : found;
}

/** The last sentence of a text, where it names units without a bracket: `……。责任单位：甲、乙。` */
function unitsSentence(text: string): UnitBracket | undefined {
  const start = text.search(lastUnits);
  const printed = text.slice(start);
  const reading = start < 0 || printed.length > longest ? undefined : readUnits(printed, true);
  return reading && { start, end: text.length, printed, ...reading };
}

/** How a line begins that does nothing but name units. */
const unitsLineStart = new RegExp(`^(?:(?:${roleWords})(?:单位|部门|主体)|(?:责任|任务|职责)分工)[：:]`, 'u');

/** Where a last sentence begins that does so, outside brackets. */
const lastUnits = new RegExp(`(?<=[。；])(?:${roleWords})(?:单位|部门|主体)[：:][^。]+。?$`, 'u');

/** Whether a line of its own says what stands beside units: a time, a person. */
export const isBesideUnits = (text: string): boolean => otherLabel.test(text);

/** Whether a line begins to name units, and does nothing else. */
export const beginsUnits = (text: string): boolean => unitsLineStart.test(text);

/** The units that a line of its own names: `责任单位：甲、乙`; undefined if it is none. */
export function unitsLine(text: string): UnitBracket | undefined {
  if (!beginsUnits(text) || text.length > longest) return undefined;
  const reading = readUnits(text, true);
  return reading && { start: 0, end: text.length, printed: text, ...reading };
}

/** The bracket at a text's end that speaks of units and was not read. */
export function unreadBracket(text: string): string | undefined {
  const end = text.replace(/[。；]$/u, '').length;
  if (!closers.includes(text[end - 1] ?? ' ') || unitBrackets([text]).some((bracket) => bracket.end === end))
    return undefined;
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (closers.includes(text[at] as string)) depth++;
    if (openers.includes(text[at] as string)) depth--;
    if (depth > 0) continue;
    const printed = text.slice(at, end);
    return /[局委办厅院]|部门|单位|政府|公司|街道|负责|牵头|配合/u.test(printed) ? printed : undefined;
  }
  return undefined;
}

/** Whether a bracket is one that the check can hold against the source: it stands as the handbook prints it. */
export const isVerifiableBracket = ({ printed, units, changed, remarks }: UnitBracket): boolean =>
  !changed && remarks.length === 0 && withoutBlanks(printed) === unitsBracket({ unitsText: units });
