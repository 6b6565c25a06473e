import { sourceLines } from '../checks/fidelity/source-lines.ts';
import { didYouMean } from '../loader/did-you-mean.ts';
import type { UnitRegistry } from '../model/unit-registry.ts';
import { unnumbered } from '../text/outline-numbers.ts';
import { assignRows } from './assign-rows.ts';
import { partsOf } from './document-parts.ts';
import { readRecord } from './document-record.ts';
import type { Draft, DraftBlock } from './draft.ts';
import { bodyCorrections, leftOutCorrections, listCorrections, measureCorrections } from './draft-corrections.ts';
import { draftMeasure } from './draft-measure.ts';
import { annexOf, draftRecord } from './draft-record.ts';
import { type Finding, unread } from './finding.ts';
import { leftovers } from './leftovers.ts';
import { joinLines, linesOf } from './lines.ts';
import { isNumberedAsPrinted, type Outline, type OutlineSection, outlineOf } from './outline.ts';
import { paragraphsOf } from './paragraphs.ts';
import { readMeasures } from './read-measures.ts';
import { restoreCells } from './restore-cells.ts';
import { type PrintedList, readList } from './task-list.ts';
import { knownUnits, type UnknownUnit, unknownUnits } from './unit-census.ts';

/** A document as understood. */
export interface ReadDocument {
  draft: Draft;
  findings: Finding[];
  unknownUnits: UnknownUnit[];
}

/** Reads a document's text into the draft of a plan, with everything that an editor must know of how it was read. */
export function readDocument(text: string, registry: UnitRegistry): ReadDocument {
  const received = linesOf(text);
  const parts = partsOf(received.lines);
  const { record, rest, findings: recorded } = readRecord(parts.text);
  const outline = outlineOf(paragraphsOf(rest), record.title ?? '（没有标题）');
  const list = readList(parts.list);
  const cells = restoreCells(list.rows, knownUnits(parts.text, registry));
  const { measures, findings: measured } = readMeasures(outline.environments, cells.rows);
  const { owners, findings: assigned } = assignRows(cells.rows, measures);
  const owned = measures.map((measure) => ({
    measure,
    rows: cells.rows.filter((_, index) => owners[index] === measure),
  }));
  const hasList = list.columns.length > 0;
  const drafted = owned.map(({ measure, rows }) => draftMeasure(measure, hasList ? rows : undefined));
  const findings = [
    ...received.findings,
    ...parts.findings,
    ...recorded,
    ...outline.findings,
    ...list.findings,
    ...strayHeadings(list, outline),
    ...cells.findings,
    ...measured,
    ...assigned,
    ...drafted.flatMap((one) => one.findings),
  ];

  const blocks = outline.sections.map(blockOf);
  const texts = blocks.map((block) => (block.kind !== 'measures' ? block.text : ''));
  const numbering = { numbering: outline.numbering, blocks };
  // Whether the document has the form that the check can hold the draft against, to the character.
  const isVerifiable =
    measures.length > 0 &&
    isNumberedAsPrinted(outline.environments, numbering) &&
    measures.every((measure) => measure.isVerifiable) &&
    (!hasList || (list.shown.length >= 4 && list.shown.join() === list.columns.join()));
  const ownedRows = new Set(owned.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const left = findings.filter(({ kind }) => kind === 'unread');
  const draftMeasures = drafted.map((one) => one.measure);
  const draft: Draft = {
    record: draftRecord(record, outline, annexOf(list, parts.title, outline, isVerifiable), blocks, draftMeasures),
    blocks,
    measures: draftMeasures,
    corrections: [
      ...bodyCorrections(
        outline.sections.flatMap((section) => (section.kind === 'measures' ? [] : [section.paragraph.lines])),
        texts,
      ),
      ...measures.flatMap((measure) => measureCorrections(numbering, measure, isVerifiable)),
      ...cells.corrections.filter(({ rows }) => rows.every((row) => ownedRows.has(row))),
      // How the table is printed, and what is left out, matters only where the check holds the draft against the source.
      ...(isVerifiable ? [...listCorrections(list, owned), ...leftOutCorrections(left, sourceLines(text))] : []),
    ],
  };
  return {
    draft,
    findings: [...findings, ...leftovers(text, draft, findings)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    unknownUnits: unknownUnits(draftMeasures, registry),
  };
}

function blockOf(section: OutlineSection): DraftBlock {
  if (section.kind === 'measures') return section;
  const { paragraph, ...block } = section;
  return { ...block, text: joinLines(paragraph.printed ?? paragraph.lines) };
}

/** Headings of the list that are no headings of the text have no place in the draft. */
function strayHeadings({ headings }: PrintedList, { environments }: Outline): Finding[] {
  const titles = environments.map(({ title }) => title);
  return headings
    .filter(({ text }) => !titles.includes(unnumbered(text)))
    .map(({ number, text }) => {
      const meant = titles.length > 0 ? `；${didYouMean(unnumbered(text), titles)}` : '';
      return unread(number, text, `看作清单里的小标题，但方案正文没有这个标题，没有写进草稿${meant}`);
    });
}
