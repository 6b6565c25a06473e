import { pageOfPlan, pagePath } from './pagination.ts';
import { planPages, sitePages } from './site-pages.ts';

/*
 * Paths relative to the base (no leading slash), so that the site can be mounted anywhere. They are a public interface: links,
 * bookmarks and other programs depend on them.
 */

interface InPlan {
  plan: { id: string };
  number: number;
}

const padded = (number: number) => String(number).padStart(2, '0');

export const planPath = (plan: { id: string }) => planPages.plan.path(plan.id);
export const measurePath = (measure: InPlan) => `plans/${measure.plan.id}/measures/${padded(measure.number)}/`;
/*
 * Anchors count within a plan. On pages that several plans share they end in the plan's `anchorSuffix`.
 */
export const taskAnchor = (task: { number: number }, suffix = '') => `task-${task.number}${suffix}`;
export const targetAnchor = (target: { id: string }) => `target-${target.id}`;
export const noteAnchor = (note: { id: string }, suffix = '') => `note-${note.id}${suffix}`;
/** A place where a measure names units, on its own page; from 0. */
export const mentionAnchor = (mention: number) => `units-${mention + 1}`;
/** On pages that hold several measures. */
export const measureAnchor = (measure: { number: number }, suffix = '') => `measure-${measure.number}${suffix}`;
export const environmentAnchor = (environment: { number: number }) => `environment-${environment.number}`;

/** A task's address for citations: its anchor on the page of its measure. */
export const taskPath = (task: InPlan & { measure: InPlan }) => `${measurePath(task.measure)}#${taskAnchor(task)}`;
/** The address of a provision: a task's anchor or a measure's page. */
export const provisionPath = (provision: InPlan & { measure?: InPlan }) =>
  provision.measure ? taskPath({ ...provision, measure: provision.measure }) : measurePath(provision);
/** The anchor of a provision on pages that hold several measures. */
export const provisionAnchor = (provision: { number: number; measure?: unknown }, suffix = '') =>
  provision.measure ? taskAnchor(provision, suffix) : measureAnchor(provision, suffix);
export const targetPath = (target: { id: string; measure: InPlan }) =>
  `${targetsPath(target.measure.plan)}#${targetAnchor(target)}`;

export const overviewPath = (plan: { id: string }) => planPages.overview.path(plan.id);
/** The overview as a picture. */
export const overviewPicturePath = (plan: { id: string }) => `${overviewPath(plan)}overview.png`;
export const tasksPath = (plan: { id: string }) => planPages.tasks.path(plan.id);
export const targetsPath = (plan: { id: string }) => planPages.targets.path(plan.id);
export const collationPath = (plan: { id: string }) => planPages.collation.path(plan.id);
/** A plan beside an older one. */
export const comparePath = ({ newer, older }: { newer: { id: string }; older: { id: string } }) =>
  `${planPath(newer)}compare/${older.id}/`;
export const printPath = (plan: { id: string }) => planPages.print.path(plan.id);
export const dataPath = (plan: { id: string }) => planPages['plan-data'].path(plan.id);

/** All plans with their status, for programs. */
export const plansDataPath = 'data/plans.json';

/** A file to download of a plan: its task list, or without one its measures, or one unit's part. */
export const handoutPath = (plan: { id: string; annex?: unknown }, unit: { id: string } | undefined, format: string) =>
  `${dataPath(plan)}${unit ? `units/${unit.id}` : plan.annex ? 'tasks' : 'measures'}.${format}`;

/** A form to be filled in on the progress of a plan, or of one unit's part. */
export const reportPath = (plan: { id: string }, unit: { id: string } | undefined, format: string) =>
  `${dataPath(plan)}${unit ? `units/${unit.id}-` : ''}report.${format}`;

/** The whole document as a file. */
export const planFilePath = (plan: { id: string }) => `${dataPath(plan)}plan.docx`;

export const unitsPath = sitePages.units.path;
/** The duties of every unit as JSON, for the front page of a reader who stored a unit. */
export const unitDutiesPath = `${unitsPath}duties.json`;
export const unitPath = (unit: { id: string }) => `${unitsPath}${unit.id}/`;
export const unitPrintPath = (unit: { id: string }) => `${unitPath(unit)}print/`;
export const supportPath = sitePages.support.path;
export const topicPath = (topic: { id: string }) => `${supportPath}${topic.id}/`;
export const termsPath = sitePages.terms.path;
export const termAnchor = (term: string) => `term-${term}`;
/**
 * The fragment of a term. Chinese is not escaped, which saves a sixteenth of a page.
 * @see https://url.spec.whatwg.org/#url-code-points
 */
export const termFragment = (term: string) =>
  `#${termAnchor(term).replace(/[\0-\x20"#%&<>\\^`{|}\x7f]/gu, encodeURIComponent)}`;
/** Terms are on the page that holds their plan. */
export const termPath = (plan: { order: number }, term: string) =>
  pagePath(termsPath, pageOfPlan(plan)) + termFragment(term);
export const searchPath = sitePages.search.path;
export const dataIndexPath = sitePages.data.path;
export const updatesPath = sitePages.updates.path;
/** What is new, for feed readers; there once the site has an origin. */
export const feedPath = 'feed.xml';
export const siteMapPath = sitePages.sitemap.path;
/** The whole site in one file, for a server without a network. */
export const archivePath = 'handbook.zip';
