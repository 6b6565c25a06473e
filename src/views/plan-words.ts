import type { Plan } from '../model/types.ts';

/** The words in which pages speak of a plan that has a task list, and of one that has none. */
const withList = {
  provision: '任务',
  counter: '项',
  whole: '全文和附件',
  counted: '数字是任务清单所列的项数',
  matrix: '空白为0；点数字可看是哪几项。一项任务列名几个单位的，在各单位行里各计一次，各行不能相加。',
  pairs: '任务清单同一格里列名的，两两列出，同列最多的在前；点项数看是哪几项。',
};
const withoutList: typeof withList = {
  provision: '措施',
  counter: '条',
  whole: '全文',
  counted: '数字是列名的措施条数',
  matrix: '空白为0。一条措施列名几个单位的，在各单位行里各计一次，各行不能相加。',
  pairs: '同一条措施列名的，两两列出，同列最多的在前。',
};

export const planWords = ({ annex }: Pick<Plan, 'annex'>): typeof withList => (annex ? withList : withoutList);

/** Some things in a row: `措施`, `措施和目标`, `措施、单位和目标`. */
export const inARow = (things: readonly (string | false)[]): string =>
  things
    .filter((thing) => thing !== false)
    .join('、')
    .replace(/、([^、]+)$/u, '和$1');

/** What is said of a plan that sets no targets, in place of what would be said of them. */
export const withoutTargets = ({ limits, words }: Pick<Plan, 'limits' | 'words'>): string =>
  `${words.plan}没有提出量化目标${limits.length > 0 ? '，只列写明的上限和时限' : ''}`;

/** A word of some plans where they share it, and else one for all. */
export function sharedWord(
  plans: readonly Pick<Plan, 'words'>[],
  name: keyof Plan['words'],
  otherwise: string,
): string {
  const [word, ...others] = new Set(plans.map(({ words }) => words[name]));
  return word !== undefined && others.length === 0 ? word : otherwise;
}

/** What is said of the record of a plan's corrections: what it proves only where the text was compared with the document as received. */
export function recordWords({
  annex,
  compared,
  corrections,
  words,
}: Pick<Plan, 'annex' | 'compared' | 'corrections' | 'words'>) {
  const { copy } = words;
  const caption = annex ? `两处文字的异同，${copy}更正记录` : `${copy}差错和编辑的判断`;
  if (!compared)
    return {
      title: '编辑所记的疑误',
      name: '编辑所记的疑误',
      caption: annex ? '两处文字的异同，编辑所记的疑误' : '未与收到的原件逐字核对，编辑所记的疑误',
      text: `这份文件的文字未与收到的原件逐字核对，可能还有没有发现的差错；引用以正式印发的文件为准。${
        corrections.length === 0 ? '编辑没有记下疑点。' : '编辑看出的疑点记在这里，都是编辑所加，不是原文。'
      }`,
    };
  return {
    title: annex ? '更正记录' : `${copy}稿的差错和疑点`,
    name: '更正记录',
    caption,
    text:
      corrections.length === 0
        ? `手册的文字来自一份${copy}稿，与它逐字相同；没有记下差错和疑点。`
        : `手册的文字来自一份${copy}稿。${copy}稿的每一处差错和疑点都记在这里，连同编辑的判断、依据和把握；都是编辑所加，不是原文。把这些改动逐条退回，手册的文字与${copy}稿逐字相同。`,
  };
}
