import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'thesaurus-word',
  reason: "A reader's word is explained once.",
  needs: [],
  runs: eachFile('thesaurus', ['synonyms'], ({ data: { synonyms } }) => {
    const first = new Map<string, number>();
    return synonyms.flatMap(({ words }, entry) =>
      words.flatMap((word, index) => {
        const earlier = first.get(word);
        first.set(word, earlier ?? entry);
        if (earlier === undefined) return [];
        return {
          path: ['synonyms', entry, 'words', index],
          found: `“${word}”，第${earlier + 1}条里已经有`,
          expected: '一个说法只写在一条里',
          mend: '把两条的 means 合在一处，删去重复的说法',
        };
      }),
    );
  }),
  bad: {
    'search/thesaurus.yaml:5 synonyms[2].words[2] 查到：“电价”，第1条里已经有 应为：一个说法只写在一条里 改法：把两条的 means 合在一处，删去重复的说法':
      { 'search/thesaurus.yaml': { 'words: [贷款]': 'words: [贷款, 电价]' } },
  },
};
