import { contentFiles } from '../../loader/paths.ts';
import { documentWords, once, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'thesaurus-meaning',
  reason: "What a reader's word stands for is in the documents to the letter, so that the search finds it.",
  needs: ['plans', 'measures', 'thesaurus'],
  runs: once(({ handbook: { plans, thesaurus } }) => {
    const words = plans.flatMap(documentWords).join('\n');
    return thesaurus.flatMap(({ means }, entry) =>
      [...means.entries()]
        .filter(([, meaning]) => !words.includes(meaning))
        .map(([index, meaning]) => ({
          file: contentFiles.thesaurus,
          path: ['synonyms', entry, 'means', index],
          found: `“${meaning}”，文件里没有`,
          expected: '正文、任务或责任单位里逐字出现的词',
          mend: '换成文件里的说法（复制原文），或删去',
        })),
    );
  }),
  bad: {
    'search/thesaurus.yaml:6 synonyms[2].means[1] 查到：“信贷”，文件里没有 应为：正文、任务或责任单位里逐字出现的词 改法：换成文件里的说法（复制原文），或删去':
      { 'search/thesaurus.yaml': { 'means: [融资]': 'means: [信贷]' } },
  },
};
