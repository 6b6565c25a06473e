import { unitsBracket } from '../model/printed-form.ts';
import { cutOutsideBrackets } from '../model/unit-cells.ts';
import { withoutBlanks } from '../text/normalise.ts';

/** A bracket that names the units responsible for the words before it. */
export interface UnitBracket {
  start: number;
  end: number;
  /** The cell of units as the handbook reads it: names set apart by `、`, roles as `牵头单位：甲；配合单位：乙`. */
  units: string;
  /** The bracket as printed. */
  printed: string;
  /** How the units were read from other words than `责任单位：`; undefined where nothing was changed. */
  changed?: { why: string; certain: boolean } | undefined;
}

const openers = '（(〔［[【';
const closers = '）)〕］]】';

/** The longest bracket that is read. */
const longest = 300;

/** Labels as printed, and the roles that the handbook knows. */
const labelRoles: Record<string, string> = {
  责任: '责任',
  牵头: '牵头',
  配合: '配合',
  主办: '牵头',
  主责: '牵头',
  承办: '责任',
  实施: '责任',
  落实: '责任',
  协办: '配合',
  协同: '配合',
  协助: '配合',
  参与: '配合',
};
const roleLabel = new RegExp(
  `^(?:(${Object.keys(labelRoles).join('|')})(单位|部门|主体)|(责任|牵头|配合))[：:为]`,
  'u',
);
/** What stands beside the units in such brackets: persons and times. */
const otherLabel =
  /^(?:\p{Script=Han}{0,4}领导|责任人|负责人|联系人|联络员|(?:完成|办理|实施|推进)?(?:时限|时间|期限))[：:]/u;
/** Where a label begins without a sign before it, as a blank stood there. */
const unsignedLabel = /(?<=[局委办院部府厅会司心室道门位])(?=(?:责任|牵头|配合)(?:单位|部门)[：:])/gu;

/** Words for when, which name no unit. */
const timeClause = new RegExp(
  [
    '^(?:力争|确保|计划)?(?:[于在到至])?(?:\\d{4}年|\\d{1,2}月|\\d+个(?:月|工作日)|年底|年内|[全今本]年|[上下]半年|第?[一二三四]季度',
    '|长期|持续|常态|立即|[即及适]时|每[年月季]|分步|分年度|按(?:时序|进度|计划|节点))[^局委厅]{0,20}$',
    '|^[^局委厅办部府院]{0,16}[前内](?:完成|办结)$',
  ].join(''),
  'u',
);

const lead = /^(.+?)(?:负责)?牵头(?:负责|落实|实施|组织)?$/u;
const support = /^(.+?)(?:分别|共同|积极)?(?:配合|参与|协同|协助)(?:落实|实施|推进)?$/u;
const byDuty =
  /^(.+?)((?:分别|共同)?(?:(?:按照?|根据)(?:各自|部门)?职责(?:分工)?)?(?:分别|共同|具体)?(?:负责|落实)|按照?(?:各自|部门)?职责分工)$/u;

/** Names that say their own part: 甲（牵头）、乙（配合）. */
const remarked = /^[^（）]+（(?:责任|牵头|配合)(?:单位|部门)?）(?:、.*)?$/u;
/** What no name of a unit holds: words of a sentence, quotation marks, figures. */
const noName = /[“”"《》：:\d]|(?<!自)由|的|(?:主要|各自)$|^(?:其他|其它|以下|以上)$/u;
/** A name that is one of a unit by its form. */
const unitName =
  /^(?:各|区|市|县|省|州|旗|镇|团|辖区|属地|国家|中国)[^，。；、]{0,18}(?:局|委|办|厅|院|部|府|会|中心|公司|街道|部门|单位|办事处|联|集团|银行)$/u;

type Reading = Pick<UnitBracket, 'units' | 'changed'>;
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

/** Names as the handbook sets them apart; a semicolon between them stays. */
const namesOf = (segments: readonly Segment[]): string =>
  segments.map(({ sign, words }, index) => (index === 0 ? '' : /[；;]/u.test(sign) ? '；' : '、') + words).join('');

/** A role with the names that have it. */
interface RoleSection {
  head: string;
  names: string;
}

/** What a bracket says by one of the ways to name units, and what was changed in reading it. */
interface Sections {
  sections: RoleSection[];
  changes: Change[];
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
  for (const [first, ...others] of groups as [Segment, ...Segment[]][]) {
    const [label = '', word, kind = '单位', bare] = roleLabel.exec(first.words) ?? [];
    const role = labelRoles[word ?? bare ?? ''];
    if (role === undefined) {
      changes.push({ why: `“${withSign([{ ...first, sign: '' }, ...others])}”不是单位，没有抄进单位`, certain: true });
      continue;
    }
    if (word !== undefined && word !== role)
      changes.push({ why: '主办、协办等改读为牵头、责任、配合', certain: false });
    const named = [{ sign: '', words: first.words.slice(label.length) }, ...others];
    const duties = role === '责任' && groups.length === 1 ? readDuties(withSign(named)) : undefined;
    if (duties) return duties;
    const names = namesOf(named);
    if (names) sections.push({ head: role + (kind === '主体' ? '单位' : kind), names });
  }
  return { sections, changes };
}

/** Reads `甲牵头，乙、丙配合` and `甲、乙按职责分工负责`; undefined if the words do not end so. */
function readDuties(text: string): Sections | undefined {
  const sections: RoleSection[] = [];
  const duties: string[] = [];
  let waiting: Segment[] = [];
  for (const segment of segmentsOf(text.replace(/^由/u, '').replace(/(?<=牵头(?:负责)?)、/gu, '，'))) {
    const [, leader] = lead.exec(segment.words) ?? [];
    const [, supporter] = support.exec(segment.words) ?? [];
    const [, bearer, duty = ''] = byDuty.exec(segment.words) ?? [];
    const words = leader ?? supporter ?? bearer;
    waiting.push(words === undefined ? segment : { ...segment, words });
    if (words === undefined) continue;
    const head = leader ? '牵头单位' : supporter ? '配合单位' : '责任单位';
    if (!leader && !supporter) duties.push(duty);
    sections.push({ head, names: namesOf(waiting) });
    waiting = [];
  }
  if (sections.length === 0 || waiting.length > 0 || text.includes('。')) return undefined;
  if (sections.some(({ names }) => cutOutsideBrackets(names, '、').some((name) => name === '' || noName.test(name))))
    return undefined;
  const why =
    sections.length > 1
      ? '按“牵头”“配合”分开'
      : duties.length > 0
        ? `“${duties[0]}”不是单位名称，没有抄进单位`
        : '只写了牵头或配合，照此记角色';
  return { sections, changes: [{ why, certain: true }] };
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
  if (
    text.includes('。') ||
    !cutOutsideBrackets(names, '、').every((name) => unitName.test(name) && !noName.test(name))
  )
    return undefined;
  const change = { why: '括号里没有写“责任单位”，看名称认作责任单位', certain: false };
  return { sections: [{ head: '责任单位', names }], changes: [change] };
}

/** Reads what stands in a bracket; undefined if it names no units. Names alone are units only where the bracket ends a line. */
function readUnits(words: string, endsLine: boolean): Reading | undefined {
  const text = withoutBlanks(words).replace(/[。；;，,]$/u, '');
  const segments = segmentsOf(text);
  const isTime = ({ words: part }: Segment) => timeClause.test(part);
  const times = segments.filter(isTime).map((segment): Change => {
    return { why: `“${segment.words}”是完成时限，没有抄进单位`, certain: true };
  });
  const [first, ...others] = segments.filter((segment) => !isTime(segment));
  if (!first) return undefined;
  const kept = withSign([{ ...first, sign: '' }, ...others]);
  const read = readLabelled(kept) ?? readRemarked(kept) ?? readDuties(kept) ?? (endsLine ? readNames(kept) : undefined);
  if (!read || read.sections.length === 0) return undefined;
  const units = cellOf(read.sections);
  const changes = [...read.changes, ...times];
  const isAsPrinted = unitsBracket({ unitsText: units }) === `（${text}）`;
  if (changes.length === 0 && !isAsPrinted) changes.push({ why: '标点改成手册的写法', certain: true });
  return { units, changed: merged(changes) };
}

/** Several changes as one. */
const merged = (changes: readonly Change[]): UnitBracket['changed'] =>
  changes.length === 0
    ? undefined
    : {
        why: [...new Set(changes.map(({ why }) => why))].join('；'),
        certain: changes.every(({ certain }) => certain),
      };

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
      const endsLine = ends.has(end) || (/[。；]/u.test(text[end] ?? '') && ends.has(end + 1));
      const reading = readUnits(text.slice(start + 1, at), endsLine);
      if (!reading) continue;
      // The outer bracket holds the inner ones.
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end, printed: text.slice(start, end), ...reading });
    }
  }
  return found;
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
export const isVerifiableBracket = ({ printed, units, changed }: UnitBracket): boolean =>
  !changed && withoutBlanks(printed) === unitsBracket({ unitsText: units });
