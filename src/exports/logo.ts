import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Handbook } from '../model/types.ts';
import { recolour } from '../text/colours.ts';

/** The side of the mark as a picture. */
const side = 300;
/** What SVG's units are to the inch (CSS Values and Units, 5.2), at three quarters of a point. */
const unitsPerInch = 72;

type Marked = Pick<Handbook, 'site' | 'logo'>;

/** The mark as SVG: the office's own as it is, or the handbook's in the colour of the site. */
export const logoOf = ({ site, logo }: Marked): string =>
  logo ?? recolour(readFileSync('src/assets/logo.svg', 'utf8'), site.hue);

/** The mark as a square picture on paper, none of it cut off. */
export async function logoPng(marked: Marked): Promise<Buffer> {
  const svg = Buffer.from(logoOf(marked));
  const { width, height } = await sharp(svg).metadata();
  const background = recolour('#fdfcf9', marked.site.hue);
  return sharp(svg, { density: Math.max(1, (unitsPerInch * side) / Math.max(width, height)) })
    .resize(side, side, { fit: 'contain', background })
    .flatten({ background })
    .png()
    .toBuffer();
}
