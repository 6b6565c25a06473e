import type { APIRoute } from 'astro';
import sharp from 'sharp';
import logo from '../assets/logo.svg?raw';
import { iconSize } from '../exports/share-picture.ts';
import { handbook } from '../library.ts';
import { recolour } from '../text/colours.ts';

/** The mark in the tab, for home screens and chats, which take no SVG. Telephones round its corners themselves. */
export const GET: APIRoute = async () =>
  new Response(
    Uint8Array.from(
      await sharp(Buffer.from(recolour(logo, handbook.site.hue)), { density: 72 * (iconSize / 32) })
        .resize(iconSize, iconSize)
        .flatten({ background: '#fdfcf9' })
        .png()
        .toBuffer(),
    ),
    { headers: { 'content-type': 'image/png' } },
  );
