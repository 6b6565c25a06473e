import { withoutBlanks } from '../../text/normalise.ts';

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

export interface Piece {
  text: string;
  origin: Origin;
}

export type Row = Piece[];

export const field = (text: string, ...path: PropertyKey[]): Row => [{ text, origin: { kind: 'plan', path } }];

export const rowText = (row: Row) => withoutBlanks(row.map(({ text }) => text).join(''));
