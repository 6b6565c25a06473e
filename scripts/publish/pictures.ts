import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import sharp from 'sharp';
import type { Handbook } from '../../src/handbook/model.ts';
import { sharePath, sharePictures } from '../../src/handbook/share.ts';
import { drawPicture, Setter } from './draw-picture.ts';
import type { MadeFile } from './made-files.ts';

/** The pictures that chats show with a link. */
export function pictureFiles(handbook: Handbook): MadeFile[] {
  const setter = new Setter(create(readFileSync('src/assets/fonts/noto-serif-sc-600.woff2')) as Font);
  return sharePictures(handbook).map((picture) => ({
    path: sharePath(picture),
    mediatype: 'image/png',
    bytes: () =>
      sharp(Buffer.from(drawPicture(setter, picture, handbook.site.name)))
        // A palette would halve the file and double the time of making it.
        .removeAlpha()
        .png()
        .toBuffer(),
  }));
}
