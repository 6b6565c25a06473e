import { contentFiles } from '../../loader/paths.ts';
import { once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unit-name',
  reason: 'A name or alias belongs to one unit.',
  needs: ['units'],
  structural: true,
  runs: once(({ entries: { units } }) => {
    const first = new Map<string, string>();
    return units.flatMap(({ id, data }) =>
      [data.name, ...data.aliases].flatMap((name, index) => {
        const file = contentFiles.unit(id);
        const earlier = first.get(name);
        first.set(name, earlier ?? file);
        if (earlier === undefined) return [];
        return {
          file,
          path: index === 0 ? ['name'] : ['aliases', index - 1],
          found: `“${name}”，${earlier} 里已经有`,
          expected: '一个名称或别名只属于一个单位，各写一次',
          mend: '删去多余的一处；是同一单位的两个文件就合成一个',
        };
      }),
    );
  }),
  bad: {
    'units/yi.yaml:2 aliases[1] 查到：“区甲”，units/jia.yaml 里已经有 应为：一个名称或别名只属于一个单位，各写一次 改法：删去多余的一处；是同一单位的两个文件就合成一个':
      { 'units/yi.yaml': { 'kind: unit': 'aliases: [区甲]\nkind: unit' } },
  },
};
