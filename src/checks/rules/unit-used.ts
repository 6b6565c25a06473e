import { contentFiles } from '../../loader/paths.ts';
import { once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unit-used',
  reason: 'Every unit of the registry is named by some measure or task: a page without duties helps nobody.',
  needs: ['plans', 'measures', 'units'],
  runs: once(({ handbook: { plans, units } }) => {
    const named = new Set(
      plans
        .flatMap(({ measures, tasks }) => [...measures, ...tasks])
        .flatMap((one) => one.units.map(({ unit }) => unit)),
    );
    return units
      .filter((unit) => !named.has(unit))
      .map(({ id, name }) => ({
        file: contentFiles.unit(id),
        path: ['name'],
        found: `“${name}”，没有一条措施或任务提到它`,
        expected: '登记的单位都在文件的责任单位里出现，名称与文件印的一字不差',
        mend: '改正名称或补上别名；不需要就删去这个文件',
      }));
  }),
  good: [{ 'measures/01.mdx': { 'units: 区甲局、区乙办\n    topics': 'units: 区甲、区乙办\n    topics' } }],
  bad: {
    'units/bing.yaml:1 name 查到：“区丙局”，没有一条措施或任务提到它 应为：登记的单位都在文件的责任单位里出现，名称与文件印的一字不差 改法：改正名称或补上别名；不需要就删去这个文件':
      { 'units/bing.yaml': 'name: 区丙局\nkind: unit\n' },
  },
};
