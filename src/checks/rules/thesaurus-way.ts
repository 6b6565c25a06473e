import { documentWords, eachFile, type Rule } from '../rule.ts';

/** The way from a word through its meanings back to it, if there is one. */
function circleFrom(word: string, meaningsOf: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string, way: string[]): string[] | undefined => {
    for (const next of meaningsOf.get(at) ?? []) {
      if (next === word) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(word, [word]);
}

export const rule: Rule = {
  id: 'thesaurus-way',
  reason: "A reader's word leads to other words and not back to itself.",
  needs: [],
  runs: eachFile('thesaurus', ['synonyms'], ({ data: { synonyms }, content: { handbook } }) => {
    const inDocuments = handbook.plans.flatMap(documentWords).join('\n');
    const meaningsOf = new Map(synonyms.flatMap(({ words, means }) => words.map((word) => [word, means] as const)));
    return synonyms.flatMap(({ words, means }, entry) =>
      words.flatMap((word, index) => {
        const path = ['synonyms', entry, 'words', index];
        // That a document has not the other words is for another rule to report.
        if (means.every((meaning) => meaning.includes(word) && inDocuments.includes(meaning)))
          return {
            path,
            found: `“${word}” → “${means.join('”“')}”，右边的词都含有左边的词`,
            expected: '左边的说法在文件里搜不到时，才需要对照',
            mend: '删去这个说法，或补上文件里的另一种说法',
          };
        const circle = circleFrom(word, meaningsOf);
        if (!circle) return [];
        return {
          path,
          found: `绕回了自己：${circle.join(' → ')}`,
          expected: '从读者的说法到文件的说法，不绕回来',
          mend: '删去其中一步',
        };
      }),
    );
  }),
  good: [{ 'search/thesaurus.yaml': { 'words: [贷款]': 'words: [机制]' } }],
  bad: {
    'search/thesaurus.yaml:2 synonyms[1].words[2] 查到：绕回了自己：电价 → 用电成本 → 电价 应为：从读者的说法到文件的说法，不绕回来 改法：删去其中一步\nsearch/thesaurus.yaml:5 synonyms[2].words[1] 查到：绕回了自己：用电成本 → 电价 → 用电成本 应为：从读者的说法到文件的说法，不绕回来 改法：删去其中一步\nsearch/thesaurus.yaml:6 synonyms[2].means[1] 查到：“电价”，文件里没有 应为：正文、任务或责任单位里逐字出现的词 改法：换成文件里的说法（复制原文），或删去':
      {
        'search/thesaurus.yaml': { 'words: [贷款]\n    means: [融资]': 'words: [用电成本]\n    means: [电价, 融资]' },
      },
    'search/thesaurus.yaml:5 synonyms[2].words[1] 查到：“融” → “融资”，右边的词都含有左边的词 应为：左边的说法在文件里搜不到时，才需要对照 改法：删去这个说法，或补上文件里的另一种说法':
      { 'search/thesaurus.yaml': { 'words: [贷款]': 'words: [融]' } },
    'search/thesaurus.yaml:6 synonyms[2].means[1] 查到：“信贷款”，文件里没有 应为：正文、任务或责任单位里逐字出现的词 改法：换成文件里的说法（复制原文），或删去':
      { 'search/thesaurus.yaml': { 'means: [融资]': 'means: [信贷款]' } },
  },
};
