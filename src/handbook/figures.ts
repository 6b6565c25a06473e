import { figure, numbersIn } from './numerals.ts';

interface Quantity {
  value: number;
  unit: string;
  text: string;
}

const bound = '(?:不少于|不低于|不超过|达到|最高允许|最高可达)?';
const expression = new RegExp(
  `${bound}\\s*(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千两]+)[万亿]*[^\\s，。、“”]?(?:以上|以下|以内)?`,
  'gu',
);

/** The words of a quantity's text that state its number, bounds included: `不少于50场`, `10亿元以上`. */
export function figureWords({ value, text }: Quantity): string {
  // The last one counts: where a text names two numbers alike, the earlier belongs to the clause before.
  const found = [...text.matchAll(expression)]
    .map(([words]) => words)
    .filter((words) => numbersIn(words).includes(value));
  return found.at(-1) ?? text;
}

/** What the operators of targets say. */
export const operators = { '>=': '不少于', '=': '达到', '<=': '不超过' } as const;

/** The parts in which a target is shown large: `不少于`, `10`, `亿元`. */
export function figureParts(target: Quantity & { operator: keyof typeof operators }) {
  const written = figure(target.value);
  const scale = /[万亿]$/u.exec(written)?.[0] ?? '';
  return {
    bound: operators[target.operator],
    digits: written.slice(0, written.length - scale.length),
    unit: scale + target.unit,
  };
}

/** A quantity in one piece: `30亿元`, `12家`. */
export const figureText = (value: number, unit: string): string => figure(value) + unit;
