import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import { drawPicture } from '../../components/draw-picture.ts';
import { sharePath, sharePictures } from '../../handbook/share.ts';
import { handbook } from '../../library.ts';

export const getStaticPaths = () =>
  sharePictures(handbook).map((picture) => ({
    params: { page: sharePath(picture).replace(/^share\/|\.png$/gu, '') },
    props: { picture },
  }));

const font = create(readFileSync('src/assets/fonts/noto-serif-sc-600.woff2')) as Font;
/** Flat colours and the edges of letters need no more. */
const colours = 32;

export const GET: APIRoute = async ({ props: { picture } }) => {
  const svg = drawPicture(font, picture, handbook.site.name);
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours, effort: 3 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
