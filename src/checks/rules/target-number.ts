import { numbersIn } from '../../text/numerals.ts';
import { eachFile, type Rule } from '../rule.ts';
import { eachQuantity, quantityIn } from '../targets.ts';

export const rule: Rule = {
  id: 'target-number',
  reason: 'The number of a target and its unit are in the words that it quotes.',
  needs: [],
  runs: eachFile('measures', ['targets', 'limits'], ({ data }) =>
    eachQuantity(data, (item) => {
      const numbers = numbersIn(item.text);
      if (!numbers.includes(item.value))
        return {
          field: 'value',
          found: `${item.value}，而 text 里${numbers.length > 0 ? `的数是 ${numbers.join('、')}` : '没有数'}`,
          expected: 'text 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90',
          mend: '改正 value，或把带有这个数的原话写进 text',
        };
      if (quantityIn(item.text, item)) return undefined;
      return {
        field: 'unit',
        found: `“${item.unit}”，text 里这个数的后面不是它`,
        expected: 'text 里紧接在这个数后面的计量单位',
        mend: '照原话改正 unit；“万”“亿”算在数里，不写进 unit',
      };
    }),
  ),
  good: [
    { 'measures/01.mdx': { 不少于50场: '不少于五十场' } },
    { 'measures/01.mdx': { 不少于50场: '不少于５０％', 'unit: 场': "unit: '％'" } },
    { 'measures/01.mdx': { 不少于50场: '不少于一万二千场', 'value: 50': 'value: 12000' } },
  ],
  bad: {
    'measures/01.mdx:12 targets[1].value 查到：500，而 text 里的数是 50 应为：text 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90 改法：改正 value，或把带有这个数的原话写进 text':
      { 'measures/01.mdx': { 'value: 50': 'value: 500' } },
    'measures/01.mdx:12 targets[1].value 查到：50，而 text 里没有数 应为：text 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90 改法：改正 value，或把带有这个数的原话写进 text':
      { 'measures/01.mdx': { 'text: 全年组织银企对接会不少于50场': 'text: 全年组织银企对接会' } },
    'measures/01.mdx:13 targets[1].unit 查到：“家”，text 里这个数的后面不是它 应为：text 里紧接在这个数后面的计量单位 改法：照原话改正 unit；“万”“亿”算在数里，不写进 unit':
      { 'measures/01.mdx': { 'unit: 场': 'unit: 家' } },
    'measures/01.mdx:13 targets[1].unit 查到：“百场”，text 里这个数的后面不是它 应为：text 里紧接在这个数后面的计量单位 改法：照原话改正 unit；“万”“亿”算在数里，不写进 unit':
      { 'measures/01.mdx': { 不少于50场: '50场以上', 'unit: 场': 'unit: 百场' } },
  },
};
