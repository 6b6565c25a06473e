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
import { withoutBlanks } from '../../text/normalise.ts';
import { border, type SourceLine, withBorders } from './source-lines.ts';

/** Where words of the document stand in the content: a field of the plan's record, a block of its body, a measure, a task. */
export type Origin =
  | { kind: 'plan'; path: readonly PropertyKey[] }
  | { kind: 'block'; index: number }
  | { kind: 'measure'; number: number; field: 'title' | 'text' | 'units' }
  | { kind: 'task'; number: number; field: 'number' | 'text' | 'units' };

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
export function transcribedLines(plan: Plan, source: readonly SourceLine[]): Line[] {
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
