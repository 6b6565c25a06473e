import { hiddenIn, type PlanScope } from '../checks/context.ts';
import { brokenRules } from '../checks/rules.ts';
import { type UnknownName, unknownNames } from '../checks/unknown-names.ts';
import { readProse } from '../loader/body.ts';
import type { Entries, Entry, PlanEntries } from '../loader/entries.ts';
import { contentFiles, measureNumber } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import type { MeasureData } from '../schema/measure.ts';
import { notesFor } from './notes.ts';
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
} from './types.ts';
import { UnitRegistry } from './unit-registry.ts';

/** Joins entries into plans and collects, rather than throws, whatever does not join. */
class Assembler {
  readonly problems: Problem[] = [];
  readonly unknown: UnknownName[] = [];
  /** Files whose body could not be read in full, with that body. */
  readonly broken = new Map<string, string>();
  readonly registry: UnitRegistry;
  readonly topics: Map<string, Topic>;
  readonly #hidden: ReturnType<typeof hiddenIn>;
  readonly #faulty: ReadonlyMap<string, string>;

  constructor(entries: Entries) {
    this.#hidden = hiddenIn(entries);
    this.#faulty = entries.faulty ?? new Map();
    this.registry = new UnitRegistry(entries.units.map(({ id, data }) => ({ id, ...data })));
    this.topics = new Map(entries.topics.map(({ id, data }) => [id, { id, ...data }]));
  }

  plan(entries: PlanEntries, order: number): PlanScope {
    const { id, corrections } = entries;
    const { data } = entries.plan;
    const { blocks, problems } = this.#prose(entries.plan);
    const environments: Environment[] = data.environments.map((environment, index) => ({
      ...environment,
      number: index + 1,
      measures: [],
    }));
    const plan: Plan = {
      ...data,
      id,
      order,
      blocks,
      environments,
      measures: [],
      tasks: [],
      targets: [],
      limits: [],
      corrections,
    };
    const inOrder = entries.measures.toSorted((a, b) => numberOf(a) - numberOf(b));
    const measures = inOrder.map((entry) => ({ entry, ...this.#measure(plan, entry) }));
    for (const { measure } of measures) {
      plan.measures.push(measure);
      plan.tasks.push(...measure.tasks);
      plan.targets.push(...measure.targets);
      plan.limits.push(...measure.limits);
    }
    const placed = blocks.filter(({ kind }) => kind === 'measures').length === 1;
    return { plan, entries, measures, broken: problems.length > 0, placed };
  }

  #measure(plan: Plan, entry: Entry<MeasureData>): Omit<PlanScope['measures'][number], 'entry'> {
    const { file, data } = entry;
    const number = numberOf(entry);
    const prose = this.#prose(entry);
    const environment = this.#environment(plan, data.environment, file);
    const topics = this.#topics(data.topics, plan, file, ['topics']);
    const measure: Measure = {
      kind: 'measure',
      plan,
      number,
      title: data.title,
      listTitle: data.listTitle,
      environment: environment ?? (plan.environments[0] as Environment),
      text: prose.blocks.map((block) => ('text' in block ? block.text : '')).join(''),
      unitsText: data.units,
      units: this.#units(data.units, plan, file, ['units']),
      topics,
      whom: data.whom,
      searchTerms: data.searchTerms,
      plain: data.plain,
      continues: data.continues,
      carriesOut: data.carriesOut,
      targets: [],
      limits: [],
      notes: notesFor(plan.corrections, { kind: 'measure', number }),
      tasks: [],
    };
    environment?.measures.push(measure);

    measure.tasks = data.tasks.map(
      (task, index): Task => ({
        kind: 'task',
        plan,
        measure,
        number: task.number,
        innovation: task.innovation,
        whom: task.whom,
        continues: task.continues,
        text: task.text,
        unitsText: task.units,
        units: this.#units(task.units, plan, file, ['tasks', index, 'units']),
        topics: task.topics ? this.#topics(task.topics, plan, file, ['tasks', index, 'topics']) : topics,
        targets: [],
        limits: [],
        notes: notesFor(plan.corrections, { kind: 'task', number: task.number }),
      }),
    );
    this.#quantities(measure, entry);
    return { measure, blocks: prose.blocks, broken: prose.problems.length > 0 };
  }

  /** Gives each target and limit its task, and the measure and the task what they promise. */
  #quantities(measure: Measure, { file, data }: Entry<MeasureData>): void {
    for (const [index, { task, ...quantity }] of data.targets.entries()) {
      const provision = this.#provision(measure, task, file, ['targets', index, 'task']);
      if (!provision) continue;
      const target: Target = { kind: 'target', ...quantity, measure, provision };
      for (const holder of new Set([measure, provision])) holder.targets.push(target);
    }
    for (const [index, { task, ...quantity }] of data.limits.entries()) {
      const provision = this.#provision(measure, task, file, ['limits', index, 'task']);
      if (!provision) continue;
      const limit: Limit = { ...quantity, measure, provision };
      for (const holder of new Set([measure, provision])) holder.limits.push(limit);
    }
  }

  /** The task of that number, or without a number the measure itself. */
  #provision(measure: Measure, number: number | undefined, file: string, path: PropertyKey[]): Provision | undefined {
    if (number === undefined) return measure;
    const task = measure.tasks.find((one) => one.number === number);
    if (!task && !this.#mayHaveTask(number, file))
      this.problems.push({
        file,
        path,
        found: `第${number}项`,
        ...(measure.tasks.length > 0
          ? {
              expected: `本措施的任务：第${measure.tasks.map((one) => one.number).join('、')}项`,
              mend: '改成带有这个数的那一项任务的序号',
            }
          : { expected: '本措施的任务，而它没有写任务', mend: '文件有任务清单的写上 tasks；没有的删去这一行' }),
      });
    return task;
  }

  /** Whether a file at fault has a task of that number which could not be read, be it that the field is mistyped. */
  #mayHaveTask(number: number, file: string): boolean {
    const text = this.#faulty.get(file);
    return text === '' || new RegExp(`(?:- \\w+|number): *${number}\\b`, 'u').test(text ?? '');
  }

  #environment(plan: Plan, title: string, file: string): Environment | undefined {
    const environment = plan.environments.find((one) => one.title === title);
    if (!environment) this.unknown.push({ kind: 'environment', name: title, plan, file, path: ['environment'] });
    return environment;
  }

  #prose({ file, body, bodyLine }: Entry<unknown>): ReturnType<typeof readProse> {
    const prose = readProse(body, file, bodyLine);
    this.problems.push(...prose.problems);
    if (prose.problems.length > 0) this.broken.set(file, body);
    return prose;
  }

  #units(text: string, plan: Plan, file: string, path: PropertyKey[]): Responsibility[] {
    const { units, unknown } = this.registry.read(text);
    for (const name of unknown.filter((name) => !this.#hidden(name, contentFiles.units)))
      this.unknown.push({ kind: 'unit', name, plan, file, path });
    return units;
  }

  #topics(ids: readonly string[], plan: Plan, file: string, path: PropertyKey[]): Topic[] {
    return ids.flatMap((id, index) => {
      const topic = this.topics.get(id);
      if (!topic && !this.#hidden('', contentFiles.topic(id)) && !this.#faulty.has(contentFiles.topics))
        this.unknown.push({ kind: 'topic', name: id, plan, file, path: [...path, index] });
      return topic ?? [];
    });
  }
}

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

/**
 * Joins valid entries into the handbook and checks what no single file can show.
 * Gives the handbook, frozen, with all problems found; where there are any, the handbook is not fit to publish.
 */
export function assemble(entries: Entries): { handbook: Handbook; problems: Problem[] } {
  const assembler = new Assembler(entries);
  const scopes = entries.plans
    .toSorted((a, b) => b.plan.data.issuedOn.localeCompare(a.plan.data.issuedOn) || a.id.localeCompare(b.id))
    .map((plan, order) => assembler.plan(plan, order));
  const plans = scopes.map(({ plan }) => plan);
  const handbook: Handbook = freeze({
    site: entries.site,
    units: inDocumentOrder(assembler.registry.units, plans),
    topics: [...assembler.topics.values()].sort((a, b) => a.order - b.order),
    plans,
    thesaurus: entries.thesaurus,
  });
  const unresolved = unknownNames(assembler.unknown, {
    units: assembler.registry.units,
    unitNames: assembler.registry.names,
    topics: [...assembler.topics.keys()],
    plans,
  });
  const problems = [...assembler.problems, ...unresolved];
  const faulty = new Map([...(entries.faulty ?? []), ...assembler.broken]);
  const scope = { handbook, entries: { ...entries, faulty }, plans: scopes, unresolved: problems };
  return { handbook, problems: [...problems, ...brokenRules(scope)] };
}
