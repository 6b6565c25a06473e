import { environmentLabel, measureLabel, type NumberedPlan } from '../model/printed-form.ts';
import type { PlanData } from '../schema/plan.ts';
import { articleRank } from '../text/outline-numbers.ts';
import type { Finding } from './finding.ts';
import { isHeading, joined, type Paragraph } from './paragraphs.ts';
import { unitBrackets } from './unit-bracket.ts';

/** The paragraphs of one measure, the first of which holds its number and title. */
export interface MeasurePassage {
  paragraphs: Paragraph[];
}

export interface EnvironmentPassage {
  /** The heading; none where the measures stand below no heading. */
  heading?: Paragraph | undefined;
  title: string;
  measures: MeasurePassage[];
}

/** A block of the plan's own text. */
export type Section =
  | { type: 'heading'; depth: number; paragraph: Paragraph }
  | { type: 'paragraph'; paragraph: Paragraph }
  | { type: 'measures' };

/** How the running text of a document divides into measures and what stands around them. */
export interface Outline {
  environments: EnvironmentPassage[];
  sections: Section[];
  findings: Finding[];
  numbering: PlanData['numbering'];
}

const rankOf = ({ numbered }: Paragraph): number => numbered?.rank ?? Number.POSITIVE_INFINITY;

/** The runs of paragraphs that begin with a number of one rank, each up to the next number of that rank or above. */
function runsAt(paragraphs: readonly Paragraph[], rank: number): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let open = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (rankOf(paragraph) <= rank) open = rankOf(paragraph) === rank;
    if (rankOf(paragraph) === rank) runs.push({ start: index, end: index + 1 });
    else if (open) (runs.at(-1) as { end: number }).end = index + 1;
  }
  return runs;
}

const bracketsIn = (paragraphs: readonly Paragraph[]) =>
  unitBrackets(paragraphs.map(({ text }) => text).join('\n')).length;

/**
 * The rank of the numbers of measures: that at which most passages name units exactly once, and fewest names are left outside;
 * the higher of two alike.
 */
function measureRank(paragraphs: readonly Paragraph[]): number | undefined {
  const named = bracketsIn(paragraphs);
  let best: { rank: number; score: number } | undefined;
  for (const rank of [...new Set(paragraphs.map(rankOf))].filter(Number.isFinite).sort((a, b) => a - b)) {
    const counts = runsAt(paragraphs, rank).map(({ start, end }) => bracketsIn(paragraphs.slice(start, end)));
    const outside = named - counts.reduce((sum, count) => sum + count, 0);
    const score = counts.reduce((sum, count) => sum + (count > 1 ? 1 - count : count), 0) - outside;
    if (counts.some((count) => count > 0) && (!best || score > best.score)) best = { rank, score };
  }
  return best?.rank;
}

/** The heading that a paragraph stands under: the nearest before it with a number of higher rank; -1 if there is none. */
const parentOf = (paragraphs: readonly Paragraph[], at: number, rank: number): number =>
  paragraphs.slice(0, at).findLastIndex((paragraph) => rankOf(paragraph) < rank);

/**
 * Divides the paragraphs of a plan. Measures are the numbered passages that name units, with those beside them below the same
 * heading; that heading is their environment. `planTitle` stands for an environment where there is no heading.
 */
export function outlineOf(paragraphs: readonly Paragraph[], planTitle: string): Outline {
  const findings: Finding[] = [];
  const rank = measureRank(paragraphs);
  const runs = rank === undefined ? [] : runsAt(paragraphs, rank);
  const parents = runs.map(({ start }) => parentOf(paragraphs, start, rank as number));
  const withUnits = new Set(
    parents.filter((_, index) => {
      const { start, end } = runs[index] as { start: number; end: number };
      return bracketsIn(paragraphs.slice(start, end)) > 0;
    }),
  );

  const environments: EnvironmentPassage[] = [];
  const taken = new Set<number>();
  let measuresAt: number | undefined;
  for (const parent of withUnits) {
    const heading = paragraphs[parent];
    const own = runs.filter((_, index) => parents[index] === parent);
    const first = own[0]?.start as number;
    measuresAt ??= heading ? parent : first;
    environments.push({
      heading,
      title: heading ? environmentTitle(heading, findings) : planTitle,
      measures: own.map(({ start, end }) => ({ paragraphs: paragraphs.slice(start, end) })),
    });
    for (const { start, end } of own)
      for (let at = start; at < end; at++) {
        taken.add(at);
        const { printed, lines } = paragraphs[at] as Paragraph;
        const why = '责任单位另起一行，读作这条措施的责任单位';
        if (printed !== undefined) findings.push({ kind: 'restored', line: lines[0], found: joined(printed), why });
      }
    if (heading) {
      for (let at = parent + 1; at < first; at++) {
        const { text, lines } = paragraphs[at] as Paragraph;
        findings.push({
          kind: 'unread',
          line: lines[0],
          found: joined(text),
          why: '标题之下、第一条措施之前的话，手册没有放处',
        });
        taken.add(at);
      }
      taken.add(parent);
    }
  }
  if (environments.length === 0)
    findings.push({
      kind: 'uncertain',
      found: '没有认出措施',
      why: '没有一个带编号的段落写明责任单位；全文都放进了方案正文',
    });

  const sections = sectionsOf(paragraphs, taken, measuresAt);
  return {
    environments,
    sections,
    findings: [...findings, ...bodyFindings(sections)],
    numbering: rank === articleRank ? 'articles' : 'points',
  };
}

/** What is told of the plan's own text: units that it names, as a measure does, and lines that were joined. */
function bodyFindings(sections: readonly Section[]): Finding[] {
  return sections.flatMap((section): Finding[] => {
    if (section.type === 'measures') return [];
    const { text, lines, printed } = section.paragraph;
    const parts = text.split('\n');
    return [
      ...unitBrackets(text).map(
        (bracket): Finding => ({
          kind: 'uncertain',
          line: lines[0],
          found:
            printed === undefined
              ? `${joined(text.slice(0, bracket.start)).slice(0, 20)}……${bracket.printed}`
              : joined(printed),
          why: '写明了责任单位，但不在措施里（编号与措施不在一级），放进了方案正文；应是措施的，请移到 measures',
        }),
      ),
      ...parts.slice(1).map(
        (part, index): Finding => ({
          kind: 'restored',
          line: lines[index + 1],
          found: `${parts[index]?.slice(-12)}｜${part.slice(0, 12)}`,
          why: '一句话断成两段，接排',
        }),
      ),
    ];
  });
}

function environmentTitle({ numbered, text, lines }: Paragraph, findings: Finding[]): string {
  const words = joined(numbered?.rest ?? text).replace(/[。：]$/u, '');
  const at = words.search(/[。：](?![^（）]*）)/u);
  if (at < 0) return words || joined(text);
  findings.push({ kind: 'unread', line: lines[0], found: words.slice(at + 1), why: '标题后面的话，手册没有放处' });
  return words.slice(0, at);
}

/** What is no measure: headings by the depth of their numbers, and paragraphs; and the place of the measures among them. */
function sectionsOf(
  paragraphs: readonly Paragraph[],
  taken: ReadonlySet<number>,
  measuresAt: number | undefined,
): Section[] {
  const left = [...paragraphs.entries()].filter(([at]) => !taken.has(at));
  const ranks = [
    ...new Set(left.filter(([, paragraph]) => isHeading(paragraph)).map(([, paragraph]) => rankOf(paragraph))),
  ];
  ranks.sort((a, b) => a - b);
  const sections = left.map(([at, paragraph]): { at: number; section: Section } => {
    const depth = Math.min(2 + ranks.indexOf(rankOf(paragraph)), 6);
    return {
      at,
      section: isHeading(paragraph) ? { type: 'heading', depth, paragraph } : { type: 'paragraph', paragraph },
    };
  });
  const before = sections.filter(({ at }) => measuresAt === undefined || at < measuresAt);
  return [
    ...before.map(({ section }) => section),
    { type: 'measures' },
    ...sections.slice(before.length).map(({ section }) => section),
  ];
}

/** Whether a document numbers its environments and measures as the handbook prints the plan. */
export function isNumberedAsPrinted(environments: readonly EnvironmentPassage[], plan: NumberedPlan): boolean {
  const isPrinted = (paragraph: Paragraph | undefined, label: string) => paragraph?.numbered?.label === label.trim();
  const measures = environments.flatMap((environment) => environment.measures);
  return (
    environments.every(({ heading }, index) => isPrinted(heading, environmentLabel(plan, { number: index + 1 }))) &&
    measures.every(({ paragraphs: [first] }, index) => isPrinted(first, measureLabel(plan, { number: index + 1 })))
  );
}
