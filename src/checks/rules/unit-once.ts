import { contentFiles } from '../../loader/paths.ts';
import { registryOf } from '../../model/unit-registry.ts';
import { once, type Rule } from '../rule.ts';
import { cellsOf } from '../unit-cells.ts';

export const rule: Rule = {
  id: 'unit-once',
  reason: 'Two names in one cell are two units, as a cell names none twice: an alias that makes them one hides a unit.',
  needs: ['units'],
  runs: once((content) => {
    const registry = registryOf(content.entries.units, content.day);
    const doubled = cellsOf(content).flatMap(({ file, cell }) =>
      [...Map.groupBy(registry.read(cell).units, ({ unit }) => unit)].flatMap(([unit, named]) => {
        const names = [...new Set(named.map(({ name }) => name))];
        const alias = names.findLast((name) => name !== unit.name);
        const beside = names.find((name) => name !== alias);
        return alias === undefined || beside === undefined ? [] : { unit, file, alias, beside };
      }),
    );
    // The alias is the one cause of all these cells.
    return [...Map.groupBy(doubled, ({ unit, alias }) => `${unit.id} ${alias}`).values()].flatMap((cells) => {
      const [first] = cells;
      if (!first) return [];
      const { unit, file, alias, beside } = first;
      const places = `${file}${cells.length > 1 ? ` 等 ${cells.length} 处` : ''}`;
      return {
        file: contentFiles.unit(unit.id),
        path: ['aliases', unit.aliases.indexOf(alias)],
        found: `“${alias}”，与“${beside}”印在同一格里（${places}），同一格里两个名称归了同一单位`,
        expected: '同一格里的两个名称是两个单位；aliases 只写同一单位的不同印法',
        mend: `把“${alias}”从 aliases 里删去，另建一个文件登记；是合并前后的单位，就在“${alias}”的文件里写 successor：kind: merged、into: ${unit.id}、on 哪天起、basis 依据`,
      };
    });
  }),
  good: [
    {
      'units/jia.yaml': {
        'aliases: [区甲]': 'aliases: [区甲]\nsuccessor:\n  kind: merged\n  into: yi\n  on: 2026-01-01\n  basis: 公告。',
      },
    },
  ],
  bad: {
    'units/yi.yaml:2 aliases[1] 查到：“区甲”，与“区乙办”印在同一格里（plans/mini/measures/01.mdx），同一格里两个名称归了同一单位 应为：同一格里的两个名称是两个单位；aliases 只写同一单位的不同印法 改法：把“区甲”从 aliases 里删去，另建一个文件登记；是合并前后的单位，就在“区甲”的文件里写 successor：kind: merged、into: yi、on 哪天起、basis 依据':
      {
        'measures/01.mdx': { 'units: 区甲局、区乙办\n    topics': 'units: 区甲、区乙办\n    topics' },
        'units/jia.yaml': { 'aliases: [区甲]\n': '' },
        'units/yi.yaml': { 'kind: unit': 'aliases: [区甲]\nkind: unit' },
      },
  },
};
