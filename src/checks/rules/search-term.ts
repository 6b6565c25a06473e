import { all, eachFile, type Rule } from '../rule.ts';

/** Search terms that are a name or stand twice. */
const idleTerms = (terms: readonly string[], names: readonly string[]) =>
  terms.flatMap((term, index) => {
    const isTwice = terms.indexOf(term) < index;
    if (!isTwice && !names.includes(term)) return [];
    return {
      path: ['searchTerms', index],
      found: isTwice ? `“${term}”写了两次` : `“${term}”就是名称`,
      expected: '名称以外的说法，各写一次',
      mend: '删去这一个',
    };
  });

export const rule: Rule = {
  id: 'search-term',
  reason: 'Search terms add words that the names do not have, each once.',
  needs: [],
  runs: all(
    eachFile('units', ['name', 'aliases', 'searchTerms'], ({ data: { name, aliases, searchTerms } }) =>
      idleTerms(searchTerms, [name, ...aliases]),
    ),
    eachFile('measures', ['title', 'searchTerms'], ({ data: { title, searchTerms } }) =>
      idleTerms(searchTerms, title === undefined ? [] : [title]),
    ),
  ),
  good: [{ 'measures/02.mdx': { 'topics: [funding]': 'topics: [funding]\nsearchTerms: [银行]' } }],
  bad: {
    'units/jia.yaml:4 searchTerms[2] 查到：“区甲”就是名称 应为：名称以外的说法，各写一次 改法：删去这一个': {
      'units/jia.yaml': { '[甲单位]': '[甲单位, 区甲]' },
    },
    'measures/01.mdx:7 searchTerms[2] 查到：“银行”写了两次 应为：名称以外的说法，各写一次 改法：删去这一个': {
      'measures/01.mdx': { '[银行]': '[银行, 银行]' },
    },
  },
};
