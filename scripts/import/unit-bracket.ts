import { unitsBracket } from '../../src/handbook/printed.ts';

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

const labelled = /^(?:责任|牵头|配合)(?:单位|部门)[：:]/u;
/** Other words for the roles that the handbook knows. */
const otherLabels: Record<string, string> = { 主办: '牵头', 承办: '责任', 协办: '配合', 协同: '配合', 参与: '配合' };
const otherLabelled = new RegExp(`(^|[；;])(${Object.keys(otherLabels).join('|')})(?=(?:单位|部门)[：:])`, 'gu');
const leadAndSupport =
  /^(?:由)?(.+?)牵头(?:负责)?[，,；;、](.+?)(?:分别|共同)?(配合|参与|协同|协助|按(?:照)?(?:各自)?职责(?:分工)?负责)$/u;
const leadOnly = /^(?:由)?(.+?)牵头(?:负责|落实)?$/u;
const byDuty = /^(?:由)?(.+?)((?:按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?)?(?:负责|落实))$/u;

/** Names that say their own part: 甲（牵头）、乙（配合）. */
const remarked = /^[^（）]+（(?:责任|牵头|配合)(?:单位|部门)?）(?:、.*)?$/u;

type Reading = Pick<UnitBracket, 'units' | 'changed'>;

/** Reads what stands in a bracket; undefined if it names no units. */
function readUnits(words: string): Reading | undefined {
  const text = words.replace(/\s/gu, '').replace(/[。；;，,]$/u, '');
  if (text.length > 300 || text.includes('。')) return undefined;
  const renamed = text.replace(otherLabelled, (_, before: string, label: string) => before + otherLabels[label]);
  if (labelled.test(renamed)) {
    const colons = renamed
      .replaceAll(':', '：')
      .replaceAll(';', '；')
      .replace(/[，,](?=(?:责任|牵头|配合)(?:单位|部门)：)/gu, '；');
    const single = /^责任(?:单位|部门)：([^；]*)$/u.exec(colons);
    const units = single ? (single[1] ?? '') : colons;
    if (units === '') return undefined;
    const why = renamed === text ? '标点改成手册的写法' : '主办、协办等改读为牵头、责任、配合';
    return { units, changed: colons === text ? undefined : { why, certain: renamed === text } };
  }
  if (remarked.test(text)) return { units: text, changed: { why: '各单位后面注明了牵头、配合', certain: true } };
  const both = leadAndSupport.exec(text);
  if (both) {
    const [, lead = '', others = '', part = ''] = both;
    const role = part.startsWith('按') ? '责任' : '配合';
    return {
      units: `牵头单位：${lead}；${role}单位：${others}`,
      changed: { why: '按“牵头”“配合”分开', certain: true },
    };
  }
  const lead = leadOnly.exec(text)?.[1];
  if (lead) return { units: `牵头单位：${lead}`, changed: { why: '“牵头”的单位记为牵头单位', certain: true } };
  const [, units, duty] = byDuty.exec(text) ?? [];
  if (units) return { units, changed: { why: `“${duty}”不是单位名称，没有抄进单位`, certain: true } };
  return undefined;
}

/** The brackets of a text that name units, in order. A bracket may hold others, as in `（责任单位：甲（牵头）、乙）`. */
export function unitBrackets(text: string): UnitBracket[] {
  const found: UnitBracket[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (openers.includes(sign)) open.push(at);
    else if (closers.includes(sign)) {
      const start = open.pop();
      if (start === undefined) continue;
      const reading = readUnits(text.slice(start + 1, at));
      if (!reading) continue;
      // The outer bracket holds the inner ones.
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end: at + 1, printed: text.slice(start, at + 1).replaceAll('\n', ''), ...reading });
    }
  }
  return found;
}

/** The form of bracket that the check can hold against the source. */
export const isPlainBracket = ({ printed, units, changed }: UnitBracket): boolean =>
  !changed && withoutBlanks(printed) === unitsBracket({ unitsText: units });

const withoutBlanks = (words: string) => words.replace(/\s/gu, '');
