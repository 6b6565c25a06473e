import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'contact-date',
  reason: 'How a unit is reached was looked up by today.',
  needs: [],
  runs: eachFile('units', ['contact'], ({ data: { contact }, content: { day } }) => {
    if (contact === undefined || contact.date <= day) return [];
    return {
      path: ['contact', 'date'],
      found: `${contact.date}，在今天（${day}）以后`,
      expected: '查到的那一天，不晚于今天',
      mend: '改正日期：写哪一天在网页上查到的',
    };
  }),
  good: [
    {
      'units/yi.yaml': {
        'kind: unit': 'kind: unit\ncontact: { phone: 1-1, source: "https://a.cn/", date: 2030-01-01 }',
      },
    },
  ],
  bad: {
    'units/yi.yaml:3 contact.date 查到：2030-01-02，在今天（2030-01-01）以后 应为：查到的那一天，不晚于今天 改法：改正日期：写哪一天在网页上查到的':
      {
        'units/yi.yaml': {
          'kind: unit': 'kind: unit\ncontact: { phone: 1-1, source: "https://a.cn/", date: 2030-01-02 }',
        },
      },
  },
};
