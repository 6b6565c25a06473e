import { type ParagraphChild, type Table, TextRun } from 'docx';
import { isTask } from '../../../model/plan.ts';
import { environmentLabel, extractedRows, listHeading } from '../../../model/printed-form.ts';
import type { Environment } from '../../../model/types.ts';
import type { Handout } from '../../../views/handout.ts';
import { environmentColumns } from '../../../views/handout-tables.ts';
import { mayBreak } from '../../../views/paper-rows.ts';
import { reportForm } from '../../../views/report-form.ts';
import { formLook } from './styles.ts';
import { type Cell, type Row, tableOf, textWidthAcross, widthsBy } from './tables.ts';

/** A text with its line breaks. */
const linesIn = (words: string): ParagraphChild[] =>
  words.split('\n').map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }));

/**
 * A form of its columns: rows of a list, or without one of measures, under the heads of their environments. Each row names its measure, as
 * rows are handed on, and the words of a cell for several rows would be parted by a new page.
 */
export function formTable({ plan, provisions }: Handout): Table {
  const { columns, rows } = reportForm(plan, provisions);
  // On paper the environment is a head across, and the state is written with the progress.
  const chapter = environmentColumns(plan)[0]?.header;
  const kept = columns.flatMap(({ header, choices }, index) => (choices || header === chapter ? [] : [index]));
  const lines = new Map(extractedRows(plan, provisions.filter(isTask)).map(({ number, above }) => [number, above]));
  const body = provisions.flatMap((item, at): Row[] => {
    const measure = isTask(item) ? item.measure : item;
    const before = provisions[at - 1];
    const previous = before && (isTask(before) ? before.measure : before);
    const { environment } = measure;
    const isNew = environment && environment !== previous?.environment;
    const heading = (one: Environment) =>
      isTask(item) ? listHeading(plan, one) : environmentLabel(plan, one) + one.title;
    const heads = [
      ...(isNew ? [heading(environment) ?? ''] : []),
      ...(isTask(item) ? (lines.get(item.number) ?? []) : []),
    ].filter(Boolean);
    const cells = kept.map(
      (index): Cell => ({ words: linesIn(String(rows[at]?.[index] ?? '')), isCentred: index === kept[0] }),
    );
    return [
      ...heads.map((words) => ({ cells: [{ words, isHead: true, columns: kept.length }] })),
      { mayBreak: mayBreak(item.text), cells },
    ];
  });
  return tableOf(
    [{ isHead: true, cells: kept.map((index) => ({ words: columns[index]?.header ?? '', isHead: true })) }, ...body],
    widthsBy(
      kept.map((index) => columns[index]?.width ?? 1),
      textWidthAcross,
    ),
    formLook,
  );
}
