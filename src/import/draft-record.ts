import { tidyBlanks } from '../text/normalise.ts';
import { unnumbered } from '../text/outline-numbers.ts';
import { quotedIn } from '../text/quotations.ts';
import type { DraftBlock, DraftMeasure, DraftRecord } from './draft.ts';
import type { Outline } from './outline.ts';
import type { PrintedList } from './task-list.ts';

/** A document named with its number: 《大方案》（大政〔2025〕2号）. */
const basis = /《((?:[^《》]|《[^《》]*》)+)》[（(]([^（()）]*〔\d{4}〕\d+号)[）)]/gu;

/** Whether any of some lines, without which there is nothing to say, and all of them, begin as a pattern says. */
const allBegin = (lines: readonly string[], pattern: RegExp): boolean =>
  lines.length > 0 && lines.every((line) => pattern.test(line));

const bracketedNumeral = /^（[一二三四五六七八九十]/u;

/** How a list counts the titles of its measures, as the schema calls it. */
const labelForms = { '（一）': bracketedNumeral, '1.': /^\d+\./u, 无: /^[^\d（(]/u } as const;

/**
 * The record of the list: how it counts its headings and measures only where the check holds it against the source
 * (`isVerifiable`).
 */
export function annexOf(
  list: PrintedList,
  title: string | undefined,
  { environments }: Outline,
  isVerifiable: boolean,
): DraftRecord['annex'] {
  if (!title && list.columns.length === 0) return undefined;
  const titles = environments.map((environment) => environment.title);
  const headings = list.headings.map(({ text }) => text).filter((text) => titles.includes(unnumbered(text)));
  const printed = list.rows.map(({ measure }) => tidyBlanks(measure)).filter(Boolean);
  const heading = headings.length === 0 ? '无' : allBegin(headings, bracketedNumeral) ? '（一）' : undefined;
  const forms = Object.keys(labelForms) as (keyof typeof labelForms)[];
  const label = forms.find((form) => allBegin(printed, labelForms[form]));
  return {
    ...(title ? { title } : {}),
    columns: list.shown,
    ...(isVerifiable && heading ? { headings: heading } : {}),
    ...(isVerifiable && label ? { labels: label } : {}),
  };
}

/** The record with what the text itself says; fields in the order of the schema. */
export function draftRecord(
  found: DraftRecord,
  outline: Outline,
  annex: DraftRecord['annex'],
  blocks: readonly DraftBlock[],
  measures: readonly DraftMeasure[],
): DraftRecord {
  const words = blocks.map((block) => (block.kind !== 'measures' ? block.text : '')).join('\n');
  const cited = new Map(
    [...words.matchAll(basis)].map(([, name = '', number = '']) => [number, { title: name, number }]),
  );
  const texts = [
    words,
    ...measures.flatMap(({ data, paragraphs }) => [
      data.title ?? '',
      paragraphs.join(''),
      ...(data.tasks ?? []).map((task) => task.text),
    ]),
  ];
  const terms = [...new Set(texts.flatMap(quotedIn))].filter((term) => term.trim() === term);
  const titles = [...new Set(outline.environments.map((environment) => environment.title))];
  const { title, heading, number, noticeTitle, addressees, notice, issuer, issuedOn, issuedText } = found;
  const record: DraftRecord = {
    title,
    shortTitle: title,
    heading,
    number,
    noticeTitle,
    addressees,
    notice,
    issuer,
    issuedOn,
    issuedText,
    basis: [...cited.values()],
    // What the schema takes for granted is not written.
    numbering: outline.numbering === 'points' ? undefined : outline.numbering,
    environments: titles.map((name) => ({ title: name, short: name })),
    terms: terms.map((term) => ({ term })),
    annex,
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
