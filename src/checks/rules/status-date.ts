import { dayText } from '../../text/dates.ts';
import { eachFile, type Found, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'status-date',
  reason: 'A document is replaced or ends after it was issued.',
  needs: [],
  runs: eachFile('plans', ['status', 'issuedOn'], ({ data: { status, issuedOn } }) => {
    if (status.kind === 'in-force' || issuedOn === undefined) return [];
    const days = { on: status.on, until: status.kind === 'ended' ? status.until : undefined };
    return Object.entries(days).flatMap(([field, day]): Found[] =>
      day === undefined || day >= issuedOn
        ? []
        : [
            {
              path: ['status', field],
              found: `${day}，早于印发日期 ${issuedOn}`,
              expected: `${dayText(issuedOn)}（印发）以后的一天`,
              mend: '对照依据的原话改正年月日',
            },
          ],
    );
  }),
  good: [
    { 'plan.mdx': { 'environments:': 'status:\n  kind: ended\n  on: 2025-03-28\n  basis: 公告。\nenvironments:' } },
    { 'plan.mdx': { 'environments:': 'status:\n  kind: ended\n  until: 2099-12-31\n  basis: 公告。\nenvironments:' } },
  ],
  bad: {
    'plan.mdx:18 status.on 查到：2025-03-27，早于印发日期 2025-03-28 应为：2025年3月28日（印发）以后的一天 改法：对照依据的原话改正年月日':
      {
        'plan.mdx': {
          'environments:': 'status:\n  kind: replaced\n  by: second\n  on: 2025-03-27\n  basis: 公告。\nenvironments:',
        },
        'second/plan.mdx': {},
      },
    'plan.mdx:17 status.until 查到：2024-12-31，早于印发日期 2025-03-28 应为：2025年3月28日（印发）以后的一天 改法：对照依据的原话改正年月日':
      {
        'plan.mdx': { 'environments:': 'status:\n  kind: ended\n  until: 2024-12-31\n  basis: 公告。\nenvironments:' },
      },
  },
};
