import { contentFiles } from '../../loader/paths.ts';
import type { Plan } from '../../model/types.ts';
import { type Correction, isOfText } from '../../schema/correction.ts';
import { textAt } from '../corrections.ts';
import { eachPlan, type Rule } from '../rule.ts';

/** The words of a correction that are marked or changed in the text, with their place; offsets are UTF-16 code units. */
function stretchOf(correction: Correction, plan: Plan) {
  if (!isOfText(correction) || correction.kind === 'break') return undefined;
  const field = correction.kind === 'restored' ? 'suggestion' : 'reading';
  const words = correction[field];
  const text = textAt(plan, correction.where)?.paragraph;
  const start = text?.indexOf(words) ?? -1;
  return start < 0 ? undefined : { field, words, text, start, end: start + words.length };
}

export const rule: Rule = {
  id: 'correction-overlap',
  reason: 'No two corrections mark or change the same words.',
  needs: ['plans', 'measures', 'corrections'],
  runs: eachPlan((plan) => {
    const stretches = plan.corrections.map((correction) => stretchOf(correction, plan));
    return stretches.flatMap((own, index) => {
      const twin = stretches.findIndex(
        (other, place) =>
          place < index && own && other && other.text === own.text && other.start < own.end && own.start < other.end,
      );
      if (!own || twin < 0) return [];
      return {
        file: contentFiles.corrections(plan.id),
        path: ['corrections', index, own.field],
        found: `“${own.words}”，与 ${plan.corrections[twin]?.id} 说的字重叠`,
        expected: '一处的字只由一条更正来说',
        mend: '合成一条，或改成不重叠的字',
      };
    });
  }),
  good: ['m02-chu', 'body-restored'].map((next) => ({
    'corrections.yaml': {
      [`  - id: ${next}`]: `  - id: m02-before\n    kind: misreading\n    where: { measure: 2 }\n    reading: 解决\n    suggestion: 解开\n    basis: 试。\n    certainty: low\n  - id: ${next}`,
    },
  })),
  bad: {
    'corrections.yaml:18 corrections[3].reading 查到：“解决突处”，与 m02-chu 说的字重叠 应为：一处的字只由一条更正来说 改法：合成一条，或改成不重叠的字':
      {
        'corrections.yaml': {
          '  - id: body-restored':
            '  - id: m02-twice\n    kind: misreading\n    where: { measure: 2 }\n    reading: 解决突处\n    suggestion: 解决突出\n    basis: 试。\n    certainty: low\n  - id: body-restored',
        },
      },
  },
};
