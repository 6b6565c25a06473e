import { idFor, type Named, named as nearest } from '../../loader/did-you-mean.ts';
import { contentFiles } from '../../loader/paths.ts';
import type { Unit } from '../../model/types.ts';
import { dayText } from '../../text/dates.ts';
import { type Content, type Found, once, type Rule } from '../rule.ts';

type Place = Pick<Found, 'path'> & { file: string };

/** The way from a unit over its successors back to itself; undefined where there is none. */
function circleOf(unit: Unit): Unit[] | undefined {
  const seen = new Set<Unit>();
  const search = (at: Unit, way: Unit[]): Unit[] | undefined => {
    for (const next of at.succession?.into ?? []) {
      if (next === unit) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(unit, [unit]);
}

/** The day of issue of the first document that names a unit. */
const firstNamed = (unit: Unit, plans: Content['handbook']['plans']): string | undefined =>
  plans
    .filter((plan) => [...plan.measures, ...plan.tasks].some((one) => one.units.some((named) => named.unit === unit)))
    .flatMap(({ issuedOn }) => issuedOn ?? [])
    .sort()[0];

const quoted = (units: readonly Unit[]) => units.map(({ name }) => `“${name}”`).join(' → ');

function faultsOf(unit: Unit, { handbook: { units, plans } }: Content): (Place & Found)[] {
  const { successor, succession } = unit;
  if (!successor || !succession) return [];
  const { kind, on } = succession;
  const at = (...path: PropertyKey[]): Place => ({ file: contentFiles.unit(unit.id), path: ['successor', ...path] });
  const others = units
    .filter((one) => one !== unit)
    .map(({ id, name, aliases }): Named => ({ id, names: [name, ...aliases] }));
  const unknown = [successor.into].flat().flatMap((word, index): (Place & Found)[] => {
    if (units.some(({ id }) => id === word)) return [];
    const near = nearest(word, others);
    const isSame = near?.isSame === true;
    const registering = /^[a-z\d-]+$/u.test(word) ? `${word} 名称` : `编号 ${word}`;
    return [
      {
        ...at('into', ...(kind === 'split' ? [index] : [])),
        found: `单位“${word}”`,
        expected: 'content/units/ 里的文件名，不带 .yaml',
        mend: `${idFor(word, others)}${isSame ? '' : `；还没有登记，就运行 npm run new -- unit ${registering}`}`,
        ...(isSame ? { repair: { value: near.one.id } } : {}),
      },
    ];
  });
  const circle = circleOf(unit);
  if (unknown.length > 0) return unknown;
  if (circle)
    // Told at one of its units.
    return circle.some(({ id }) => id < unit.id)
      ? []
      : [
          {
            ...at('into'),
            found: `绕回了自己：${quoted(circle)}`,
            expected: '另外的单位，并且不绕回来',
            mend: '对照各次改革的依据改正；没有变的单位不写 successor',
          },
        ];
  const [into] = succession.into;
  const renamedToo = into?.predecessors.find((other) => other !== unit && other.succession?.kind === 'renamed');
  const twice: (Place & Found)[] =
    kind === 'renamed' && into && renamedToo
      ? [
          {
            ...at('kind'),
            found: `renamed，“${renamedToo.name}”也更名为“${into.name}”`,
            expected: '两个单位成了一个，是合并',
            mend: '两个文件里都写 kind: merged',
          },
        ]
      : [];
  const early = succession.into.filter(({ succession: next }) => next && next.on <= on);
  const order = early.map((next) => ({
    ...at('on'),
    found: `${on}，而“${next.name}”自 ${next.succession?.on} 起已${next.succession?.kind === 'split' ? '分设' : `成为“${next.succession?.into[0]?.name}”`}`,
    expected: '前一次改革的日期在后一次以前',
    mend: '对照两次的依据改正日期；同一天完成的，直接写最后的单位',
  }));
  const named = firstNamed(unit, plans);
  const before =
    named !== undefined && on < named
      ? [
          {
            ...at('on'),
            found: `${on}，早于用这个名称的文件的印发日期 ${named}`,
            expected: `${dayText(named)}以后的一天`,
            mend: '对照依据改正日期；那时已经改名、文件仍印旧名的，把旧名写进现单位的 aliases',
          },
        ]
      : [];
  return [...twice, ...order, ...before];
}

const successor = (into: string, on = '2026-01-01', kind = 'merged') =>
  `kind: unit\nsuccessor:\n  kind: ${kind}\n  into: ${into}\n  on: ${on}\n  basis: 公告。`;
const made = 'name: 区丙局\nkind: unit\n';

export const rule: Rule = {
  id: 'unit-successor',
  reason: 'A reform leads from a unit to others that are registered, in the order of their days, and never back.',
  needs: ['units', 'plans', 'measures'],
  runs: once((content) => content.handbook.units.flatMap((unit) => faultsOf(unit, content))),
  good: [
    { 'units/yi.yaml': { 'kind: unit': successor('bing', '2025-03-28', 'renamed') }, 'units/bing.yaml': made },
    { 'units/yi.yaml': { 'kind: unit': successor('[bing, jia]', '2099-01-01', 'split') }, 'units/bing.yaml': made },
    {
      'units/yi.yaml': { 'kind: unit': successor('bing', '2026-01-01', 'renamed') },
      'units/bing.yaml': made.replace('kind: unit', successor('jia', '2026-01-02')),
    },
  ],
  bad: {
    'units/yi.yaml:5 successor.into 查到：单位“jja” 应为：content/units/ 里的文件名，不带 .yaml 改法：最接近的是 jia（区甲局）；还没有登记，就运行 npm run new -- unit jja 名称':
      { 'units/yi.yaml': { 'kind: unit': successor('jja') } },
    'units/yi.yaml:5 successor.into 查到：单位“units/jia.yaml” 应为：content/units/ 里的文件名，不带 .yaml 改法：写成 jia（区甲局）':
      { 'units/yi.yaml': { 'kind: unit': successor('units/jia.yaml') } },
    'units/yi.yaml:5 successor.into 查到：单位“区甲局” 应为：content/units/ 里的文件名，不带 .yaml 改法：写成 jia（区甲局）':
      { 'units/yi.yaml': { 'kind: unit': successor('区甲局') } },
    'units/yi.yaml:5 successor.into[2] 查到：单位“区丁局” 应为：content/units/ 里的文件名，不带 .yaml 改法：最接近的是 jia（区甲局）；还没有登记，就运行 npm run new -- unit 编号 区丁局':
      { 'units/yi.yaml': { 'kind: unit': successor('[jia, 区丁局]', '2026-01-01', 'split') } },
    'units/yi.yaml:5 successor.into 查到：绕回了自己：“区乙办” → “区乙办” 应为：另外的单位，并且不绕回来 改法：对照各次改革的依据改正；没有变的单位不写 successor':
      { 'units/yi.yaml': { 'kind: unit': successor('yi') } },
    'units/jia.yaml:6 successor.into 查到：绕回了自己：“区甲局” → “区乙办” → “区甲局” 应为：另外的单位，并且不绕回来 改法：对照各次改革的依据改正；没有变的单位不写 successor':
      {
        'units/yi.yaml': { 'kind: unit': successor('jia') },
        'units/jia.yaml': { 'kind: unit': successor('yi', '2027-01-01') },
      },
    'units/jia.yaml:5 successor.kind 查到：renamed，“区乙办”也更名为“区丙局” 应为：两个单位成了一个，是合并 改法：两个文件里都写 kind: merged\nunits/yi.yaml:4 successor.kind 查到：renamed，“区甲局”也更名为“区丙局” 应为：两个单位成了一个，是合并 改法：两个文件里都写 kind: merged':
      {
        'units/yi.yaml': { 'kind: unit': successor('bing', '2026-01-01', 'renamed') },
        'units/jia.yaml': { 'kind: unit': successor('bing', '2026-01-01', 'renamed') },
        'units/bing.yaml': made,
      },
    'units/yi.yaml:6 successor.on 查到：2026-01-01，而“区丙局”自 2026-01-01 起已成为“区甲局” 应为：前一次改革的日期在后一次以前 改法：对照两次的依据改正日期；同一天完成的，直接写最后的单位':
      {
        'units/yi.yaml': { 'kind: unit': successor('bing') },
        'units/bing.yaml': made.replace('kind: unit', successor('jia')),
      },
    'units/yi.yaml:6 successor.on 查到：2024-01-01，早于用这个名称的文件的印发日期 2025-03-28 应为：2025年3月28日以后的一天 改法：对照依据改正日期；那时已经改名、文件仍印旧名的，把旧名写进现单位的 aliases':
      { 'units/yi.yaml': { 'kind: unit': successor('bing', '2024-01-01') }, 'units/bing.yaml': made },
  },
};
