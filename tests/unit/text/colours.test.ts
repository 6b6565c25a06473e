import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from '../../../src/schema/site.ts';
import { ownHue, recolour } from '../../../src/text/colours.ts';

const own = ['#0d5563', '#083b46', '#c5dcdc', '#7fc6d1', '#00262e', '#a9ecf7'];
const hues = Array.from({ length: 360 }, (_, hue) => hue);

const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
/** As WCAG 2.2 has it. */
const luminance = (colour: string) =>
  parts(colour)
    .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

test('at no hue does a colour differ from itself in what can be read on it by more than rounding', () => {
  for (const colour of own)
    for (const hue of hues) {
      const turned = recolour(colour, hue);
      assert.match(turned, /^#[\da-f]{6}$/u);
      assert.ok(contrast(colour, turned) < 1.02, `${colour} ${hue} ${turned}`);
    }
});

test('the hue is the one asked for: of red the red part is the greatest, of green the green one, of blue the blue one', () => {
  for (const [hue, greatest] of [
    [25, 0],
    [145, 1],
    [260, 2],
  ] as const)
    for (const colour of own) {
      const turned = parts(recolour(colour, hue));
      assert.equal(turned.indexOf(Math.max(...turned)), greatest, `${colour} ${hue} ${turned}`);
    }
});

test('only the colours of the own hue are turned, wherever they stand in a text; greys, reds and yellows stay', () => {
  const sheet =
    'a { color: #0d5563; background: #fdfcf9 } b { color: #b3262c; fill: #ffe9a3; border: 1px solid #777777 }';
  const turned = recolour(sheet, 25);
  assert.notEqual(turned, sheet);
  assert.equal(turned.replace(/#\w+/u, '#0d5563'), sheet);
  assert.equal(recolour('<a href="#c5dcdcx"> #12 #0d556', 25), '<a href="#c5dcdcx"> #12 #0d556');
});

test('at the own hue, which is that of settings that name none, nothing changes, and beside it hardly', () => {
  assert.equal(recolour('#0d5563', siteSchema.shape.hue.parse(undefined)), '#0d5563');
  for (const [index, part] of parts(recolour('#0d5563', ownHue + 1)).entries())
    assert.ok(Math.abs(part - (parts('#0d5563')[index] ?? 0)) <= 3);
});
