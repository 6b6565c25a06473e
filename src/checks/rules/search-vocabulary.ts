import { contentFiles } from '../../loader/paths.ts';
import type { Problem } from '../../loader/problem.ts';
import type { Handbook } from '../../model/types.ts';
import { hiddenIn, type Rule } from '../context.ts';
import { lacksMeasures } from './numbering.ts';

const file = contentFiles.thesaurus;

/** All words of the documents in which a reader may search. */
const wordsOf = ({ plans }: Handbook): string =>
  plans
    .flatMap((plan) => [
      plan.title,
      ...plan.blocks.map((block) => ('text' in block ? block.text : '')),
      ...plan.environments.map(({ title }) => title),
      ...plan.measures.flatMap(({ title, listTitle = '', text, unitsText }) => [title, listTitle, text, unitsText]),
      ...plan.tasks.flatMap(({ text, unitsText }) => [text, unitsText]),
    ])
    .join('\n');

export const thesaurusWords: Rule = ({ handbook: { thesaurus } }) => {
  const first = new Map<string, number>();
  return thesaurus.flatMap(({ words }, entry) =>
    words.flatMap((word, index): Problem[] => {
      const earlier = first.get(word);
      first.set(word, earlier ?? entry);
      if (earlier === undefined) return [];
      return [
        {
          file,
          path: ['synonyms', entry, 'words', index],
          found: `“${word}”，第${earlier + 1}条里已经有`,
          expected: '一个说法只写在一条里',
          mend: '把两条的 means 合在一处，删去重复的说法',
        },
      ];
    }),
  );
};

export const thesaurusMeans: Rule = ({ handbook, entries, plans }) => {
  if (plans.length === 0 || plans.some((plan) => lacksMeasures(plan))) return [];
  const words = wordsOf(handbook);
  const hidden = hiddenIn(entries);
  return handbook.thesaurus.flatMap(({ means }, entry) =>
    means.flatMap((word, index): Problem[] => {
      if (words.includes(word) || hidden(word, 'plans/')) return [];
      return [
        {
          file,
          path: ['synonyms', entry, 'means', index],
          found: `“${word}”，文件里没有`,
          expected: '正文、任务或责任单位里逐字出现的词',
          mend: '换成文件里的说法（复制原文），或删去',
        },
      ];
    }),
  );
};

export const thesaurusLeads: Rule = ({ handbook: { thesaurus } }) => {
  const meansOf = new Map(thesaurus.flatMap(({ words, means }) => words.map((word) => [word, means] as const)));
  return thesaurus.flatMap(({ words, means }, entry) =>
    words.flatMap((word, index): Problem[] => {
      const path = ['synonyms', entry, 'words', index];
      if (means.every((meaning) => meaning.includes(word)))
        return [
          {
            file,
            path,
            found: `“${word}” → “${means.join('”“')}”，右边的词都含有左边的词`,
            expected: '左边的说法在文件里搜不到时，才需要对照',
            mend: '删去这个说法，或补上文件里的另一种说法',
          },
        ];
      const circle = circleFrom(word, meansOf);
      if (!circle) return [];
      return [
        {
          file,
          path,
          found: `绕回了自己：${circle.join(' → ')}`,
          expected: '从读者的说法到文件的说法，不绕回来',
          mend: '删去其中一步',
        },
      ];
    }),
  );
};

/** The way from a word through its meanings back to it, if there is one. */
function circleFrom(word: string, meansOf: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string, way: string[]): string[] | undefined => {
    for (const next of meansOf.get(at) ?? []) {
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

export const searchTerms: Rule = ({ entries }) => {
  const holders = [
    ...entries.units.map(({ id, data }) => ({
      file: contentFiles.unit(id),
      names: [data.name, ...data.aliases],
      terms: data.searchTerms,
    })),
    ...entries.plans
      .flatMap(({ measures }) => measures)
      .map(({ file, data }) => ({ file, names: [data.title], terms: data.searchTerms })),
  ];
  return holders.flatMap(({ file, names, terms }) =>
    terms.flatMap((term, index): Problem[] => {
      const twice = terms.indexOf(term) < index;
      if (!twice && !names.includes(term)) return [];
      return [
        {
          file,
          path: ['searchTerms', index],
          found: twice ? `“${term}”写了两次` : `“${term}”就是名称`,
          expected: '名称以外的说法，各写一次',
          mend: '删去这一个',
        },
      ];
    }),
  );
};
