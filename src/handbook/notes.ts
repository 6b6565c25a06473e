import type { Correction } from '../schema/correction.ts';
import type { Note } from './model.ts';

const rowsText = (rows: readonly number[]) => (rows.length > 2 ? `${rows[0]}至${rows.at(-1)}` : rows.join('、'));

function printedCells(correction: Extract<Correction, { kind: 'text-cells' | 'unit-cells' }>): string {
  return Object.entries(correction.printed)
    .map(([row, cell]) => {
      const content = typeof cell === 'string' ? cell : cell.map((number) => `第${number}项`).join('、');
      return `第${row}行${content ? `印${typeof cell === 'string' ? '作' : '有'}${typeof cell === 'string' ? `“${content}”` : `${content}的文字`}` : '空白'}`;
    })
    .join('，');
}

/** What a correction says to a reader beside the text; faults of layout alone (breaks, repeated heads) say nothing. */
export function noteOf(correction: Correction): Note | undefined {
  const { id, kind, basis, certainty } = correction;
  switch (correction.kind) {
    case 'misreading':
    case 'gap': {
      const { reading, suggestion } = correction;
      const remark =
        kind === 'gap' ? `“${reading}”处有缺字，疑作“${suggestion}”。` : `“${reading}”疑作“${suggestion}”。`;
      return { id, kind, reading, suggestion, remark, basis, certainty };
    }
    case 'restored':
      return {
        id,
        kind,
        remark: `转录作“${correction.reading}”，已复原为“${correction.suggestion}”。`,
        basis,
        certainty,
      };
    case 'text-cells':
      return {
        id,
        kind,
        remark: `第${rowsText(correction.rows)}项的文字系复原：转录${printedCells(correction)}。`,
        basis,
        certainty,
      };
    case 'unit-cells':
      return {
        id,
        kind,
        remark: `第${rowsText(correction.rows)}项的责任单位系复原：转录${printedCells(correction)}。`,
        basis,
        certainty,
      };
    case 'break':
    case 'merged-cells':
    case 'page-heads':
      return undefined;
  }
}

/** The notes that belong to one measure's text, one task or the running text of the plan. */
export function notesFor(
  corrections: readonly Correction[],
  place: { measure: number } | { task: number } | { part: 'body' },
): Note[] {
  const [key, value] = Object.entries(place)[0] as [string, unknown];
  return corrections
    .filter((correction) =>
      'where' in correction
        ? (correction.where as Record<string, unknown>)[key] === value
        : key === 'task' && correction.kind !== 'merged-cells' && correction.rows.includes(value as number),
    )
    .flatMap((correction) => noteOf(correction) ?? []);
}
