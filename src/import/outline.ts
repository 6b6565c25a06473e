import { type Finding, uncertain } from './finding.ts';
import { type ListNames, measureRuns, rankOf, speaks, Text, titleOf } from './measure-runs.ts';
import { isHeading, type Paragraph } from './paragraphs.ts';
import { isBesideUnits, type UnitBracket } from './unit-bracket.ts';

/** The paragraphs of one measure, the first of which holds its number. */
export type MeasurePassage = readonly Paragraph[];

export interface EnvironmentPassage {
  /** The heading; none where the measures stand below no heading. */
  heading?: Paragraph | undefined;
  /** Its words without number and units, up to the first sentence end; empty without a heading. */
  title: string;
  /** The units that the heading names. */
  units: UnitBracket[];
  measures: MeasurePassage[];
}

/** A part of the plan's own text; `measures` is the place of the measures of an environment, by its place among them. */
export type OutlineSection =
  | { kind: 'heading'; depth: number; paragraph: Paragraph }
  | { kind: 'paragraph'; paragraph: Paragraph }
  | { kind: 'measures'; environment: number };

/** How the running text of a document divides into measures and what stands around them. */
export interface Outline {
  environments: EnvironmentPassage[];
  sections: OutlineSection[];
  findings: Finding[];
}

/** The paragraphs behind the last measure of a document that close it: those below the words that name its units. */
function closingOf(passages: readonly MeasurePassage[]): number {
  const last = passages.at(-1) ?? [];
  const named = last.findLastIndex((paragraph) => speaks(paragraph) || isBesideUnits(paragraph.words));
  const isAlone = (passage: MeasurePassage) => passage.length === 1;
  const from =
    named >= 0
      ? named + 1
      : passages.length > 1 && passages.slice(0, -1).every(isAlone)
        ? 1
        : last.findIndex(
            ({ words }, at) => at > 0 && /^本(?:措施|意见|方案|办法|通知|规定|计划|细则|条例)自/u.test(words),
          );
  const isTitleAlone = from === 1 && isHeading(last[0] as Paragraph) && named < 0;
  if (from <= 0 || isTitleAlone || last.slice(from).some(({ numbered }) => numbered)) return 0;
  return last.length - from;
}

/**
 * Divides the paragraphs of a plan into its measures, by the headings above them, and what stands around them. What the list calls
 * measures tells which they are where the text names no units.
 */
export function outlineOf(whole: readonly Paragraph[], listed: ListNames = { titles: [], headings: [] }): Outline {
  const text = new Text(whole);
  const { paragraphs } = text;
  const { runs, findings } = measureRuns(text, listed);
  const headless = runs.get(-1);
  // Measures below no heading are measures only where none stands below one.
  if (headless && runs.size > 1) {
    runs.delete(-1);
    for (const { start } of headless)
      findings.push(
        uncertain(
          paragraphs[start]?.lines[0]?.number,
          paragraphs[start]?.words.slice(0, 40) ?? '',
          '写明了责任单位，但上面没有标题，别的措施都有；当作正文，应是措施的请移到 measures',
        ),
      );
  }
  const taken = new Set<number>();
  const environments = [...runs].map(([place, own]): EnvironmentPassage => {
    const heading = paragraphs[place];
    const measures = own.map(({ start, end }) => paragraphs.slice(start, end));
    for (const { start, end } of own) for (let at = start; at < end; at++) taken.add(at);
    return { heading, title: heading ? titleOf(heading) : '', units: heading?.units ?? [], measures };
  });
  // Measures say by its title which environment they belong to, so that of several with the same words each has its number, too.
  const isRepeated = ({ title }: EnvironmentPassage) =>
    environments.filter((other) => other.title === title).length > 1;
  for (const environment of environments.filter(isRepeated))
    environment.title = `${environment.heading?.numbered?.label ?? ''}${environment.title}`;
  const closing = closingOf(environments.flatMap(({ measures }) => measures));
  const last = environments.at(-1)?.measures;
  const end = last?.at(-1);
  if (closing > 0 && last && end) {
    const left = end.slice(end.length - closing);
    last[last.length - 1] = end.slice(0, end.length - closing);
    for (const paragraph of left) taken.delete(paragraphs.indexOf(paragraph));
    const [first] = left;
    if (first)
      findings.push(
        uncertain(first.lines[0]?.number, first.words.slice(0, 40), '写在最后一条措施之后，当作结尾，放在正文里'),
      );
  }
  if (environments.length === 0)
    findings.push(
      uncertain(
        undefined,
        '没有认出措施',
        '没有写明责任单位的编号段落，编号也看不出哪些是措施；全文都放进了 plan.mdx 的正文',
      ),
    );

  const sections = sectionsOf(paragraphs, taken, environments);
  const ranks = new Set([...runs.values()].flat().map(({ start }) => rankOf(paragraphs[start] as Paragraph)));
  const gaps = [...ranks].flatMap((rank) => gapsIn(paragraphs.filter((paragraph) => rankOf(paragraph) === rank)));
  return { environments, sections, findings: [...findings, ...gaps, ...sections.flatMap(strayUnits)] };
}

/** Where numbers of one rank neither count on nor begin anew: what stood between is missing, or its number was not read. */
function gapsIn(numbered: readonly Paragraph[]): Finding[] {
  return numbered.flatMap(({ lines, words, numbered: own }, index) => {
    const before = numbered[index - 1]?.numbered;
    if (!own || own.value === 1 || own.value === (before?.value ?? 0) + 1) return [];
    const why = before ? `编号不连，前面是“${before.label}”` : '编号不从头起';
    return [uncertain(lines[0]?.number, words.slice(0, 40), `${why}；请对照原件，看有没有漏掉的`)];
  });
}

/** Units that the plan's own text names, as a measure does. */
function strayUnits(section: OutlineSection): Finding[] {
  if (section.kind === 'measures') return [];
  const { lines, words, units } = section.paragraph;
  if (section.kind === 'heading') return [];
  return units.map(({ printed, start }) => {
    const found = printed.length === words.length ? words : `${words.slice(0, Math.min(start, 20))}……${printed}`;
    return uncertain(
      lines[0]?.number,
      found,
      '写明了责任单位，但不在措施里，放进了 plan.mdx 的正文；应是措施的，请移到 measures',
    );
  });
}

/** What is no measure: headings by the depth of their numbers, and paragraphs; and the places of the measures among them. */
function sectionsOf(
  paragraphs: readonly Paragraph[],
  taken: ReadonlySet<number>,
  environments: readonly EnvironmentPassage[],
): OutlineSection[] {
  const headings = new Set(environments.flatMap(({ heading }) => heading ?? []));
  const isShown = (paragraph: Paragraph) => headings.has(paragraph) || isHeading(paragraph);
  const left = paragraphs.filter((_, at) => !taken.has(at));
  const ranks = [...new Set(left.filter(isShown).map(rankOf))].sort((a, b) => a - b);
  const starts = new Map(environments.map(({ measures }, index) => [measures[0]?.[0], index]));
  return paragraphs.flatMap((paragraph, at): OutlineSection[] => {
    const environment = starts.get(paragraph);
    if (environment !== undefined) return [{ kind: 'measures', environment }];
    if (taken.has(at)) return [];
    const depth = Math.min(2 + ranks.indexOf(rankOf(paragraph)), 6);
    return [isShown(paragraph) ? { kind: 'heading', depth, paragraph } : { kind: 'paragraph', paragraph }];
  });
}
