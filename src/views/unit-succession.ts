import { ancestorsOf, holderOf, isFormer } from '../model/succession.ts';
import type { Succession, Unit } from '../model/types.ts';
import { successionKinds } from '../schema/unit.ts';
import { dayText } from '../text/dates.ts';

/** What a reform did, told of one of its units. */
export interface SuccessionNote extends Pick<Succession, 'basis' | 'source'> {
  /** In a word. */
  label: string;
  /** The units in it other than that of which it is told. */
  others: readonly Unit[];
  /** What was done, and where the duties are listed; true on every day on which it is read. */
  sentence: string;
}

const isGone = ({ succession }: Unit): boolean => Boolean(succession?.isPast);

/** The word before the unit that has another’s duties: now, or later on, where that one is there no more, either. */
export const sinceWord = (holder: Unit): string => (isGone(holder) ? '后为' : '现');

const quoted = (name: string) => `“${name}”`;

/** Where the duties of a unit are listed that was renamed, merged or split. */
function listedUnder(unit: Unit, { kind, isPast }: Succession): string {
  const words = `文件里写给${quoted(unit.name)}的任务和措施`;
  if (kind === 'split') return `文件没有写明任务由其中哪个单位承接，手册不作划分，仍列在${quoted(unit.name)}名下。`;
  if (!isPast) return `在那以前，${words}列在${quoted(unit.name)}名下。`;
  return `${words}，文字照原文，也列在${quoted(holderOf(unit).name)}名下。`;
}

/** What became of `unit`, told of `self`: that unit or one that came of it. */
function noteOf(unit: Unit, succession: Succession, self: Unit): SuccessionNote {
  const { kind, on, into, basis, source } = succession;
  const called = (one: Unit) => (one === self ? '本单位' : one.name);
  const verb = { renamed: '更名为', merged: '并入', split: '分设为' }[kind];
  const did = `${called(unit)}自${dayText(on)}起${verb}${into.map(called).join('、')}`;
  const holder = holderOf(unit);
  const since = holder !== unit && !into.includes(holder) ? `，${isGone(holder) ? '后' : '现'}为${called(holder)}` : '';
  return {
    label: successionKinds[kind],
    others: [...new Set([unit, ...into, holder])].filter((one) => one !== self),
    sentence: `${did}${since}。${listedUnder(unit, succession)}`,
    basis,
    ...(source && { source }),
  };
}

/** The reforms of a unit, of the one that has its duties, and of those that it came of, its own first. */
export const successionNotes = (unit: Unit): SuccessionNote[] =>
  [...new Set([unit, holderOf(unit), ...ancestorsOf(unit)])].flatMap((one) =>
    one.succession ? [noteOf(one, one.succession, unit)] : [],
  );

/** What became of a unit, in few words: `已并入区甲局`, `2030年4月1日起更名为区甲局`; undefined where nothing did. */
export function successionLabel({ succession }: Unit): string | undefined {
  if (!succession) return undefined;
  const { kind, on, into, isPast } = succession;
  const verb = { renamed: '更名为', merged: '并入', split: '分设为' }[kind];
  return `${isPast ? '已' : `${dayText(on)}起`}${verb}${into.map(({ name }) => name).join('、')}`;
}

/** The units of which one was made, in few words: `原区甲局`; of a reform to come what it will do. */
export const originLabel = ({ predecessors }: Unit): string | undefined => {
  const past = predecessors.filter(({ succession }) => succession?.isPast).map(({ name }) => name);
  const coming = predecessors
    .filter(({ succession }) => !succession?.isPast)
    .map((one) => `${one.name}${successionLabel(one)}`);
  return [...(past.length > 0 ? [`原${past.join('、')}`] : []), ...coming].join('；') || undefined;
};

/** The names of the units of which one was made. */
export const formerNames = (unit: Unit): string[] => [
  ...new Set(ancestorsOf(unit).flatMap(({ name, aliases }) => [name, ...aliases])),
];

/** A unit with the names and calls of those of which it was made, by which readers find it as well. */
export const withFormerNames = (unit: Unit): Unit => ({
  ...unit,
  aliases: [...new Set([...unit.aliases, ...formerNames(unit)])],
  searchTerms: [...new Set([...unit.searchTerms, ...ancestorsOf(unit).flatMap(({ searchTerms }) => searchTerms)])],
});

/** A unit in a list to choose from; behind one that is there no more, the one that has its duties. */
export const listedName = (unit: Unit): string =>
  isFormer(unit) ? `${unit.name}（${sinceWord(holderOf(unit))}${holderOf(unit).name}）` : unit.name;
