import { articleRank } from '../text/outline-numbers.ts';
import { isSameTitle } from './assign-rows.ts';
import { type Finding, uncertain } from './finding.ts';
import { isHeading, type Paragraph, restOf } from './paragraphs.ts';

/** What a list calls measures: by the cells of its rows, or by the headings between them. */
export interface ListNames {
  titles: readonly string[];
  headings: readonly string[];
}

/** Consecutive paragraphs, by their places. */
export interface Run {
  start: number;
  end: number;
}

export const rankOf = ({ numbered }: Paragraph): number => numbered?.rank ?? Number.POSITIVE_INFINITY;

/** Whether a paragraph names units, or seems to. */
export const speaks = ({ units, unread }: Paragraph): boolean => units.length > 0 || unread !== undefined;

/** Chapters that hold no measures, where a document does not say by its units which do. */
const general =
  /^(?:总则|附则|总体(?:要求|目标|思路|考虑)(?:和.*)?|指导思想|基本原则|(?:工作|发展|主要|预期)?目标(?:任务)?|(?:工作|有关|相关|其他|具体|组织)?要求|保障措施|(?:实施|工作)步骤|(?:时间|进度)安排|(?:强化|加强|完善|健全|切实)?(?:做好)?(?:组织|保障|实施)(?:保障|实施|领导|落实|措施|机制|推进)?)$/u;

const isGeneral = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined && general.test(titleOf(paragraph));

/** The words of a heading without its number and units, up to the end of the first sentence. */
export function titleOf(paragraph: Paragraph): string {
  const words = restOf(paragraph);
  const at = words.search(/[。：；](?![^（]*）)/u);
  return at < 0 ? words : words.slice(0, at);
}

/** Paragraphs whose articles stand below the headings between them, also where these have numbers that stand below articles elsewhere. */
function withArticlesBelow(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const isArticle = (paragraph: Paragraph | undefined) => paragraph?.numbered?.rank === articleRank;
  const above = paragraphs.filter(
    (paragraph, at) => isHeading(paragraph) && rankOf(paragraph) > articleRank && isArticle(paragraphs[at + 1]),
  );
  const [rank] = above.map(rankOf);
  const own = paragraphs.filter((paragraph) => rankOf(paragraph) === rank);
  if (rank === undefined || above.length < own.length) return paragraphs;
  return paragraphs.map((paragraph) =>
    above.includes(paragraph) && paragraph.numbered
      ? { ...paragraph, numbered: { ...paragraph.numbered, rank: articleRank - 0.5 } }
      : paragraph,
  );
}

/** A document's paragraphs, with what is asked of them again and again. */
export class Text {
  readonly paragraphs: readonly Paragraph[];
  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = withArticlesBelow(paragraphs);
  }

  get ranks(): number[] {
    return [...new Set(this.paragraphs.map(rankOf))].filter(Number.isFinite).sort((a, b) => a - b);
  }

  /** The runs of paragraphs that begin with a number of one rank, each up to the next number of that rank or above. */
  runsAt(rank: number): Run[] {
    return this.paragraphs.flatMap((paragraph, start) => {
      if (rankOf(paragraph) !== rank) return [];
      const end = this.paragraphs.findIndex((other, at) => at > start && rankOf(other) <= rank);
      return [{ start, end: end < 0 ? this.paragraphs.length : end }];
    });
  }

  /** The passages directly below the first paragraph of a run: those with the highest number in it. */
  below({ start, end }: Run): Run[] {
    const inside = this.paragraphs.slice(start + 1, end);
    const rank = Math.min(...inside.map(rankOf));
    if (!Number.isFinite(rank)) return [];
    const starts = inside.flatMap((paragraph, at) => (rankOf(paragraph) === rank ? [start + 1 + at] : []));
    return starts.map((at, index) => ({ start: at, end: starts[index + 1] ?? end }));
  }

  /** The place of the heading that a numbered place stands under: the nearest before it with a number of higher rank; -1 if none. */
  parentOf(place: number): number {
    const rank = rankOf(this.paragraphs[place] as Paragraph);
    return this.paragraphs.slice(0, place).findLastIndex((paragraph) => rankOf(paragraph) < rank);
  }

  byParent(rank: number): Map<number, Run[]> {
    return Map.groupBy(this.runsAt(rank), ({ start }) => this.parentOf(start));
  }

  speaksIn({ start, end }: Run): boolean {
    return this.paragraphs.slice(start, end).some(speaks);
  }
}

/** From which share on something is true of most passages. */
const most = 0.6;

/** How the units named in a numbered passage lie in it: in the passages below it, in itself, or on its heading alone. */
type Lie = 'below' | 'itself' | 'heading' | 'nowhere';

function lieIn(text: Text, run: Run): Lie {
  if (!text.speaksIn(run)) return 'nowhere';
  const below = text.below(run);
  const own = text.paragraphs.slice(run.start, below[0]?.start ?? run.end);
  const speaking = below.filter((one) => text.speaksIn(one));
  const onHeading = below.length > 0 && isHeading(text.paragraphs[run.start] as Paragraph);
  if (speaking.length === 0) return onHeading && !own.slice(1).some(speaks) ? 'heading' : 'itself';
  const isFree = onHeading ? !own.slice(1).some(speaks) : !own.some(speaks);
  // Named at the end of the last passage alone, units may be those of all.
  const isOfLast = speaking.length === 1 && below.length > 1 && speaking[0] === below.at(-1);
  return isFree && !isOfLast ? 'below' : 'itself';
}

/**
 * The measures by the units named, below the places of their headings: from the highest numbers down, as long as most passages that
 * name units name them in the passages below them. Those beside a measure that name none are measures, too.
 */
function runsByUnits(text: Text): Map<number, Run[]> | undefined {
  const [top] = text.ranks;
  if (top === undefined) return undefined;
  let level = text.below({ start: -1, end: text.paragraphs.length });
  for (;;) {
    const lies = level.map((run) => ({ run, lie: lieIn(text, run) }));
    const below = lies.filter(({ lie }) => lie === 'below').length;
    const itself = lies.filter(({ lie }) => lie === 'itself').length;
    if (below + itself === 0 && !lies.some(({ lie }) => lie === 'heading')) return undefined;
    if (below === 0 || below < (below + itself) * most) break;
    level = lies.flatMap(({ run, lie }) => (lie === 'below' || lie === 'heading' ? text.below(run) : [run]));
  }
  const groups = Map.groupBy(level, ({ start }) => text.parentOf(start));
  return new Map(
    [...groups].filter(
      ([parent, runs]) => runs.some((run) => text.speaksIn(run)) || (text.paragraphs[parent]?.units.length ?? 0) > 0,
    ),
  );
}

/**
 * The longest row of headings over which the numbers below them count on, as places; none where most numbers of the rank begin anew
 * below each heading.
 */
function countedOver(text: Text, rank: number): number[] {
  const groups = [...text.byParent(rank)];
  const numberAt = (run: Run | undefined) => (run && text.paragraphs[run.start]?.numbered?.value) ?? 0;
  const rows: (typeof groups)[] = [];
  for (const group of groups) {
    const last = rows.at(-1);
    if (last && numberAt(group[1][0]) > numberAt(last.at(-1)?.[1].at(-1))) last.push(group);
    else rows.push([group]);
  }
  const size = (row: typeof groups) => row.reduce((sum, [, runs]) => sum + runs.length, 0);
  const longest = rows.reduce((best, row) => (size(row) > size(best) ? row : best), []);
  return longest.length > 1 && size(longest) * 2 > size(groups) ? longest.map(([parent]) => parent) : [];
}

/** The rank of the numbers of measures where no units are named: articles, numbers that run on, or those below the chapters. */
function rankByNumbers(text: Text): number | undefined {
  const { ranks } = text;
  if (ranks.includes(articleRank)) return articleRank;
  const on = ranks.filter((rank) => text.runsAt(rank).length > 2 && countedOver(text, rank).length > 0).at(-1);
  if (on !== undefined) return on;
  const [top, below] = ranks;
  if (top === undefined) return undefined;
  const chapters = text.runsAt(top).filter(({ start }) => !isGeneral(text.paragraphs[start]));
  const divided = chapters.filter((run) =>
    text.paragraphs.slice(run.start + 1, run.end).some((paragraph) => rankOf(paragraph) === below),
  );
  return below !== undefined && divided.length * 2 >= chapters.length && divided.length > 0 ? below : top;
}

/** The rank whose headings a list names most, where it names most of its own. */
function rankByList(text: Text, named: readonly string[]): number | undefined {
  const counts = text.ranks.map((rank) => ({
    rank,
    found: named.filter((title) =>
      text.runsAt(rank).some(({ start }) => isSameTitle(title, titleOf(text.paragraphs[start] as Paragraph))),
    ).length,
  }));
  const best = counts.reduce((a, b) => (b.found > a.found ? b : a), { rank: 0, found: 0 });
  return best.found > 0 && best.found * 2 >= named.length ? best.rank : undefined;
}

/** Articles that have titles are the measures of a document in which others say what it is for, and when. */
const articleTitle = /^[^，。；：]{2,15}。./u;

/** The runs from the first to the last that something is true of: measures stand side by side. */
const fromFirstToLast = (runs: readonly Run[], is: (run: Run) => boolean): Run[] =>
  runs.slice(Math.max(0, runs.findIndex(is)), runs.findLastIndex(is) + 1);

/** The measures of a document that names no units in its text, by its list or else by its numbers. */
function runsByNumbers(text: Text, lists: ListNames): { runs: Map<number, Run[]>; isListed: boolean } {
  const at = (place: number) => text.paragraphs[place];
  const listed = [lists.titles, lists.headings].find((names) => rankByList(text, names) !== undefined) ?? [];
  const byList = rankByList(text, listed);
  const rank = byList ?? rankByNumbers(text);
  if (rank === undefined) return { runs: new Map(), isListed: false };
  const groups = [...text.byParent(rank)];
  const isNamed = ({ start }: Run) => listed.some((title) => isSameTitle(title, titleOf(at(start) as Paragraph)));
  if (byList !== undefined) return { runs: new Map(groups.filter(([, runs]) => runs.some(isNamed))), isListed: true };
  if (rank === articleRank) {
    const isTitled = ({ start }: Run) => articleTitle.test(restOf(at(start) as Paragraph));
    const all = groups.flatMap(([, runs]) => runs);
    const kept = all.filter(isTitled).length * 2 >= all.length ? fromFirstToLast(all, isTitled) : all;
    const own = groups.map(([parent, runs]): [number, Run[]] => [parent, runs.filter((run) => kept.includes(run))]);
    return { runs: new Map(own.filter(([, runs]) => runs.length > 0)), isListed: false };
  }
  const counted = countedOver(text, rank);
  const own = groups
    .filter(([parent]) => (counted.length > 0 ? counted.includes(parent) : !isGeneral(at(parent))))
    .filter(([parent], index) => index > 0 || !isGeneral(at(parent)))
    // Chapters themselves may be measures, between those that are none.
    .map(([parent, runs]): [number, Run[]] => [
      parent,
      parent < 0 ? fromFirstToLast(runs, ({ start }) => !isGeneral(at(start))) : runs,
    ]);
  return { runs: new Map(own.filter(([, runs]) => runs.length > 0)), isListed: false };
}

/** The runs that are measures, by the place of their heading, and what is to be said of the choice. */
export function measureRuns(text: Text, lists: ListNames): { runs: Map<number, Run[]>; findings: Finding[] } {
  const at = (place: number) => text.paragraphs[place] as Paragraph;
  const named = runsByUnits(text);
  if (named) {
    const ranks = new Set([...named.values()].flat().map(({ start }) => rankOf(at(start))));
    const others = [...ranks].flatMap((rank) => [...text.byParent(rank)]);
    const findings = others.flatMap(([parent, runs]) => {
      if (parent < 0 || named.has(parent) || isGeneral(at(parent)) || runs.length < 2) return [];
      const isInside = [...named.values()].flat().some(({ start, end }) => parent >= start && parent < end);
      return isInside
        ? []
        : [
            uncertain(
              at(parent).lines[0]?.number,
              at(parent).words.slice(0, 40),
              '下面各条没有写责任单位，当作正文，不算措施',
            ),
          ];
    });
    return { runs: named, findings };
  }
  const { runs, isListed } = runsByNumbers(text, lists);
  const all = [...runs.values()].flat();
  const [first] = all;
  if (!first) return { runs, findings: [] };
  const below = all.flatMap((run) => text.below(run)).length;
  const other = below > all.length ? `；下一级编号另有 ${below} 条，算在它们里面` : '';
  const why = `正文没有写责任单位，哪些是措施只看${isListed ? '清单里的标题' : '编号'}：从这一条起，编号同级的 ${all.length} 条当作措施${other}`;
  return { runs, findings: [uncertain(at(first.start).lines[0]?.number, at(first.start).words.slice(0, 30), why)] };
}
