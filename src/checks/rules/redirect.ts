import { didYouMean } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import { redirected } from '../../routes/addresses.ts';
import { handbookAddresses } from '../addresses.ts';
import { type Found, once, type Rule } from '../rule.ts';

const redirects = (...pairs: [from: string, to: string][]) =>
  `redirects:\n${pairs.map(([from, to]) => `  - from: ${from}\n    to: ${to}\n`).join('')}`;

export const rule: Rule = {
  id: 'redirect',
  reason: 'A redirect leads from an address without a page, each once, to one that has a page, by others or at once.',
  needs: ['units', 'topics', 'plans', 'measures'],
  runs: once(({ handbook }) => {
    const there = handbookAddresses(handbook);
    const file = contentFiles.redirects;
    return handbook.redirects.flatMap(({ from, to }, index, all): (Found & { file: string })[] => {
      const path = (field: string) => ({ file, path: ['redirects', index, field] });
      if (there.includes(from))
        return [
          {
            ...path('from'),
            found: `${from}，现在有这一页`,
            expected: '没有网页的旧网址',
            mend: '删去这一条；要去掉那一页，先去掉它的文件',
          },
        ];
      if (all.findIndex((one) => one.from === from) < index)
        return [{ ...path('from'), found: `${from}，前面已经有`, expected: '一个旧网址只写一次', mend: '删去一条' }];
      const end = redirected(from, all);
      // A circle is one problem: it is told where the first address turns back.
      if (end === undefined && all.some((one, at) => at < index && redirected(one.from, all) === undefined)) return [];
      if (end === undefined)
        return [
          { ...path('to'), found: `${to}，绕回了 ${from}`, expected: '现在有网页的网址', mend: '改成最后的网址' },
        ];
      if (there.includes(end)) return [];
      return [
        {
          ...path('to'),
          found: `${end}，没有这一页`,
          expected: '现在有网页的网址，如 units/…/、support/…/',
          mend: didYouMean(end, there),
        },
      ];
    });
  }),
  good: [{ 'redirects.yaml': redirects(['units/jiaju/', 'units/jja/'], ['units/jja/', 'units/jia/']) }],
  bad: {
    'redirects.yaml:2 redirects[1].from 查到：units/jia/，现在有这一页 应为：没有网页的旧网址 改法：删去这一条；要去掉那一页，先去掉它的文件':
      { 'redirects.yaml': redirects(['units/jia/', 'units/yi/']) },
    'redirects.yaml:4 redirects[2].from 查到：units/a/，前面已经有 应为：一个旧网址只写一次 改法：删去一条': {
      'redirects.yaml': redirects(['units/a/', 'units/jia/'], ['units/a/', 'units/yi/']),
    },
    'redirects.yaml:3 redirects[1].to 查到：units/b/，绕回了 units/a/ 应为：现在有网页的网址 改法：改成最后的网址': {
      'redirects.yaml': redirects(['units/a/', 'units/b/'], ['units/b/', 'units/a/']),
    },
    'redirects.yaml:3 redirects[1].to 查到：units/jai/，没有这一页 应为：现在有网页的网址，如 units/…/、support/…/ 改法：最接近的是“units/jia/”':
      // That the address was published is no second problem.
      { 'redirects.yaml': redirects(['units/a/', 'units/jai/']), 'published.txt': 'units/a/\n' },
  },
};
