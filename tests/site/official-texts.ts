import {
  annexLines,
  environmentLabel,
  listHeading,
  measureBlocks,
  measureParagraph,
  rowCells,
  signatureLines,
  stretchText,
} from '../../src/model/printed-form.ts';
import type { MeasureBlock, Plan } from '../../src/model/types.ts';
import { handbook } from './built-site.ts';

/* What the documents of the content print, by the model. */

/** White space of the layout is no word. */
export const words = (text: string) => text.replace(/\s+/gu, '');

/** A paragraph with and without its number and title, or the cells of a table. */
export const piecesOf = (block: MeasureBlock): string[] => {
  if (block.kind === 'table') return block.rows.flat().map(stretchText);
  return [
    stretchText(block.stretches),
    stretchText(block.stretches.filter(({ kind }) => kind !== 'label' && kind !== 'title')),
  ];
};
/** The texts of a plan that stand in one element each. */
const textsOf = (plan: Plan): (string | undefined)[] => [
  ...[
    plan.heading,
    plan.number,
    plan.noticeTitle,
    plan.addressees,
    plan.issuer,
    plan.issuedText,
    ...(plan.notice ?? []),
    plan.title,
    ...signatureLines(plan),
  ],
  ...[plan.annex?.title, ...annexLines(plan), ...(plan.annex?.below ?? [])],
  ...plan.blocks.flatMap((block) =>
    block.kind === 'measures' ? [] : block.kind === 'table' ? block.rows.flat() : [block.text],
  ),
  ...(plan.annex?.columns ?? []),
  ...plan.environments.flatMap((environment) => [
    environmentLabel(plan, environment) + environment.title,
    plan.annex && listHeading(plan, environment),
  ]),
  ...plan.measures.flatMap((measure) => [
    measure.title,
    measure.listTitle ?? '',
    measure.text,
    measureParagraph(measure),
    ...measureBlocks(measure).flatMap(piecesOf),
  ]),
  ...plan.tasks.flatMap((task) => [task.text, ...task.above, ...rowCells(plan, task).map((cell) => cell.words)]),
];

/** All of them, without white space. */
export const officialTexts = [
  ...new Set(handbook.plans.flatMap(textsOf).flatMap((text) => (text === undefined ? [] : words(text)))),
];
