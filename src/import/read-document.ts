import { sourceLines } from '../checks/fidelity/transcript.ts';
import { didYouMean } from '../loader/did-you-mean.ts';
import type { UnitRegistry } from '../model/unit-registry.ts';
import type { CorrectionInput } from '../schema/correction.ts';
import { unnumbered } from '../text/outline-numbers.ts';
import { quotedIn } from '../text/quotations.ts';
import { assignRows } from './assign.ts';
import { type ListRow, restoreCells } from './cells.ts';
import { bodyCorrections, leftOutCorrections, listCorrections, measureCorrections } from './corrections.ts';
import type { Draft, DraftBlock, DraftMeasure, DraftRecord } from './draft.ts';
import type { Finding } from './finding.ts';
import { leftovers } from './leftovers.ts';
import { type Line, linesOf, tidy } from './lines.ts';
import { type PrintedList, readList } from './list.ts';
import { type ReadMeasure, readMeasures } from './measure.ts';
import { isNumberedAsPrinted, type MeasurePassage, type Outline, outlineOf } from './outline.ts';
import { joined, paragraphsOf } from './paragraphs.ts';
import { partsOf } from './parts.ts';
import { candidatesIn, type QuantityPlace } from './quantities.ts';
import { readRecord } from './record.ts';
import { unitBrackets } from './unit-bracket.ts';

/** A name of a unit that the registry does not know. */
export interface UnknownUnit {
  name: string;
  /** Where it is named. */
  places: string[];
  /** The closest known name, in a sentence. */
  closest: string;
}

/** A document as understood. */
export interface ReadDocument {
  draft: Draft;
  findings: Finding[];
  unknownUnits: UnknownUnit[];
}

const basis = /《((?:[^《》]|《[^《》]*》)+)》[（(]([^（()）]*〔\d{4}〕\d+号)[）)]/gu;

/** Reads a document's text into the draft of a plan, with everything that an editor must know of how it was read. */
export function readDocument(text: string, registry: UnitRegistry): ReadDocument {
  const { lines, findings: cleaned } = linesOf(text);
  const parts = partsOf(lines);
  const { record, rest, findings: recorded } = readRecord(parts.text);
  const outline = outlineOf(paragraphsOf(rest), record.title ?? '（没有标题）');
  const list = readList(parts.list);
  const cells = restoreCells(list.rows, knownUnits(parts.text, registry));
  const { measures, findings: measured } = readMeasures(outline.environments, cells.rows);
  const { owners, findings: assigned } = assignRows(cells.rows, measures);
  const rowsOf = (measure: ReadMeasure) => cells.rows.filter((_, index) => owners[index] === measure);

  const findings = [
    ...cleaned,
    ...parts.findings,
    ...recorded,
    ...outline.findings,
    ...list.findings,
    ...strayHeadings(list, outline),
    ...cells.findings,
    ...measured,
    ...assigned,
  ];
  const blocks = outline.sections.map(
    (section): DraftBlock =>
      section.type === 'measures'
        ? section
        : { ...omitParagraph(section), text: joined(section.paragraph.printed ?? section.paragraph.text) },
  );
  const hasList = list.columns.length > 0;
  const passages = outline.environments.flatMap((environment) => environment.measures);
  const drafted = measures.map((measure, index) =>
    draftMeasure(measure, passages[index] as MeasurePassage, hasList ? rowsOf(measure) : undefined, findings),
  );
  // Whether the document has the form that the check can hold the draft against, to the character.
  const plain =
    measures.length > 0 &&
    isNumberedAsPrinted(outline.environments, { numbering: outline.numbering, blocks }) &&
    measures.every((measure) => measure.plain) &&
    (!hasList || (list.shown.length >= 4 && list.shown.join() === list.columns.join()));
  const draft: Draft = {
    record: draftRecord(record, outline, annexOf(list, parts.title, outline, plain), blocks, drafted),
    blocks,
    measures: drafted,
    corrections: correctionsOf({
      outline,
      measures,
      rowsOf,
      list,
      cells: cells.corrections,
      blocks,
      leftOut: leftOutCorrections(
        findings.filter(({ kind }) => kind === 'unread'),
        sourceLines(text),
      ),
      plain,
    }),
  };
  const all = [...findings, ...leftovers(text, draft, findings)];
  return {
    draft,
    findings: all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    unknownUnits: unknownUnits(drafted, registry),
  };
}

/** The names of units that are registered or stand in a bracket of the text. */
function knownUnits(text: readonly Line[], registry: UnitRegistry): ReadonlySet<string> {
  const brackets = unitBrackets(text.map((line) => line.text).join('\n')).map(({ units }) => registry.read(units));
  return new Set([
    ...registry.names,
    ...brackets.flatMap(({ units, unknown }) => [...units.map(({ name }) => name), ...unknown]),
  ]);
}

/** Headings of the list that are no headings of the text have no place in the draft. */
function strayHeadings({ headings }: PrintedList, { environments }: Outline): Finding[] {
  const titles = environments.map(({ title }) => title);
  return headings
    .filter(({ text }) => !titles.includes(unnumbered(text)))
    .map(({ number, text }) => ({
      kind: 'unread',
      line: number,
      found: text,
      why: `看作清单里的小标题，但方案正文没有这个标题，没有写进草稿${titles.length > 0 ? `；${didYouMean(unnumbered(text), titles)}` : ''}`,
    }));
}

const omitParagraph = ({ paragraph: _, ...section }: Exclude<Outline['sections'][number], { type: 'measures' }>) =>
  section;

/** The line of the document on which words of a passage begin; that on which it begins itself where they are not in it as printed. */
function lineOf(words: string, { paragraphs }: MeasurePassage): number | undefined {
  const parts = paragraphs.flatMap(({ text, lines }) =>
    text.split('\n').map((part, index) => ({ part, line: lines[index] })),
  );
  const at = Math.max(
    0,
    parts
      .map(({ part }) => part)
      .join('')
      .indexOf(words),
  );
  let end = 0;
  return parts.find(({ part }) => {
    end += part.length;
    return end > at;
  })?.line;
}

/** The data of a measure. `rows` is left out where the document has no list; numbers that no row of a list has are told. */
function draftMeasure(
  measure: ReadMeasure,
  passage: MeasurePassage,
  rows: readonly ListRow[] | undefined,
  findings: Finding[],
): DraftMeasure {
  const { number, title, environment, units } = measure;
  const text = joined(measure.text);
  const places = [...(rows ?? []).map((row) => ({ text: row.text, task: row.number })), { text, task: 0 }];
  const candidates = candidatesIn(places, number);
  findings.push(...candidates.findings.map((finding) => ({ ...finding, line: measure.line })));
  const placed = <Item extends QuantityPlace>(items: readonly Item[]): (Omit<Item, 'task'> & { task?: number })[] =>
    items.flatMap((item) => {
      const { task, ...own } = item;
      if (!rows) return [own];
      if (task > 0) return [item];
      const only = rows.length === 1 ? rows[0] : undefined;
      findings.push({
        kind: 'uncertain',
        line: lineOf(item.text, passage),
        found: `措施${number}：“${item.text}”`,
        why: only ? `清单里没有这个数，记在第${only.number}项` : '清单里没有这个数，不知道属于哪一项，没有记作目标',
      });
      return only ? [{ ...own, task: only.number }] : [];
    });
  const label = rows?.find((row) => row.measure !== '')?.measure;
  const listTitle = label?.replace(/^[（(][〇一二三四五六七八九十百\d]+[）)]|^\d+[.、]/u, '').trim();
  const targets = placed(candidates.targets);
  const limits = placed(candidates.limits);
  return {
    data: {
      number,
      title,
      ...(listTitle && listTitle !== title ? { listTitle } : {}),
      environment,
      ...(units ? { units } : {}),
      topics: [],
      ...(targets.length > 0 ? { targets } : {}),
      ...(limits.length > 0 ? { limits } : {}),
      ...(rows && {
        tasks: rows.map((row) => ({
          number: row.number,
          ...(row.innovation ? { innovation: true as const } : {}),
          text: row.text,
          ...(row.units ? { units: row.units } : {}),
        })),
      }),
    },
    paragraphs: measure.text.split('\n').filter(Boolean),
  };
}

/** Whether any of some lines, without which there is nothing to say, and all of them, begin as a pattern says. */
const allBegin = (lines: readonly string[], pattern: RegExp): boolean =>
  lines.length > 0 && lines.every((line) => pattern.test(line));

/** The record of the list: how it counts its headings and measures only where the check holds it against the source (`plain`). */
function annexOf(
  list: PrintedList,
  title: string | undefined,
  { environments }: Outline,
  plain: boolean,
): DraftRecord['annex'] {
  if (!title && list.columns.length === 0) return undefined;
  const titles = environments.map((environment) => environment.title);
  const headings = list.headings.map(({ text }) => text).filter((text) => titles.includes(unnumbered(text)));
  const labels = list.rows.map(({ measure }) => tidy(measure)).filter(Boolean);
  const heading =
    headings.length === 0 ? '无' : allBegin(headings, /^（[一二三四五六七八九十]/u) ? '（一）' : undefined;
  const label = allBegin(labels, /^（[一二三四五六七八九十]/u)
    ? '（一）'
    : allBegin(labels, /^\d+\./u)
      ? '1.'
      : allBegin(labels, /^[^\d（(]/u)
        ? '无'
        : undefined;
  return {
    ...(title ? { title } : {}),
    columns: list.shown,
    ...(plain && heading ? { headings: heading } : {}),
    ...(plain && label ? { labels: label } : {}),
  };
}

/** The record with what the text itself says; fields in the order of the schema. */
function draftRecord(
  found: DraftRecord,
  outline: Outline,
  annex: DraftRecord['annex'],
  blocks: readonly DraftBlock[],
  measures: readonly DraftMeasure[],
): DraftRecord {
  const words = blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
  const cited = new Map(
    [...words.matchAll(basis)].map(([, name = '', number = '']) => [number, { title: name, number }]),
  );
  const texts = [
    words,
    ...measures.flatMap(({ data, paragraphs }) => [
      data.title,
      paragraphs.join(''),
      ...(data.tasks ?? []).map((task) => task.text),
    ]),
  ];
  const terms = [...new Set(texts.flatMap(quotedIn))].filter((term) => term.trim() === term);
  const titles = [...new Set(outline.environments.map((environment) => environment.title))];
  const { heading, number, noticeTitle, addressees, notice, issuer, issuedOn, issuedText } = found;
  const record: DraftRecord = {
    title: found.title,
    shortTitle: found.title,
    heading,
    number,
    noticeTitle,
    addressees,
    notice,
    issuer,
    issuedOn,
    issuedText,
    basis: [...cited.values()],
    // What the schema takes for granted is not written.
    numbering: outline.numbering === 'points' ? undefined : outline.numbering,
    environments: titles.map((name) => ({ title: name, short: name })),
    terms: terms.map((term) => ({ term })),
    annex,
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

interface Corrected {
  outline: Outline;
  measures: readonly ReadMeasure[];
  rowsOf: (measure: ReadMeasure) => ListRow[];
  list: PrintedList;
  cells: readonly CorrectionInput[];
  blocks: readonly DraftBlock[];
  /** What the draft has no place for. */
  leftOut: readonly CorrectionInput[];
  plain: boolean;
}

function correctionsOf({
  outline,
  measures,
  rowsOf,
  list,
  cells,
  blocks,
  leftOut,
  plain,
}: Corrected): CorrectionInput[] {
  const paragraphs = outline.sections.flatMap((section) => (section.type === 'measures' ? [] : section.paragraph));
  const labels = measures.flatMap((measure): [number, number][] => {
    const labelled = rowsOf(measure).filter((row) => row.measure !== '');
    return labelled.length === 1 && labelled[0] ? [[measure.number, labelled[0].number]] : [];
  });
  const owned = new Set(measures.flatMap(rowsOf).map(({ number }) => number));
  return [
    ...bodyCorrections(
      paragraphs,
      blocks.map((block) => ('text' in block ? block.text : '')),
    ),
    ...measures.flatMap((measure) => measureCorrections({ numbering: outline.numbering, blocks }, measure, plain)),
    ...cells.filter((correction) => !('rows' in correction) || correction.rows.every((row) => owned.has(row))),
    // How the table is printed, and what is left out, matters only where the check holds the draft against the source.
    ...(plain
      ? [
          ...listCorrections(
            list.heads.filter((row) => owned.has(row)),
            new Map(labels),
          ),
          ...leftOut,
        ]
      : []),
  ];
}

/** The names of units that the registry does not know, each with all its places. */
function unknownUnits(measures: readonly DraftMeasure[], registry: UnitRegistry): UnknownUnit[] {
  const unknown = new Map<string, UnknownUnit>();
  const read = (units: string | undefined, place: string) => {
    for (const name of units === undefined ? [] : registry.read(units).unknown) {
      const entry = unknown.get(name) ?? { name, places: [], closest: didYouMean(name, registry.names) };
      entry.places.push(place);
      unknown.set(name, entry);
    }
  };
  for (const { data } of measures) {
    read(data.units, `措施${data.number}`);
    for (const task of data.tasks ?? []) read(task.units, `第${task.number}项`);
  }
  return [...unknown.values()];
}
