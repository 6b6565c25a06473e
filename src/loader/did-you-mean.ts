import { distance } from 'fastest-levenshtein';
import { certainties } from '../schema/correction.ts';
import { limitKinds } from '../schema/target.ts';
import { topicKinds } from '../schema/topic.ts';
import { successionKinds, unitKinds } from '../schema/unit.ts';
import { lettersOf, normalise } from '../text/normalise.ts';

/** What editors write for the words and signs of the schemas, besides the labels that pages give these. */
const written: Record<string, readonly string[]> = {
  '>=': ['≥', '≧', '=>', '>', '大于等于', '大于', '超过', '高于', '不少于', '不低于', '不小于', '以上', '至少'],
  '<=': ['≤', '≦', '=<', '<', '小于等于', '小于', '低于', '不超过', '不高于', '不多于', '以下', '以内', '至多'],
  '=': ['==', '等于', '达到'],
  high: ['高', '很高', '确定'],
  medium: ['中', '一般', '较高'],
  low: ['低'],
  unit: ['一个单位', '机关', '部门单位'],
  collective: ['统称', '集合', '合称'],
  group: ['部门', '没有指明的部门'],
  government: ['机关', '政府', '政府部门', '行政机关', '事业单位'],
  organisation: ['企业', '公司', '国有企业', '社会组织', '群团', '人民团体', '党委部门'],
  deadline: ['期限'],
  misreading: ['疑误', '误字', '错字', '错别字', '印错'],
  gap: ['缺字', '脱字', '漏字', '掉字', '脱漏', '遗漏'],
  restored: ['复原', '已复原', '已改正'],
  break: ['断页', '换页', '换页断句'],
  'merged-cells': ['合并单元格'],
  'page-heads': ['表头', '重复的表头'],
  'split-row': ['一项印成几行', '换页断行'],
  在办: ['正在办', '正在办理', '办理中', '正在推进', '推进中', '进行中', '在建'],
  办结: ['已办结', '已办', '办完', '完成', '已完成'],
  'in-force': ['有效', '现行有效'],
  replaced: ['代替', '已代替', '替代', '取代'],
  ended: ['终止', '已终止', '废止', '已废止', '失效', '已失效', '期满', '有效期', '有效期至', '有效至'],
  renamed: ['改名', '已更名'],
  merged: ['合并', '已并入', '撤并'],
  split: ['拆分', '分立', '已分设'],
};
const labels: Record<string, string> = {
  ...certainties,
  ...limitKinds,
  ...successionKinds,
  ...topicKinds,
  ...unitKinds,
};

/** A word without the quotation marks and full-width forms of an input method. */
const plain = (word: string) => normalise(word).replace(/[‘’“”「」'"]/gu, '');

/** A name in quotation marks; an operator in the quotes that it needs in YAML. */
const quoted = (name: string) => (/^[<>=]/u.test(name) ? ` '${name}'（连同英文单引号）` : `“${name}”`);

/** All that editors call one of the words and signs of the schemas. */
export const namesOf = (known: string): string[] => [
  known,
  ...(labels[known] ? [labels[known]] : []),
  ...(written[known] ?? []),
];

/** The known name that a word, a sign or a label stands for, as `≥` and 不少于 for `>=`. */
export function meantBy(name: string, known: readonly string[]): string | undefined {
  const word = plain(name).replace(/[,，。;；]$/u, '');
  return known.find((one) => namesOf(one).includes(word));
}

/**
 * A sentence that offers the known name that a wrong one stands for or is nearest to, if at most half of it differs.
 * Does not depend on the order of the names.
 */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return '目前一个也没有';
  const meant = meantBy(name, known);
  if (meant) return `写成${quoted(meant)}`;
  const [near] = known
    .filter((other) => isAlike(name, other) || contains(name, other))
    // The whole of a name is nearest; of names equally far, one that begins alike, or is as long.
    .map((other) => ({
      other,
      far:
        (contains(name, other) ? 0 : distance(name, other)) -
        sharedBeginning(name, other) / 100 +
        Math.abs(name.length - other.length) / 1e4,
    }))
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1));
  return near ? `最接近的是${quoted(near.other)}` : '没有相近的';
}

function sharedBeginning(one: string, other: string): number {
  const end = [...one].findIndex((sign, index) => sign !== other[index]);
  return end < 0 ? one.length : end;
}

/** Whether at most half of the characters of two names differ. */
const isAlike = (one: string, other: string): boolean => distance(one, other) <= Math.max(one.length, other.length) / 2;

/** Whether one of two Chinese names stands in the other. */
const contains = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return /\p{Script=Han}{3}/u.test(short) && long.includes(short);
};

/** Whether a name is a typing error for another, of so many signs at most. */
export const isMistyped = (name: string, meant: string, most = 2): boolean => distance(name, meant) <= most;

/** Something that is written by its id and that people call by names. */
export interface Named {
  id: string;
  /** What it is called, the first name as it is shown. */
  names: readonly string[];
}

/** The largest number of names that a message lists. */
const mostNames = 12;

/** The one that a word names to the letter, or else the one with the name nearest to it. */
export function named(word: string, known: readonly Named[]): { one: Named; isSame: boolean } | undefined {
  // A file is named by its place and with its ending, too.
  const plain = (name: string) => lettersOf(normalise(name.replace(/^(?:[\w-]+\/)+(?=[\w-])|\.(?:yaml|mdx)$/gu, '')));
  const [near] = known
    .map((one) => ({
      one,
      score: Math.max(...[one.id, ...one.names].map((name) => likeness(plain(word), plain(name)))),
    }))
    .filter(({ score }) => score >= leastLikeness)
    .sort((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1));
  return near && { one: near.one, isSame: near.score === 1 };
}

/** An id with what it is called. */
export const shownId = ({ id, names: [name] }: Named): string => (name ? `${id}（${name}）` : id);

/** A sentence that says which id to write for a name: the one so called or nearest to it, or else which there are. */
export function idFor(word: string, known: readonly Named[]): string {
  if (known.length === 0) return '目前一个也没有';
  const near = named(word, known);
  if (near) return `${near.isSame ? '写成' : '最接近的是'} ${shownId(near.one)}`;
  const more = known.length > mostNames ? '……' : '';
  return `没有相近的；有的是 ${known.slice(0, mostNames).map(shownId).join('、')}${more}`;
}

/** Names of which this part of the characters is not the same are not near. */
const leastLikeness = 0.5;

/** How alike two names are, from 0 to 1: a part of a name is like it, and so is one with few other characters. */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 1 && long.includes(short)) return 0.9;
  return 1 - distance(one, other) / long.length;
}
