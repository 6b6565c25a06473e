import { type ChangeObject, diffArrays, diffChars } from 'diff';
import { isSamePlace } from '../../model/notes.ts';
import {
  environmentLabel,
  listHeading,
  listLabel,
  measureParagraph,
  unitCells,
  unitsBracket,
} from '../../model/printed-form.ts';
import type { Measure, Plan } from '../../model/types.ts';
import type { Correction, TextPlace } from '../../schema/correction.ts';
import { bigramsOf, diceCoefficient } from '../../text/similarity.ts';

/*
 * The rule of white space, tags and page numbers, the only things in which content and source may differ unrecorded.
 * Of the source: lines that hold nothing but a page number between dashes, or as 第3页, are dropped; tags such as `<ul style="…">` and `</h3>` are artefacts of recognition and are dropped, and so are the empty
 * cells around a heading in the list. Of both: blanks inside a line and blank lines are dropped. Line ends and, in the numbered
 * rows of the list, cell borders count.
 */
export const tag = /<\/?[a-z][^<>]*>/giu;
/** A line, without its blanks, that is the number of a page. */
export const pageNumber = /^(?:[-—–－·]+\d{1,4}[-—–－·]+|第\d{1,4}页(?:[，,]?共\d{1,4}页)?)$/u;
/** What stands for the border between two cells. */
export const border = '│';

/** Where words of the document stand in the content: a field of the plan's record, a block of its body, a measure, a task. */
export type Origin =
  | { kind: 'plan'; path: readonly PropertyKey[] }
  | { kind: 'block'; index: number }
  | { kind: 'measure'; number: number; field: 'title' | 'text' | 'units' }
  | { kind: 'task'; number: number; field: 'number' | 'text' | 'units' };

interface Line {
  text: string;
  /** The origins of its stretches, in order. */
  stretches: { start: number; origin: Origin }[];
}

interface Piece {
  text: string;
  origin: Origin;
}

const withoutBlanks = (text: string) => text.replace(/\s+/gu, '');

/** A line of the source, with its number in the file. */
export interface SourceLine {
  text: string;
  number: number;
}

/** The lines of the source by the rule above. */
export function sourceLines(source: string): SourceLine[] {
  // A tag may run over line ends, which must stay for the count of lines.
  return source
    .replace(/^\uFEFF/u, '')
    .replace(tag, (found) => found.replace(/[^\n]+/gu, ''))
    .split(/\r?\n/u)
    .map((raw, index) => ({ text: withoutBlanks(withBorders(raw)), number: index + 1 }))
    .filter(({ text }) => text !== '' && !pageNumber.test(text));
}

/** The lines of the source without the words that the content leaves out: the first line that is them, or the last that they begin. */
function withoutLeftOut(plan: Plan, source: readonly SourceLine[]): SourceLine[] {
  return ofKind(plan, 'left-out').reduce((lines, { reading }) => {
    const words = withoutBlanks(reading);
    const whole = lines.findIndex(({ text }) => text === words);
    const at = whole < 0 ? lines.findLastIndex(({ text }) => text.startsWith(words)) : whole;
    const { text, number } = lines[at] ?? { text: '', number: 0 };
    const rest = text.slice(words.length);
    return at < 0 ? lines : lines.toSpliced(at, 1, ...(rest === '' ? [] : [{ text: rest, number }]));
  }, source as SourceLine[]);
}

const withBorders = (row: string) => row.replace(/^\t+(?=\D)|(?<=^\D*)\t+$/gu, '').replaceAll('\t', border);

type Kind<K extends Correction['kind']> = Extract<Correction, { kind: K }>;
const ofKind = <K extends Correction['kind']>(plan: Plan, kind: K) =>
  plan.corrections.filter((correction): correction is Kind<K> => correction.kind === kind);

const isAt =
  (place: TextPlace) =>
  ({ where }: Kind<'restored' | 'break'>) =>
    isSamePlace(where, place);

/** One place's text with the words that the editor restored as the transcription reads them. */
export function withReadings(text: string, plan: Plan, place: TextPlace): string {
  // The replacement is a function, as `$` in a string would be a pattern.
  return ofKind(plan, 'restored')
    .filter(isAt(place))
    .reduce((result, { suggestion, reading }) => result.replace(suggestion, () => reading), text);
}

/** A text broken where the reading of a break says. Where one side of the reading was changed, the other still tells the place. */
function brokenAt(text: string, reading: string): string {
  const [left = '', right = ''] = reading.split('｜');
  const whole = text.indexOf(left + right);
  const isOnce = (words: string) =>
    words !== '' && text.includes(words) && text.indexOf(words) === text.lastIndexOf(words);
  if (whole < 0 && !isOnce(left) && !isOnce(right)) return text;
  const place =
    whole >= 0 ? whole + left.length : isOnce(right) ? text.indexOf(right) : text.indexOf(left) + left.length;
  return `${text.slice(0, place)}\n${text.slice(place)}`;
}

/** One place's text as transcribed: the restored words taken back, and a line end at each page break. */
function takeBack(text: string, plan: Plan, place: TextPlace): string {
  return ofKind(plan, 'break')
    .filter(isAt(place))
    .reduce((result, { reading }) => brokenAt(result, reading), withReadings(text, plan, place));
}

/** The place in a text at which a number of characters other than line ends have gone before. */
function placeAfter(text: string, count: number): number {
  let place = 0;
  for (let left = count; left > 0; place++) if (text[place] !== '\n') left--;
  return place;
}

function measurePieces(plan: Plan, measure: Measure): Piece[] {
  const own = measureParagraph(plan, measure);
  const paragraph = takeBack(own, plan, { kind: 'measure', number: measure.number });
  const whole = paragraph.replaceAll('\n', '');
  const text = paragraph.indexOf('。') + 1;
  // Corrections may change the words before the units or those of the bracket itself.
  const start = own.length - unitsBracket(measure).length + unitsBracket(measure).indexOf(measure.unitsText);
  const unchanged = whole.startsWith(own.slice(0, start));
  const units = Math.max(text, placeAfter(paragraph, unchanged ? start : whole.length - (own.length - start)));
  const field = (name: 'title' | 'text' | 'units', start: number, end?: number): Piece => ({
    text: paragraph.slice(start, end),
    origin: { kind: 'measure', number: measure.number, field: name },
  });
  return [field('title', 0, text), field('text', text, units), field('units', units)];
}

type Row = Piece[];

/** The rows of the record above the plan's text; `signature` stands below the notice where the document is signed there. */
function planRows(plan: Plan, signature: readonly Row[]): Row[] {
  const field = (name: 'heading' | 'number' | 'noticeTitle' | 'addressees' | 'notice' | 'title'): Row => [
    { text: plan[name], origin: { kind: 'plan', path: [name] } },
  ];
  const measures = plan.environments.flatMap((environment, index): Row[] => [
    [
      {
        text: `${environmentLabel(plan, environment)}${environment.title}`,
        origin: { kind: 'plan', path: ['environments', index, 'title'] },
      },
    ],
    ...environment.measures.map((measure) => measurePieces(plan, measure)),
  ]);
  const body = plan.blocks.flatMap((block, index): Row[] => {
    if (block.kind === 'measures') return measures;
    const lines = block.kind === 'table' ? block.rows.map((cells) => withBorders(cells.join('\t'))) : [block.text];
    return lines.map((text) => [{ text: takeBack(text, plan, { kind: 'body' }), origin: { kind: 'block', index } }]);
  });
  return [
    ...(['heading', 'number', 'noticeTitle', 'addressees', 'notice'] as const).map(field),
    ...signature,
    field('title'),
    ...body,
  ];
}

function listRows(plan: Plan): Row[] {
  const textOf = (number: number): Piece[] => {
    const task = plan.tasks.find((row) => row.number === number);
    if (!task) return [];
    const text = `${task.innovation ? '*' : ''}${takeBack(task.text, plan, { kind: 'task', number })}`;
    return [{ text, origin: { kind: 'task', number, field: 'text' } }];
  };
  const texts: Record<number, number[]> = Object.assign(
    {},
    ...ofKind(plan, 'text-cells').map(({ printed }) => printed),
  );
  const units: Record<number, string> = Object.assign({}, ...ofKind(plan, 'unit-cells').map(({ printed }) => printed));
  const heads = new Set(ofKind(plan, 'page-heads').flatMap(({ rows }) => rows));
  const labels = new Map(
    ofKind(plan, 'merged-cells').flatMap(({ printed }) =>
      Object.entries(printed).map(([measure, row]) => [row, Number(measure)]),
    ),
  );

  return plan.environments.flatMap((environment, place) => {
    const rows: Row[] = [];
    const tasks = environment.measures.flatMap(({ tasks }) => tasks);
    for (const [index, task] of tasks.entries()) {
      if (heads.has(task.number))
        rows.push([
          { text: plan.annex?.columns.join(border) ?? '', origin: { kind: 'plan', path: ['annex', 'columns'] } },
        ]);
      const heading = listHeading(plan, environment);
      if (index === 0 && heading)
        rows.push([{ text: heading, origin: { kind: 'plan', path: ['environments', place, 'title'] } }]);
      const labelled = plan.measures.find(({ number }) => number === labels.get(task.number));
      const label = labelled ? listLabel(plan, labelled) : '';
      rows.push([
        { text: `${task.number}${border}`, origin: { kind: 'task', number: task.number, field: 'number' } },
        {
          text: `${label}${border}`,
          origin: { kind: 'measure', number: (labelled ?? task.measure).number, field: 'title' },
        },
        ...(texts[task.number] ?? [task.number]).flatMap(textOf),
        { text: border, origin: { kind: 'task', number: task.number, field: 'text' } },
        {
          text: units[task.number] ?? unitCells(plan, task).join(border),
          origin: { kind: 'task', number: task.number, field: 'units' },
        },
      ]);
    }
    return rows;
  });
}

/** The name of the list below the text, and the list; no rows where there is none. */
function annexRows(plan: Plan): Row[] {
  if (!plan.annex) return [];
  const origin: Origin = { kind: 'plan', path: ['annex', 'title'] };
  const titles = [`附件：${plan.annex.title}`, '附件', plan.annex.title];
  return [...titles.map((text): Row => [{ text, origin }]), ...listRows(plan)];
}

/**
 * The issuer and the date, as rows above the title of the plan and as rows at the end: where the source has them, on one line or two.
 */
function signatureRows(plan: Plan, source: readonly SourceLine[]): Record<'above' | 'below', Row[]> {
  const pieces = (['issuer', 'issuedText'] as const).map(
    (key): Piece => ({ text: plan[key], origin: { kind: 'plan', path: [key] } }),
  );
  const placeOf = (row: Row) => {
    const words = withoutBlanks(row.map(({ text }) => text).join(''));
    return source.findIndex(({ text }) => text === words);
  };
  const rows = placeOf(pieces) < 0 ? pieces.map((piece) => [piece]) : [pieces];
  const title = source.findIndex(({ text }) => text === withoutBlanks(plan.title));
  const isAbove = (row: Row) => placeOf(row) >= 0 && placeOf(row) < title;
  return { above: rows.filter(isAbove), below: rows.filter((row) => !isAbove(row)) };
}

/**
 * The document as the transcription has it, made from the content by taking every recorded correction back. Of the source only the
 * place of the signature is looked at.
 */
function transcribedLines(plan: Plan, source: readonly SourceLine[]): Line[] {
  const signature = signatureRows(plan, source);
  const rows: Row[] = [...planRows(plan, signature.above), ...annexRows(plan), ...signature.below];
  return rows.flatMap(linesOf).filter(({ text }) => text !== '');
}

/** The lines of one row: more than one where a page break was put back. */
function linesOf(row: Row): Line[] {
  const lines: Line[] = [{ text: '', stretches: [] }];
  for (const { text, origin } of row)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push({ text: '', stretches: [] });
      const line = lines.at(-1) as Line;
      line.stretches.push({ start: line.text.length, origin });
      line.text += withoutBlanks(part);
    }
  return lines;
}

/** A place where the content, its corrections taken back, is not what the source has. */
export interface Difference {
  /** Words within a line, a line that the other does not have at all, or one that stands in another place. */
  kind: 'words' | 'line' | 'moved';
  /** Where the words stand in the content; where the content lacks a whole line, the place before it. */
  origin: Origin;
  /** The line of the source file, from 1. */
  line: number;
  /** The words that both have just before. */
  before: string;
  /** What the source has from there on; empty if nothing. */
  source: string;
  /** What the content has from there on; empty if nothing. */
  content: string;
}

/** A line of the content and the line of the source that it is held against; one of them where the other has none. */
interface Pair {
  content: Line | undefined;
  source: SourceLine | undefined;
  alike: boolean;
}

const context = 12;
/** How alike two lines are that are one line with faults. */
const oneLine = 0.5;

/** Compares a plan with its source, line by line; gives no difference if they agree to the character. */
export function differences(plan: Plan, source: string): Difference[] {
  const received = withoutLeftOut(plan, sourceLines(source));
  const content = transcribedLines(plan, received);
  const changes = diffArrays(
    received.map(({ text }) => text),
    content.map(({ text }) => text),
  );
  const moved = movedLines(changes, received);
  const found: Difference[] = [];
  const gone: SourceLine[] = [];
  const added: Line[] = [];
  let last: Pick<Difference, 'origin' | 'line'> = { origin: { kind: 'plan', path: ['heading'] }, line: 1 };

  const settle = () => {
    for (const line of added.filter(({ text }) => moved.has(text)))
      found.push(
        ...compareLines(
          { content: line, source: undefined, alike: false },
          { ...last, line: moved.get(line.text) ?? last.line },
          'moved',
        ),
      );
    const stays = ({ text }: { text: string }) => !moved.has(text);
    for (const pair of paired(added.filter(stays), gone.filter(stays))) {
      found.push(...compareLines(pair, last, pair.alike ? 'words' : 'line'));
      last = found.at(-1) ?? last;
    }
    gone.length = 0;
    added.length = 0;
  };

  let [here, there] = [0, 0];
  for (const change of changes) {
    if (change.removed) {
      gone.push(...received.slice(there, there + change.count));
      there += change.count;
    } else if (change.added) {
      added.push(...content.slice(here, here + change.count));
      here += change.count;
    } else {
      settle();
      there += change.count;
      here += change.count;
      last = {
        origin: content[here - 1]?.stretches.at(-1)?.origin ?? last.origin,
        line: received[there - 1]?.number ?? last.line,
      };
    }
  }
  settle();
  return found;
}

/** The lines that both have, as often, in different places, each with the line of the source where it first stands. */
function movedLines(changes: readonly ChangeObject<string[]>[], received: readonly SourceLine[]): Map<string, number> {
  const balance = new Map<string, number>();
  const places = new Map<string, number>();
  let there = 0;
  for (const { added, removed, value } of changes) {
    for (const [index, text] of value.entries()) {
      if (added || removed) balance.set(text, (balance.get(text) ?? 0) + (added ? 1 : -1));
      if (removed && !places.has(text)) places.set(text, received[there + index]?.number ?? 1);
    }
    if (!added) there += value.length;
  }
  return new Map([...places].filter(([text]) => balance.get(text) === 0));
}

/** Pairs the lines of one stretch, in order: each with the next that is like it, the rest one by one. */
function paired(content: readonly Line[], source: readonly SourceLine[]): Pair[] {
  const texts = source.map(({ text }) => bigramsOf(text));
  const pairs: Pair[] = [];
  let [here, there] = [0, 0];
  const rest = (upTo: number, upToSource: number) => {
    for (; here < upTo || there < upToSource; here++, there++)
      pairs.push({
        content: here < upTo ? content[here] : undefined,
        source: there < upToSource ? source[there] : undefined,
        alike: false,
      });
    here = upTo;
    there = upToSource;
  };
  for (const [index, line] of content.entries()) {
    const words = bigramsOf(line.text);
    const twin = texts.findIndex((other, at) => at >= there && diceCoefficient(words, other) >= oneLine);
    if (twin < 0) continue;
    rest(index, twin);
    pairs.push({ content: line, source: source[twin], alike: true });
    here = index + 1;
    there = twin + 1;
  }
  rest(content.length, source.length);
  return pairs;
}

/** The differences of two lines that are held against each other; `last` is where the line before stands. */
function compareLines(
  { content, source, alike }: Pair,
  last: Pick<Difference, 'origin' | 'line'>,
  kind: Difference['kind'],
): Difference[] {
  const [ours, theirs] = [content?.text ?? '', source?.text ?? ''];
  const places = alike ? changesIn(ours, theirs) : [firstChange(ours, theirs)];
  return places.map(({ here, there }) => ({
    kind,
    origin: content?.stretches.findLast(({ start }) => start <= endsAt(theirs, there, here))?.origin ?? last.origin,
    line: source?.number ?? last.line,
    before: theirs.slice(Math.max(0, there - context), there),
    source: theirs.slice(there, there + context),
    content: ours.slice(here, here + context),
  }));
}

/** A lost full stop is missing from the stretch before it, not from the one that follows. */
const endsAt = (theirs: string, there: number, here: number) => (theirs[there] === '。' ? Math.max(0, here - 1) : here);

/** A place at which two lines part. */
interface Parting {
  here: number;
  there: number;
}

function firstChange(ours: string, theirs: string): Parting {
  let at = 0;
  while (at < Math.min(ours.length, theirs.length) && ours[at] === theirs[at]) at++;
  return { here: at, there: at };
}

/** With more changes than this, a line is another line, and its first change says enough. */
const mostChanges = 60;

/** The places at which two lines part, those within sight of the one before left out. */
function changesIn(ours: string, theirs: string): Parting[] {
  const first = firstChange(ours, theirs);
  const changes = diffChars(theirs.slice(first.there), ours.slice(first.here), { maxEditLength: mostChanges });
  const places = [first];
  let [here, there] = [first.here, first.there];
  for (const { added, removed, count } of changes ?? []) {
    const seen = (places.at(-1)?.there ?? 0) + context;
    if ((added || removed) && there >= seen) places.push({ here, there });
    if (!removed) here += count;
    if (!added) there += count;
  }
  return places;
}
