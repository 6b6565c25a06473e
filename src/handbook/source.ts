import type { Correction } from '../schema/correction.ts';
import type { Plan } from './model.ts';
import { chineseNumeral } from './numerals.ts';

/*
 * The rule of white space and tags, the only two things in which content and source may differ unrecorded:
 * tags such as `<ul style="…">` and `</h3>` are artefacts of recognition and are dropped; blanks inside a line are dropped;
 * blank lines are dropped, and so are the empty cells around a heading in the list. Line ends and, in the numbered rows of the
 * list, cell borders count.
 */
const tag = /<\/?[a-z][^<>]*>/giu;

/** A text by the rule above: lines without blanks, cells set apart by `│`. */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replace(tag, '')
    .split(/\r?\n/u)
    .map((raw) =>
      raw
        .replace(/^\t+(?=\D)|(?<=^\D*)\t+$/gu, '')
        .replaceAll('\t', '│')
        .replace(/\s+/gu, ''),
    )
    .filter((row) => row !== '')
    .join('\n');
}

type Kind<K extends Correction['kind']> = Extract<Correction, { kind: K }>;
const ofKind = <K extends Correction['kind']>(plan: Plan, kind: K) =>
  plan.corrections.filter((correction): correction is Kind<K> => correction.kind === kind);

/** Puts the readings of the transcription back into one place's text. */
function takeBack(text: string, plan: Plan, place: { measure: number } | { task: number } | { part: 'body' }): string {
  const [key, value] = Object.entries(place)[0] as [string, unknown];
  const here = (correction: Kind<'restored' | 'break'>) => (correction.where as Record<string, unknown>)[key] === value;
  let result = text;
  for (const { suggestion, reading } of ofKind(plan, 'restored').filter(here))
    result = result.replace(suggestion, reading);
  for (const { reading } of ofKind(plan, 'break').filter(here))
    result = result.replace(reading.replace('｜', ''), reading.replace('｜', '\n'));
  return result;
}

function planLines(plan: Plan): string[] {
  const measures = plan.environments.flatMap((environment) => [
    `（${chineseNumeral(environment.number)}）${environment.title}`,
    ...environment.measures.map((measure) =>
      takeBack(`${measure.number}.${measure.title}。${measure.text}（责任单位：${measure.unitsText}）`, plan, {
        measure: measure.number,
      }),
    ),
  ]);
  const body = plan.blocks.flatMap((block) =>
    block.type === 'measures' ? measures : [takeBack(block.text, plan, { part: 'body' })],
  );
  return [plan.heading, plan.number, plan.noticeTitle, plan.addressees, plan.notice, plan.title, ...body];
}

function listLines(plan: Plan): string[] {
  const textOf = (number: number) => {
    const task = plan.tasks.find((row) => row.number === number);
    return task ? `${task.innovation ? '*' : ''}${takeBack(task.text, plan, { task: number })}` : '';
  };
  const texts = Object.assign({}, ...ofKind(plan, 'text-cells').map(({ printed }) => printed)) as Record<
    number,
    number[]
  >;
  const units = Object.assign({}, ...ofKind(plan, 'unit-cells').map(({ printed }) => printed)) as Record<
    number,
    string
  >;
  const heads = new Set(ofKind(plan, 'page-heads').flatMap(({ rows }) => rows));
  const labels = new Map(
    ofKind(plan, 'merged-cells').flatMap(({ printed }) =>
      Object.entries(printed).map(([measure, row]) => [row, Number(measure)]),
    ),
  );

  return plan.environments.flatMap((environment) => {
    const lines: string[] = [];
    const tasks = environment.measures.flatMap(({ tasks }) => tasks);
    for (const [index, task] of tasks.entries()) {
      if (heads.has(task.number)) lines.push(plan.annex.columns.join('│'));
      if (index === 0) lines.push(`${chineseNumeral(environment.number)}、${environment.title}`);
      const labelled = plan.measures.find(({ number }) => number === labels.get(task.number));
      const label = labelled ? `(${chineseNumeral(labelled.number)})${labelled.listTitle ?? labelled.title}` : '';
      const text = (texts[task.number] ?? [task.number]).map(textOf).join('');
      lines.push([task.number, label, text, units[task.number] ?? task.unitsText].join('│'));
    }
    return lines;
  });
}

/** The document as the transcription has it, made from the content by taking every recorded correction back; normalised. */
export function asTranscribed(plan: Plan): string {
  const { title } = plan.annex;
  return normalise(
    [...planLines(plan), `附件：${title}`, '附件', title, ...listLines(plan), plan.issuer, plan.issuedText]
      .join('\n')
      .replaceAll('│', '\t'),
  );
}

/** The first place where the content, its corrections taken back, is not what the source has. */
export interface Difference {
  /** The line of the source file, from 1. */
  line: number;
  /** The words that both have just before. */
  before: string;
  source: string;
  content: string;
}

/** Compares a plan with its source; undefined if they agree to the character. */
export function firstDifference(plan: Plan, source: string): Difference | undefined {
  const content = asTranscribed(plan);
  const expected = normalise(source);
  if (content === expected) return undefined;
  let at = 0;
  while (content[at] === expected[at]) at++;
  const row = expected.slice(0, at).split('\n').length - 1;
  // Normalising drops whole lines only where they are blank, so the row-th line with text is the row-th line kept.
  const kept = source.split(/\r?\n/u).flatMap((raw, index) => (normalise(raw) === '' ? [] : [index + 1]));
  return {
    line: kept[row] ?? kept.length,
    before: expected.slice(Math.max(0, at - 12), at),
    source: expected.slice(at, at + 16),
    content: content.slice(at, at + 16),
  };
}
