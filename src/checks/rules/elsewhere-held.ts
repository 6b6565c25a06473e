import { contentFiles } from '../../loader/paths.ts';
import { type Content, documentWords, once, type Rule, textsOf } from '../rule.ts';

/**
 * Where the handbook itself has a word: in a text, also of a file whose fields are not complete, or as one of the readers' words by
 * which something is found.
 */
function placeOf(
  word: string,
  { files, handbook: { plans, units, topics, thesaurus } }: Pick<Content, 'files' | 'handbook'>,
): string | undefined {
  const plan = plans.find((one) => documentWords(one).some((text) => text.includes(word)));
  if (plan) return `${plan.cited}里有`;
  const draft = files.find(({ blocks }) => textsOf(blocks ?? []).some((text) => text.includes(word)));
  if (draft) return `${draft.file}里有`;
  const unit = units.find(({ name, aliases, searchTerms }) => [name, ...aliases, ...searchTerms].includes(word));
  if (unit) return `是“${unit.name}”的叫法`;
  if (topics.some(({ name }) => name === word)) return '是一个分类';
  const entry = thesaurus.findIndex(({ words }) => words.includes(word));
  if (entry >= 0) return `近义词第${entry + 1}条里有`;
  for (const { plan, reference, searchTerms, asked, tasks } of plans.flatMap(({ measures }) => measures)) {
    if (searchTerms.includes(word)) return `是${plan.cited}${reference}的搜索词`;
    if ([asked, ...tasks.map((task) => task.asked)].flat().some(({ words }) => words.includes(word)))
      return `${plan.cited}${reference}的读者问题里有`;
  }
  return undefined;
}

export const rule: Rule = {
  id: 'elsewhere-held',
  reason: 'What readers are told to look for elsewhere is not in the handbook.',
  // Told with the first problems of a new plan, whose files need not be complete for it.
  needs: ['elsewhere'],
  runs: once((content) =>
    content.handbook.elsewhere.flatMap(({ words }, entry) =>
      words.flatMap((word, index) => {
        const place = placeOf(word, content);
        if (!place) return [];
        return {
          file: contentFiles.elsewhere,
          path: ['matters', entry, 'words', index],
          found: `“${word}”，${place}`,
          expected: '手册里没有的说法',
          mend: '删去这个说法，手册搜得到它；或换成更具体的、手册里没有的说法',
        };
      }),
    ),
  ),
  good: [{ 'search/elsewhere.yaml': { 'words: [护照]': 'words: [护照, 银行卡, 甲单位的班车]' } }],
  bad: Object.fromEntries(
    Object.entries({
      银企对接会: '小政〔2025〕1号里有',
      甲单位: '是“区甲局”的叫法',
      用能: '是一个分类',
      电费: '近义词第1条里有',
      银行: '是小政〔2025〕1号措施1的搜索词',
      借钱: '小政〔2025〕1号措施1的读者问题里有',
    }).map(([word, place]) => [
      `search/elsewhere.yaml:9 matters[2].words[2] 查到：“${word}”，${place} 应为：手册里没有的说法 改法：删去这个说法，手册搜得到它；或换成更具体的、手册里没有的说法`,
      {
        'search/elsewhere.yaml': { 'words: [护照]': `words: [护照, ${word}]` },
        'topics/power.yaml': { 'name: 用电': 'name: 用能' },
      },
    ]),
  ),
};
