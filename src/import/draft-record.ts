import type { PlanData } from '../schema/plan.ts';
import { tidyBlanks } from '../text/normalise.ts';
import { unnumbered } from '../text/outline-numbers.ts';
import { quotedIn } from '../text/quotations.ts';
import type { FoundRecord } from './document-record.ts';
import { type DraftBlock, type DraftMeasure, type DraftRecord, textOfBlock } from './draft.ts';
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

/** The record of a list of four or five columns, with how it counts its headings and measures. */
export function annexOf(list: PrintedList, title: string | undefined, { environments }: Outline): DraftRecord['annex'] {
  if (list.columns.length === 0) return undefined;
  const titles = environments.map((environment) => environment.title);
  const headings = list.headings.map(({ text }) => text).filter((text) => titles.includes(unnumbered(text)));
  const printed = list.rows.map(({ measure }) => tidyBlanks(measure)).filter(Boolean);
  const heading = headings.length === 0 ? '无' : allBegin(headings, bracketedNumeral) ? '（一）' : undefined;
  const forms = Object.keys(labelForms) as (keyof typeof labelForms)[];
  const label = forms.find((form) => allBegin(printed, labelForms[form]));
  return {
    ...(title ? { title } : {}),
    columns: list.shown,
    ...(heading ? { headings: heading } : {}),
    ...(label ? { labels: label } : {}),
  };
}

/** Of several one in a list, of one that itself. */
const oneOrMore = (items: readonly string[] | undefined): string | string[] | undefined =>
  items?.length === 1 ? items[0] : items && [...items];

/** What depends on the form in which a draft is written. */
type OfForm = Pick<DraftRecord, 'annex' | 'words' | 'leadRule'> & {
  numbering: PlanData['numbering'];
  environments?: DraftRecord['environments'];
};

/** The record with what the text itself says; fields in the order of the schema. */
export function draftRecord(
  found: FoundRecord,
  outline: Outline,
  { numbering, annex, words, leadRule, environments }: OfForm,
  blocks: readonly DraftBlock[],
  measures: readonly DraftMeasure[],
): DraftRecord {
  const body = blocks.map(textOfBlock).join('\n');
  const measureTexts = measures.map((measure) => measure.blocks.map(textOfBlock).join('\n'));
  const cited = new Map(
    [...[body, ...measureTexts].join('\n').matchAll(basis)].map(([, name = '', number = '']) => [
      number,
      { title: name, number },
    ]),
  );
  const texts = [
    body,
    ...measures.flatMap(({ data }, index) => [
      data.title ?? '',
      measureTexts[index] ?? '',
      ...(data.tasks ?? []).map((task) => task.text),
    ]),
  ];
  const terms = [...new Set(texts.flatMap(quotedIn))].filter((term) => term.trim() === term);
  const titles = [...new Set(outline.environments.map((environment) => environment.title))].filter(Boolean);
  const { title, heading, number, noticeTitle, addressees, notice, issuer, issuedOn, issuedText, signature } = found;
  const record: DraftRecord = {
    title,
    shortTitle: title,
    heading,
    number,
    noticeTitle,
    addressees,
    notice: oneOrMore(notice),
    issuer: oneOrMore(issuer),
    issuedOn,
    issuedText,
    signature,
    basis: [...cited.values()],
    // What the schema takes for granted is not written.
    numbering: numbering === 'points' ? undefined : numbering,
    words,
    leadRule,
    environments: environments ?? titles.map((name) => ({ title: name, short: name })),
    terms: terms.map((term) => ({ term })),
    annex,
  };
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) => !isEmpty(value) || (key === 'basis' && value) || (key === 'terms' && value),
    ),
  );
}
