import { idFor } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import { eachPlan, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'featured-target',
  reason: 'What the front page shows of a plan are targets of it, each once.',
  needs: ['plans', 'measures'],
  runs: eachPlan(({ id: plan, featured, targets }) => {
    const known = targets.map(({ id }) => id);
    // That two targets share an id is for another rule to report.
    if (new Set(known).size < known.length) return [];
    return featured.flatMap((id, index) => {
      const isTwice = featured.indexOf(id) < index;
      if (!isTwice && known.includes(id)) return [];
      return {
        file: contentFiles.plan(plan),
        path: ['featured', index],
        found: isTwice ? `“${id}”写了两次` : `“${id}”，没有这个目标`,
        expected: '这份文件里目标的 id，每个写一次；上限和时限不列在首页',
        mend: isTwice
          ? '删去一处'
          : idFor(
              id,
              targets.map((target) => ({ id: target.id, names: [target.name] })),
            ),
      };
    });
  }),
  bad: {
    'plan.mdx:20 featured[1] 查到：“meeting”，没有这个目标 应为：这份文件里目标的 id，每个写一次；上限和时限不列在首页 改法：最接近的是 meetings（银企对接会）':
      { 'plan.mdx': { 'annex:': 'featured: [meeting]\nannex:' } },
    'plan.mdx:20 featured[1] 查到：“days”，没有这个目标 应为：这份文件里目标的 id，每个写一次；上限和时限不列在首页 改法：没有相近的；有的是 meetings（银企对接会）':
      { 'plan.mdx': { 'annex:': 'featured: [days]\nannex:' } },
    'plan.mdx:20 featured[2] 查到：“meetings”写了两次 应为：这份文件里目标的 id，每个写一次；上限和时限不列在首页 改法：删去一处':
      { 'plan.mdx': { 'annex:': 'featured: [meetings, meetings]\nannex:' } },
  },
};
