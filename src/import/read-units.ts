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
  timeClause,
  together,
  unitEnd,
  unitName,
  unsignedLabel,
} from './unit-words.ts';

/** What words that name units are read as. */
export interface UnitReading {
  /** The units in the grammar of a cell: names set apart by `、`, roles as `牵头单位：甲；配合单位：乙`. */
  units: string;
  /** What the reading rests on, where the words are not of that grammar; undefined where they are. */
  changed?: { why: string; certain: boolean } | undefined;
  /** What else the words say, which is no unit: a time, whom it is for, a remark. */
  remarks: string[];
  /** A rule for the whole document on who leads, as printed: `列第一位者为牵头单位，下同`. */
  rule?: string | undefined;
}

type Change = NonNullable<UnitReading['changed']>;

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
export function readUnits(words: string, endsLine: boolean): UnitReading | undefined {
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
function merged(changes: readonly Change[]): UnitReading['changed'] {
  const doubts = changes.filter(({ certain }) => !certain);
  const said = doubts.length > 0 ? doubts : changes;
  return said.length === 0
    ? undefined
    : { why: [...new Set(said.map(({ why }) => why))].join('；'), certain: doubts.length === 0 };
}
