import { isSamePlace } from '../../model/notes.ts';
import {
  annexLines,
  environmentLabel,
  listHeading,
  listLabel,
  measureParagraph,
  rowCells,
  stretchText,
  unitCells,
  unitsBracket,
} from '../../model/printed-form.ts';
import type { Environment, Measure, MeasureBlock, Plan, Task } from '../../model/types.ts';
import type { Correction, TextPlace } from '../../schema/correction.ts';
import { withoutBlanks } from '../../text/normalise.ts';
import { border, emptyEnds, type SourceLine, withBorders } from './source-lines.ts';

/** Where words of the document stand in the content: a field of the plan's record, a block of its body, a measure, a task. */
export type Origin =
  | { kind: 'plan'; path: readonly PropertyKey[] }
  | { kind: 'block'; index: number }
  /** `block` is the place in the body of a measure that is kept as printed. */
  | { kind: 'measure'; number: number; field: 'title' | 'text' | 'units'; block?: number }
  | { kind: 'task'; number: number; field: 'number' | 'label' | 'text' | 'units' | 'cells' | 'above' };

/** A line of the document as the content has it. */
export interface Line {
  text: string;
  /** The origins of its stretches, in order. */
  stretches: { start: number; origin: Origin }[];
}

interface Piece {
  text: string;
  origin: Origin;
}

/** The lines of the source without the words that the content leaves out: the first line that is them, or the last that they begin. */
export function withoutLeftOut(plan: Plan, source: readonly SourceLine[]): readonly SourceLine[] {
  return ofKind(plan, 'left-out').reduce<readonly SourceLine[]>((lines, { reading }) => {
    const words = withoutBlanks(reading);
    const whole = lines.findIndex(({ text }) => text === words);
    const at = whole < 0 ? lines.findLastIndex(({ text }) => text.startsWith(words)) : whole;
    const { text, number } = lines[at] ?? { text: '', number: 0 };
    const rest = text.slice(words.length);
    return at < 0 ? lines : lines.toSpliced(at, 1, ...(rest === '' ? [] : [{ text: rest, number }]));
  }, source);
}

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

type Row = Piece[];

/** The paragraph of a measure whose form follows from the numbering of its plan. */
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

/** A measure that is kept as printed: a row for each paragraph and for each row of a table. */
function printedRows(plan: Plan, { number }: Measure, printed: readonly MeasureBlock[]): Row[] {
  return printed.flatMap((one, block) => {
    const lines =
      one.kind === 'table'
        ? one.rows.map((cells) => withBorders(cells.map(stretchText).join('\t')))
        : [stretchText(one.stretches)];
    return lines.map((text): Row => {
      const transcribed = takeBack(text, plan, { kind: 'measure', number });
      return [{ text: transcribed, origin: { kind: 'measure', number, field: 'text', block } }];
    });
  });
}

const measureRows = (plan: Plan, measure: Measure): Row[] =>
  measure.printed ? printedRows(plan, measure, measure.printed) : [measurePieces(plan, measure)];

/** The rows of an environment: its heading, where it is not a heading of the body, and its measures. */
function environmentRows(plan: Plan, environment: Environment): Row[] {
  const origin: Origin = { kind: 'plan', path: ['environments', environment.number - 1, 'title'] };
  const heading = { text: `${environmentLabel(plan, environment)}${environment.title}`, origin };
  return [
    ...(plan.numbering === 'printed' ? [] : [[heading]]),
    ...environment.measures.flatMap((measure) => measureRows(plan, measure)),
  ];
}

/** The text of a plan below its title, measures in their places. */
function bodyRows(plan: Plan): Row[] {
  let places = 0;
  return plan.blocks.flatMap((block, index): Row[] => {
    if (block.kind === 'measures') {
      const place = places++;
      if (plan.environments.length === 0) return plan.measures.flatMap((measure) => measureRows(plan, measure));
      // In a plan that is kept as printed each environment has its place, in others all stand in one.
      const here = plan.numbering === 'printed' ? plan.environments.slice(place, place + 1) : plan.environments;
      return here.flatMap((environment) => environmentRows(plan, environment));
    }
    const lines = block.kind === 'table' ? block.rows.map((cells) => withBorders(cells.join('\t'))) : [block.text];
    return lines.map((text) => [{ text: takeBack(text, plan, { kind: 'body' }), origin: { kind: 'block', index } }]);
  });
}

const field = (text: string, ...path: PropertyKey[]): Row => [{ text, origin: { kind: 'plan', path } }];

/** The lines of the record that a document of the usual form has above its text, in their usual order. */
function recordRows(plan: Plan): Row[] {
  const single = (name: 'heading' | 'number' | 'noticeTitle' | 'addressees' | 'title') =>
    plan[name] === undefined ? [] : [field(plan[name], name)];
  return [
    ...(['heading', 'number', 'noticeTitle', 'addressees'] as const).flatMap(single),
    ...(plan.notice ?? []).map((text) => field(text, 'notice')),
    ...single('title'),
  ];
}

/** The most lines over which a title or another part of the record is printed. */
const mostLines = 6;

const rowText = (row: Row) => withoutBlanks(row.map(({ text }) => text).join(''));

/**
 * The lines of the source that together are a row: the first of them, and how many; undefined where there are none. Lines that are
 * `taken` are of another row.
 */
function linesWith(
  row: Row,
  source: readonly SourceLine[],
  last = mostLines,
  taken: ReadonlySet<number> = new Set(),
): { at: number; count: number } | undefined {
  const words = rowText(row);
  for (let at = 0; at < source.length; at++) {
    let text = '';
    for (let count = 1; count <= last && words.startsWith(text) && !taken.has(at + count - 1); count++) {
      text += source[at + count - 1]?.text ?? '';
      if (text === words) return { at, count };
    }
  }
  return undefined;
}

/** Where the source has rows, the longest first, and the lines that they take. */
function placesOf(rows: readonly Row[], source: readonly SourceLine[]) {
  const taken = new Set<number>();
  const places = new Map<Row, { at: number; count: number }>();
  for (const row of [...rows].sort((a, b) => rowText(b).length - rowText(a).length)) {
    const found = linesWith(row, source, mostLines, taken);
    if (!found) continue;
    places.set(row, found);
    for (let at = found.at; at < found.at + found.count; at++) taken.add(at);
  }
  return { places, taken };
}

/**
 * The rows of the record in the order in which the source has them, broken as it breaks them; one that it has not stays behind the one
 * before it. What an office is called may stand in the title of its notice and again below it: the title is found first.
 */
function inOrderOf(rows: readonly Row[], source: readonly SourceLine[]): Row[] {
  const { places } = placesOf(rows, source);
  let last = -1;
  const placed = rows.map((row) => {
    last = places.get(row)?.at ?? last;
    return { row, at: last };
  });
  return placed
    .sort((a, b) => a.at - b.at)
    .flatMap(({ row }) => {
      const { at = 0, count = 1 } = places.get(row) ?? {};
      const [piece] = row;
      return piece && count > 1 ? source.slice(at, at + count).map(({ text }) => [{ ...piece, text }]) : [row];
    });
}

/** The cells of a row of a list that is kept as printed, without the borders that the rule of white space drops. */
function printedListRow(plan: Plan, task: Task): Row {
  const cells = rowCells(plan, task).map(({ kind, words }): Piece => {
    const place = { kind: 'task', number: task.number } as const;
    if (kind === 'text') return { text: takeBack(words, plan, place), origin: { ...place, field: 'text' } };
    const name = ({ number: 'label', units: 'units', measure: 'cells', other: 'cells' } as const)[kind];
    return { text: words, origin: { ...place, field: name } };
  });
  const [leading, trailing] = emptyEnds(cells.map(({ text }) => text).join('\t'));
  return cells
    .slice(leading, cells.length - trailing)
    .flatMap((cell, index) => (index === 0 ? [cell] : [{ text: border, origin: cell.origin }, cell]));
}

/** The rows of a list that is kept as printed, its head above them. */
function printedList(plan: Plan): Row[] {
  const head = field(plan.annex?.columns.join(border) ?? '', 'annex', 'columns');
  const heads = new Set(ofKind(plan, 'page-heads').flatMap(({ rows }) => rows));
  return plan.tasks.flatMap((task, index) => [
    ...(index === 0 || heads.has(task.number) ? [head] : []),
    ...task.above.map((text): Row => [{ text, origin: { kind: 'task', number: task.number, field: 'above' } }]),
    printedListRow(plan, task),
  ]);
}

function listRows(plan: Plan): Row[] {
  if (plan.annex?.text !== undefined) return printedList(plan);
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

/** The lines that name the list; none where there is no list. */
const annexTitleRows = (plan: Plan): Row[] =>
  plan.annex ? annexLines(plan).map((text) => field(text, 'annex', plan.annex?.lines ? 'lines' : 'title')) : [];

/** The list, with what is printed below it; no rows where there is none. */
const annexRows = (plan: Plan): Row[] =>
  plan.annex ? [...listRows(plan), ...plan.annex.below.map((text) => field(text, 'annex', 'below'))] : [];

/** The lines of the issuer and the date: as the record has them, or the two on one line where the source has them so. */
function signatureRows(plan: Plan, source: readonly SourceLine[]): Row[] {
  if (plan.signature) return plan.signature.map((text) => field(text, 'signature'));
  const issuers = plan.issuer?.split('、').map((name) => field(name, 'issuer')) ?? [];
  const rows = [...issuers, ...(plan.issuedText === undefined ? [] : [field(plan.issuedText, 'issuedText')])];
  return linesWith(rows.flat(), source, 1) ? [rows.flat()] : rows;
}

/**
 * The document as the transcription has it, made from the content by taking every recorded correction back. Of the source only the
 * places of the record and of the signature are looked at: documents print them in different orders, above and below the text.
 */
export function transcribedLines(plan: Plan, source: readonly SourceLine[]): Line[] {
  const [body, titles, annex] = [bodyRows(plan), annexTitleRows(plan), annexRows(plan)];
  const placeOf = (row: Row) => linesWith(row, source, 1)?.at;
  const bodyStart = body.map(placeOf).find((at) => at !== undefined) ?? Infinity;
  const annexStart = annex.map(placeOf).find((at) => at !== undefined) ?? -1;
  // A number that the source prints only among the columns of a web page stands in a line that the content leaves out.
  const isLeftOut = ({ number = '' }: Plan) =>
    number !== '' && ofKind(plan, 'left-out').some(({ reading }) => withoutBlanks(reading).includes(number));
  const record = recordRows(
    isLeftOut(plan) && !source.some(({ text }) => text === plan.number) ? { ...plan, number: undefined } : plan,
  );
  const { taken } = placesOf(record, source);
  const {
    above = [],
    between = [],
    below = [],
  } = Object.groupBy(signatureRows(plan, source), (row) => {
    const at = linesWith(row, source, 1, taken)?.at ?? Infinity;
    if (at < bodyStart) return 'above';
    return at < annexStart ? 'between' : 'below';
  });
  // The notice is signed above the title.
  const head = inOrderOf([...record.slice(0, -1), ...above, ...record.slice(-1)], source);
  // The document may be signed between the line that announces the annex and the annex itself.
  const rows: Row[] = [...head, ...body, ...inOrderOf([...between, ...titles], source), ...annex, ...below];
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
