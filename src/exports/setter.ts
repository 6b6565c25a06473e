import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import { fillLines } from '../text/line-filling.ts';
import { escapeXml } from './text-formats.ts';

/** Sets lines of text as outlines, so that a picture is the same wherever it is made and needs no font to be installed. */
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

  /** In em. */
  #advance = (character: string): number => this.#glyph(character).width / this.#unitsPerEm;

  width(text: string, size: number): number {
    return [...text].reduce((sum, one) => sum + this.#advance(one) * size, 0);
  }

  /** Breaks a text into lines no wider than the room; what goes beyond the last line is cut with `…`. */
  lines(text: string, size: number, room: number, most = Number.POSITIVE_INFINITY): string[] {
    const lines = fillLines([{ text, size }], room, this.#advance).map((line) => line.map((run) => run.text).join(''));
    if (lines.length <= most) return lines;
    return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`];
  }

  /** A line as a group of paths, its baseline beginning at a place. */
  line(text: string, size: number, place: { x: number; y: number }, fill: string): string {
    const scale = size / this.#unitsPerEm;
    let x = 0;
    const paths = [...text].map((one) => {
      const glyph = this.#glyph(one);
      const path = `<path transform="translate(${x})" d="${glyph.outline}"/>`;
      x += glyph.width;
      return path;
    });
    return `<g fill="${fill}" transform="translate(${place.x} ${place.y}) scale(${scale} ${-scale})" aria-label="${escapeXml(text)}">${paths.join('')}</g>`;
  }
}

const fontPart = (name: string) => create(readFileSync(`src/assets/fonts/noto-serif-sc-600/${name}.ttf`)) as Font;

/** The font that pictures are set in, in parts by code point. */
export const readFont = (): [Font, ...Font[]] => [fontPart('0000-63ff'), fontPart('6400-7bff'), fontPart('7c00-ffff')];

let setter: Setter | undefined;

/** The setter of all pictures. Reading the font takes long, so that it is done once and only if a picture is drawn. */
export function pictureSetter(): Setter {
  setter ??= new Setter(readFont());
  return setter;
}
