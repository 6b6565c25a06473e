import sharp from 'sharp';
import type { Site } from '../schema/site.ts';
import { recolour } from '../text/colours.ts';
import type { ShareCard } from './meta/share-cards.ts';
import { pictureSetter, type Setter } from './setter.ts';

/** The size that chats ask for. */
export const pictureSize = { width: 1200, height: 630 };
const margin = 88;

/** Draws a picture as SVG: the lake below, paper above, the title large. The same words give the same bytes. */
export function drawPicture(setter: Setter, { kicker, title, facts }: ShareCard, name: string): string {
  const { width, height } = pictureSize;
  const size = title.length > 22 ? 64 : 76;
  const line = (text: string, size: number, y: number, fill: string) => setter.line(text, size, { x: margin, y }, fill);
  const room = width - 2 * margin;
  const parts = [line(kicker, 34, 124, '#0d5563')];
  let y = 150;
  for (const words of setter.lines(title, size, room, 2)) {
    y += size * 1.3;
    parts.push(line(words, size, y, '#083b46'));
  }
  y += 26;
  for (const words of facts.flatMap((fact) => setter.lines(fact, 30, room, 2)).slice(0, 3)) {
    y += 48;
    parts.push(line(words, 30, y, '#52656a'));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#fdfcf9"/>
<path d="M0 540C190 510 400 520 600 546S1010 572 1200 532V630H0Z" fill="#c5dcdc"/>
<path d="M0 560C230 536 430 540 660 560s370 16 540-6V630H0Z" fill="#083b46"/>
${parts.join('\n')}
${line(name, 28, 608, '#fdfcf9')}
</svg>`;
}

/** A share picture as PNG. */
export function sharePng(picture: ShareCard, { name, hue }: Pick<Site, 'name' | 'hue'>): Promise<Buffer> {
  // A palette would halve the file and double the time of making it.
  return sharp(Buffer.from(recolour(drawPicture(pictureSetter(), picture, name), hue)))
    .removeAlpha()
    .png()
    .toBuffer();
}
