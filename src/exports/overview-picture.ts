import sharp from 'sharp';
import type { Handbook, Plan } from '../model/types.ts';
import { recolour } from '../text/colours.ts';
import type { Overview } from '../views/overview.ts';
import { columnGap, type Sheet, type SheetRun, sheetOf, sizes } from '../views/overview-sheet.ts';
import { pictureSetter, type Setter } from './setter.ts';

/** Wide enough for words of the smallest size to be read when a telephone shows it enlarged. */
const width = 2400;
const margin = 84;
const paint = { paper: '#fdfcf9', ink: '#182528', quiet: '#52656a', lake: '#0d5563', deep: '#083b46', rule: '#c5dcdc' };
const fills: Record<SheetRun['kind'], string> = {
  heading: paint.deep,
  mark: paint.lake,
  title: paint.ink,
  units: paint.quiet,
  digits: paint.lake,
  words: paint.quiet,
};

/** Draws an overview as SVG, as high as it needs to be: a head on deep water, the columns of the sheet, the remarks. */
export function drawOverview(setter: Setter, { plan, counts, remarks }: Overview, sheet: Sheet, name: string): string {
  const { columns, columnWidth } = sheet;
  const room = width - 2 * margin;
  // The columns of the sheet make up the width, so that lines break where they do on paper.
  const count = Math.max(1, columns.length);
  const em = room / (count * columnWidth + (count - 1) * columnGap);
  const parts: string[] = [];
  const write = (text: string, size: number, x: number, y: number, fill: string) => {
    parts.push(setter.line(text, size, { x, y }, fill));
    return x + setter.width(text, size);
  };

  let y = 118;
  write([plan.number, plan.issuedText].filter(Boolean).join('　') || name, 34, margin, y, '#c9dcdd');
  y += 24;
  for (const line of setter.lines(plan.title, 68, room)) {
    y += 84;
    write(line, 68, margin, y, paint.paper);
  }
  y += 108;
  let x = margin;
  for (const { value, label } of counts) {
    x = write(String(value), 84, x, y, paint.paper);
    x = write(label, 38, x + 10, y, '#c9dcdd') + 64;
  }
  const headEnd = y + 66;

  const top = headEnd + 44;
  for (const [index, column] of columns.entries()) {
    const left = margin + index * (columnWidth + columnGap) * em;
    for (const block of column) {
      const at = top + block.top * em;
      const isStrong = block.rule === 'strong';
      parts.push(
        `<path d="M${left} ${at}h${columnWidth * em}" stroke="${isStrong ? paint.deep : paint.rule}" stroke-width="${isStrong ? 5 : 1.5}"/>`,
      );
      for (const { runs, baseline, indent } of block.lines) {
        let at = left + indent * em;
        for (const { text, size, kind } of runs)
          at = write(text, size * em, at, top + (block.top + baseline) * em, fills[kind]);
      }
    }
  }

  let foot = top + sheet.height * em + 40;
  const size = Math.max(24, sizes.words * em);
  for (const line of setter.lines(`${remarks.join('；')}。`, size, room)) {
    foot += size * 1.5;
    write(line, size, margin, foot, paint.quiet);
  }
  foot += size * 1.6;
  write(name, size, margin, foot, paint.lake);
  const height = Math.ceil(foot + 56);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${paint.paper}"/>
<rect width="${width}" height="${headEnd}" fill="${paint.deep}"/>
<path d="M0 ${headEnd - 34}C420 ${headEnd - 66} 830 ${headEnd - 60} 1260 ${headEnd - 26}S2040 ${headEnd} 2400 ${headEnd - 44}V${headEnd}H0Z" fill="${paint.lake}"/>
${parts.join('\n')}
</svg>`;
}

const drawn = new WeakMap<Plan, Promise<Buffer>>();

/** The overview of a plan as a PNG, drawn once. */
export function overviewPng(handbook: Handbook, overview: Overview): Promise<Buffer> {
  const known = drawn.get(overview.plan);
  if (known) return known;
  const svg = drawOverview(pictureSetter(), overview, sheetOf(handbook, overview), handbook.site.name);
  const made = sharp(Buffer.from(recolour(svg, handbook.site.hue)))
    .removeAlpha()
    .png({ palette: true, colours: 64 })
    .toBuffer();
  drawn.set(overview.plan, made);
  return made;
}
