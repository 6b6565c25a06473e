import { contentFiles, measureNumber, planIdOf } from '../../loader/paths.ts';
import { eachFile, type Rule } from '../rule.ts';

export const rule: Rule = {
  id: 'measure-number',
  reason: 'The number of a measure is the one of its file, which is its place in the plan and part of its address.',
  needs: [],
  structural: true,
  runs: eachFile('measures', ['number'], ({ file, data: { number }, content: { paths } }) => {
    const expected = measureNumber(file);
    if (expected === undefined || number === expected) return [];
    const twin = contentFiles.measure(planIdOf(file) ?? '', number);
    return {
      path: ['number'],
      found: `编号 ${number}${paths.has(twin) ? `，与 ${twin} 重复` : ''}`,
      expected: `与文件名相同的编号 ${expected}`,
      mend: `改成 ${expected}；${paths.has(twin) ? '是那一条的副本就删去这个文件' : '编号没错就把文件改名'}`,
    };
  }),
  bad: {
    'measures/02.mdx:2 number 查到：编号 1，与 plans/mini/measures/01.mdx 重复 应为：与文件名相同的编号 2 改法：改成 2；是那一条的副本就删去这个文件':
      { 'measures/02.mdx': { 'number: 2': 'number: 1' } },
    'measures/02.mdx:2 number 查到：编号 7 应为：与文件名相同的编号 2 改法：改成 2；编号没错就把文件改名': {
      'measures/02.mdx': { 'number: 2': 'number: 7' },
    },
  },
};
