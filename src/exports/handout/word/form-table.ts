import { type ParagraphChild, type Table, TextRun } from 'docx';
import { isTask } from '../../../model/plan.ts';
import { columnsOf, environmentLabel, listHeading } from '../../../model/printed-form.ts';
import type { Handout } from '../../../views/handout.ts';
import { environmentColumns } from '../../../views/handout-tables.ts';
import { formRowMayBreak, reportForm } from '../../../views/report-form.ts';
import { formStyles } from './styles.ts';
import { type Cell, type Row, tableOf, textWidthAcross, widthsBy } from './tables.ts';

/** A text with its line breaks. */
const linesIn = (words: string): ParagraphChild[] =>
  words.split('\n').map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }));

/**
 * A form of its columns: rows of a list under the heads of their environments, the cell of a measure one for its rows; without a list a row for
 * each measure.
 */
export function formTable({ plan, provisions }: Handout): Table {
  const { columns, rows } = reportForm(plan, provisions);
  // On paper the environment is a head across, and the state is written with the progress.
  const chapter = environmentColumns(plan)[0]?.header;
  const kept = columns.flatMap(({ header, choices }, index) => (choices || header === chapter ? [] : [index]));
  const merged = columnsOf(plan.annex)?.isPrinted ? undefined : columnsOf(plan.annex)?.measure;
  const body = provisions.flatMap((item, at): Row[] => {
    const measure = isTask(item) ? item.measure : item;
    const before = provisions[at - 1];
    const previous = before && (isTask(before) ? before.measure : before);
    const { environment } = measure;
    const heading =
      environment && environment !== previous?.environment
        ? (isTask(item) && listHeading(plan, environment)) ||
          `${environmentLabel(plan, environment)}${environment.title}`
        : undefined;
    const heads = [...(heading ? [heading] : []), ...(isTask(item) ? item.above : [])];
    const alike = provisions.filter((other) => isTask(other) && other.measure === measure).length;
    const cells = kept.flatMap((index): Cell[] => {
      const words = String(rows[at]?.[index] ?? '');
      if (columns[index]?.header !== merged || !isTask(item))
        return [{ words: linesIn(words), isCentred: index === kept[0] }];
      return measure === previous ? [] : [{ words, rows: alike }];
    });
    return [
      ...heads.map((words) => ({ cells: [{ words, isHead: true, columns: kept.length }] })),
      { mayBreak: formRowMayBreak(item.text), cells },
    ];
  });
  return tableOf(
    [{ isHead: true, cells: kept.map((index) => ({ words: columns[index]?.header ?? '', isHead: true })) }, ...body],
    widthsBy(
      kept.map((index) => columns[index]?.width ?? 1),
      textWidthAcross,
    ),
    formStyles,
  );
}
