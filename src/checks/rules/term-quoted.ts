import { contentFiles } from '../../loader/paths.ts';
import type { Plan } from '../../model/types.ts';
import { quotedIn, sentencesOf } from '../../text/quotations.ts';
import { eachPlan, type Rule, textsOf } from '../rule.ts';

/** Every text of a plan in which terms may stand. */
const termTexts = ({ blocks, measures }: Plan): string[] => [
  ...textsOf(blocks),
  ...measures.flatMap(({ title, text, tasks }) => [
    title,
    text,
    ...tasks.flatMap((task) => [task.text, ...Object.values(task.cells)]),
  ]),
];

export const rule: Rule = {
  id: 'term-quoted',
  reason: 'A term stands in quotation marks in the document, and is explained in the words beside it.',
  needs: ['plans', 'measures'],
  runs: eachPlan((plan) => {
    const sentences = termTexts(plan).flatMap(sentencesOf);
    return plan.terms.flatMap(({ term, words }, index) => {
      const place = { file: contentFiles.plan(plan.id), path: ['terms', index, 'term'] };
      if (plan.terms.findIndex((other) => other.term === term) < index)
        return [{ ...place, found: `“${term}”写了两次`, expected: '一个词写一次', mend: '合成一处' }];
      const quoting = sentences.filter((sentence) => quotedIn(sentence).includes(term));
      if (quoting.length === 0)
        return {
          ...place,
          found: `“${term}”，文件里没有用“”引起来的这个词`,
          expected: '文件里用“”引起来的词',
          mend: '照原文改正，或删去',
        };
      if (words === undefined || quoting.some((sentence) => sentence.includes(words))) return [];
      return {
        ...place,
        path: ['terms', index, 'words'],
        found: `“${words}”，不在带有“${term}”的句子里`,
        expected: '与这个词同一句的原话，一字不差',
        mend: '从原文复制；文件没有解释这个词就删去',
      };
    });
  }),
  good: [{ 'plan.mdx': { 'annex:': 'terms:\n  - term: 百日办结\n    words: 解决突出问题\nannex:' } }],
  bad: {
    'plan.mdx:21 terms[1].term 查到：“融资机制”，文件里没有用“”引起来的这个词 应为：文件里用“”引起来的词 改法：照原文改正，或删去':
      { 'plan.mdx': { 'annex:': 'terms:\n  - term: 融资机制\nannex:' } },
    'plan.mdx:22 terms[1].words 查到：“融资机制”，不在带有“百日办结”的句子里 应为：与这个词同一句的原话，一字不差 改法：从原文复制；文件没有解释这个词就删去':
      { 'plan.mdx': { 'annex:': 'terms:\n  - term: 百日办结\n    words: 融资机制\nannex:' } },
    'plan.mdx:22 terms[2].term 查到：“百日办结”写了两次 应为：一个词写一次 改法：合成一处': {
      'plan.mdx': { 'annex:': 'terms:\n  - term: 百日办结\n  - term: 百日办结\nannex:' },
    },
  },
};
