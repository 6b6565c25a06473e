import { tidyBlanks } from '../text/normalise.ts';
import type { DraftBlock, DraftMeasure } from './draft.ts';
import { type Finding, restored } from './finding.ts';
import type { OutlineSection } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';

const rowCells = ({ cells = [] }: Paragraph) => cells.map((cell) => tidyBlanks(cell));

/** Paragraphs as blocks; rows of a table that follow one another are one. */
export function blocksOf(paragraphs: readonly Paragraph[]): DraftMeasure['blocks'] {
  const blocks: DraftMeasure['blocks'] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (!paragraph.cells) blocks.push({ kind: 'paragraph', text: paragraph.words });
    else if (last?.kind === 'table' && !paragraph.isApart && last.rows[0]?.length === paragraph.cells.length)
      last.rows.push(rowCells(paragraph));
    else blocks.push({ kind: 'table', rows: [rowCells(paragraph)] });
  }
  return blocks;
}

/** The plan's own text as blocks. */
export function sectionBlocks(sections: readonly OutlineSection[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let open: Paragraph[] = [];
  const close = () => {
    blocks.push(...blocksOf(open));
    open = [];
  };
  for (const section of sections) {
    if (section.kind === 'paragraph') {
      open.push(section.paragraph);
      continue;
    }
    close();
    if (section.kind === 'measures') blocks.push({ kind: 'measures' });
    else blocks.push({ kind: 'heading', depth: section.depth, text: section.paragraph.words });
  }
  close();
  return blocks;
}

/** The paragraphs of the plan's own text. */
export const ownParagraphs = (sections: readonly OutlineSection[]): Paragraph[] =>
  sections.flatMap((section) => (section.kind === 'measures' ? [] : section.paragraph));

/** Where paragraphs were joined from several lines. */
export const joinsIn = (paragraphs: readonly Paragraph[]): Finding[] =>
  paragraphs.flatMap(({ lines }) =>
    lines
      .slice(1)
      .map(({ number, text: next }, index) =>
        restored(number, `${lines[index]?.text.slice(-12)}｜${next.slice(0, 12)}`, '一句话断成两段，接排'),
      ),
  );
