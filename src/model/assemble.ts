import type { Entries, Entry, PlanEntries } from '../loader/entries.ts';
import { contentFiles, measureNumber } from '../loader/paths.ts';
import { type ContentFile, readContent } from '../loader/read.ts';
import type { MeasureData } from '../schema/measure.ts';
import type { AnswerData } from '../schema/questions.ts';
import { sentencesBeginning } from '../text/sentences.ts';
import { notesFor } from './notes.ts';
import type { Environment, Handbook, Limit, Measure, Plan, Provision, Target, Task, Topic, Unit } from './types.ts';
import { UnitRegistry } from './unit-registry.ts';

/**
 * Joins entries by the names that they give. What names nothing known is left out, which the rules of the check report:
 * a measure of an unknown environment, a unit, a topic, a target of an unknown task.
 */
class Assembler {
  readonly registry: UnitRegistry;
  readonly topics: ReadonlyMap<string, Topic>;

  constructor(entries: Entries) {
    this.registry = new UnitRegistry(entries.units.map(({ id, data }) => ({ id, ...data })));
    this.topics = new Map(entries.topics.map(({ id, data }) => [id, { id, ...data }]));
  }

  plan({ id, plan: { data, blocks }, measures, questions, corrections }: PlanEntries, order: number): Plan {
    const plan: Plan = {
      ...data,
      id,
      order,
      blocks: [...blocks],
      environments: data.environments.map((environment, index) => ({
        ...environment,
        number: index + 1,
        measures: [],
      })),
      measures: [],
      tasks: [],
      targets: [],
      limits: [],
      corrections: [...corrections],
    };
    for (const entry of measures.toSorted((a, b) => numberOf(a) - numberOf(b))) {
      const environment = plan.environments.find(({ title }) => title === entry.data.environment);
      if (!environment) continue;
      const measure = this.#measure(plan, environment, entry, questions.get(numberOf(entry)) ?? []);
      environment.measures.push(measure);
      plan.measures.push(measure);
      plan.tasks.push(...measure.tasks);
      plan.targets.push(...measure.targets);
      plan.limits.push(...measure.limits);
    }
    return plan;
  }

  #measure(plan: Plan, environment: Environment, entry: Entry<MeasureData>, answers: readonly AnswerData[]): Measure {
    const { data, blocks } = entry;
    const measure: Measure = {
      ...data,
      ...this.#shared('measure', plan, numberOf(entry), data.units),
      environment,
      text: blocks.map((block) => (block.kind !== 'measures' ? block.text : '')).join(''),
      topics: this.#topics(data.topics),
      tasks: [],
    };
    measure.tasks = data.tasks.map(
      (task): Task => ({
        ...task,
        ...this.#shared('task', plan, task.number, task.units),
        measure,
        topics: task.topics ? this.#topics(task.topics) : measure.topics,
      }),
    );
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

  /** What measures and tasks have in common, but for their words and topics. */
  #shared<Kind extends Provision['kind']>(kind: Kind, plan: Plan, number: number, unitsText: string) {
    const { units } = this.registry.read(unitsText);
    const notes = notesFor(plan.corrections, { kind, number });
    return { kind, plan, number, unitsText, units, targets: [], limits: [], asked: [], notes };
  }

  #topics(ids: readonly string[]): Topic[] {
    return ids.flatMap((id) => this.topics.get(id) ?? []);
  }
}

/** The task of that number, or without a number the measure itself; none where the measure has no such task. */
const provisionsWith = (measure: Measure, number: number | undefined): Provision[] =>
  number === undefined ? [measure] : measure.tasks.filter((task) => task.number === number).slice(0, 1);

/** The number of a measure's file, as a wrong number in it must not put its text and tasks elsewhere. */
const numberOf = ({ file, data }: Entry<MeasureData>) => measureNumber(file) ?? data.number;

/** Units in the order in which the documents first name them; those that none names come last. */
function inDocumentOrder(units: readonly Unit[], plans: readonly Plan[]): Unit[] {
  const named = plans
    .flatMap(({ measures }) => measures)
    .flatMap((measure) => [...measure.tasks.flatMap((task) => task.units), ...measure.units]);
  return [...new Set([...named.map(({ unit }) => unit), ...units])];
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** Joins valid entries into the handbook, frozen, without the settings of the site. */
export function assemble(entries: Entries): Omit<Handbook, 'site'> {
  const assembler = new Assembler(entries);
  const plans = entries.plans
    .toSorted((a, b) => b.plan.data.issuedOn.localeCompare(a.plan.data.issuedOn) || a.id.localeCompare(b.id))
    .map((plan, order) => assembler.plan(plan, order));
  return freeze({
    units: inDocumentOrder(assembler.registry.units, plans),
    topics: [...assembler.topics.values()].sort((a, b) => a.order - b.order),
    plans,
    thesaurus: entries.thesaurus,
    elsewhere: entries.elsewhere,
  });
}

/**
 * The handbook of content that has been checked.
 * @throws where the settings of the site are not valid.
 */
export function handbookOf(files: readonly ContentFile[]): Handbook {
  const { entries } = readContent(files);
  if (!entries.site) throw new Error(`${contentFiles.site} 有错，请运行 npm run check。`);
  return Object.freeze({ site: entries.site, ...assemble(entries) });
}
