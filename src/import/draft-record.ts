import type { PlanData } from '../schema/plan.ts';
import { quotedIn } from '../text/quotations.ts';
import type { FoundRecord } from './document-record.ts';
import { type DraftBlock, type DraftMeasure, type DraftRecord, textOfBlock } from './draft.ts';
import type { Outline } from './outline.ts';

/** A document named with its number: 《大方案》（大政〔2025〕2号）, 《大条例》（国令第1号）. */
const basis = /《((?:[^《》]|《[^《》]*》)+)》[（(]([^（()）]*(?:〔\d{4}〕|令第?)\d+号)[）)]/gu;

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
  // What a measure alone cites is no basis of the whole document.
  const cited = new Map(
    [...body.matchAll(basis)].map(([, name = '', number = '']) => [number, { title: name, number }]),
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
