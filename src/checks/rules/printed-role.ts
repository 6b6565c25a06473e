import { unitItems } from '../../model/unit-cells.ts';
import { type Role, roleSynonyms, roles } from '../../schema/unit.ts';
import { eachReading } from '../readings.ts';
import type { Rule } from '../rule.ts';

/** Words besides the heads of cells in which documents give a part. */
const otherWords: Partial<Record<Role, string[]>> = {
  participant: ['参加'],
  guidance: ['督促'],
  supervision: ['督促', '督导'],
  'by-duty': ['职责', '分工'],
};

/** The words that say a part. */
const wordsOf = (role: Role): string[] => [
  roles[role],
  ...Object.entries(roleSynonyms).flatMap(([word, one]) => (one === role ? [word] : [])),
  ...(otherWords[role] ?? []),
];

export const rule: Rule = {
  id: 'printed-role',
  reason: 'A unit has the part that the document gives it, in its words or by its rule on who leads, and no other.',
  needs: ['plans'],
  runs: eachReading(({ path, printed, reads, column }, plan) => {
    const read = new Set(unitItems(reads).flatMap(({ role }) => role ?? []));
    return [...read]
      .filter((role) => role !== 'responsible' && !(role === 'lead' && plan?.leadRule))
      .filter((role) => !wordsOf(role).some((word) => `${column}${printed}`.includes(word)))
      .map((role) => ({
        path,
        found: `“${roles[role]}”，printed 里没有这样说`,
        expected: '原文写明的角色；没有写明的，单位直接用“、”隔开',
        mend:
          role === 'lead'
            ? '删去“牵头”的字样，排在第一位的由手册注明；文件给全文定了谁牵头的，原话写进 plan.mdx 的 leadRule'
            : `删去“${roles[role]}”的字样，或照 printed 改正`,
      }));
  }),
  good: [
    { 'printed/measures/02.mdx': { 区甲局负责: '区甲局主办', 'reads: 区甲局': 'reads: 牵头单位：区甲局' } },
    {
      'printed/measures/01.mdx': {
        '    units: 区甲局\n': '    units:\n      - printed: 区甲局\n        reads: 牵头单位：区甲局\n',
      },
    },
    // By the rule of the document.
    { 'printed/measures/02.mdx': { 'reads: 区甲局': 'reads: 牵头单位：区甲局' } },
  ],
  bad: {
    'printed/measures/02.mdx:7 units[1].reads 查到：“配合”，printed 里没有这样说 应为：原文写明的角色；没有写明的，单位直接用“、”隔开 改法：删去“配合”的字样，或照 printed 改正':
      { 'printed/measures/02.mdx': { 'reads: 区甲局': 'reads: 配合单位：区甲局' } },
    'printed/measures/02.mdx:7 units[1].reads 查到：“牵头”，printed 里没有这样说 应为：原文写明的角色；没有写明的，单位直接用“、”隔开 改法：删去“牵头”的字样，排在第一位的由手册注明；文件给全文定了谁牵头的，原话写进 plan.mdx 的 leadRule':
      {
        'printed/plan.mdx': { 'leadRule:\n  words: 列第一位者为牵头单位，下同\n': '' },
        'printed/measures/02.mdx': { 'reads: 区甲局': 'reads: 牵头单位：区甲局' },
      },
  },
};
