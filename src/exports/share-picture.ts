import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import type { ShareCard } from './meta/share-cards.ts';
import { escapeXml } from './text-formats.ts';

/** The size that chats ask for. */
export const pictureSize = { width: 1200, height: 630 };
const margin = 88;

/** Characters that may not begin a line of Chinese, nor end one. */
const noStart = /[，。、；：？！”’）》〕」』·%]/u;
const noEnd = /[“‘（《〔「『]/u;

/** Sets lines of text as outlines, so that the picture is the same wherever it is made and needs no font to be installed. */
export class Setter {
  readonly #parts: readonly [Font, ...Font[]];
  readonly #unitsPerEm: number;
  /** Read from the font once, as the same characters return in all pictures. */
  readonly #glyphs = new Map<string, { width: number; outline: string }>();

  /** A font, in parts that each hold some of its characters and are alike in all else. */
  constructor(parts: readonly [Font, ...Font[]]) {
    this.#parts = parts;
    this.#unitsPerEm = parts[0].unitsPerEm;
  }

  #glyph(character: string) {
    const read = this.#glyphs.get(character);
    if (read) return read;
    const codePoint = character.codePointAt(0) ?? 0;
    const part = this.#parts.find((one) => one.hasGlyphForCodePoint(codePoint)) ?? this.#parts[0];
    const glyph = part.glyphForCodePoint(codePoint);
    const kept = { width: glyph.advanceWidth, outline: glyph.path.toSVG() };
    this.#glyphs.set(character, kept);
    return kept;
  }

  #width(text: string, size: number): number {
    return [...text].reduce((sum, one) => sum + (this.#glyph(one).width * size) / this.#unitsPerEm, 0);
  }

  /** Breaks a text into lines no wider than the picture; what goes beyond the last line is cut with `…`. */
  lines(text: string, size: number, most: number): string[] {
    const room = pictureSize.width - 2 * margin;
    const lines = [''];
    for (const one of text) {
      const line = lines.at(-1) ?? '';
      if (this.#width(line + one, size) <= room || noStart.test(one)) lines[lines.length - 1] = line + one;
      else if (noEnd.test(line.at(-1) ?? '')) lines.splice(-1, 1, line.slice(0, -1), line.slice(-1) + one);
      else lines.push(one);
    }
    if (lines.length <= most) return lines;
    return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`];
  }

  /** A line as a group of paths, its baseline at `y`. */
  line(text: string, size: number, y: number, fill: string): string {
    const scale = size / this.#unitsPerEm;
    let x = 0;
    const paths = [...text].map((one) => {
      const glyph = this.#glyph(one);
      const path = `<path transform="translate(${x})" d="${glyph.outline}"/>`;
      x += glyph.width;
      return path;
    });
    return `<g fill="${fill}" transform="translate(${margin} ${y}) scale(${scale} ${-scale})" aria-label="${escapeXml(text)}">${paths.join('')}</g>`;
  }
}

/** Draws a picture as SVG: the lake below, paper above, the title large. The same words give the same bytes. */
export function drawPicture(setter: Setter, { kicker, title, facts }: ShareCard, name: string): string {
  const { width, height } = pictureSize;
  const size = title.length > 22 ? 64 : 76;
  const parts = [setter.line(kicker, 34, 124, '#0d5563')];
  let y = 150;
  for (const line of setter.lines(title, size, 2)) {
    y += size * 1.3;
    parts.push(setter.line(line, size, y, '#083b46'));
  }
  y += 26;
  for (const line of facts.flatMap((fact) => setter.lines(fact, 30, 2)).slice(0, 3)) {
    y += 48;
    parts.push(setter.line(line, 30, y, '#52656a'));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#fdfcf9"/>
<path d="M0 540C190 510 400 520 600 546S1010 572 1200 532V630H0Z" fill="#c5dcdc"/>
<path d="M0 560C230 536 430 540 660 560s370 16 540-6V630H0Z" fill="#083b46"/>
${parts.join('\n')}
${setter.line(name, 28, 608, '#fdfcf9')}
</svg>`;
}

const fontPart = (name: string) => create(readFileSync(`src/assets/fonts/noto-serif-sc-600/${name}.ttf`)) as Font;

/** The font that share pictures are set in, in parts by code point. */
export const readFont = (): [Font, ...Font[]] => [fontPart('0000-63ff'), fontPart('6400-7bff'), fontPart('7c00-ffff')];

let setter: Setter | undefined;

/** A share picture as PNG. `name` is that of the handbook. */
export function sharePng(picture: ShareCard, name: string): Promise<Buffer> {
  // Reading the font takes long, so that it is done once and only if a picture is drawn.
  setter ??= new Setter(readFont());
  // A palette would halve the file and double the time of making it.
  return sharp(Buffer.from(drawPicture(setter, picture, name)))
    .removeAlpha()
    .png()
    .toBuffer();
}
