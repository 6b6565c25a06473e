import { named, shownId } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import { replacementOf } from '../../model/status.ts';
import type { Plan } from '../../model/types.ts';
import { once, type Rule } from '../rule.ts';

/** The ids of the plans by which one is replaced, one after the other, up to one that is in force, not there, or comes twice. */
function replacements(plan: Plan, plans: readonly Plan[]): string[] {
  const ids = [plan.id];
  for (let at: Plan | undefined = plan; at; ) {
    const by: string | undefined = replacementOf(at);
    if (by === undefined) break;
    ids.push(by);
    if (ids.indexOf(by) < ids.length - 1) break;
    at = plans.find(({ id }) => id === by);
  }
  return ids;
}

/** Which folder to write for what was written as one. */
function mendOf(by: string, others: readonly Plan[]): string {
  const near = named(
    by,
    others.map(({ id, shortTitle, title, number = title }) => ({ id, names: [number, title, shortTitle] })),
  );
  if (near?.isSame) return `写成 ${shownId(near.one)}`;
  if (near) return `最接近的是 ${shownId(near.one)}；那份文件还没有收进来，就先收进来`;
  return `文件夹名、文号或名称是“${by}”的文件还没有收进来：先收进来，再写它的文件夹名`;
}

const replacedBy = (id: string) => ({
  'environments:': `status:\n  kind: replaced\n  by: ${id}\n  basis: 第二方案第一条。\nenvironments:`,
});

export const rule: Rule = {
  id: 'plan-replaced',
  reason: 'A plan is replaced by another that is there, and not by itself in the end.',
  needs: ['plans'],
  runs: once(({ handbook: { plans } }) =>
    plans.flatMap((plan) => {
      const by = replacementOf(plan);
      if (by === undefined) return [];
      const place = { file: contentFiles.plan(plan.id), path: ['status', 'by'] };
      const ids = plans.map(({ id }) => id);
      if (!ids.includes(by))
        return {
          ...place,
          found: `文件“${by}”`,
          expected: 'content/plans/ 里的一个文件夹名',
          mend: mendOf(
            by,
            plans.filter(({ id }) => id !== plan.id),
          ),
        };
      const way = replacements(plan, plans);
      if (way.at(-1) !== plan.id) return [];
      return {
        ...place,
        found: `绕回了自己：${way.join(' → ')}`,
        expected: '代替它的是另一份文件，并且不绕回来',
        mend: '对照各份文件改正；有效的一份不写 status',
      };
    }),
  ),
  good: [
    {
      'plan.mdx': replacedBy('second'),
      'second/plan.mdx': {
        'environments:': 'status:\n  kind: ended\n  on: 2026-01-01\n  basis: 公告。\nenvironments:',
      },
    },
  ],
  bad: {
    'plan.mdx:17 status.by 查到：文件“小政[2025]3号” 应为：content/plans/ 里的一个文件夹名 改法：写成 second（小政〔2025〕3号）':
      { 'second/plan.mdx': {}, 'plan.mdx': replacedBy('小政[2025]3号') },
    'plan.mdx:17 status.by 查到：文件“小政〔2026〕9号” 应为：content/plans/ 里的一个文件夹名 改法：文件夹名、文号或名称是“小政〔2026〕9号”的文件还没有收进来：先收进来，再写它的文件夹名':
      {
        'plan.mdx': replacedBy('小政〔2026〕9号'),
      },
    'plan.mdx:17 status.by 查到：绕回了自己：mini → second → mini 应为：代替它的是另一份文件，并且不绕回来 改法：对照各份文件改正；有效的一份不写 status\nsecond/plan.mdx:17 status.by 查到：绕回了自己：second → mini → second 应为：代替它的是另一份文件，并且不绕回来 改法：对照各份文件改正；有效的一份不写 status':
      { 'plan.mdx': replacedBy('second'), 'second/plan.mdx': replacedBy('mini') },
    'plan.mdx:17 status.by 查到：文件“secnd” 应为：content/plans/ 里的一个文件夹名 改法：最接近的是 second（小政〔2025〕3号）；那份文件还没有收进来，就先收进来':
      { 'second/plan.mdx': {}, 'plan.mdx': replacedBy('secnd') },
    'plan.mdx:17 status.by 查到：绕回了自己：mini → mini 应为：代替它的是另一份文件，并且不绕回来 改法：对照各份文件改正；有效的一份不写 status':
      { 'plan.mdx': replacedBy('mini') },
  },
};
