import type { Problem } from '../../loader/problem.ts';
import { placesOf, readingOf } from '../../model/printed-measure.ts';
import { unitItems } from '../../model/unit-cells.ts';
import type { PrintedUnits } from '../../schema/primitives.ts';
import { all, eachFile, type Found, type Rule, textsOf } from '../rule.ts';

/** What is wrong with entries of units: words that the texts have not, readings with other names than the words. */
function faultsOf(
  entries: readonly PrintedUnits[],
  texts: readonly string[],
  path: PropertyKey[],
  where: string,
): Found[] {
  const places = placesOf(entries, texts);
  return entries.flatMap((entry, index): Found | Found[] => {
    const own: Problem['path'] = [...path, index];
    if (!places[index])
      return {
        path: [...own, 'printed'],
        found: `“${entry.printed}”，${where}没有这几个字`,
        expected: `${where}写单位的那几个字，连括号，一字不差；印了几处写几项`,
        mend: `从${where}复制；那里没有写单位就删去这一项`,
      };
    const stray = unitItems(readingOf(entry)).find(({ name }) => !entry.printed.includes(name));
    if (!stray) return [];
    return {
      path: [...own, 'reads'],
      found: `“${stray.name}”，printed 里没有这个名称`,
      expected: 'printed 里印的单位，照印的名称写',
      mend: '照 printed 改正',
    };
  });
}

const inBody = '正文里';
const inHeading = '这一组的标题里';

export const rule: Rule = {
  id: 'printed-units',
  reason: 'Words that name units stand where the document prints them, and are read as the units that they name.',
  needs: ['plans'],
  runs: all(
    eachFile('measures', ['units', 'body'], ({ data: { units }, blocks, plan }) => {
      if (plan?.numbering !== 'printed' || units === undefined) return [];
      if (typeof units === 'object') return faultsOf(units, textsOf(blocks), ['units'], inBody);
      return {
        path: ['units'],
        found: `“${units}”，没有写明印在哪里`,
        expected: '一处一项：printed 照抄正文里写单位的那几个字，reads 写读作什么',
        mend: '写成下面这样两行：units: 和 - printed: （……）',
      };
    }),
    eachFile('plans', ['environments', 'body'], ({ data: { environments }, blocks, plan }) =>
      environments.flatMap(({ units }, index) => {
        const heading = blocks[plan?.environments[index]?.heading ?? -1];
        const texts = heading?.kind === 'heading' ? [heading.text] : [];
        return units ? faultsOf(units, texts, ['environments', index, 'units'], inHeading) : [];
      }),
    ),
  ),
  bad: {
    'printed/measures/02.mdx:6 units[1].printed 查到：“（区甲局牵头）”，正文里没有这几个字 应为：正文里写单位的那几个字，连括号，一字不差；印了几处写几项 改法：从正文里复制；那里没有写单位就删去这一项':
      { 'printed/measures/02.mdx': { 'printed: （区甲局负责）': 'printed: （区甲局牵头）' } },
    'printed/measures/02.mdx:7 units[1].reads 查到：“区乙办”，printed 里没有这个名称 应为：printed 里印的单位，照印的名称写 改法：照 printed 改正':
      { 'printed/measures/02.mdx': { 'reads: 区甲局': 'reads: 区甲局、区乙办' } },
    'printed/measures/02.mdx:5 units 查到：“区甲局”，没有写明印在哪里 应为：一处一项：printed 照抄正文里写单位的那几个字，reads 写读作什么 改法：写成下面这样两行：units: 和 - printed: （……）':
      {
        'printed/measures/02.mdx': {
          'units:\n  - printed: （区甲局负责）\n    reads: 区甲局\n  - printed: （责任单位：区乙办）': 'units: 区甲局',
        },
      },
    'printed/plan.mdx:16 environments[2].units[1].printed 查到：“（区乙办主办）”，这一组的标题里没有这几个字 应为：这一组的标题里写单位的那几个字，连括号，一字不差；印了几处写几项 改法：从这一组的标题里复制；那里没有写单位就删去这一项':
      { 'printed/plan.mdx': { 'printed: （区乙办牵头）': 'printed: （区乙办主办）' } },
  },
};
