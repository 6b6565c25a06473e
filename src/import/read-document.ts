import type { UnitRegistry } from '../model/unit-registry.ts';
import { brokenOff, causeOf, onlyListed } from './cause.ts';
import { partsOf } from './document-parts.ts';
import { readRecord } from './document-record.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import { leftovers } from './leftovers.ts';
import { linesOf } from './lines.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { pointsForm } from './points-form.ts';
import { printedForm } from './printed-form.ts';
import { readMeasures } from './read-measures.ts';
import { readList } from './task-list.ts';
import { knownUnits, type UnknownUnit, unknownUnits } from './unit-census.ts';

/** A document as understood. */
export interface ReadDocument {
  draft: Draft;
  findings: Finding[];
  unknownUnits: UnknownUnit[];
}

/** A document in which nothing was understood: all of it is its own text. */
const unread = (paragraphs: readonly Paragraph[]): Outline => ({
  environments: [],
  sections: paragraphs.map((paragraph) => ({ kind: 'paragraph', paragraph })),
  findings: [],
});

/**
 * Reads a document's text into the draft of a plan, with everything that an editor must know of how it was read. `areWhole` tells that
 * its lines are whole paragraphs, as those of Word are.
 */
export function readDocument(text: string, registry: UnitRegistry, areWhole = false): ReadDocument {
  const received = linesOf(text);
  const cause = causeOf(received.lines);
  const parts = partsOf(received.lines);
  const recorded = readRecord(parts.text);
  const paragraphs = paragraphsOf(recorded.rest, received.lines, areWhole);
  const list = readList(parts.list);
  const distinct = (names: readonly string[]) => [...new Set(names)].filter(Boolean);
  const listed = {
    titles: distinct(list.rows.map(({ measure }) => measure)),
    headings: distinct(list.headings.map((heading) => heading.text)),
  };
  const outline = cause ? unread(paragraphs) : outlineOf(paragraphs, listed);
  const { measures, findings } = readMeasures(outline.environments);
  const isOnlyListed = measures.length === 0 && list.rows.length > 0;
  const reading = {
    text,
    record: recorded.record,
    outline,
    measures,
    list,
    annex: parts,
    known: knownUnits(paragraphs, registry),
    findings: [
      ...(cause ? [cause] : isOnlyListed ? [onlyListed] : []),
      ...received.findings,
      ...brokenOff(received.lines),
      ...parts.findings,
      ...recorded.findings,
      ...(isOnlyListed ? [] : outline.findings),
      ...findings,
    ],
  };
  const { findings: written, ...draft } = pointsForm(reading) ?? printedForm(reading);
  return {
    draft,
    findings: [...written, ...leftovers(text, draft, written)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    unknownUnits: unknownUnits(draft.record, draft.measures, registry),
  };
}
