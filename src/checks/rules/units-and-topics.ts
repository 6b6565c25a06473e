import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import { provisionsOf } from '../../model/plan.ts';
import { hiddenIn, isUnresolved, type Rule, type Scope } from '../context.ts';
import { lacksMeasures, lacksTasks, tasksNumbered } from './numbering.ts';

/** Whether all measures and tasks are there and a field names known things, so that what it does not name is named nowhere. */
const isComplete = (scope: Scope, field: string) =>
  scope.plans.length > 0 &&
  scope.plans.every((plan) => !lacksMeasures(plan) && !lacksTasks(plan)) &&
  tasksNumbered(scope).length === 0 &&
  !isUnresolved(scope, field);

export const unitsNamedOnce: Rule = ({ entries }) => {
  const first = new Map<string, string>();
  return entries.units.flatMap(({ id, data }) => {
    const names = [
      { name: data.name, path: ['name'] },
      ...data.aliases.map((name, index) => ({ name, path: ['aliases', index] })),
    ];
    return names.flatMap(({ name, path }): Problem[] => {
      const file = contentFiles.unit(id);
      const earlier = first.get(name);
      first.set(name, earlier ?? file);
      if (earlier === undefined) return [];
      return [
        {
          file,
          path,
          found: `“${name}”，${earlier} 里已经有`,
          expected: '一个名称或别名只属于一个单位',
          mend: '删去多余的一处；是同一单位的两个文件就合成一个',
        },
      ];
    });
  });
};

export const unitsNamed: Rule = (scope) => {
  if (!isComplete(scope, 'units')) return [];
  const hidden = hiddenIn(scope.entries);
  const named = new Set(
    scope.handbook.plans
      .flatMap(({ measures, tasks }) => [...measures, ...tasks])
      .flatMap(({ units }) => units.map(({ unit }) => unit.id)),
  );
  return scope.entries.units
    .filter(({ id, data }) => !named.has(id) && ![data.name, ...data.aliases].some((name) => hidden(name, 'plans/')))
    .map(({ id, data }) => ({
      file: contentFiles.unit(id),
      path: ['name'],
      found: `“${data.name}”，没有一条措施或任务提到它`,
      expected: '登记的单位都在文件的责任单位里出现，名称与文件印的一字不差',
      mend: '改正名称或补上别名；不需要就删去这个文件',
    }));
};

export const aliasesPrinted: Rule = (scope) => {
  if (!isComplete(scope, 'units')) return [];
  const hidden = hiddenIn(scope.entries);
  const printed = new Set(
    scope.handbook.plans
      .flatMap(({ measures, tasks }) => [...measures, ...tasks])
      .flatMap(({ units }) => units.map(({ name }) => name)),
  );
  return scope.entries.units.flatMap(({ id, data }) =>
    data.aliases.flatMap((alias, index): Problem[] => {
      if (printed.has(alias) || hidden(alias, 'plans/')) return [];
      return [
        {
          file: contentFiles.unit(id),
          path: ['aliases', index],
          found: `别名“${alias}”，没有一处责任单位这样印`,
          expected: '别名是文件里同一单位的其他印法',
          mend: '照文件改正或删去；读者的叫法写进 searchTerms',
        },
      ];
    }),
  );
};

export const topicsApart: Rule = ({ entries: { topics } }) =>
  topics.flatMap(({ id, data }, index) =>
    (['name', 'order'] as const).flatMap((field): Problem[] => {
      const twin = topics
        .slice(0, index)
        .find((other) => other.data.kind === data.kind && other.data[field] === data[field]);
      if (!twin) return [];
      return [
        {
          file: contentFiles.topic(id),
          path: [field],
          found: `${data[field]}，与 ${contentFiles.topic(twin.id)} 相同`,
          expected: field === 'name' ? '同一种主题的名称不同' : '同一种主题的次序不同',
          mend: '改成另一个',
        },
      ];
    }),
  );

export const topicsUsed: Rule = (scope) => {
  if (!isComplete(scope, 'topics')) return [];
  const hidden = hiddenIn(scope.entries);
  const used = new Set(scope.handbook.plans.flatMap(provisionsOf).flatMap(({ topics }) => topics.map(({ id }) => id)));
  return scope.entries.topics
    .filter(({ id }) => !used.has(id) && !hidden(id, 'plans/'))
    .map(({ id, data }) => ({
      file: contentFiles.topic(id),
      path: ['name'],
      found: `主题“${data.name}”（${id}），没有一项任务对应`,
      expected: '每个主题至少对应一项任务，没有清单的文件对应一条措施',
      mend: `在对应的措施或任务的 topics 里写上 ${id}，或删去这个文件`,
    }));
};

export const needsGiven: Rule = ({ plans, entries }) =>
  plans.flatMap(({ measures }) =>
    measures.flatMap(({ measure, entry: { file, data } }) =>
      data.tasks.flatMap((task, index): Problem[] => {
        const ids = task.topics ?? data.topics;
        // An id that is not known is told by itself.
        const kinds = ids.map((id) => entries.topics.find((topic) => topic.id === id)?.data.kind ?? 'need');
        if (ids.length === 0 || kinds.includes('need')) return [];
        return [
          {
            file,
            path: ['tasks', index, ...(task.topics ? ['topics'] : [])],
            found: `第${task.number}项的主题是 ${ids.join('、')}，没有一个是需求`,
            expected: '至少一个需求（kind: need）；不直接面向企业的任务写 topics: []',
            mend: `给措施${measure.number}或这一项补上一个需求`,
          },
        ];
      }),
    ),
  );
