import { today } from '../loader/clock.ts';
import type { Entries, PlanEntries } from '../loader/entries.ts';
import {
  type NewFile,
  newElsewhere,
  newHandbook,
  newMeasure,
  newQuestions,
  newRedirects,
  newTopic,
  newUnit,
  newUnits,
} from '../loader/new-file.ts';
import { contentFiles } from '../loader/paths.ts';
import type { Reading } from '../loader/read.ts';
import { sealOf } from '../loader/seal.ts';
import { registryOf } from '../model/unit-registry.ts';
import { slug } from '../schema/primitives.ts';
import { type TopicKind, topicKinds } from '../schema/topic.ts';
import { type UnitKind, unitKinds } from '../schema/unit.ts';
import { unknownUnits } from './unit-census.ts';

/** What an editor wants to begin. */
export interface NewRequest {
  what: string;
  /** Of a unit or topic; of questions the number of their measure. */
  id?: string | undefined;
  name?: string | undefined;
  kind?: string | undefined;
  plan?: string | undefined;
}

/** What was asked for and cannot be done, as one sentence for the editor. */
export class NewFileRefused extends Error {}

/**
 * The files that begin what an editor asks for.
 * @throws {NewFileRefused} where it cannot be begun.
 */
export function newFiles({ what, id = '', name = '', kind, plan }: NewRequest, reading: Reading): NewFile[] {
  const { entries, paths, sources, seals } = reading;
  switch (what) {
    case 'seal':
      return [newSeal(sources, seals, plan)];
    case 'measure':
      return [newMeasure(planOf(entries, plan), paths)];
    case 'questions':
      return [fresh(newQuestions(planOf(entries, plan), Number(id)), paths)];
    case 'elsewhere':
      return [fresh(newElsewhere(), paths)];
    case 'redirects':
      return [fresh(newRedirects(), paths)];
    case 'units':
      return missingUnits(entries);
    case 'handbook': {
      const files = newHandbook().filter(({ file }) => !paths.has(file));
      if (files.length === 0) throw new NewFileRefused('网站设置和近义词表都有了');
      return files;
    }
    default:
      return [fresh(named(entries, what, id, name, kind), paths)];
  }
}

function fresh(file: NewFile | undefined, paths: ReadonlySet<string>): NewFile {
  if (!file) throw new NewFileRefused('没有这条措施');
  if (paths.has(file.file)) throw new NewFileRefused('已经有这个文件，没有改动它。换一个编号，或直接打开它修改。');
  return file;
}

/** A unit or a topic. */
function named(entries: Entries, what: string, id: string, name: string, wanted: string | undefined): NewFile {
  if (!slug.safeParse(id).success) throw new NewFileRefused(`编号“${id}”不行：只能用小写字母、数字和单个连字符`);
  if (name.trim() === '') throw new NewFileRefused('没有写名称');
  const kinds = what === 'unit' ? unitKinds : topicKinds;
  const kind = wanted ?? Object.keys(kinds)[0] ?? '';
  if (!Object.hasOwn(kinds, kind)) throw new NewFileRefused(`--kind 只能是 ${Object.keys(kinds).join('、')}`);
  const same =
    what === 'unit'
      ? entries.units.find(({ data }) => [data.name, ...data.aliases].includes(name))
      : entries.topics.find(({ data }) => data.name === name && data.kind === kind);
  if (same) throw new NewFileRefused(`“${name}”已经有了，在 ${what}s/${same.id}.yaml`);
  return what === 'unit' ? newUnit(id, name, kind as UnitKind) : newTopic(entries, id, name, kind as TopicKind);
}

/** The plan of an id, or the only one. */
function planOf({ plans }: Entries, id: string | undefined): PlanEntries {
  const plan = id ? plans.find((one) => one.id === id) : plans[0];
  const known = plans.map((one) => one.id).join('、');
  if (!plan) throw new NewFileRefused(`没有这份文件。plans 里有：${known}`);
  if (!id && plans.length > 1) throw new NewFileRefused(`有几份文件，请用 --plan 写明是哪一份：${known}`);
  return plan;
}

/** The seal of the document as received of a plan, or of the only one that has none. */
function newSeal(
  sources: ReadonlyMap<string, string>,
  seals: ReadonlyMap<string, string>,
  plan: string | undefined,
): NewFile {
  const open = [...sources].filter(([id]) => (plan === undefined ? !seals.has(id) : id === plan));
  const [[id, text] = ['', '']] = open;
  if (open.length === 0)
    throw new NewFileRefused(
      plan === undefined ? '各份文件的 source.txt 都登记过了，或没有 source.txt' : `“${plan}”没有 source.txt`,
    );
  if (open.length > 1)
    throw new NewFileRefused(`有几份没有登记，请用 --plan 写明是哪一份：${open.map(([one]) => one).join('、')}`);
  return { file: contentFiles.seal(id), text: sealOf(text), next: '把这个文件和 source.txt 一起提交' };
}

/** An entry for each name that the plans give and the registry has not. */
function missingUnits(entries: Entries): NewFile[] {
  const registry = registryOf(entries.units, today());
  const names = entries.plans.flatMap(({ plan, measures }) => unknownUnits(plan.data, measures, registry));
  const missing = [...new Set(names.map(({ name }) => name))];
  if (missing.length === 0) throw new NewFileRefused('方案里写到的单位都登记过了');
  return newUnits(entries, missing);
}
