import { environmentLabel, measureLabel, type NumberedPlan } from '../model/printed-form.ts';
import type { PlanData } from '../schema/plan.ts';
import { articleRank } from '../text/outline-numbers.ts';
import { type Finding, restored, uncertain, unread } from './finding.ts';
import { joinLines, textsOf } from './lines.ts';
import { isHeading, type Paragraph } from './paragraphs.ts';
import { unitBrackets } from './unit-bracket.ts';

/** The paragraphs of one measure, the first of which holds its number and title. */
export type MeasurePassage = readonly Paragraph[];

export interface EnvironmentPassage {
  /** The heading; none where the measures stand below no heading. */
  heading?: Paragraph | undefined;
  title: string;
  measures: MeasurePassage[];
}

/** A block of the plan's own text. */
export type OutlineSection =
  | { kind: 'heading'; depth: number; paragraph: Paragraph }
  | { kind: 'paragraph'; paragraph: Paragraph }
  | { kind: 'measures' };

/** How the running text of a document divides into measures and what stands around them. */
export interface Outline {
  environments: EnvironmentPassage[];
  sections: OutlineSection[];
  findings: Finding[];
  numbering: PlanData['numbering'];
}

const rankOf = ({ numbered }: Paragraph): number => numbered?.rank ?? Number.POSITIVE_INFINITY;

/** Consecutive paragraphs, by their places. */
interface Run {
  start: number;
  end: number;
}

/** The runs of paragraphs that begin with a number of one rank, each up to the next number of that rank or above. */
function runsAt(paragraphs: readonly Paragraph[], rank: number): Run[] {
  const starts = paragraphs.flatMap((paragraph, at) => (rankOf(paragraph) === rank ? [at] : []));
  return starts.map((start) => {
    const end = paragraphs.findIndex((paragraph, at) => at > start && rankOf(paragraph) <= rank);
    return { start, end: end < 0 ? paragraphs.length : end };
  });
}

const countBrackets = (paragraphs: readonly Paragraph[]): number =>
  unitBrackets(paragraphs.flatMap(({ lines }) => textsOf(lines))).length;

/**
 * The rank of the numbers of measures: that at which most passages name units exactly once, and fewest names are left outside;
 * the higher of two alike.
 */
function measureRank(paragraphs: readonly Paragraph[]): number | undefined {
  const named = countBrackets(paragraphs);
  let best: { rank: number; score: number } | undefined;
  for (const rank of [...new Set(paragraphs.map(rankOf))].filter(Number.isFinite).sort((a, b) => a - b)) {
    const counts = runsAt(paragraphs, rank).map(({ start, end }) => countBrackets(paragraphs.slice(start, end)));
    const outside = named - counts.reduce((sum, count) => sum + count, 0);
    const score = counts.reduce((sum, count) => sum + (count > 1 ? 1 - count : count), 0) - outside;
    if (counts.some((count) => count > 0) && (!best || score > best.score)) best = { rank, score };
  }
  return best?.rank;
}

/**
 * The runs of measures by the place of the heading that they stand under, the nearest before them with a number of higher rank
 * (-1 where there is none): those below a heading below which units are named.
 */
function measureRuns(paragraphs: readonly Paragraph[], rank: number): Map<number, Run[]> {
  const byHeading = Map.groupBy(runsAt(paragraphs, rank), ({ start }) =>
    paragraphs.slice(0, start).findLastIndex((paragraph) => rankOf(paragraph) < rank),
  );
  const namesUnits = ({ start, end }: Run) => countBrackets(paragraphs.slice(start, end)) > 0;
  return new Map([...byHeading].filter(([, runs]) => runs.some(namesUnits)));
}

/**
 * Divides the paragraphs of a plan. Measures are the numbered passages that name units, with those beside them below the same
 * heading; that heading is their environment. `planTitle` stands for an environment where there is no heading.
 */
export function outlineOf(paragraphs: readonly Paragraph[], planTitle: string): Outline {
  const rank = measureRank(paragraphs);
  const runs = rank === undefined ? new Map<number, Run[]>() : measureRuns(paragraphs, rank);
  const findings: Finding[] = [];
  const taken = new Set<number>();
  const environments = [...runs].map(([place, own]): EnvironmentPassage => {
    const heading = paragraphs[place];
    const measures = own.map(({ start, end }) => paragraphs.slice(start, end));
    const between = heading ? paragraphs.slice(place + 1, own[0]?.start) : [];
    const { title, rest } = heading ? environmentTitle(heading) : { title: planTitle, rest: '' };
    for (const paragraph of [heading, ...between, ...measures.flat()])
      if (paragraph) taken.add(paragraphs.indexOf(paragraph));
    if (rest) findings.push(unread(heading?.lines[0]?.number, rest, '标题后面的话，手册没有放处'));
    for (const { printed, lines } of measures.flat())
      if (printed)
        findings.push(restored(lines[0]?.number, joinLines(printed), '责任单位另起一行，读作这条措施的责任单位'));
    for (const { lines } of between)
      findings.push(unread(lines[0]?.number, joinLines(lines), '标题之下、第一条措施之前的话，手册没有放处'));
    return { heading, title, measures };
  });
  if (environments.length === 0)
    findings.push(uncertain(undefined, '没有认出措施', '没有一个带编号的段落写明责任单位；全文都放进了方案正文'));

  const sections = sectionsOf(paragraphs, taken);
  return {
    environments,
    sections,
    findings: [...findings, ...sections.flatMap(bodyFindings)],
    numbering: rank === articleRank ? 'articles' : 'points',
  };
}

/** What is to be reported of the plan's own text: units that it names, as a measure does, and lines that were joined. */
function bodyFindings(section: OutlineSection): Finding[] {
  if (section.kind === 'measures') return [];
  const { lines, printed } = section.paragraph;
  const why = '写明了责任单位，但不在措施里（编号与措施不在一级），放进了方案正文；应是措施的，请移到 measures';
  return [
    ...unitBrackets(textsOf(lines)).map((bracket) => {
      const found = printed
        ? joinLines(printed)
        : `${joinLines(lines).slice(0, bracket.start).slice(0, 20)}……${bracket.printed}`;
      return uncertain(lines[0]?.number, found, why);
    }),
    ...lines
      .slice(1)
      .map(({ number, text }, index) =>
        restored(number, `${lines[index]?.text.slice(-12)}｜${text.slice(0, 12)}`, '一句话断成两段，接排'),
      ),
  ];
}

/** The title of an environment without its number, and what the line of its heading says beyond it. */
function environmentTitle({ numbered, lines }: Paragraph): { title: string; rest: string } {
  const words = (numbered?.rest ?? joinLines(lines)).replace(/[。：]$/u, '');
  const at = words.search(/[。：](?![^（）]*）)/u);
  return at < 0
    ? { title: words || joinLines(lines), rest: '' }
    : { title: words.slice(0, at), rest: words.slice(at + 1) };
}

/** What is no measure: headings by the depth of their numbers, and paragraphs; and the place of the measures among them. */
function sectionsOf(paragraphs: readonly Paragraph[], taken: ReadonlySet<number>): OutlineSection[] {
  const left = paragraphs.filter((_, at) => !taken.has(at));
  const ranks = [...new Set(left.filter(isHeading).map(rankOf))].sort((a, b) => a - b);
  const sections = left.map((paragraph): OutlineSection => {
    const depth = Math.min(2 + ranks.indexOf(rankOf(paragraph)), 6);
    return isHeading(paragraph) ? { kind: 'heading', depth, paragraph } : { kind: 'paragraph', paragraph };
  });
  const measuresAt = Math.min(...taken);
  const before = left.filter((paragraph) => paragraphs.indexOf(paragraph) < measuresAt).length;
  return sections.toSpliced(before, 0, { kind: 'measures' });
}

/** Whether a document numbers its environments and measures as the handbook prints the plan. */
export function isNumberedAsPrinted(environments: readonly EnvironmentPassage[], plan: NumberedPlan): boolean {
  const isPrinted = (paragraph: Paragraph | undefined, label: string) => paragraph?.numbered?.label === label.trim();
  const measures = environments.flatMap((environment) => environment.measures);
  return (
    environments.every(({ heading }, index) => isPrinted(heading, environmentLabel(plan, { number: index + 1 }))) &&
    measures.every(([first], index) => isPrinted(first, measureLabel(plan, { number: index + 1 })))
  );
}
