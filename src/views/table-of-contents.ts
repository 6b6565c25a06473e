import GithubSlugger from 'github-slugger';
import { environmentLabel } from '../model/printed-form.ts';
import type { Environment, Measure, Plan } from '../model/types.ts';
import { measureAnchor, environmentAnchor as placeAnchor } from '../routes/paths.ts';

/** A chapter in the contents of a plan's page. */
export interface Chapter {
  title: string;
  /** Its place on the page. */
  anchor: string;
  /** Whose measures stand below it; none for a chapter of running text. */
  environment?: Environment;
  /** The measures themselves, in a plan without chapters; there is no title. */
  measures?: Measure[];
}

/** The places on the page of a plan of all headings in its running text, in order: as the page gives them. */
export function headingAnchors({ blocks }: Pick<Plan, 'blocks'>): string[] {
  const slugger = new GithubSlugger();
  return blocks.flatMap((block) => (block.kind === 'heading' ? slugger.slug(block.text) : []));
}

/** The place of an environment on the page of its plan: its heading in the body, or the one that stands with its measures. */
export function environmentAnchor(plan: Pick<Plan, 'blocks'>, environment: Environment): string {
  const { heading } = environment;
  if (heading === undefined) return placeAnchor(environment);
  const before = plan.blocks.slice(0, heading).filter(({ kind }) => kind === 'heading').length;
  return headingAnchors(plan)[before] ?? placeAnchor(environment);
}

/** The chapters of a plan in the order of its page: those of its running text, and each environment where the measures stand. */
export function chaptersOf(plan: Plan): Chapter[] {
  const anchors = headingAnchors(plan).values();
  return plan.blocks.flatMap((block, index): Chapter[] => {
    if (block.kind === 'measures') {
      if (plan.numbering !== 'printed')
        return plan.environments.map((environment) => ({
          title: environmentLabel(plan, environment) + environment.short,
          anchor: placeAnchor(environment),
          environment,
        }));
      // Without chapters the measures stand in the contents by themselves.
      return plan.environments.length === 0 ? [{ title: '', anchor: '', measures: plan.measures }] : [];
    }
    if (block.kind !== 'heading') return [];
    const { value: anchor = '' } = anchors.next();
    const environment = plan.environments.find(({ heading }) => heading === index);
    if (environment) return [{ title: environmentLabel(plan, environment) + environment.short, anchor, environment }];
    return block.depth === 2 ? [{ title: block.text, anchor }] : [];
  });
}

/** An entry in the contents of a page, with those below it. */
export interface ContentsEntry {
  /** Empty where the entries below it stand by themselves. */
  title: string;
  /** Its place on the page. */
  anchor: string;
  items: { mark?: string; title: string; anchor: string }[];
}

/** Measures as entries; `suffix` is that of the anchors on the page. */
const itemsOf = (measures: readonly Measure[], suffix = '') =>
  measures.map((measure) => ({
    ...(measure.mark && { mark: measure.mark }),
    title: measure.title,
    anchor: measureAnchor(measure, suffix),
  }));

/** The contents of the page of a plan: its chapters with their measures. */
export const planContents = (plan: Plan): ContentsEntry[] =>
  chaptersOf(plan).map(({ title, anchor, environment, measures }) => ({
    title,
    anchor,
    items: itemsOf(measures ?? environment?.measures ?? []),
  }));

/** A section of a page with the measures that stand in it. */
export interface Section {
  title: string;
  anchor: string;
  measures?: readonly Measure[];
}

/** The contents of a unit's page under one plan: its sections, with their measures. */
export const sectionContents = (sections: readonly Section[], suffix: string): ContentsEntry[] =>
  sections.map(({ title, anchor, measures = [] }) => ({ title, anchor, items: itemsOf(measures, suffix) }));
