import { halfWidth, numbersIn } from '../../text/numerals.ts';
import { eachFile, type Rule } from '../rule.ts';
import { quantityIn } from '../targets.ts';

/** Whether words state the unit of their numbers apart, as tables do: `（列）`, `单位：列`. */
const statesUnit = (words: string, unit: string): boolean =>
  ['（', '(', '单位：', '单位:'].some(
    (before) => words.includes(before + unit) || words.includes(before + halfWidth(unit)),
  );

export const rule: Rule = {
  id: 'progress-number',
  reason: 'The number of a progress entry is in the words that were published, counted in the unit of the target.',
  needs: [],
  runs: eachFile('measures', ['targets'], ({ data: { targets } }) =>
    targets.flatMap(({ unit, progress }, index) =>
      progress.flatMap(({ value, words }, at) => {
        const path = ['targets', index, 'progress', at, 'value'];
        const numbers = numbersIn(words);
        if (!numbers.includes(value))
          return {
            path,
            found: `${value}，而 words 里${numbers.length > 0 ? `的数是 ${numbers.join('、')}` : '没有数'}`,
            expected: 'words 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90',
            mend: '改正 value，或把带有这个数的原话写进 words',
          };
        if (quantityIn(words, { value, unit }) || statesUnit(words, unit)) return [];
        return {
          path,
          found: `${value}，words 里这个数的后面不是“${unit}”`,
          expected: `与目标同一计量单位（${unit}）的数`,
          mend: `把以“${unit}”计的那个数和原话写上；没有公布这样的数，删去这一条`,
        };
      }),
    ),
  ),
  good: [
    told('value: 26, words: 上半年组织银企对接会26场'),
    told('value: 26, words: 上半年已组织二十六场'),
    told('value: 12000, words: 对接会超过1.2万场次'),
    told('value: 26, words: 银企对接会（场）：26'),
    told('value: 26, words: 银企对接会 26；单位：场'),
  ],
  bad: {
    'measures/01.mdx:18 targets[1].progress[1].value 查到：62，而 words 里的数是 26 应为：words 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90 改法：改正 value，或把带有这个数的原话写进 words':
      told('value: 62, words: 组织银企对接会26场'),
    'measures/01.mdx:18 targets[1].progress[1].value 查到：26，而 words 里没有数 应为：words 里写着的那个数，写成普通数字：1万人写 10000，10亿元写 1000000000，90% 写 90 改法：改正 value，或把带有这个数的原话写进 words':
      told('value: 26, words: 多次组织银企对接会'),
    'measures/01.mdx:18 targets[1].progress[1].value 查到：26，words 里这个数的后面不是“场” 应为：与目标同一计量单位（场）的数 改法：把以“场”计的那个数和原话写上；没有公布这样的数，删去这一条':
      told('value: 26, words: 银企对接会服务企业26家'),
  },
};

/** Edits that give the sample's target one entry. */
function told(fields: string) {
  const entry = `{ date: 2025-06-30, ${fields}, source: { title: 某通报, url: 'https://a.cn/' } }`;
  return { 'measures/01.mdx': { '    task: 1\n': `    task: 1\n    progress:\n      - ${entry}\n` } };
}
