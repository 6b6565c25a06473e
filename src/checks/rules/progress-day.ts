import { planIdOf } from '../../loader/paths.ts';
import { date } from '../../schema/primitives.ts';
import type { Content, Found, Rule } from '../rule.ts';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const dayOf = (value: unknown): string | undefined => date.safeParse(value).data;

/** What is wrong with the day of an entry, seen from the day of the check, the day of the document and the entries before it. */
function dayFault(day: string, before: readonly (string | undefined)[], today: string, issuedOn: string | undefined) {
  if (day > today)
    return {
      found: `${day}，在今天（${today}）以后`,
      expected: '已经公布的进展，数据截至的日期不晚于今天',
      mend: '照公布的原话改正日期；还没有公布的，删去这一条',
    };
  if (issuedOn !== undefined && day < issuedOn)
    return {
      found: `${day}，早于这份文件的印发日期 ${issuedOn}`,
      expected: '文件印发以后的进展',
      mend: '照公布的原话改正日期；是印发以前的数，删去这一条',
    };
  const same = before.indexOf(day);
  if (same >= 0)
    return {
      found: `${day}，与前面第 ${same + 1} 条是同一天`,
      expected: '一天只写一条',
      mend: '删去其中一条；日期写错了就改正',
    };
  const last = before.at(-1);
  if (last !== undefined && day < last)
    return {
      found: `${day}，排在 ${last} 的后面`,
      expected: '早的在前，晚的在后',
      mend: '把这一条移到前面；日期写错了就改正',
    };
  return undefined;
}

/** What is wrong with the day on which an entry was published. */
function publicationFault(published: string, day: string | undefined, today: string) {
  if (published > today)
    return {
      found: `${published}，在今天（${today}）以后`,
      expected: '网页写明的发布日期，不晚于今天',
      mend: '照网页改正日期；网页没有写明，删去这一行',
    };
  if (day !== undefined && published < day)
    return {
      found: `${published}，早于数据截至的日期 ${day}`,
      expected: '网页写明的发布日期，不早于数据截至的日期',
      mend: '照网页改正两个日期中的一个；网页没有写明发布日期，删去这一行',
    };
  return undefined;
}

/** The faults of the days of one target's or task's entries. */
function faultsOf(entries: readonly unknown[], today: string, issuedOn: string | undefined): Found[] {
  const days = entries.map((entry) => dayOf(fieldOf(entry, 'date')));
  return entries.flatMap((entry, at): Found[] => {
    const day = days[at];
    const published = dayOf(fieldOf(fieldOf(entry, 'source'), 'publishedOn'));
    const ofDay = day && dayFault(day, days.slice(0, at), today, issuedOn);
    const ofPublication = published && publicationFault(published, day, today);
    return [
      ...(ofDay ? [{ path: [at, 'date'], ...ofDay }] : []),
      ...(ofPublication ? [{ path: [at, 'source', 'publishedOn'], ...ofPublication }] : []),
    ];
  });
}

/** Looks at what is written, so that a fault in another field of an entry hides none of its day. */
const runs: Rule['runs'] = ({ files, handbook, day: today }: Content) =>
  files
    .filter(({ kind }) => kind === 'measures')
    .map(({ file, unchecked }) => {
      const plan = planIdOf(file);
      const issuedOn = handbook.plans.find(({ id }) => id === plan)?.issuedOn;
      const check = () =>
        ['targets', 'tasks'].flatMap((list) =>
          itemsOf(fieldOf(unchecked, list)).flatMap((item, index) =>
            faultsOf(itemsOf(fieldOf(item, 'progress')), today, issuedOn).map((found) => ({
              ...found,
              file,
              path: [list, index, 'progress', ...found.path],
            })),
          ),
        );
      return { plan, ready: true, check };
    });

/** Edits that give the sample's target entries of these days; `publishedOn` is that of the last. */
const reportedOn = (days: readonly string[], publishedOn = '') => ({
  'measures/01.mdx': {
    '    task: 1\n': `    task: 1\n    progress:\n${days
      .map(
        (day, at) =>
          `      - { date: ${day}, value: 26, words: 组织26场, source: { title: 某通报, url: 'https://a.cn/'${
            publishedOn && at === days.length - 1 ? `, publishedOn: ${publishedOn}` : ''
          } } }\n`,
      )
      .join('')}`,
  },
});

export const rule: Rule = {
  id: 'progress-day',
  reason: 'Progress has happened: since the document was issued and by today, told day after day.',
  needs: [],
  runs,
  good: [
    reportedOn(['2025-03-28', '2025-06-30'], '2025-06-30'),
    // The day of the check of these examples.
    reportedOn(['2030-01-01'], '2030-01-01'),
    {
      'plan.mdx': { 'issuedOn: 2025-03-28\n': '', 'issuedText: 2025年3月28日印发\n': '' },
      ...reportedOn(['2024-12-31']),
    },
  ],
  bad: {
    'measures/01.mdx:18 targets[1].progress[1].date 查到：2030-01-02，在今天（2030-01-01）以后 应为：已经公布的进展，数据截至的日期不晚于今天 改法：照公布的原话改正日期；还没有公布的，删去这一条':
      reportedOn(['2030-01-02']),
    'measures/01.mdx:18 targets[1].progress[1].date 查到：2025-03-27，早于这份文件的印发日期 2025-03-28 应为：文件印发以后的进展 改法：照公布的原话改正日期；是印发以前的数，删去这一条':
      reportedOn(['2025-03-27']),
    'measures/01.mdx:20 targets[1].progress[3].date 查到：2025-06-30，与前面第 1 条是同一天 应为：一天只写一条 改法：删去其中一条；日期写错了就改正':
      reportedOn(['2025-06-30', '2025-09-30', '2025-06-30']),
    'measures/01.mdx:19 targets[1].progress[2].date 查到：2025-06-30，排在 2025-09-30 的后面 应为：早的在前，晚的在后 改法：把这一条移到前面；日期写错了就改正':
      reportedOn(['2025-09-30', '2025-06-30']),
    'measures/01.mdx:18 targets[1].progress[1].source.publishedOn 查到：2030-01-02，在今天（2030-01-01）以后 应为：网页写明的发布日期，不晚于今天 改法：照网页改正日期；网页没有写明，删去这一行':
      reportedOn(['2025-06-30'], '2030-01-02'),
    'measures/01.mdx:18 targets[1].progress[1].source.publishedOn 查到：2025-06-29，早于数据截至的日期 2025-06-30 应为：网页写明的发布日期，不早于数据截至的日期 改法：照网页改正两个日期中的一个；网页没有写明发布日期，删去这一行':
      reportedOn(['2025-06-30'], '2025-06-29'),
  },
};
