import { measureParagraph } from '../model/printed-form.ts';
import type { Plan } from '../model/types.ts';
import type { TextPlace } from '../schema/correction.ts';
import { withReadings } from './fidelity/take-back.ts';
import { textsOf } from './rule.ts';

/** The words of a place, as each kind of correction reads them. */
export interface PlaceText {
  /** The text that readers see. */
  text: string;
  /** The paragraph of the document. */
  paragraph: string;
  /** The paragraph with the restored words taken back. */
  transcribed: string;
}

/** The text at a place of a plan; undefined if there is no such place. */
export function textAt(plan: Plan, where: TextPlace): PlaceText | undefined {
  const [text, paragraph = text] = textAndParagraph(plan, where);
  if (text === undefined || paragraph === undefined) return undefined;
  return { text, paragraph, transcribed: withReadings(paragraph, plan, where) };
}

function textAndParagraph(plan: Plan, where: TextPlace): [text?: string | undefined, paragraph?: string] {
  if (where.kind === 'body') return [textsOf(plan.blocks).join('\n')];
  if (where.kind === 'task') return [plan.tasks.find(({ number }) => number === where.number)?.text];
  const measure = plan.measures.find(({ number }) => number === where.number);
  if (!measure) return [];
  const paragraph = measureParagraph(measure);
  // The body of one that is kept as printed is the whole paragraph.
  return [measure.printed ? paragraph : measure.text, paragraph];
}

/** How a place is called in messages. */
export function placeName(where: TextPlace): string {
  if (where.kind === 'body') return '总体要求和保障措施';
  return where.kind === 'measure' ? `措施${where.number}` : `第${where.number}项任务`;
}

/** The message that a correction is about a measure or task that there is not. */
export const noSuch = (place: string) => ({
  found: `没有${place}`,
  expected: '这份文件里有的措施号或任务项号',
  mend: '改正编号；这条更正已无用就整条删去',
});
