import { didYouMean, isAlike } from '../loader/did-you-mean.ts';
import { contentFiles } from '../loader/paths.ts';
import type { Problem } from '../loader/problem.ts';
import type { Plan, Unit } from '../model/types.ts';

/** A name in the content that stands for nothing known. */
export interface UnknownName {
  kind: 'unit' | 'topic' | 'environment';
  name: string;
  plan: Plan;
  file: string;
  path: readonly PropertyKey[];
}

/** What there is to be named. */
export interface Known {
  units: readonly Unit[];
  unitNames: readonly string[];
  topics: readonly string[];
  plans: readonly Plan[];
}

/** One problem for each unknown name, where it first stands, or where what it means is itself written otherwise. */
export function unknownNames(unknown: readonly UnknownName[], known: Known): Problem[] {
  const groups = Map.groupBy(unknown, ({ kind, name, plan }) =>
    [kind, kind === 'environment' ? plan.id : '', name].join(),
  );
  return [...groups.values()].map((places) => causeOf(places, known) ?? toldAt(places, known));
}

/** Names that right texts agree on, while the one entry that is like them is named nowhere: the entry is wrong. */
function causeOf(places: readonly UnknownName[], { units, plans }: Known): Problem | undefined {
  const [{ kind, name, plan } = {}] = places;
  if (!plan || name === undefined || places.length < 2) return undefined;
  if (kind === 'unit') {
    const named = new Set(
      plans
        .flatMap(({ measures, tasks }) => [...measures, ...tasks])
        .flatMap((one) => one.units.map(({ unit }) => unit)),
    );
    const isSingle = (unit: Unit) => units.every((other) => other === unit || other.name !== unit.name);
    const twin = units.find((unit) => !named.has(unit) && isSingle(unit) && isAlike(unit.name, name));
    return (
      twin && {
        file: contentFiles.unit(twin.id),
        path: ['name'],
        found: `“${twin.name}”，没有一处提到它，而“${name}”有 ${places.length} 处`,
        expected: '文件中印出的名称，一字不差',
        mend: `改成“${name}”；确是另一个单位，就另登记“${name}”`,
      }
    );
  }
  if (kind !== 'environment') return undefined;
  const index = plan.environments.findIndex(({ title, measures }) => measures.length === 0 && isAlike(title, name));
  const twin = plan.environments[index];
  return (
    twin && {
      file: contentFiles.plan(plan.id),
      path: ['environments', index, 'title'],
      found: `“${twin.title}”，没有一条措施写的是它，而 ${places.length} 条措施写作“${name}”`,
      expected: '与各条措施的 environment 写法一致',
      mend: `对照原文，改成“${name}”，或改正那几条措施`,
    }
  );
}

function toldAt(places: readonly UnknownName[], { unitNames, topics }: Known): Problem {
  const [{ kind, name, plan, file, path }] = places as [UnknownName];
  const count = places.length > 1 ? `。同样的共 ${places.length} 处` : '';
  const titles = plan.environments.map(({ title }) => title);
  switch (kind) {
    case 'unit':
      return {
        file,
        path,
        found: `单位“${name}”不在登记里`,
        expected: 'content/units/ 里登记的名称或别名',
        mend: `${didYouMean(name, unitNames)}；如果是新单位，请在 content/units/ 新建一个文件${count}`,
      };
    case 'topic':
      return {
        file,
        path,
        found: `主题“${name}”`,
        expected: 'content/topics/ 里的一个文件名',
        mend: `${didYouMean(name, topics)}${count}`,
      };
    case 'environment':
      return {
        file,
        path,
        found: `“${name}”`,
        expected: 'plan.mdx 的 environments 里列出的一个环境',
        mend: `${didYouMean(name, titles)}${count}`,
      };
  }
}
