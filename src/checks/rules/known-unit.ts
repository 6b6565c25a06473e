import { didYouMean } from '../../loader/did-you-mean.ts';
import type { Problem } from '../../loader/problem.ts';
import { shortened } from '../../loader/yaml.ts';
import { registryOf, type UnitRegistry } from '../../model/unit-registry.ts';
import { once, type Rule } from '../rule.ts';
import { cellsOf, type UnitCell } from '../unit-cells.ts';

/** How units are set apart in a cell, with the names of other signs. */
const separators: readonly [RegExp, string][] = [
  [/[,]/u, '英文逗号'],
  [/，/u, '中文逗号'],
  [/[;；]/u, '分号'],
  [/[/／|｜\\]/u, '斜线或竖线'],
  [/\s/u, '空格'],
  [/[.。．·]/u, '句号或点'],
  [/[和与]/u, '“和”或“与”'],
];

/** A cell as the document writes it, for one that was written with other signs; undefined if no other signs make names known. */
function asPrinted(cell: string, registry: UnitRegistry): string | undefined {
  const [known, unknown] = [
    (text: string) => registry.read(text).units.length,
    (text: string) => registry.read(text).unknown.length,
  ];
  const signs = cell
    .replace(/[()]/gu, (sign) => (sign === '(' ? '（' : '）'))
    .replace(/(?<=单位|部门|主体):/gu, '：')
    .replace(/^[“"'‘]|[”"'’]$/gu, '');
  const trimmed = (text: string) =>
    text.replace(/[、\s]*、[、\s]*/gu, '、').replace(/^[、\s]+|[、，,；;。.\s]+$/gu, '');
  const forms = [
    signs,
    signs.replace(/\s+/gu, ''),
    signs.replace(/;/gu, '；'),
    signs.replace(/[,，/／|｜\\.．·]|\s+/gu, '、'),
    signs.replace(/[,，;；/／|｜\\.．·。]|\s+/gu, '、'),
    signs.replace(/[,，;；/／|｜\\.．·。]|\s+|[和与]/gu, '、'),
  ].map(trimmed);
  return forms
    .filter((form) => known(form) > known(cell) || unknown(form) < unknown(cell))
    .sort((a, b) => known(b) - known(a) || unknown(a) - unknown(b))[0];
}

/** A cell that is written with other signs than the document's. */
function misprinted({ file, path, cell, isPart }: UnitCell, meant: string): Problem {
  const [, sign] = separators.find(([pattern]) => cell.match(pattern) && !pattern.test(meant)) ?? [];
  return {
    file,
    path,
    found:
      meant === cell.replace(/\s/gu, '')
        ? `“${shortened(cell)}”，名称里有空格`
        : cell.startsWith(meant)
          ? `“${shortened(cell)}”，末尾多了标点`
          : sign
            ? `“${shortened(cell)}”，单位之间是${sign}`
            : `“${shortened(cell)}”，标点不对`,
    expected: '单位之间用顿号、（原文的写法）',
    mend: `写成 ${meant}`,
    ...(isPart ? {} : { repair: { value: meant } }),
  };
}

export const rule: Rule = {
  id: 'known-unit',
  reason: 'A unit is named as the registry has it, so that a misspelt name is not taken for another unit.',
  needs: ['units'],
  structural: true,
  runs: once((content) => {
    const registry = registryOf(content.entries.units, content.day);
    const cells = cellsOf(content)
      .filter(({ cell }) => registry.read(cell).unknown.length > 0)
      .map((place) => ({ ...place, meant: asPrinted(place.cell, registry) }));
    const unknown = cells.flatMap(({ cell, meant = cell, ...place }) =>
      registry.read(meant).unknown.map((name) => ({ name, ...place })),
    );
    const ofNames = [...Map.groupBy(unknown, ({ name }) => name)].map(([name, places]): Problem => {
      const [{ file = '', path = [] } = {}, ...more] = places;
      return {
        file,
        path,
        found: `单位“${name}”不在登记里`,
        expected: 'content/units/ 里登记的名称或别名',
        mend: `${didYouMean(name, registry.names)}；如果是新单位，请在 content/units/ 新建一个文件${more.length > 0 ? `。同样的共 ${places.length} 处：都这样印的，就改正登记的名称，或加为别名` : ''}`,
      };
    });
    return [
      ...cells.flatMap(({ meant, ...place }) => (meant === undefined ? [] : misprinted(place, meant))),
      ...ofNames,
    ];
  }),
  bad: {
    'measures/01.mdx:5 units 查到：“区甲局,区乙办”，单位之间是英文逗号 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办':
      { 'measures/01.mdx': { '\nunits: 区甲局、区乙办': '\nunits: 区甲局,区乙办' } },
    'measures/01.mdx:5 units 查到：“区甲局，区乙辦”，单位之间是中文逗号 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙辦\nmeasures/01.mdx:5 units 查到：单位“区乙辦”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件':
      { 'measures/01.mdx': { '\nunits: 区甲局、区乙办': '\nunits: 区甲局，区乙辦' } },
    'measures/02.mdx:5 units 查到：单位“区乙辦”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件':
      { 'measures/02.mdx': { 'units: 区乙办等': 'units: 区乙辦等' } },
    'measures/01.mdx:5 units 查到：单位“区乙办”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区一办”；如果是新单位，请在 content/units/ 新建一个文件。同样的共 4 处：都这样印的，就改正登记的名称，或加为别名':
      { 'units/yi.yaml': { 'name: 区乙办': 'name: 区一办' } },
  },
};
