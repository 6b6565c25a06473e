import type {
  AdministrativeArea,
  BreadcrumbList,
  DataCatalog,
  Dataset,
  GovernmentOrganization,
  Legislation,
  LegislationObject,
  Organization,
  WebSite,
} from 'schema-dts';
import { notesFor } from '../../model/notes.ts';
import type { Handbook, Note, Plan, Unit } from '../../model/types.ts';
import { absoluteUrl, publicUrl } from '../../routes/absolute-url.ts';
import { plansOnPage } from '../../routes/pagination.ts';
import { dataIndexPath, dataPath, measurePath, planPath, searchPath, unitPath } from '../../routes/paths.ts';
import { sitePages } from '../../routes/site-pages.ts';
import type { Site } from '../../schema/site.ts';
import { changedOn } from '../../views/changes.ts';
import { planCitation } from '../../views/citation.ts';
import { type Crumb, pathOf, type Subject } from '../../views/page-subject.ts';
import { dataFiles, datasetKeywords, versionOf } from '../dataset/files.ts';

/** What a page says of its subject in the vocabulary of schema.org. */
type Statement = Exclude<DataCatalog | Dataset | GovernmentOrganization | Legislation | Organization | WebSite, string>;

/** The place that an issuer governs, as its own name gives it: `东西湖区人民政府办公室` governs 东西湖区. */
function jurisdiction({ issuer, heading }: Plan): AdministrativeArea | undefined {
  const name = [heading, issuer].map((text) => /^(.+?)人民政府/u.exec(text ?? '')?.[1]).find(Boolean);
  return name ? { '@type': 'AdministrativeArea', name } : undefined;
}

/** The address of a thing as its identifier; nothing without an origin. */
function identity(site: Site, path: string): { '@id'?: string; url?: string } {
  const url = publicUrl(site, path);
  return url ? { '@id': url, url } : {};
}

/**
 * The handbook's own copy of a text: it has no legal value, and what the editor doubts in it is said with it.
 * @see https://schema.org/legislationLegalValue
 */
const transcription = (
  { notes, text }: { notes: readonly Note[]; text?: string },
  url: string | undefined,
): Exclude<LegislationObject, string> => ({
  '@type': 'LegislationObject',
  legislationLegalValue: 'UnofficialLegalValue',
  encodingFormat: 'text/html',
  inLanguage: 'zh-CN',
  ...(url && { url }),
  ...(text && { text }),
  ...(notes.length > 0 && {
    correction: notes.map(({ remark }) => ({ '@type': 'CorrectionComment' as const, text: `编辑注：${remark}` })),
  }),
});

function legislation(site: Site, plan: Plan) {
  const area = jurisdiction(plan);
  return {
    '@type': 'Legislation',
    ...identity(site, planPath(plan)),
    name: plan.title,
    ...(plan.number && { legislationIdentifier: plan.number }),
    ...(plan.issuedOn && { legislationDate: plan.issuedOn }),
    ...(plan.issuer && { legislationPassedBy: { '@type': 'GovernmentOrganization' as const, name: plan.issuer } }),
    ...(area && { legislationJurisdiction: area }),
    ...(plan.status.kind !== 'in-force' && { legislationLegalForce: 'NotInForce' as const }),
    inLanguage: 'zh-CN',
  } as const satisfies Legislation;
}

const organisationTypes = { government: 'GovernmentOrganization', organisation: 'Organization' } as const;

/** The names that a unit had before. */
const renamedFrom = ({ predecessors }: Unit): string[] =>
  predecessors
    .filter(({ succession }) => succession?.kind === 'renamed' && succession.isPast)
    .flatMap((one) => [one.name, ...renamedFrom(one)]);

/** The data of a plan as a catalogue lists them. */
function listedDataset({ site }: Pick<Handbook, 'site'>, plan: Plan) {
  const { environments, words, tasks, annex } = plan;
  const chapters = environments.length > 0 ? `，按${environments.length}${words.chapters}编排` : '';
  const list = annex ? `任务清单的${tasks.length}项任务、` : '';
  return {
    '@type': 'Dataset',
    ...identity(site, dataPath(plan)),
    name: `${planCitation(plan)}：措施、任务、目标和单位`,
    description: `${planCitation(plan)}的${plan.measures.length}条措施${chapters}；${list}量化目标、时限和上限、责任单位各成一表，有 CSV 和 JSON 两种格式，附每个字段的说明。`,
    ...(site.licence.url && { license: site.licence.url }),
  } as const satisfies Dataset;
}

/** The data of a plan with all their files, whose addresses need an origin. */
function dataset(handbook: Handbook, plan: Plan): Dataset {
  const { site } = handbook;
  const area = jurisdiction(plan);
  const changed = changedOn(plan);
  const catalogue = publicUrl(site, dataIndexPath);
  const files = dataFiles(handbook, plan).map(({ name, mediatype }) => ({
    '@type': 'DataDownload' as const,
    name,
    encodingFormat: mediatype,
    contentUrl: absoluteUrl(site, dataPath(plan) + name),
  }));
  return {
    ...listedDataset(handbook, plan),
    identifier: publicUrl(site, dataPath(plan)) ?? plan.id,
    keywords: datasetKeywords(plan),
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    isBasedOn: legislation(site, plan),
    ...(plan.issuedOn && { dateCreated: plan.issuedOn }),
    ...(changed && { dateModified: changed, version: versionOf(changed) }),
    ...(area && { spatialCoverage: area }),
    ...(site.organiser && { creator: { '@type': 'Organization' as const, name: site.organiser } }),
    ...(catalogue && { includedInDataCatalog: { '@type': 'DataCatalog' as const, '@id': catalogue, url: catalogue } }),
    ...(site.origin && { distribution: files }),
  };
}

function aboutSubject(handbook: Handbook, subject: Subject): Statement | Statement[] {
  const { site, plans } = handbook;
  switch (subject.kind) {
    case 'home':
      // A site is known by its address.
      if (!site.origin) return [];
      return {
        '@type': 'WebSite',
        name: site.name,
        description: site.description,
        url: absoluteUrl(site, ''),
        inLanguage: 'zh-CN',
        about: plans.slice(0, plansOnPage).map((plan) => ({ '@id': absoluteUrl(site, planPath(plan)) })),
        // schema-dts has no `query-input`, which search engines read beside the target.
        potentialAction: {
          '@type': 'SearchAction',
          target: `${absoluteUrl(site, searchPath)}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        } as WebSite['potentialAction'],
      };
    case 'plan': {
      const { plan } = subject;
      const parts = plan.measures.map((measure) => ({
        '@type': 'Legislation' as const,
        '@id': publicUrl(site, measurePath(measure)),
        name: measure.title,
      }));
      return {
        ...legislation(site, plan),
        encoding: transcription({ notes: notesFor(plan, { kind: 'body' }) }, publicUrl(site, planPath(plan))),
        hasPart: parts,
      };
    }
    case 'tasks':
    case 'print':
      return {
        ...legislation(site, subject.plan),
        encoding: transcription({ notes: [] }, publicUrl(site, pathOf(subject))),
      };
    case 'measure': {
      const { measure } = subject;
      return {
        '@type': 'Legislation',
        ...identity(site, measurePath(measure)),
        name: measure.title,
        inLanguage: 'zh-CN',
        encoding: transcription(measure, publicUrl(site, measurePath(measure))),
        isPartOf: legislation(site, measure.plan),
      };
    }
    case 'unit': {
      const { unit } = subject;
      // A collective or an unnamed group is no organisation.
      if (unit.kind !== 'unit') return [];
      const names = [...unit.aliases, ...renamedFrom(unit)];
      return {
        '@type': organisationTypes[unit.nature],
        '@id': publicUrl(site, unitPath(unit)),
        name: unit.name,
        ...(names.length > 0 && { alternateName: names }),
      };
    }
    case 'data':
      return {
        '@type': 'DataCatalog',
        ...identity(site, pathOf(subject)),
        name: `${site.name}：${sitePages.data.name}`,
        description: sitePages.data.description ?? site.description,
        inLanguage: 'zh-CN',
        dataset: (subject.page?.items ?? []).map((plan) => listedDataset(handbook, plan)),
      };
    case 'plan-data':
      return dataset(handbook, subject.plan);
    default:
      return [];
  }
}

const breadcrumbs = (site: Site, crumbs: readonly Crumb[]): Exclude<BreadcrumbList, string> => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: '首页', path: '' }, ...crumbs].map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    ...(path !== undefined && { item: publicUrl(site, path) }),
  })),
});

/**
 * What a page says of itself to search engines: its subject and its place in the handbook. Says nothing that the page does not show.
 * Without an origin addresses are left out, and with them the breadcrumb, which is made of them.
 * @see https://schema.org/Legislation and https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export const structuredData = (handbook: Handbook, subject: Subject, crumbs: readonly Crumb[]): object[] =>
  [aboutSubject(handbook, subject), handbook.site.origin && crumbs.length > 0 ? breadcrumbs(handbook.site, crumbs) : []]
    .flat()
    .map((statement) => ({ '@context': 'https://schema.org', ...statement }));
