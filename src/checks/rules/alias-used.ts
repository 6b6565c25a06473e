import { contentFiles } from '../../loader/paths.ts';
import { once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'alias-used',
  reason: 'An alias is a printed form of the name; what readers call a unit is a search term.',
  needs: ['plans', 'measures', 'units'],
  runs: once(({ handbook: { plans, units } }) => {
    const printed = new Set(
      plans
        .flatMap(({ measures, tasks }) => [...measures, ...tasks])
        .flatMap((one) => one.units.map(({ name }) => name)),
    );
    return units.flatMap(({ id, aliases }) =>
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
  }),
  bad: {
    'units/yi.yaml:2 aliases[1] 查到：别名“区乙办公室”，没有一处责任单位这样印 应为：别名是文件里同一单位的其他印法 改法：照文件改正或删去；读者的叫法写进 searchTerms':
      { 'units/yi.yaml': { 'kind: unit': 'aliases: [区乙办公室]\nkind: unit' } },
  },
};
