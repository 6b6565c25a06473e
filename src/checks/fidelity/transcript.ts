import { annexLines, environmentLabel, measureParagraph, stretchText, unitsBracket } from '../../model/printed-form.ts';
import type { Environment, Measure, MeasureBlock, Plan } from '../../model/types.ts';
import { withoutBlanks } from '../../text/normalise.ts';
import { listRows } from './list-rows.ts';
import { inOrderOf, linesWith, placesOf, recordRows, signatureRows } from './record-rows.ts';
import { field, type Line, type Origin, type Piece, type Row } from './rows.ts';
import { type SourceLine, withBorders } from './source-lines.ts';
import { placeAfter, takeBack } from './take-back.ts';

/** The paragraph of a measure whose form follows from the numbering of its plan. */
function measurePieces(plan: Plan, measure: Measure): Piece[] {
  const own = measureParagraph(measure);
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
  const lines = printed.flatMap((one, block) => {
    const texts =
      one.kind === 'table'
        ? one.rows.map((cells) => withBorders(cells.map(stretchText).join('\t')))
        : [stretchText(one.stretches)];
    return texts.map((text) => ({ text, block }));
  });
  const within = lines.map(({ text }) => text).join('\n');
  return lines.map(({ text, block }) => [
    {
      text: takeBack(text, plan, { kind: 'measure', number }, within),
      origin: { kind: 'measure', number, field: 'text', block },
    },
  ]);
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
  const linesIn = (block: Exclude<Plan['blocks'][number], { kind: 'measures' }>) =>
    block.kind === 'table' ? block.rows.map((cells) => withBorders(cells.join('\t'))) : [block.text];
  const within = plan.blocks.flatMap((block) => (block.kind === 'measures' ? [] : linesIn(block))).join('\n');
  return plan.blocks.flatMap((block, index): Row[] => {
    if (block.kind === 'measures') {
      const place = places++;
      if (plan.environments.length === 0) return plan.measures.flatMap((measure) => measureRows(plan, measure));
      // In a plan that is kept as printed each environment has its place, in others all stand in one.
      const here = plan.numbering === 'printed' ? plan.environments.slice(place, place + 1) : plan.environments;
      return here.flatMap((environment) => environmentRows(plan, environment));
    }
    return linesIn(block).map((text) => [
      { text: takeBack(text, plan, { kind: 'body' }, within), origin: { kind: 'block', index } },
    ]);
  });
}

/** The lines that name the list; none where there is no list. */
const annexTitleRows = (plan: Plan): Row[] =>
  plan.annex ? annexLines(plan).map((text) => field(text, 'annex', plan.annex?.lines ? 'lines' : 'title')) : [];

/** The list, with what is printed below it; no rows where there is none. */
const annexRows = (plan: Plan): Row[] =>
  plan.annex ? [...listRows(plan), ...plan.annex.below.map((text) => field(text, 'annex', 'below'))] : [];

/**
 * The document as the transcription has it, made from the content by taking every recorded correction back. Of the source only the
 * places of the record and of the signature are looked at: documents print them in different orders, above and below the text.
 */
export function transcribedLines(plan: Plan, source: readonly SourceLine[]): Line[] {
  const [body, titles, annex] = [bodyRows(plan), annexTitleRows(plan), annexRows(plan)];
  const placeOf = (row: Row) => linesWith(row, source, 1)?.at;
  const bodyStart = body.map(placeOf).find((at) => at !== undefined) ?? Infinity;
  const annexStart = annex.map(placeOf).find((at) => at !== undefined) ?? -1;
  const record = recordRows(plan, source);
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
