import { didYouMean, isMistyped, named } from '../../loader/did-you-mean.ts';
import { asSlug } from '../../loader/meant.ts';
import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import { shortened } from '../../loader/yaml.ts';
import { registryOf, type UnitRegistry } from '../../model/unit-registry.ts';
import { unitPath } from '../../routes/paths.ts';
import { type Content, isPublished, once, placesText, type Rule } from '../rule.ts';
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

/** The units that were published and whose files are gone, by their ids. */
const goneUnits = (content: Content): string[] =>
  [...content.published.values()]
    .flatMap((address) => /^units\/([^/]+)\/$/u.exec(address)?.[1] ?? [])
    .filter((id) => isPublished(content, unitPath({ id })) && !content.entries.units.some((unit) => unit.id === id));

type Unknown = Pick<Problem, 'file' | 'path'> & { name: string };

/** A unit whose file is gone: a file has the name of its unit in pinyin, or in a part of it. */
function goneFile(id: string, places: readonly Unknown[], content: Content): Problem {
  const names = [...new Set(places.map(({ name }) => `“${name}”`))].join('、');
  return {
    file: contentFiles.unit(id),
    path: [],
    line: 1,
    found: `没有这个文件，而有 ${places.length} 处写着${names}：${placesText(content, places)}`,
    expected: '发布过的单位一直有它的文件',
    mend: `从上一个版本恢复 ${contentFiles.unit(id)}，改过文件名的改回来；单位更名、并入或分设的，也留着它的文件，在里面写 successor`,
  };
}

/** A name that the registry has not, once for all places; what many places print alike is hardly a slip of writing. */
function unregistered(name: string, places: readonly Unknown[], { names }: UnitRegistry, content: Content): Problem {
  const [{ file, path } = { file: '', path: [] }] = places;
  const isRepeated = places.length > 1;
  const alike = isRepeated ? names.filter((one) => isMistyped(name, one, 1)) : names;
  const near = isRepeated && alike.length === 0 ? '' : `${didYouMean(name, alike)}；`;
  return {
    file,
    path,
    found: `单位“${name}”不在登记里${isRepeated ? `，共 ${places.length} 处：${placesText(content, places)}` : ''}`,
    expected: 'content/units/ 里登记的名称或别名',
    mend: `${near}如果是新单位，请在 content/units/ 新建一个文件${isRepeated ? '，删掉了的就从上一个版本恢复；文件都这样印的，就改正登记的名称，或加为别名' : ''}`,
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
    const unknown = cells.flatMap(({ cell, meant = cell, file, path }) =>
      registry.read(meant).unknown.map((name): Unknown => ({ name, file, path })),
    );
    const gone = goneUnits(content).map((id) => ({ id, names: [] }));
    const goneOf = ({ name }: Unknown) => named(asSlug(name), gone)?.one.id;
    return [
      ...cells.flatMap(({ meant, ...place }) => (meant === undefined ? [] : misprinted(place, meant))),
      ...[...Map.groupBy(unknown, goneOf)].flatMap(([id, places]) =>
        id !== undefined
          ? goneFile(id, places, content)
          : [...Map.groupBy(places, ({ name }) => name)].map(([name, some]) =>
              unregistered(name, some, registry, content),
            ),
      ),
    ];
  }),
  bad: {
    'measures/01.mdx:5 units 查到：“区甲局,区乙办”，单位之间是英文逗号 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙办':
      { 'measures/01.mdx': { '\nunits: 区甲局、区乙办': '\nunits: 区甲局,区乙办' } },
    'measures/01.mdx:5 units 查到：“区甲局，区乙辦”，单位之间是中文逗号 应为：单位之间用顿号、（原文的写法） 改法：写成 区甲局、区乙辦\nmeasures/01.mdx:5 units 查到：单位“区乙辦”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件':
      { 'measures/01.mdx': { '\nunits: 区甲局、区乙办': '\nunits: 区甲局，区乙辦' } },
    'measures/02.mdx:5 units 查到：单位“区乙辦”不在登记里 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区乙办”；如果是新单位，请在 content/units/ 新建一个文件':
      { 'measures/02.mdx': { 'units: 区乙办等': 'units: 区乙辦等' } },
    'measures/01.mdx:5 units 查到：单位“区乙办”不在登记里，共 4 处：plans/mini/measures/01.mdx 第5、24行；plans/mini/measures/02.mdx 第5、18行 应为：content/units/ 里登记的名称或别名 改法：最接近的是“区一办”；如果是新单位，请在 content/units/ 新建一个文件，删掉了的就从上一个版本恢复；文件都这样印的，就改正登记的名称，或加为别名':
      { 'units/yi.yaml': { 'name: 区乙办': 'name: 区一办' } },
    'units/yi-ban.yaml:1 查到：没有这个文件，而有 4 处写着“区乙办”：plans/mini/measures/01.mdx 第5、24行；plans/mini/measures/02.mdx 第5、18行 应为：发布过的单位一直有它的文件 改法：从上一个版本恢复 units/yi-ban.yaml，改过文件名的改回来；单位更名、并入或分设的，也留着它的文件，在里面写 successor':
      { 'units/yi.yaml': null, 'published.txt': 'units/jia/\nunits/yi-ban/\n' },
    'measures/01.mdx:5 units 查到：单位“区乙办”不在登记里，共 4 处：plans/mini/measures/01.mdx 第5、24行；plans/mini/measures/02.mdx 第5、18行 应为：content/units/ 里登记的名称或别名 改法：如果是新单位，请在 content/units/ 新建一个文件，删掉了的就从上一个版本恢复；文件都这样印的，就改正登记的名称，或加为别名':
      { 'units/yi.yaml': null },
  },
};
