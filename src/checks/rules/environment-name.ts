import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'environment-name',
  reason: 'Environments of a plan are told apart by their titles, and where space is short by their short names.',
  needs: [],
  structural: true,
  runs: eachFile('plans', ['environments'], ({ data: { environments } }) =>
    environments.flatMap((environment, index) =>
      (['title', 'short'] as const)
        .filter((field) => environments.slice(0, index).some((other) => other[field] === environment[field]))
        .map((field) => ({
          path: ['environments', index, field],
          found: `“${environment[field]}”写了两次`,
          expected: '每个环境的名称和短名各不相同',
          mend: '改成另一个名称，或删去重复的一个',
        })),
    ),
  ),
  bad: {
    'plan.mdx:19 environments[2].short 查到：“市场”写了两次 应为：每个环境的名称和短名各不相同 改法：改成另一个名称，或删去重复的一个':
      { 'plan.mdx': { 'short: 法治': 'short: 市场' } },
  },
};
