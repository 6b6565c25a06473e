import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { z } from 'zod';
import { normalForm } from '../loader/format.ts';
import { bodySyntax } from '../loader/markdown.ts';
import { contentFiles } from '../loader/paths.ts';
import { fileKinds } from '../schema/content-types.ts';
import type { CorrectionInput } from '../schema/correction.ts';
import type { measureSchema } from '../schema/measure.ts';
import type { planSchema } from '../schema/plan.ts';

/** A block of the plan's own text; `measures` is the place where the measures of an environment stand. */
export type DraftBlock =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'measures' };

/** The data of a measure; what the document does not say is left out. */
export type DraftMeasureData = z.input<typeof measureSchema>;

export interface DraftMeasure {
  data: DraftMeasureData;
  blocks: Exclude<DraftBlock, { kind: 'heading' | 'measures' }>[];
}

/** The record of a document, as far as it was found. */
export type DraftRecord = Partial<z.input<typeof planSchema>>;

/** The draft of a plan's folder. */
export interface Draft {
  record: DraftRecord;
  blocks: DraftBlock[];
  measures: DraftMeasure[];
  corrections: CorrectionInput[];
}

/** The text of a block; of a table that of its cells. */
export const textOfBlock = (block: DraftBlock): string =>
  block.kind === 'measures' ? '' : block.kind === 'table' ? block.rows.flat().join('') : block.text;

const markdown = unified().use(remarkStringify).use(bodySyntax).use(remarkMdx);

/** One block as MDX, with every sign that would be read as markup escaped. */
function blockText(block: DraftBlock): string {
  if (block.kind === 'measures') return '<Measures />';
  const text = (value: string) => ({ type: 'text' as const, value });
  const node =
    block.kind === 'table'
      ? {
          type: 'table' as const,
          children: block.rows.map((cells) => ({
            type: 'tableRow' as const,
            children: cells.map((cell) => ({ type: 'tableCell' as const, children: [text(cell)] })),
          })),
        }
      : block.kind === 'heading'
        ? { type: 'heading' as const, depth: block.depth as 2, children: [text(block.text)] }
        : { type: 'paragraph' as const, children: [text(block.text)] };
  return markdown.stringify({ type: 'root', children: [node] }).trim();
}

/** Data as YAML. Values that YAML 1.1 would read otherwise are quoted, as not every reader of frontmatter is of 1.2. */
const yaml = (data: unknown): string =>
  stringify(data, { lineWidth: 0, singleQuote: true, compat: 'yaml-1.1', aliasDuplicateObjects: false });

const mdx = (data: unknown, blocks: readonly DraftBlock[]): string =>
  `---\n${yaml(data)}---\n\n${blocks.map(blockText).join('\n\n')}\n`;

/** The files of a draft in their normal form, by their paths in the content folder. */
export function draftFiles(id: string, { record, blocks, measures, corrections }: Draft): Map<string, string> {
  const file = (path: string, text: string, schema: z.ZodType): [string, string] => [
    path,
    normalForm(text, path, schema) ?? text,
  ];
  return new Map([
    file(contentFiles.plan(id), mdx(record, blocks), fileKinds.plans.schema),
    ...measures.map(({ data, blocks: own }) =>
      file(contentFiles.measure(id, data.number), mdx(data, own), fileKinds.measures.schema),
    ),
    file(contentFiles.corrections(id), yaml({ corrections }), fileKinds.corrections.schema),
  ]);
}
