import { didYouMean } from '../../loader/did-you-mean.ts';
import type { Problem } from '../../loader/problem.ts';
import { registryOf } from '../../model/unit-registry.ts';
import { once, type Rule } from '../rule.ts';
import { cellsOf } from '../unit-cells.ts';

export const rule: Rule = {
  id: 'known-unit',
  reason: 'A unit is named as the registry has it, so that a misspelt name is not taken for another unit.',
  needs: ['units'],
  structural: true,
  runs: once((content) => {
    const registry = registryOf(content.entries.units, content.day);
    const unknown = cellsOf(content).flatMap(({ cell, ...place }) =>
      registry.read(cell).unknown.map((name) => ({ name, ...place })),
    );
    return [...Map.groupBy(unknown, ({ name }) => name)].map(([name, places]): Problem => {
      const [{ file = '', path = [] } = {}, ...more] = places;
      return {
        file,
        path,
        found: `单位“${name}”不在登记里`,
        expected: 'content/units/ 里登记的名称或别名',
        mend: `${didYouMean(name, registry.names)}；如果是新单位，请在 content/units/ 新建一个文件${more.length > 0 ? `。同样的共 ${places.length} 处：都这样印的，就改正登记的名称，或加为别名` : ''}`,
      };
    });
  }),
  bad: {
    'measures/02.mdx:5 units 查到：单位“区乙辦”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件':
      { 'measures/02.mdx': { 'units: 区乙办等': 'units: 区乙辦等' } },
    'measures/01.mdx:5 units 查到：单位“区乙办”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区一办”；如果是新单位，请在 content/units/ 新建一个文件。同样的共 4 处：都这样印的，就改正登记的名称，或加为别名':
      { 'units/yi.yaml': { 'name: 区乙办': 'name: 区一办' } },
  },
};
