import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';

const part = (name: string) => create(readFileSync(`src/assets/fonts/noto-serif-sc-600/${name}.ttf`)) as Font;

/** The font that share pictures are set in, in parts by code point. */
export const readFont = (): [Font, ...Font[]] => [part('0000-63ff'), part('6400-7bff'), part('7c00-ffff')];
