import { sourceLines } from '../checks/fidelity/source-lines.ts';
import { pointLabels } from '../model/printed-form.ts';
import { chineseNumeral } from '../text/numerals.ts';
import { assignRows } from './assign-rows.ts';
import type { DraftBlock, DraftMeasure } from './draft.ts';
import { joinsIn, ownParagraphs, sectionBlocks } from './draft-blocks.ts';
import {
  bodyCorrections,
  leftOutCorrections,
  listCorrections,
  type MendedMeasure,
  measureCorrections,
} from './draft-corrections.ts';
import { draftRecord } from './draft-record.ts';
import { draftTargets } from './draft-targets.ts';
import { type Finding, restored, uncertain } from './finding.ts';
import { cutLines, joinLines } from './lines.ts';
import type { Outline } from './outline.ts';
import type { ReadMeasure } from './read-measures.ts';
import type { Reading, Written } from './reading.ts';
import { type ListRow, restoreCells } from './restore-cells.ts';
import { type Mending, restorePassage, type Witness } from './restore-passage.ts';
import type { PrintedList } from './task-list.ts';
import { isVerifiableBracket } from './unit-bracket.ts';

/*
 * The form of content in which the handbook writes the numbers and brackets itself, as a document has them that prints `（一）` and
 * `1.`, each measure with a title, one paragraph and one bracket `（责任单位：…）` at its end. Faults of a transcription, as page ends
 * and merged cells, are mended in it.
 */

/** A measure in this form. */
interface PointsMeasure extends MendedMeasure {
  environment: string;
}

/** The blocks of a document with one place of measures, below which this form prints their headings; undefined for others. */
function blocksAround({ sections }: Outline): DraftBlock[] | undefined {
  const blocks = sectionBlocks(
    sections.filter(({ kind }, at) => kind !== 'heading' || sections[at + 1]?.kind !== 'measures'),
  ).filter(({ kind }, at, all) => kind !== 'measures' || all[at - 1]?.kind !== 'measures');
  const isWhole = blocks.filter(({ kind }) => kind === 'measures').length === 1;
  return isWhole && !blocks.some(({ kind }) => kind === 'table') ? blocks : undefined;
}

/** A measure as this form has it: `标题。正文（责任单位：…）` after its number; undefined for another. */
function pointsMeasure(
  { number, title, environment, passage, units, label }: ReadMeasure,
  witnesses: readonly Witness[],
): { measure: PointsMeasure; findings: Finding[] } | undefined {
  if (passage.some(({ cells }) => cells)) return undefined;
  const lines = passage.flatMap((paragraph) => paragraph.lines);
  const words = joinLines(lines);
  const [bracket, ...others] = units;
  const start = words.indexOf(`${title}。`);
  if (
    !bracket ||
    others.length > 0 ||
    !title ||
    words.slice(0, start).trim() !== label ||
    !isVerifiableBracket(bracket)
  )
    return undefined;
  const at = words.indexOf(bracket.printed);
  const tail = words.slice(at + bracket.printed.length);
  if (!/^[。；]?$/u.test(tail) || at < start + title.length + 1) return undefined;
  const findings: Finding[] = [];
  const mendings: Mending[] = [];
  if (tail) {
    const reading = bracket.printed.slice(-8) + tail;
    const basis = '括号之后的标点，正文到括号为止。';
    const suggestion = reading.slice(0, -tail.length);
    mendings.push({ kind: 'restored', reading, suggestion, basis, certainty: 'high' });
    findings.push(restored(lines[0]?.number, reading, basis));
  }
  const passageText = restorePassage(cutLines(lines, start + title.length + 1, at), witnesses);
  if (passageText.paragraphs.length === 0) return undefined;
  return {
    measure: {
      number,
      title,
      environment,
      paragraphs: passageText.paragraphs,
      units: bracket.units,
      lines,
      mendings: [...mendings, ...passageText.mendings],
    },
    findings: [...findings, ...passageText.findings],
  };
}

/** Whether a document numbers its environments and measures as the handbook prints the plan. */
function isNumberedAsPrinted({ environments }: Outline, measures: readonly ReadMeasure[]): boolean {
  return (
    environments.every(
      ({ heading, title }, index) =>
        heading?.numbered?.label === pointLabels.environment(index + 1) && heading.numbered.rest === title,
    ) && measures.every(({ label, number }) => label === pointLabels.measure(number))
  );
}

/** The number with which the list prints the title of a measure. */
const listNumber = /^\([〇一二三四五六七八九十百]+\)/u;

/** Whether the list has the four columns of this form, its headings and numbers, and each row a number of its own. */
const isPlainList = ({ columns, kinds, rows, headings, below }: PrintedList, titles: readonly string[]): boolean =>
  columns.length === 0 ||
  (kinds.join() === 'number,measure,text,units' &&
    below.length === 0 &&
    rows.every(({ number, label, measure }) => label === String(number) && /^(?:\(|$)/u.test(measure.trim())) &&
    headings.map(({ text }) => text).join() ===
      titles.map((title, index) => `${chineseNumeral(index + 1)}、${title}`).join());

function draftOf(
  measure: PointsMeasure,
  rows: readonly ListRow[] | undefined,
): { measure: DraftMeasure; findings: Finding[] } {
  const { number, title, environment, units, paragraphs, lines } = measure;
  const own = { number, texts: [paragraphs.join('')], lines };
  const targets = draftTargets(
    own,
    rows?.map((row) => ({ number: row.number, texts: [row.text] })),
    false,
  );
  const listTitle = rows
    ?.find((row) => row.measure !== '')
    ?.measure.replace(listNumber, '')
    .trim();
  return {
    measure: {
      data: {
        number,
        title,
        ...(listTitle && listTitle !== title ? { listTitle } : {}),
        environment,
        units,
        ...targets.data,
        ...(rows && {
          tasks: rows.map((row) => ({
            number: row.number,
            ...(row.innovation ? { innovation: true as const } : {}),
            text: row.text,
            ...(row.units ? { units: row.units } : {}),
          })),
        }),
      },
      blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    },
    findings: targets.findings,
  };
}

/** Writes a reading in this form; undefined where the document has another. */
export function pointsForm({
  text,
  record,
  outline,
  measures,
  list,
  annex,
  known,
  findings,
}: Reading): Written | undefined {
  const titles = outline.environments.map(({ title }) => title);
  const blocks = blocksAround(outline);
  if (
    !blocks ||
    measures.length === 0 ||
    !isPlainList(list, titles) ||
    record.signature ||
    (record.notice?.length ?? 1) > 1
  )
    return undefined;
  if (outline.environments.some(({ units }) => units.length > 0)) return undefined;
  const bodyTexts = blocks.map((block) => ('text' in block ? block.text : ''));
  if (!isNumberedAsPrinted(outline, measures)) return undefined;
  const cells = restoreCells(list.rows, known);
  const read = measures.map((measure) => pointsMeasure(measure, cells.rows));
  if (!read.every((one) => one !== undefined)) return undefined;
  const own = read.map(({ measure }) => measure);
  const ownText = ownParagraphs(outline.sections);
  const assigned = assignRows(
    cells.rows,
    own.map((measure) => ({ ...measure, text: measure.paragraphs.join('') })),
  );
  const owned = own.map((measure) => ({
    measure,
    rows: cells.rows.filter((_, index) => assigned.owners[index] === measure.number),
  }));
  const drafted = owned.map(({ measure, rows }) => draftOf(measure, list.columns.length > 0 ? rows : undefined));
  const ownedRows = new Set(owned.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const all = [
    ...findings.filter(({ why }) => !/^(?:责任单位的写法|写在责任单位之后)/u.test(why)),
    ...list.findings,
    ...cells.findings,
    ...read.flatMap((one) => one.findings),
    ...assigned.findings,
    ...drafted.flatMap((one) => one.findings),
    ...joinsIn(ownText),
  ];
  const draftMeasures = drafted.map(({ measure }) => measure);
  const left = all.filter(({ kind }) => kind === 'unread');
  return {
    record: draftRecord(
      record,
      outline,
      {
        numbering: 'points',
        ...(list.columns.length > 0 && {
          annex: { ...(annex.title && { title: annex.title }), columns: list.columns },
        }),
      },
      blocks,
      draftMeasures,
    ),
    blocks,
    measures: draftMeasures,
    corrections: [
      ...bodyCorrections(
        ownText.flatMap(({ numbered, lines }) => (titles.includes(numbered?.rest ?? '') ? [] : [lines])),
        bodyTexts,
      ),
      ...own.flatMap((measure) => measureCorrections(measure)),
      ...cells.corrections.filter(({ rows }) => rows.every((row) => ownedRows.has(row))),
      ...listCorrections(list, owned),
      ...leftOutCorrections(left, sourceLines(text)),
    ],
    findings: all
      .filter(({ kind, why }) => kind !== 'uncertain' || !why.startsWith('认作标题'))
      .concat(
        own.flatMap(({ title, lines }) =>
          /[，：]/u.test(title) ? [uncertain(lines[0]?.number, title, '认作标题，请核对')] : [],
        ),
      ),
  };
}
