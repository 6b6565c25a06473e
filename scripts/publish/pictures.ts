import sharp from 'sharp';
import { cardPath, type ShareCard, shareCards } from '../../src/exports/meta/share-cards.ts';
import type { Handbook } from '../../src/model/types.ts';
import { drawPicture, Setter } from './draw-picture.ts';
import type { MadeFile } from './made-files.ts';
import { readFont } from './share-font.ts';

/** The pictures that chats show with a link. */
export function pictureFiles(handbook: Handbook): MadeFile[] {
  let setter: Setter | undefined;
  // The font takes long to read, and is needed only for a picture that is drawn anew.
  const draw = (picture: ShareCard) => {
    setter ??= new Setter(readFont());
    return drawPicture(setter, picture, handbook.site.name);
  };
  return shareCards(handbook).map((picture) => ({
    path: cardPath(picture),
    mediatype: 'image/png',
    from: [picture, handbook.site.name],
    bytes: () =>
      sharp(Buffer.from(draw(picture)))
        // A palette would halve the file and double the time of making it.
        .removeAlpha()
        .png()
        .toBuffer(),
  }));
}
