import { ExternalHyperlink, type Table, TextRun } from 'docx';
import { type Reported, reportedName, reportsOf, sourceText } from '../../../views/progress.ts';
import { tableOf, widthsBy } from './tables.ts';

/** An address as a link, that can be read on paper. */
const linkTo = (url: string) =>
  new ExternalHyperlink({ link: new URL(url).href, children: [new TextRun({ text: url, underline: {} })] });

/** What was published of targets and rows as a table, each entry with the words of its publication and the address of that, to be read on paper. */
export function progressTable(of: readonly Reported[]): Table {
  const rows = of.flatMap(reportsOf).map((report) => {
    const { asOf, figure, relation, words, source } = report;
    const told = [`${asOf}${figure}`, relation].filter(Boolean).join('，');
    return {
      cells: [
        { words: reportedName(report.of) },
        { words: told },
        { words: `“${words}”` },
        { words: [new TextRun(`${sourceText(report)} `), linkTo(source.url)] },
      ],
    };
  });
  const heads = ['目标或任务', '进展', '公布的原话', '出处'].map((words) => ({ words, isHead: true }));
  return tableOf([{ isHead: true, cells: heads }, ...rows], widthsBy([3, 4, 5, 5]));
}
