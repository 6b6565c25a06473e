import { registryOf } from '../../model/unit-registry.ts';
import { eachReading } from '../readings.ts';
import type { Rule } from '../rule.ts';

/** What stands before and behind a name that is whole: the registered name is no part of a longer one, nor of a sentence. */
const before = /(?:^|[（(〔【：:；;，,、。\s]|由|为|会同|以?及|和|与|等)$/u;
const behind =
  /^(?:$|[）)〕】：:；;，,、。（\s]|以?及|和|与|等|[分共]|按|根据|会同|牵头|负责|配合|参[与加]|指导|监督|督[促导]|协[同助办作]|[主承]办|落实|实施|组织)/u;
/** The label under which words stand: what is not said of units names none. */
const label = /([^（(〔【：:；;，,。\s]*)[：:][^：:]*$/u;
const labelOfUnits = /(?:单位|部门|主体|机关|分工|牵头|责任|配合|参与|指导|会同|监督|负责|主办|承办|协办)$/u;
/** A part of the words that leaves units out. */
const exception = /除|不含|不包括/u;

/** The registered names that stand in printed words as names of units, the longest at each place. */
function namesIn(printed: string, names: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < printed.length; at++) {
    const name = names.find((one) => printed.startsWith(one, at));
    if (name === undefined) continue;
    const head = printed.slice(0, at);
    const tail = printed.slice(at + name.length);
    const part = `${/[^；;，,。（(]*$/u.exec(head)?.[0]}${name}${/^[^；;，,。）)]*/u.exec(tail)?.[0]}`;
    const labelled = label.exec(head)?.[1];
    if (before.test(head) && behind.test(tail) && !exception.test(part) && labelOfUnits.test(labelled ?? '单位'))
      found.push(name);
    at += name.length - 1;
  }
  return found;
}

export const rule: Rule = {
  id: 'unread-unit',
  reason: 'A registered unit that the printed words name is read as named there, lest its duty be lost.',
  needs: ['units'],
  runs: eachReading(({ path, printed, reads }, _plan, { entries, day }) => {
    const registry = registryOf(entries.units, day);
    const read = new Set(registry.read(reads).units.map(({ unit }) => unit.id));
    const names = registry.names.sort((a, b) => b.length - a.length);
    const missing = [...new Set(namesIn(printed, names))].filter(
      (name) => !reads.includes(name) && !read.has(registry.find(name)?.id ?? ''),
    );
    return missing.map((name) => ({
      path,
      found: `没有“${name}”，printed 里印着`,
      expected: 'printed 里印的单位都写',
      mend: '把它补进 reads，照印的次序和角色',
    }));
  }),
  good: [
    // The name within a longer one, in a remark, left out, and under another label.
    {
      'printed/measures/02.mdx': {
        '（区甲局负责）': '（区甲局负责，报区乙办备案，市区乙办下属中心、除区乙办外，适用范围：区乙办）',
      },
    },
    // Another name of the unit.
    {
      'printed/measures/02.mdx': { '（区甲局负责）': '（区甲局负责，区甲指导）' },
    },
  ],
  bad: {
    'printed/measures/02.mdx:7 units[1].reads 查到：没有“区乙办”，printed 里印着 应为：printed 里印的单位都写 改法：把它补进 reads，照印的次序和角色':
      { 'printed/measures/02.mdx': { '（区甲局负责）': '（区甲局负责，区乙办配合）' } },
    'printed/measures/01.mdx:14 tasks[1].units[1].reads 查到：没有“区乙办”，printed 里印着 应为：printed 里印的单位都写 改法：把它补进 reads，照印的次序和角色':
      {
        'printed/measures/01.mdx': {
          '    units: 区甲局\n': '    units:\n      - printed: 区甲局会同区乙办\n        reads: 区甲局\n',
        },
      },
  },
};
