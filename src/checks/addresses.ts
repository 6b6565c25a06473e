import { comparedPairs } from '../model/compared-pairs.ts';
import type { Handbook } from '../model/types.ts';
import { addressesOf } from '../routes/addresses.ts';

/** The addresses of a handbook that others may rely on. */
export const handbookAddresses = (handbook: Pick<Handbook, 'units' | 'topics' | 'plans'>): string[] =>
  addressesOf(handbook, comparedPairs(handbook));

const remark = '# 发布过的网址，从网站的根算起。由 npm run published 写出，只增不删；没有了的页面写进 redirects.yaml。';

/** The text of the list of published addresses with those of a handbook added, from which none is ever taken; with their numbers. */
export function withAddresses(list: string, handbook: Parameters<typeof handbookAddresses>[0]) {
  const listed = list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const all = [...new Set([...listed, ...handbookAddresses(handbook)])].sort();
  return { text: [remark, ...all, ''].join('\n'), added: all.length - listed.length, count: all.length };
}
