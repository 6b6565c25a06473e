import { didYouMean } from '../../loader/did-you-mean.ts';
import { measureCalled } from '../../model/references.ts';
import { fileOf, once, type Rule } from '../rule.ts';

const carriesOut = (number: string, measures: string) => ({
  'topics:': `carriesOut:\n  - number: ${number}\n    measures: ${measures}\ntopics:`,
});

export const rule: Rule = {
  id: 'carries-out',
  reason:
    'A measure carries out documents that its plan is based on, and measures that they have, where their text is there.',
  needs: ['plans', 'measures'],
  runs: once(({ handbook: { plans } }) =>
    plans
      .flatMap(({ measures }) => measures)
      .flatMap((measure) =>
        measure.carriesOut.flatMap(({ number, measures }, index) => {
          const file = fileOf(measure);
          const path = ['carriesOut', index];
          const numbers = measure.plan.basis.map((document) => document.number);
          if (!numbers.includes(number))
            return {
              file,
              path: [...path, 'number'],
              found: `“${number}”`,
              expected: 'plan.mdx 的 basis 里列出的一个文号',
              mend: didYouMean(number, numbers),
            };
          const upper = plans.find((plan) => plan.number === number);
          return [...measures.entries()]
            .filter(([, one]) => upper && !measureCalled(upper, one))
            .map(([place, one]) => ({
              file,
              path: [...path, 'measures', place],
              found:
                typeof one === 'number' ? `${number}第${one}条措施，那份文件没有` : `${number}“${one}”，认不出是哪一条`,
              expected: `那份文件印的编号，如“${upper?.measures[0]?.reference}”，或措施号，从 1 到 ${upper?.measures.length}`,
              mend: '对照那份文件改正，或删去；各部分的编号都从头数的，连部分的编号一起写，如“二（三）”',
            }));
        }),
      ),
  ),
  good: [
    { 'measures/02.mdx': carriesOut('大政〔2025〕2号', '[40, 二（三）]') },
    {
      'printed/plan.mdx': { '小政〔2025〕9号': '大政〔2025〕2号' },
      'measures/02.mdx': carriesOut('大政〔2025〕2号', '[（一）, 一（二）, 3]'),
    },
  ],
  bad: {
    'measures/02.mdx:7 carriesOut[1].number 查到：“大政〔2025〕9号” 应为：plan.mdx 的 basis 里列出的一个文号 改法：最接近的是“大政〔2025〕2号”':
      { 'measures/02.mdx': carriesOut('大政〔2025〕9号', '[1]') },
    'measures/02.mdx:8 carriesOut[1].measures[2] 查到：大政〔2025〕2号第5条措施，那份文件没有 应为：那份文件印的编号，如“措施1”，或措施号，从 1 到 2 改法：对照那份文件改正，或删去；各部分的编号都从头数的，连部分的编号一起写，如“二（三）”':
      {
        'second/plan.mdx': { '小政〔2025〕3号': '大政〔2025〕2号' },
        'measures/02.mdx': carriesOut('大政〔2025〕2号', '[2, 5]'),
      },
    'measures/02.mdx:8 carriesOut[1].measures[1] 查到：大政〔2025〕2号“三（一）”，认不出是哪一条 应为：那份文件印的编号，如“（一）”，或措施号，从 1 到 3 改法：对照那份文件改正，或删去；各部分的编号都从头数的，连部分的编号一起写，如“二（三）”':
      {
        'printed/plan.mdx': { '小政〔2025〕9号': '大政〔2025〕2号' },
        'measures/02.mdx': carriesOut('大政〔2025〕2号', '[三（一）]'),
      },
  },
};
