import type {
  AdministrativeArea,
  BreadcrumbList,
  Dataset,
  GovernmentOrganization,
  Legislation,
  Organization,
  WebSite,
} from 'schema-dts';
import type { Handbook, Plan } from '../../model/types.ts';
import { absoluteUrl, publicUrl } from '../../routes/absolute-url.ts';
import { plansOnPage } from '../../routes/pagination.ts';
import { dataPath, measurePath, planPath, searchPath, unitPath } from '../../routes/paths.ts';
import type { Site } from '../../schema/site.ts';
import { planCitation } from '../../views/citation.ts';
import type { Crumb, Subject } from '../../views/page-subject.ts';

/** What a page says of its subject in the vocabulary of schema.org. */
type Statement = Exclude<Dataset | GovernmentOrganization | Legislation | Organization | WebSite, string>;

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

function dataset(site: Site, plan: Plan): Dataset {
  const contentUrl = publicUrl(site, `${dataPath(plan)}datapackage.json`);
  return {
    '@type': 'Dataset',
    name: `${planCitation(plan)}：措施、任务、目标和单位`,
    description: `${plan.title}的措施、任务清单、量化目标和责任单位，供程序和表格软件使用。`,
    url: publicUrl(site, dataPath(plan)),
    inLanguage: 'zh-CN',
    isBasedOn: publicUrl(site, planPath(plan)),
    ...(contentUrl && {
      distribution: [{ '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl }],
    }),
  };
}

function aboutSubject({ site, plans }: Handbook, subject: Subject): Statement | Statement[] {
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
      return { ...legislation(site, plan), hasPart: parts };
    }
    case 'tasks':
    case 'print':
      return legislation(site, subject.plan);
    case 'measure': {
      const { measure } = subject;
      return {
        '@type': 'Legislation',
        ...identity(site, measurePath(measure)),
        name: measure.title,
        text: measure.text,
        inLanguage: 'zh-CN',
        isPartOf: legislation(site, measure.plan),
      };
    }
    case 'unit': {
      const { unit } = subject;
      // A collective or an unnamed group is no organisation.
      if (unit.kind !== 'unit') return [];
      return {
        '@type': organisationTypes[unit.nature],
        '@id': publicUrl(site, unitPath(unit)),
        name: unit.name,
        ...(unit.aliases.length > 0 && { alternateName: unit.aliases }),
      };
    }
    case 'data':
      return (subject.page?.items ?? []).map((plan) => dataset(site, plan));
    case 'plan-data':
      return dataset(site, subject.plan);
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
