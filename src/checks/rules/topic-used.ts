import { contentFiles } from '../../loader/paths.ts';
import { provisionsOf } from '../../model/plan.ts';
import { once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'topic-used',
  reason: 'Every topic is answered by some task: an empty page would promise help that there is not.',
  needs: ['plans', 'measures', 'topics'],
  runs: once(({ handbook: { plans, topics }, entries }) => {
    // While measures have no topics yet, which is reported, nothing can be said of what is used.
    if (entries.plans.some(({ measures }) => measures.some(({ data }) => data.topics === undefined))) return [];
    const used = new Set(plans.flatMap(provisionsOf).flatMap((provision) => provision.topics));
    return topics
      .filter((topic) => !used.has(topic))
      .map(({ id, name }) => ({
        file: contentFiles.topic(id),
        path: ['name'],
        found: `主题“${name}”（${id}），没有一项任务对应`,
        expected: '每个主题至少对应一项任务，没有清单的文件对应一条措施',
        mend: `在对应的措施或任务的 topics 里写上 ${id}，或删去这个文件`,
      }));
  }),
  bad: {
    'topics/tax.yaml:1 name 查到：主题“办税”（tax），没有一项任务对应 应为：每个主题至少对应一项任务，没有清单的文件对应一条措施 改法：在对应的措施或任务的 topics 里写上 tax，或删去这个文件':
      { 'topics/tax.yaml': 'name: 办税\nkind: need\norder: 3\n' },
  },
};
