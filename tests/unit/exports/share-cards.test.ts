import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../../scripts/load-content.ts';
import { drawPicture, Setter } from '../../../scripts/publish/draw-picture.ts';
import { readFont } from '../../../scripts/publish/share-font.ts';
import { pictureOf, sharePath, sharePictures } from '../../../src/exports/meta/share-cards.ts';
import { contentFolder } from '../../../src/loader/settings.ts';
import { measurePath, unitPath, unitsPath } from '../../../src/routes/paths.ts';

const { handbook } = loadContent(contentFolder);
const pictures = sharePictures(handbook);
const font = readFont();

test('a page shows its own picture, or that of the nearest page above', () => {
  for (const measure of handbook.plans.flatMap(({ measures }) => measures))
    assert.equal(pictureOf(handbook, measurePath(measure))?.title, measure.title);
  for (const unit of handbook.units) assert.equal(pictureOf(handbook, unitPath(unit))?.page, unitsPath);
  assert.equal(pictureOf(handbook, '404.html')?.page, '');
  assert.equal(new Set(pictures.map(sharePath)).size, pictures.length);
});

test('the font that comes with the project has every character of the pictures', () => {
  const words = pictures.flatMap(({ kicker, title, facts }) => [kicker, title, ...facts]).join('') + handbook.site.name;
  assert.deepEqual(
    [...new Set(words)].filter((one) => !font.some((part) => part.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))),
    [],
  );
});

test('the same words give the same picture', () => {
  const [picture] = pictures;
  assert.ok(picture);
  const setter = new Setter(font);
  assert.equal(drawPicture(setter, picture, 'x'), drawPicture(new Setter(font), picture, 'x'));
  assert.notEqual(drawPicture(setter, picture, 'x'), drawPicture(setter, { ...picture, title: '别的' }, 'x'));
});
