import { contentFiles } from '../../loader/paths.ts';
import { isOfText, type TextCorrection } from '../../schema/correction.ts';
import { noSuch, type PlaceText, placeName, textAt } from '../corrections.ts';
import { eachPlan, type Rule } from '../rule.ts';

/** The field of a correction whose words are looked for, the words, and the text that should have them. */
function wanted(correction: TextCorrection, { text, paragraph, transcribed }: PlaceText): [string, string, string] {
  switch (correction.kind) {
    case 'restored':
      return ['suggestion', correction.suggestion, paragraph];
    case 'break':
      return ['reading', correction.reading.replace('｜', ''), transcribed];
    default:
      return ['reading', correction.reading, text];
  }
}

export const rule: Rule = {
  id: 'correction-words',
  reason: 'The words that a correction is about stand once in the place that it names: by them it is found.',
  needs: ['plans', 'measures', 'corrections'],
  runs: eachPlan((plan) =>
    plan.corrections.flatMap((correction, index) => {
      if (!isOfText(correction)) return [];
      const file = contentFiles.corrections(plan.id);
      const path = ['corrections', index];
      const place = textAt(plan, correction.where);
      if (!place) return [{ file, path: [...path, 'where'], ...noSuch(placeName(correction.where)) }];
      const [field, words, text] = wanted(correction, place);
      const count = text.split(words).length - 1;
      if (count === 1) return [];
      return {
        file,
        path: [...path, field],
        found: `“${words}”在${placeName(correction.where)}里有 ${count} 处`,
        expected: '恰好 1 处：更正靠这些字找到位置',
        mend: count === 0 ? '对照正文改正这些字；正文已经改了就删去这条更正' : '前后多抄几个字，让它只指一处',
      };
    }),
  ),
  bad: {
    'corrections.yaml:11 corrections[2].reading 查到：“突击问题”在措施2里有 0 处 应为：恰好 1 处：更正靠这些字找到位置 改法：对照正文改正这些字；正文已经改了就删去这条更正':
      { 'corrections.yaml': { 'reading: 突处问题': 'reading: 突击问题' } },
    'corrections.yaml:11 corrections[2].reading 查到：“问题”在措施2里有 2 处 应为：恰好 1 处：更正靠这些字找到位置 改法：前后多抄几个字，让它只指一处':
      {
        'corrections.yaml': { 'reading: 突处问题': 'reading: 问题' },
        'measures/02.mdx': { '突处问题。': '突处问题，问题。' },
      },
    'corrections.yaml:19 corrections[3].suggestion 查到：“落时”在总体要求和保障措施里有 0 处 应为：恰好 1 处：更正靠这些字找到位置 改法：对照正文改正这些字；正文已经改了就删去这条更正':
      { 'corrections.yaml': { 'suggestion: 落实': 'suggestion: 落时' } },
    'corrections.yaml:5 corrections[1].reading 查到：“切实减低”在措施1里有 0 处 应为：恰好 1 处：更正靠这些字找到位置 改法：对照正文改正这些字；正文已经改了就删去这条更正':
      { 'corrections.yaml': { '切实｜降低': '切实｜减低' } },
    'corrections.yaml:10 corrections[2].where 查到：没有措施3 应为：这份文件里有的措施号或任务项号 改法：改正编号；这条更正已无用就整条删去':
      { 'corrections.yaml': { 'where: { measure: 2 }': 'where: { measure: 3 }' } },
  },
};
