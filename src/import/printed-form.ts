import { sourceLines } from '../checks/fidelity/source-lines.ts';
import { readingOf } from '../model/printed-measure.ts';
import { tidyBlanks } from '../text/normalise.ts';
import { quantitiesIn } from '../text/numerals.ts';
import { assignRows } from './assign-rows.ts';
import type { DraftMeasure, DraftMeasureData, DraftRecord } from './draft.ts';
import { blocksOf, joinsIn, ownParagraphs, sectionBlocks } from './draft-blocks.ts';
import { bodyCorrections, leftOutCorrections, pageHeads, printedCorrections, splitRow } from './draft-corrections.ts';
import { draftRecord } from './draft-record.ts';
import { draftTargets } from './draft-targets.ts';
import { restored, uncertain } from './finding.ts';
import { planKinds, titleBracket } from './paragraphs.ts';
import { annexOf, columnsOf, isCell, tasksOf } from './printed-list.ts';
import type { ReadMeasure } from './read-measures.ts';
import type { Reading, Written } from './reading.ts';
import type { UnitBracket } from './unit-bracket.ts';
import { leadRuleIn } from './unit-words.ts';

/*
 * The form of content in which the bodies are the document, copied line by line with its numbers, titles and brackets. Its fields are
 * quotations from it, and the reading of what names units.
 */

type PrintedUnits = Extract<NonNullable<DraftMeasureData['units']>, readonly unknown[]>[number];

/** Words that name units as the content has them: as printed, and what they are read as where they do not say it themselves. */
const printedUnits = ({ printed, units }: UnitBracket): PrintedUnits =>
  isCell(readingOf({ printed }), units) ? { printed } : { printed, reads: units };

/** How a document calls itself, by the end of its title. */
const kinds = new RegExp(`(通知|${planKinds})${titleBracket}$`, 'u');

function wordsOf({ record, outline, measures }: Reading): DraftRecord['words'] {
  const kind = kinds.exec(record.title ?? '')?.[1];
  const isChapter = outline.environments.some(({ heading }) => /^第.+章/u.test(heading?.numbered?.label ?? ''));
  const words = {
    ...(kind ? { plan: kind } : {}),
    ...(isChapter ? { chapter: '章', chapters: '章' } : {}),
    ...(measures.length > 0 && measures.every(({ label }) => /^第.+条$/u.test(label.trim())) ? { measures: '条' } : {}),
  };
  return Object.keys(words).length > 0 ? words : undefined;
}

/** The words of a measure behind its title, without those that name units and those of its tables. */
function textOf({ passage, title, label }: ReadMeasure): string {
  return passage
    .filter(({ cells }) => !cells)
    .map(({ words, units }, index) => {
      const kept = units.toReversed().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), words);
      const own = index === 0 ? kept.slice(label.length).trim() : kept;
      return index === 0 && title && own.startsWith(title) ? own.slice(title.length).replace(/^[。：:\s]+/u, '') : own;
    })
    .filter(Boolean)
    .join('\n');
}

/** The reading of an environment's heading that names units. */
const headingUnits = (units: readonly UnitBracket[]) => (units.length > 0 ? { units: units.map(printedUnits) } : {});

/** Writes a reading as the document prints it. */
export function printedForm(reading: Reading): Written {
  const { text, record, outline, measures, list } = reading;
  const columns = columnsOf(list);
  const { tasks, findings: listed } = tasksOf(reading, columns);
  const words = measures.map((measure) => ({
    number: measure.number,
    title: measure.title ?? '',
    environment: measure.environment,
    text: textOf(measure),
  }));
  // A cell of titles that is blank is merged with the one above.
  let title = '';
  const titled = tasks.map(({ task, row }) => {
    title = tidyBlanks(row.measure) || title;
    return { ...row, number: task.number, text: task.text, measure: title };
  });
  const assigned = assignRows(titled, words);
  const findings = [...reading.findings, ...list.findings, ...listed, ...assigned.findings];
  const blocks = sectionBlocks(outline.sections);
  const drafted = measures.map((measure, index): DraftMeasure => {
    const own = tasks.filter((_, at) => assigned.owners[at] === measure.number);
    const targets = draftTargets(
      {
        number: measure.number,
        texts: [measure.title ?? '', words[index]?.text ?? ''].filter(Boolean),
        lines: measure.passage.flatMap(({ lines }) => lines),
      },
      list.columns.length > 0 ? own.map(({ task, texts }) => ({ number: task.number, texts })) : undefined,
      true,
    );
    findings.push(...targets.findings);
    const data: DraftMeasureData = {
      number: measure.number,
      ...(measure.title ? { title: measure.title } : {}),
      ...(measure.environment ? { environment: measure.environment } : {}),
      ...(measure.units.length > 0 ? { units: measure.units.map(printedUnits) } : {}),
      ...targets.data,
      ...(own.length > 0 ? { tasks: own.map(({ task }) => task) } : {}),
    };
    return { data, blocks: blocksOf(measure.passage) };
  });
  for (const paragraph of measures.flatMap(({ passage }) => passage))
    if (paragraph.cells && quantitiesIn(paragraph.words).length > 0)
      findings.push(
        uncertain(paragraph.lines[0]?.number, paragraph.cells.join('｜'), '正文的表格里的数没有看，是目标的请补上'),
      );
  const rule = leadRuleIn(text);
  if (rule) findings.push(restored(undefined, rule, '全文照此：每处排在第一的单位记作牵头，页面注明是照这句话推出的'));
  if (
    measures.every(({ units, inherited }) => units.length === 0 && inherited.length === 0) &&
    measures.length > 0 &&
    tasks.some(({ task }) => task.units)
  )
    findings.push(uncertain(undefined, '正文没有写责任单位', '责任单位只在清单里，各条的单位取自它的各项任务'));
  const environments = outline.environments
    .filter(({ title }) => title !== '')
    .map(({ title, units }) => ({ title, short: title, ...headingUnits(units) }));
  const left = findings.filter(({ kind }) => kind === 'unread');
  const own = ownParagraphs(outline.sections);
  return {
    record: draftRecord(
      record,
      outline,
      {
        numbering: 'printed',
        annex: annexOf(reading, columns),
        words: wordsOf(reading),
        ...(rule ? { leadRule: { words: rule } } : {}),
        environments,
      },
      blocks,
      drafted,
    ),
    blocks,
    measures: drafted,
    corrections: [
      ...bodyCorrections(
        own.map(({ lines }) => lines),
        blocks.map((block) => ('text' in block ? block.text : '')),
      ),
      ...measures.flatMap(printedCorrections),
      ...pageHeads(
        tasks.flatMap(({ task, row }, index) =>
          index > 0 && tasks[index - 1]?.row.endPage !== row.page ? [task.number] : [],
        ),
      ),
      ...tasks.flatMap(({ task, row }) => splitRow(task.number, row)),
      ...leftOutCorrections(left, sourceLines(text)),
    ],
    findings: [...findings, ...joinsIn([...own, ...measures.flatMap(({ passage }) => passage)])],
  };
}
