import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'correction-id',
  reason: 'Corrections of a plan have each their own id, which is an anchor of the collation.',
  needs: [],
  runs: eachFile('corrections', ['corrections'], ({ data: { corrections } }) =>
    corrections.flatMap(({ id }, index) => {
      if (corrections.findIndex((other) => other.id === id) === index) return [];
      return {
        path: ['corrections', index, 'id'],
        found: `“${id}”用了两次`,
        expected: '每条更正的 id 不重复',
        mend: '改成另一个名称，用小写字母、数字和连字符',
      };
    }),
  ),
  bad: {
    'corrections.yaml:8 corrections[2].id 查到：“m01-break”用了两次 应为：每条更正的 id 不重复 改法：改成另一个名称，用小写字母、数字和连字符':
      { 'corrections.yaml': { 'id: m02-chu': 'id: m01-break' } },
  },
};
