import { idsOf } from '../model/succession.ts';
import type { Handbook, Plan, Target } from '../model/types.ts';
import { listedName } from './unit-succession.ts';

/** A select of a form that filters or sorts rows, with what it offers beside everything. */
export interface FilterSelect {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

/** What the words of a target bound. */
const operators: Readonly<Record<Target['operator'], string>> = { '>=': '有下限', '=': '一个数', '<=': '有上限' };

/** The targets of a plan, those that count in the same unit together: meetings with meetings, yuan with yuan. */
export const targetsByUnit = ({ targets }: Plan): Target[] =>
  [...Map.groupBy(targets, ({ unit }) => unit).values()].flat();

/** By what the ledger of a plan's targets can be filtered: only by what some target has. */
export function targetSelects(
  { units }: Pick<Handbook, 'units'>,
  { environments, targets, words }: Plan,
): FilterSelect[] {
  const named = new Set(targets.flatMap(({ provision }) => idsOf(provision.units.map(({ unit }) => unit))));
  const counted = [...new Set(targets.map(({ unit }) => unit))];
  return [
    {
      name: 'unit',
      label: '责任单位',
      options: units.filter(({ id }) => named.has(id)).map((unit) => ({ value: unit.id, label: listedName(unit) })),
    },
    {
      name: 'environment',
      label: words.chapter,
      options: environments
        .filter((environment) => targets.some(({ measure }) => measure.environment === environment))
        .map(({ number, short }) => ({ value: String(number), label: short })),
    },
    {
      name: 'operator',
      label: '要求',
      options: Object.entries(operators)
        .filter(([operator]) => targets.some((target) => target.operator === operator))
        .map(([value, label]) => ({ value, label })),
    },
    { name: 'counts', label: '计量单位', options: counted.map((unit) => ({ value: unit, label: unit })) },
  ].filter(({ options }) => options.length > 0);
}

/** The orders of the ledger besides that of the document, as the numbers that its rows carry; `-` turns an order. */
export const targetOrders = [
  { value: '-value', label: '数值从大到小' },
  { value: 'value', label: '数值从小到大' },
  { value: 'unit', label: '责任单位' },
] as const;

/** The attributes of a target's row by which it is filtered and ordered. */
export const targetRowData = (
  { units }: Pick<Handbook, 'units'>,
  { provision, measure, operator, unit, value }: Target,
) => ({
  'data-row': '',
  'data-unit': idsOf(provision.units.map((one) => one.unit)).join(' '),
  'data-environment': measure.environment?.number,
  'data-operator': operator,
  'data-counts': unit,
  'data-by-value': value,
  'data-by-unit': provision.units[0] && units.indexOf(provision.units[0].unit),
});
