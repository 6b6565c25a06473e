import type { Plan } from '../model/types.ts';

/** The words in which pages speak of a plan that has a task list, and of one that has none. */
const withList = {
  provision: '任务',
  counter: '项',
  whole: '全文和附件',
  counted: '数字是任务清单点名的项数',
  matrix: '空白为0；点数字可看是哪几项。一项任务点名几个单位的，在各单位行里各计一次，各行不能相加。',
  pairs: '任务清单同一格里点名的，两两列出，同列最多的在前；点项数看是哪几项。',
  collation: '两处文字的异同，转录更正记录',
  corrections: '更正记录',
};
const withoutList: typeof withList = {
  provision: '措施',
  counter: '条',
  whole: '全文',
  counted: '数字是点名的措施条数',
  matrix: '空白为0。一条措施点名几个单位的，在各单位行里各计一次，各行不能相加。',
  pairs: '同一条措施点名的，两两列出，同列最多的在前。',
  collation: '转录差错和编辑的判断',
  corrections: '转录稿的差错和疑点',
};

export const planWords = ({ annex }: Pick<Plan, 'annex'>): typeof withList => (annex ? withList : withoutList);
