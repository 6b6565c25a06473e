import { today } from '../loader/clock.ts';
import type { Entries, Entry, PlanEntries } from '../loader/entries.ts';
import { contentFiles, measureNumber } from '../loader/paths.ts';
import { type ContentFile, readContent } from '../loader/read.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { PrintedUnits } from '../schema/primitives.ts';
import type { AnswerData } from '../schema/questions.ts';
import { sentencesBeginning } from '../text/sentences.ts';
import { notesFor } from './notes.ts';
import { columnsOf } from './printed-form.ts';
import { readingOf, readPrintedMeasure } from './printed-measure.ts';
import { measureReferences, openingWords, taskReferences } from './references.ts';
import { statusOn } from './status.ts';
import { holderOf } from './succession.ts';
import { readTaskUnits } from './task-units.ts';
import type {
  Environment,
  Handbook,
  Limit,
  Measure,
  Plan,
  Provision,
  Responsibility,
  Target,
  Task,
  Topic,
  Unit,
  UnitMention,
} from './types.ts';
import { registryOf, type UnitRegistry } from './unit-registry.ts';

/**
 * Joins entries by the names that they give. What names nothing known is left out, which the rules of the check report:
 * a measure of an unknown environment, a unit, a topic, a target of an unknown task.
 */
class Assembler {
  readonly registry: UnitRegistry;
  readonly topics: ReadonlyMap<string, Topic>;

  readonly #day: string;
  /** The titles of documents without a number. */
  readonly #unnumbered: readonly string[];

  constructor(entries: Entries, day: string) {
    this.#day = day;
    this.registry = registryOf(entries.units, day);
    this.#unnumbered = entries.plans.flatMap(({ plan: { data } }) => (data.number ? [] : data.title));
    this.topics = new Map(entries.topics.map(({ id, data }) => [id, { id, ...data }]));
  }

  plan({ id, plan: { data, blocks }, measures, questions, corrections, hasSource }: PlanEntries, order: number): Plan {
    const plan: Plan = {
      ...data,
      ...statusOn(data.status, this.#day),
      id,
      order,
      cited: data.number ?? this.#citedByTitle(data),
      compared: hasSource,
      blocks: [...blocks],
      environments: data.environments.map(({ title, short, units = [] }, index) => {
        const heading = data.numbering === 'printed' ? headingAbove(blocks, index) : undefined;
        return {
          title,
          short,
          number: index + 1,
          measures: [],
          ...(heading !== undefined && { heading }),
          mentions: units.map((entry) => this.#headingMention(entry, data)),
        };
      }),
      measures: [],
      tasks: [],
      targets: [],
      limits: [],
      corrections: [...corrections],
      channels: [],
    };
    for (const entry of measures.toSorted((a, b) => numberOf(a) - numberOf(b))) {
      const environment = plan.environments.find(({ title }) => title === entry.data.environment);
      if (!environment && (plan.environments.length > 0 || entry.data.environment !== undefined)) continue;
      const measure = this.#measure(plan, environment, entry, questions.get(numberOf(entry)) ?? []);
      environment?.measures.push(measure);
      plan.measures.push(measure);
      plan.tasks.push(...measure.tasks);
      plan.targets.push(...measure.targets);
      plan.limits.push(...measure.limits);
    }
    for (const { name, purpose, task, measure, topics } of data.channels) {
      const provision = (task === undefined ? plan.measures : plan.tasks).find(
        ({ number }) => number === (task ?? measure),
      );
      if (!provision) continue;
      plan.channels.push({
        name,
        ...(purpose !== undefined && { purpose }),
        provision,
        ...(topics && { topics: this.#topics(topics) }),
      });
    }
    for (const [measure, reference] of measureReferences(plan)) measure.reference = reference;
    for (const [task, reference] of taskReferences(plan)) task.reference = reference;
    return plan;
  }

  /** A title, with the editor's short title where another document without a number has the same. */
  #citedByTitle({ title, shortTitle }: { title: string; shortTitle: string }): string {
    const isShared = this.#unnumbered.filter((one) => one === title).length > 1;
    return `《${title}》${isShared ? `（${shortTitle}）` : ''}`;
  }

  #measure(
    plan: Plan,
    environment: Environment | undefined,
    entry: Entry<MeasureData>,
    answers: readonly AnswerData[],
  ): Measure {
    const { data } = entry;
    const measure: Measure = {
      ...data,
      ...this.#shared('measure', plan, numberOf(entry)),
      ...this.#words(plan, environment, entry),
      environment,
      topics: this.#topics(data.topics ?? []),
      tasks: [],
    };
    measure.tasks = data.tasks.map(({ units, ...task }): Task => {
      const { unitsText, unitCells, units: named } = readTaskUnits(units, columnsOf(plan.annex), this.registry);
      return {
        ...task,
        ...this.#shared('task', plan, task.number),
        label: task.label ?? (plan.annex?.text && !plan.annex.number ? '' : String(task.number)),
        unitsText,
        units: withPlaces(plan, named),
        ...(unitCells && { unitCells }),
        measure,
        topics: task.topics ? this.#topics(task.topics) : measure.topics,
      };
    });
    for (const { task, ...quantity } of data.targets)
      for (const provision of provisionsWith(measure, task)) {
        const target: Target = { kind: 'target', ...quantity, measure, provision };
        for (const holder of new Set([measure, provision])) holder.targets.push(target);
      }
    for (const { task, ...quantity } of data.limits)
      for (const provision of provisionsWith(measure, task)) {
        const limit: Limit = { ...quantity, measure, provision };
        for (const holder of new Set([measure, provision])) holder.limits.push(limit);
      }
    for (const { task, sentence, questions, words } of answers)
      for (const provision of provisionsWith(measure, task)) {
        const answer = sentence === undefined ? undefined : sentencesBeginning(sentence, measure.text)[0];
        provision.asked.push({ ...(answer !== undefined && { sentence: answer }), questions, words });
      }
    return measure;
  }

  /** What measures and tasks have in common, but for their words, units and topics. Their references are set when all are there. */
  #shared<Kind extends Provision['kind']>(kind: Kind, plan: Plan, number: number) {
    const notes = notesFor(plan, { kind, number });
    return { kind, plan, number, reference: '', targets: [], limits: [], asked: [], notes };
  }

  /** The words of a measure: its title, text and units. */
  #words(plan: Plan, environment: Environment | undefined, { file, data, blocks }: Entry<MeasureData>) {
    if (plan.numbering !== 'printed') {
      const { title = '', units: unitsText = '' } = data as { title?: string; units?: string };
      const { units } = this.registry.read(unitsText);
      const text = blocks.map((block) => (block.kind !== 'measures' ? block.text : '')).join('');
      const mark = String(numberOf({ file, data, blocks }));
      const mention: UnitMention = { words: unitsText, place: 'text', units, start: 0, end: text.length };
      return { title, titled: 'printed' as const, mark, text, unitsText, units, mentions: unitsText ? [mention] : [] };
    }
    const entries = typeof data.units === 'string' ? [] : data.units;
    const read = (cell: string) => this.registry.read(cell).units;
    const {
      label,
      blocks: printed,
      text,
      mentions: found,
    } = readPrintedMeasure(blocks, { ...data, units: entries }, read);
    // Where one place says who leads, the order in another says nothing.
    const hasLead = found.some(({ units }) => units.some(({ role }) => role === 'lead'));
    const own = hasLead ? found : found.map((one) => ({ ...one, units: withPlaces(plan, one.units) }));
    const mentions = own.length > 0 ? own : (environment?.mentions ?? []).map((one) => ({ ...one, end: text.length }));
    return {
      title: data.title ?? data.name ?? openingWords(text),
      titled: data.title ? ('printed' as const) : data.name ? ('editor' as const) : ('opening' as const),
      mark: label.trim(),
      text,
      printed,
      mentions,
      unitsText: mentions.map(({ words }) => words).join('；'),
      units: mentions.flatMap(({ units }) => units),
    };
  }

  /** The units that the heading of an environment names. */
  #headingMention(entry: PrintedUnits, plan: Pick<Plan, 'leadRule' | 'numbering'>): UnitMention {
    const units = withPlaces(plan, this.registry.read(readingOf(entry)).units);
    return { words: entry.printed, place: 'environment', units, start: 0, end: 0 };
  }

  #topics(ids: readonly string[]): Topic[] {
    return ids.flatMap((id) => this.topics.get(id) ?? []);
  }
}

/** The task of that number, or without a number the measure itself; none where the measure has no such task. */
const provisionsWith = (measure: Measure, number: number | undefined): Provision[] =>
  number === undefined ? [measure] : measure.tasks.filter((task) => task.number === number).slice(0, 1);

/** The heading next above the place of an environment's measures in the body; undefined where there is none. */
function headingAbove(blocks: PlanEntries['plan']['blocks'], environment: number): number | undefined {
  const places = [...blocks.keys()].filter((index) => blocks[index]?.kind === 'measures');
  const at = blocks.slice(0, places[environment] ?? 0).findLastIndex(({ kind }) => kind === 'heading');
  return at < 0 ? undefined : at;
}

/**
 * The units of one place with what their order says where the document gives none of them a role: the first leads if the document
 * has that rule, and is the first in any case. In a plan whose form follows from its numbering the order says nothing.
 */
function withPlaces(
  { leadRule, numbering }: Pick<Plan, 'leadRule' | 'numbering'>,
  units: readonly Responsibility[],
): Responsibility[] {
  const [first, ...others] = units;
  const isTold = units.some(({ role }) => role !== 'responsible' && role !== 'by-duty');
  if (!first || isTold || (!leadRule && (numbering !== 'printed' || others.length === 0))) return [...units];
  return [leadRule ? { ...first, role: 'lead', byRule: leadRule.words } : { ...first, isFirst: true }, ...others];
}

/** The number of a measure's file, as a wrong number in it must not put its text and tasks elsewhere. */
const numberOf = ({ file, data }: Entry<MeasureData>) => measureNumber(file) ?? data.number;

/** Units in the order in which the documents first name them or those whose duties they have; those that none names come last. */
function inDocumentOrder(units: readonly Unit[], plans: readonly Plan[]): Unit[] {
  const named = plans
    .flatMap(({ measures }) => measures)
    .flatMap((measure) => [...measure.tasks.flatMap((task) => task.units), ...measure.units]);
  return [...new Set([...named.flatMap(({ unit }) => [holderOf(unit), unit]), ...units])];
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** The day by which plans are ordered; one without comes last. */
const issuedOn = ({ plan }: PlanEntries) => plan.data.issuedOn ?? '';

/** Joins valid entries into the handbook as it stands on a day, frozen, without the settings of the site. */
export function assemble(entries: Entries, day: string): Omit<Handbook, 'site'> {
  const assembler = new Assembler(entries, day);
  const plans = entries.plans
    .toSorted((a, b) => issuedOn(b).localeCompare(issuedOn(a)) || a.id.localeCompare(b.id))
    .map((plan, order) => assembler.plan(plan, order));
  return freeze({
    logo: entries.logo,
    units: inDocumentOrder(assembler.registry.units, plans),
    topics: [...assembler.topics.values()].sort((a, b) => a.order - b.order),
    plans,
    thesaurus: entries.thesaurus,
    elsewhere: entries.elsewhere,
    redirects: entries.redirects,
  });
}

/**
 * The handbook of content that has been checked, as it stands on a day.
 * @throws where the settings of the site are not valid.
 */
export function handbookOf(files: readonly ContentFile[], day = today()): Handbook {
  const { entries } = readContent(files);
  if (!entries.site) throw new Error(`${contentFiles.site} 有错，请运行 npm run check。`);
  return Object.freeze({ site: entries.site, ...assemble(entries, day) });
}
