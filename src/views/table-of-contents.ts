import GithubSlugger from 'github-slugger';
import { environmentLabel } from '../model/printed-form.ts';
import type { Environment, Plan } from '../model/types.ts';
import { environmentAnchor } from '../routes/paths.ts';

/** A chapter in the contents of a plan's page. */
export interface Chapter {
  title: string;
  /** Its place on the page. */
  anchor: string;
  /** Whose measures stand below it; none for a chapter of running text. */
  environment?: Environment;
}

/** The places on the page of a plan of all headings in its running text, in order: as the page gives them. */
export function headingAnchors({ blocks }: Pick<Plan, 'blocks'>): string[] {
  const slugger = new GithubSlugger();
  return blocks.flatMap((block) => (block.kind === 'heading' ? slugger.slug(block.text) : []));
}

/** The chapters of a plan in the order of its page: those of its running text, and each environment where the measures stand. */
export function chaptersOf(plan: Plan): Chapter[] {
  const anchors = headingAnchors(plan).values();
  return plan.blocks.flatMap((block): Chapter[] => {
    if (block.kind === 'measures')
      return plan.environments.map((environment) => ({
        title: environmentLabel(plan, environment) + environment.short,
        anchor: environmentAnchor(environment),
        environment,
      }));
    if (block.kind !== 'heading') return [];
    const { value: anchor = '' } = anchors.next();
    return block.depth === 2 ? [{ title: block.text, anchor }] : [];
  });
}
