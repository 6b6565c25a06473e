import { dutiesOf } from '../../model/duties.ts';
import { isTask } from '../../model/plan.ts';
import { printedUnits } from '../../model/printed-form.ts';
import { idsOf } from '../../model/succession.ts';
import type { Handbook, Measure, Plan, Provision, Responsibility, Target, Task, Unit } from '../../model/types.ts';
import { measurePath, planPath, targetPath, taskPath, unitPath } from '../../routes/paths.ts';
import { type PlanPageKind, planPages, planPagesOf, type SitePageKind, sitePages } from '../../routes/site-pages.ts';
import type { Thesaurus } from '../../schema/thesaurus.ts';
import { unitKinds } from '../../schema/unit.ts';
import { numberedIn } from '../../text/outline-numbers.ts';
import { planCitation, provisionCitation, taskCitation } from '../../views/citation.ts';
import { pageFacts } from '../../views/page-subject.ts';
import { statusLabel } from '../../views/plan-status.ts';
import {
  lastReport,
  notOfDocument,
  progressLabel,
  type Report,
  type Reported,
  reportsOf,
  shortReport,
  sourceText,
} from '../../views/progress.ts';
import { headingAnchors } from '../../views/table-of-contents.ts';
import { originLabel, successionLabel, withFormerNames } from '../../views/unit-succession.ts';
import type { Display, SearchRecord } from '../shared/record.ts';

/** A label, followed by the plan's status where it is not in force or its end is to come. */
const withStatus = (plan: Plan, label: string) => [label, statusLabel(plan)].filter(Boolean).join(' · ');
/** The number by which a provision is cited; none where the document has none. */
const numbered = (number: number | undefined) => (number === undefined ? {} : { number });
/** The value of a printed number: of （四） 4. */
const printedNumber = (mark: string): number | undefined => numberedIn(`${mark}题`)?.value;
const inEnvironment = ({ environment }: Measure) => (environment ? [environment.short] : []);
const unitIds = (units: readonly Responsibility[]) => idsOf(units.map(({ unit }) => unit));

function documentRecord(plan: Plan, path: string, title: string, paragraphs: string[], titles: string[]): SearchRecord {
  return {
    display: { kind: 'document', path, label: withStatus(plan, plan.cited), title, text: paragraphs.join('\n') },
    titles,
    words: paragraphs,
    vocabulary: [],
    facets: { plan: [plan.id], environment: [], topic: [], unit: [], innovation: false },
  };
}

/** The plan itself, then each headed part of its running text. */
function documentRecords(plan: Plan): SearchRecord[] {
  const record = documentRecord(
    plan,
    planPath(plan),
    plan.title,
    [
      planCitation(plan),
      plan.heading,
      plan.noticeTitle,
      plan.addressees,
      ...(plan.notice ?? []),
      plan.issuer,
      plan.issuedText,
    ].filter((text) => text !== undefined),
    [plan.title, ...(plan.number ? [plan.number] : [])],
  );
  const anchors = headingAnchors(plan).values();
  const parts: SearchRecord[] = [];
  let path = planPath(plan);
  let heading: string | undefined;
  for (const block of plan.blocks) {
    if (block.kind === 'heading') {
      heading = block.text;
      path = `${planPath(plan)}#${anchors.next().value}`;
    } else if (block.kind !== 'measures') {
      const last = parts.at(-1);
      if (last?.display.path === path) {
        last.words.push(block.text);
        last.display.text += `\n${block.text}`;
      } else {
        const part = documentRecord(plan, path, heading ?? '引言', [block.text], heading ? [heading] : []);
        parts.push({ ...part, display: { ...part.display, isVerbatim: true } });
      }
    }
  }
  return [record, ...parts];
}

const askedOf = ({ asked }: Provision) => ({
  questions: asked.flatMap(({ questions }) => questions),
  words: asked.flatMap(({ words }) => words),
});

/** Where the sentences stand in the text that an editor says answer questions, if there are any. */
function answersIn({ asked, text }: Provision): Pick<Display, 'answers'> {
  const answers = asked.flatMap(({ sentence, questions, words }) => {
    const start = sentence ? text.indexOf(sentence) : -1;
    if (!sentence || start < 0) return [];
    return [{ start, end: start + sentence.length, asked: [...questions, ...words].join('\n') }];
  });
  return answers.length > 0 ? { answers } : {};
}

const facetsOf = (provision: Provision): SearchRecord['facets'] => ({
  plan: [provision.plan.id],
  environment: inEnvironment(isTask(provision) ? provision.measure : provision),
  topic: provision.topics.map(({ id }) => id),
  unit: unitIds(provision.units),
  innovation: isTask(provision) && provision.innovation,
});

const measureRecord = (measure: Measure): SearchRecord => ({
  display: {
    kind: 'measure',
    path: measurePath(measure),
    label: withStatus(measure.plan, `${measure.plan.cited}${measure.plan.number ? ' ' : ''}${measure.reference}`),
    title: measure.title,
    text: measure.text,
    isVerbatim: true,
    units: printedUnits(measure),
    ...answersIn(measure),
  },
  titles: [measure.title],
  words: [measure.listTitle ?? '', measure.environment?.title ?? '', measure.text, measure.unitsText],
  vocabulary: [...measure.searchTerms, ...measure.topics.map(({ name }) => name)],
  asked: askedOf(measure),
  facets: {
    plan: [measure.plan.id],
    environment: inEnvironment(measure),
    topic: measure.topics.map(({ id }) => id),
    unit: unitIds(measure.units),
    innovation: measure.tasks.some(({ innovation }) => innovation),
  },
  ...numbered(measure.plan.numbering === 'printed' ? printedNumber(measure.mark) : measure.number),
});

/** The last that was published of a target or row, for its result. */
function reportedOn(of: Reported): Pick<Display, 'reported'> {
  const report = lastReport(of);
  return report ? { reported: shortReport(report) } : {};
}

const taskRecord = (task: Task): SearchRecord => ({
  display: {
    kind: 'task',
    path: taskPath(task),
    label: withStatus(task.plan, taskCitation(task)),
    title: [task.label && `任务${task.label}`, task.measure.title].filter(Boolean).join(' · '),
    text: task.text,
    isVerbatim: true,
    units: printedUnits(task),
    innovation: task.innovation,
    ...reportedOn(task),
    ...answersIn(task),
  },
  titles: [],
  words: [task.text, task.unitsText, ...Object.values(task.cells)],
  vocabulary: task.topics.map(({ name }) => name),
  asked: askedOf(task),
  facets: facetsOf(task),
  ...numbered(/^\d+$/u.test(task.label) ? Number(task.label) : undefined),
});

const targetRecord = (target: Target): SearchRecord => ({
  display: {
    kind: 'target',
    path: targetPath(target),
    label: withStatus(target.provision.plan, provisionCitation(target.provision)),
    title: target.name,
    text: target.text,
    isVerbatim: true,
    units: printedUnits(target.provision),
    ...reportedOn(target),
  },
  titles: [target.name],
  words: [target.text],
  vocabulary: [],
  facets: facetsOf(target.provision),
});

/** What was published of a target or row is found by its own words, apart from the official ones. */
function progressRecord(report: Report): SearchRecord {
  const { of, words } = report;
  const provision = of.kind === 'target' ? of.provision : of;
  const { plan } = provision;
  const title = `${of.kind === 'target' ? of.name : taskCitation(of)}：${shortReport(report)}`;
  return {
    display: {
      kind: 'progress',
      path: of.kind === 'target' ? targetPath(of) : taskPath(of),
      label: withStatus(plan, `${progressLabel}，${notOfDocument(plan)}`),
      title,
      text: `${words}（${sourceText(report)}）`,
    },
    titles: [title],
    words: [words, report.source.title],
    vocabulary: [],
    facets: facetsOf(provision),
  };
}

function unitRecord(handbook: Handbook, unit: Unit): SearchRecord {
  const duties = dutiesOf(handbook, unit);
  const listed = duties.some(({ plan }) => plan.annex);
  const { aliases, searchTerms } = withFormerNames(unit);
  const count = (pick: (duty: (typeof duties)[number]) => unknown[]) =>
    duties.reduce((total, duty) => total + pick(duty).length, 0);
  return {
    display: {
      kind: 'unit',
      path: unitPath(unit),
      label: [unitKinds[unit.kind], successionLabel(unit)].filter(Boolean).join(' · '),
      title: unit.name,
      text: [
        [
          ...(duties.length > 0 ? [`${count(({ measures }) => measures)}条措施`] : []),
          ...(listed ? [`${count(({ tasks }) => tasks)}项任务`] : []),
        ].join('、'),
        originLabel(unit),
      ]
        .filter(Boolean)
        .join('；'),
    },
    titles: [unit.name, ...aliases],
    words: [],
    vocabulary: searchTerms,
    facets: {
      plan: duties.map(({ plan }) => plan.id),
      environment: [],
      topic: [],
      unit: [unit.id],
      innovation: false,
    },
  };
}

/** A page of the handbook, and by which words it is found. */
export interface NamedPage {
  kind: SitePageKind | PlanPageKind;
  /** Its name, then what else readers call it. */
  names: string[];
  record: SearchRecord;
}

/** Plans, newest first, so that those in force come first. */
export const inForceFirst = (plans: readonly Plan[]): Plan[] =>
  [...plans].sort((a, b) => Number(a.status.kind !== 'in-force') - Number(b.status.kind !== 'in-force'));

/** The pages of the handbook beside those that records have already: those of the site, then those of plans, in force first. */
export function namedPages(handbook: Handbook): NamedPage[] {
  const page = (
    subject: { kind: SitePageKind } | { kind: PlanPageKind; plan: Plan },
    { name, path, calls }: { name: string; path: string; calls: string },
  ): NamedPage => {
    const plan = 'plan' in subject ? subject.plan : undefined;
    return {
      kind: subject.kind,
      names: [...new Set([name, ...calls.split(' ')])],
      record: {
        display: {
          kind: 'document',
          path,
          label: plan ? withStatus(plan, plan.cited) : '手册页面，不是文件原文',
          title: name,
          text: pageFacts(handbook, subject).description,
        },
        titles: [name],
        words: [],
        vocabulary: [],
        facets: { plan: plan ? [plan.id] : [], environment: [], topic: [], unit: [], innovation: false },
      },
    };
  };
  return [
    ...siteEntries.flatMap(([kind, { name, path, calls }]) => (calls ? [page({ kind }, { name, path, calls })] : [])),
    ...inForceFirst(handbook.plans).flatMap((plan) =>
      planPagesOf(plan).flatMap(({ kind, name, path }) =>
        kind === 'plan' ? [] : [page({ kind, plan }, { name, path, calls: planPages[kind].calls })],
      ),
    ),
  ];
}
const siteEntries = Object.entries(sitePages) as [SitePageKind, (typeof sitePages)[SitePageKind]][];

/** Everything that can be found, in document order: each record has its own words and no other's; tasks, targets and what was published of them follow their measure. */
export function recordsOf(handbook: Handbook): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const plan of handbook.plans) {
    records.push(...documentRecords(plan));
    for (const measure of plan.measures)
      records.push(
        measureRecord(measure),
        ...measure.tasks.map(taskRecord),
        ...measure.targets.map(targetRecord),
        ...[...measure.targets, ...measure.tasks].flatMap(reportsOf).map(progressRecord),
      );
  }
  const units = handbook.units.map((unit) => unitRecord(handbook, unit));
  const pages = namedPages(handbook).map(({ record }) => record);
  return [...records.map((record) => withThesaurus(record, handbook)), ...units, ...pages];
}

/** A record with the entries of the thesaurus of which its own words hold a meaning. */
function withThesaurus(record: SearchRecord, { thesaurus }: Handbook): SearchRecord {
  const own = [...record.titles, ...record.words];
  const isExplainedBy = ({ means }: Thesaurus[number]) => means.some((word) => own.some((text) => text.includes(word)));
  return { ...record, thesaurusEntries: thesaurus.flatMap((entry, at) => (isExplainedBy(entry) ? [at] : [])) };
}

/** Every text that is searched, official and the editor's. */
export const searchedTexts = (records: readonly SearchRecord[], { thesaurus }: Handbook): string[] => [
  ...records.flatMap(({ titles, words, vocabulary }) => [...titles, ...words, ...vocabulary]),
  ...thesaurus.flatMap(({ words }) => words),
];
