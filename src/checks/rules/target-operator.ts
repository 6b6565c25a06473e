import { type Bound, boundOf } from '../../text/number-bounds.ts';
import { halfWidth, quantitiesIn } from '../../text/numerals.ts';
import { eachFile, type Rule } from '../rule.ts';
import { eachQuantity, quantityIn } from '../targets.ts';

/** Words that say “at least” and “at most”, as examples. */
const words: Record<Bound, string> = { '>=': '“不少于”“超过”“以上”', '<=': '“不超过”“低于”“以内”' };

export const rule: Rule = {
  id: 'target-operator',
  reason: '“At least” and “at most” are said in the words that a target quotes; a number without them is exact.',
  needs: [],
  runs: eachFile('measures', ['targets'], ({ data: { targets } }) =>
    eachQuantity({ targets, limits: [] }, (item) => {
      if (!('operator' in item)) return undefined;
      const { operator, text, value, unit } = item;
      const bound = (quantity: Parameters<typeof boundOf>[0]) => boundOf(quantity, halfWidth(unit));
      if (operator === '=') {
        const quantity = quantityIn(text, item);
        const said = quantity && bound(quantity);
        if (!said) return undefined;
        return {
          field: 'operator',
          found: `=，而 text 里这个数前后有${words[said]}这样的话`,
          expected: '原话只写了一个数的才写 =',
          mend: `改成 '${said}'`,
        };
      }
      const bounds = quantitiesIn(text)
        .filter((quantity) => quantity.value === value)
        .map(bound);
      // That the number is not there with its unit is for another rule to report.
      if (!quantityIn(text, item) || bounds.includes(operator)) return undefined;
      const said = bounds.find(Boolean);
      return {
        field: 'operator',
        found: `${operator}，而 text 里没有${words[operator]}这样的话`,
        expected: `原话写明${operator === '>=' ? '不少于' : '不超过'}的才写 ${operator}`,
        mend: said ? `照原话写 '${said}'` : "原话只写了一个数，就写 '='",
      };
    }),
  ),
  good: [
    { 'measures/01.mdx': { 不少于50场: '不得超过50场', "operator: '>='": "operator: '<='" } },
    { 'measures/01.mdx': { 不少于50场: '50余场', "operator: '>='": "operator: '='" } },
    {
      'measures/01.mdx': {
        全年组织银企对接会不少于50场: '全年组织百家以上银企对接会50场',
        "operator: '>='": "operator: '='",
      },
    },
  ],
  bad: {
    "measures/01.mdx:11 targets[1].operator 查到：<=，而 text 里没有“不超过”“低于”“以内”这样的话 应为：原话写明不超过的才写 <= 改法：照原话写 '>='":
      { 'measures/01.mdx': { "operator: '>='": "operator: '<='" } },
    "measures/01.mdx:11 targets[1].operator 查到：>=，而 text 里没有“不少于”“超过”“以上”这样的话 应为：原话写明不少于的才写 >= 改法：照原话写 '<='":
      { 'measures/01.mdx': { 不少于50场: '不得超过50场' } },
    "measures/01.mdx:11 targets[1].operator 查到：>=，而 text 里没有“不少于”“超过”“以上”这样的话 应为：原话写明不少于的才写 >= 改法：原话只写了一个数，就写 '='":
      { 'measures/01.mdx': { 不少于50场: '50场，每场不少于3家' } },
    "measures/01.mdx:11 targets[1].operator 查到：=，而 text 里这个数前后有“不少于”“超过”“以上”这样的话 应为：原话只写了一个数的才写 = 改法：改成 '>='":
      { 'measures/01.mdx': { "operator: '>='": "operator: '='" } },
    "measures/01.mdx:11 targets[1].operator 查到：=，而 text 里这个数前后有“不超过”“低于”“以内”这样的话 应为：原话只写了一个数的才写 = 改法：改成 '<='":
      { 'measures/01.mdx': { 不少于50场: '不超过50场', "operator: '>='": "operator: '='" } },
  },
};
