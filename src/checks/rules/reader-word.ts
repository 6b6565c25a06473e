import { all, eachFile, type Rule } from '../rule.ts';

/** Words that stand a second time in the entries of a list. */
const repeated = (list: string, entries: readonly { words: readonly string[] }[], mend: string) => {
  const first = new Map<string, number>();
  return entries.flatMap(({ words }, entry) =>
    words.flatMap((word, index) => {
      const earlier = first.get(word);
      first.set(word, earlier ?? entry);
      if (earlier === undefined) return [];
      return {
        path: [list, entry, 'words', index],
        found: `“${word}”，第${earlier + 1}条里已经有`,
        expected: '一个说法只写在一条里',
        mend,
      };
    }),
  );
};

export const rule: Rule = {
  id: 'reader-word',
  reason: "A reader's word stands in one entry of its list.",
  needs: [],
  runs: all(
    eachFile('thesaurus', ['synonyms'], ({ data: { synonyms } }) =>
      repeated('synonyms', synonyms, '把两条的 means 合在一处，删去重复的说法'),
    ),
    eachFile('elsewhere', ['matters'], ({ data: { matters } }) =>
      repeated('matters', matters, '留下说得最准的一条里的，删去重复的说法'),
    ),
  ),
  bad: {
    'search/thesaurus.yaml:5 synonyms[2].words[2] 查到：“电价”，第1条里已经有 应为：一个说法只写在一条里 改法：把两条的 means 合在一处，删去重复的说法':
      { 'search/thesaurus.yaml': { 'words: [贷款]': 'words: [贷款, 电价]' } },
    'search/elsewhere.yaml:9 matters[2].words[2] 查到：“离婚”，第1条里已经有 应为：一个说法只写在一条里 改法：留下说得最准的一条里的，删去重复的说法':
      { 'search/elsewhere.yaml': { 'words: [护照]': 'words: [护照, 离婚]' } },
  },
};
