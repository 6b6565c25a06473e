import { didYouMean } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import { redirected } from '../../routes/addresses.ts';
import { handbookAddresses } from '../addresses.ts';
import { once, type Rule } from '../rule.ts';

/** The file without which an address is gone, where it is known by the address. */
function fileBehind(address: string): string | undefined {
  const [, folder, id = ''] = /^(units|support|plans)\/([^/]+)\/$/u.exec(address) ?? [];
  if (folder === 'plans') return contentFiles.planFolder(id);
  return folder && (folder === 'units' ? contentFiles.unit(id) : contentFiles.topic(id));
}

const sibling = (address: string) => address.replace(/[^/]+\/$/u, '');

export const rule: Rule = {
  id: 'published-address',
  reason:
    'An address that was published leads to its page or, by a redirect, to another, as links and bookmarks hold it.',
  needs: ['units', 'topics', 'plans', 'measures', 'redirects'],
  runs: once(({ published, handbook }) => {
    const there = handbookAddresses(handbook);
    const listed = new Set(published.values());
    const isGone = (address: string) => !there.includes(redirected(address, handbook.redirects) ?? '');
    // Redirects that lead nowhere are told by their own rule.
    const astray = handbook.redirects.map(({ from }) => from).filter(isGone);
    const isDead = (address: string) => isGone(address) && !astray.some((from) => address.startsWith(from));
    const dead = [...published].filter(([, address]) => isDead(address));
    // What lies below an address that is gone, and the data of a plan, have the same cause.
    const causes = dead.filter(
      ([, address]) =>
        !dead.some(([, other]) => other !== address && (address.startsWith(other) || address === `data/${other}`)),
    );
    return causes.map(([line, address]) => {
      const file = fileBehind(address);
      const siblings = there.filter((one) => sibling(one) === sibling(address));
      // The page of a renamed file is one that was not published yet.
      const fresh = siblings.filter((one) => !listed.has(one));
      const [only, more] = fresh;
      const now =
        only && !more
          ? `最接近的是“${only}”`
          : didYouMean(address, only ? fresh : siblings.length > 0 ? siblings : there);
      const back = file ? `是改了名就把文件名改回 ${file}；` : '';
      const unit = address.startsWith('units/') ? '单位更名、并入或分设的，留着它的文件，在里面写 successor；' : '';
      return {
        file: contentFiles.published,
        line,
        path: [],
        found: `网址 ${address} 发布过，现在没有这一页`,
        expected: '发布过的网址一直打得开',
        mend: `${back}${unit}确要去掉，在 content/${contentFiles.redirects} 里写 from: ${address} 和 to: 现在的网址（${now}）`,
      };
    });
  }),
  good: [
    { 'published.txt': '# 发布过的网址\nunits/jia/\nplans/mini/\nplans/mini/measures/01/\n' },
    {
      'published.txt': 'units/jiaju/\nplans/old/\nplans/old/measures/01/\ndata/plans/old/\n',
      'redirects.yaml':
        'redirects:\n  - from: units/jiaju/\n    to: units/jja/\n  - from: units/jja/\n    to: units/jia/\n  - from: plans/old/\n    to: plans/mini/\n',
    },
  ],
  bad: {
    'published.txt:1 查到：网址 plans/old/measures/09/ 发布过，现在没有这一页 应为：发布过的网址一直打得开 改法：确要去掉，在 content/redirects.yaml 里写 from: plans/old/measures/09/ 和 to: 现在的网址（最接近的是“plans/mini/measures/01/”）':
      {
        'published.txt': 'plans/old/measures/09/\n',
        'redirects.yaml': 'redirects:\n  - from: plans/old/\n    to: plans/mini/\n',
      },
    'published.txt:2 查到：网址 units/jja/ 发布过，现在没有这一页 应为：发布过的网址一直打得开 改法：是改了名就把文件名改回 units/jja.yaml；单位更名、并入或分设的，留着它的文件，在里面写 successor；确要去掉，在 content/redirects.yaml 里写 from: units/jja/ 和 to: 现在的网址（最接近的是“units/jia/”）':
      { 'published.txt': 'units/yi/\nunits/jja/\nunits/bumen/\n' },
    'published.txt:2 查到：网址 units/jja/ 发布过，现在没有这一页 应为：发布过的网址一直打得开 改法：是改了名就把文件名改回 units/jja.yaml；单位更名、并入或分设的，留着它的文件，在里面写 successor；确要去掉，在 content/redirects.yaml 里写 from: units/jja/ 和 to: 现在的网址（最接近的是“units/yi/”）':
      { 'published.txt': 'units/jia/\nunits/jja/\nunits/bumen/\n' },
    'published.txt:1 查到：网址 plans/minni/ 发布过，现在没有这一页 应为：发布过的网址一直打得开 改法：是改了名就把文件名改回 plans/minni/；确要去掉，在 content/redirects.yaml 里写 from: plans/minni/ 和 to: 现在的网址（最接近的是“plans/mini/”）':
      { 'published.txt': 'plans/minni/\nplans/minni/measures/01/\ndata/plans/minni/\n' },
    'published.txt:1 查到：网址 plans/mini/measures/09/ 发布过，现在没有这一页 应为：发布过的网址一直打得开 改法：确要去掉，在 content/redirects.yaml 里写 from: plans/mini/measures/09/ 和 to: 现在的网址（最接近的是“plans/mini/measures/01/”）':
      { 'published.txt': 'plans/mini/measures/09/\n' },
  },
};
