import { contentFiles } from '../../loader/paths.ts';
import { once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'unit-used',
  reason:
    'Every unit is named by some measure or task or came of one that is, as a page without duties helps nobody, and so is every alias: what readers call a unit is a search term.',
  needs: ['plans', 'measures', 'units'],
  runs: once(({ handbook: { plans, units } }) => {
    const named = plans.flatMap(({ environments, measures, tasks }) => [
      ...environments.flatMap(({ mentions }) => mentions.flatMap(({ units }) => units)),
      ...[...measures, ...tasks].flatMap((one) => one.units),
    ]);
    const used = new Set(named.map(({ unit }) => unit));
    const printed = new Set(named.map(({ name }) => name));
    const idle = units
      .filter((unit) => !used.has(unit) && unit.predecessors.length === 0)
      .map(({ id, name }) => ({
        file: contentFiles.unit(id),
        path: ['name'],
        found: `“${name}”，没有一条措施或任务提到它`,
        expected: '登记的单位都在文件的责任单位里出现，名称与文件印的一字不差',
        mend: '改正名称或补上别名；由别的单位更名、合并来的，在那个单位的文件里写 successor；不需要就删去这个文件',
      }));
    const unprinted = units.flatMap(({ id, aliases }) =>
      [...aliases.entries()]
        .filter(([, alias]) => !printed.has(alias))
        .map(([index, alias]) => ({
          file: contentFiles.unit(id),
          path: ['aliases', index],
          found: `别名“${alias}”，没有一处责任单位这样印`,
          expected: '别名是文件里同一单位的其他印法',
          mend: '照文件改正或删去；读者的叫法写进 searchTerms',
        })),
    );
    return [...idle, ...unprinted];
  }),
  good: [{ 'measures/01.mdx': { 'units: 区甲局、区乙办\n    topics': 'units: 区甲、区乙办\n    topics' } }],
  bad: {
    'units/bing.yaml:1 name 查到：“区丙局”，没有一条措施或任务提到它 应为：登记的单位都在文件的责任单位里出现，名称与文件印的一字不差 改法：改正名称或补上别名；由别的单位更名、合并来的，在那个单位的文件里写 successor；不需要就删去这个文件':
      { 'units/bing.yaml': 'name: 区丙局\nkind: unit\n' },
    'units/yi.yaml:2 aliases[1] 查到：别名“区乙办公室”，没有一处责任单位这样印 应为：别名是文件里同一单位的其他印法 改法：照文件改正或删去；读者的叫法写进 searchTerms':
      { 'units/yi.yaml': { 'kind: unit': 'aliases: [区乙办公室]\nkind: unit' } },
  },
};
