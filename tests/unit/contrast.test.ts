import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** The tokens of each scheme as its rules follow each other in the sheets; a later rule adds to those that it is read with. */
const sheet = ['theme', 'reading'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');
const schemes = [...sheet.matchAll(/\{([^{}]*--color-field[^{}]*)\}/gu)].map(([, body = '']) =>
  Object.fromEntries([...body.matchAll(/--color-([\w-]+): (#[\da-f]+);/gu)].map(([, name, value]) => [name, value])),
);

/** How bright a colour is, by WCAG 2.2; takes `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const digits = colour.slice(1).replace(/^(.)(.)(.)$/u, '$1$1$2$2$3$3');
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

test('in every scheme the edge of a field stands out from the page and from the field, by 3 to 1', () => {
  assert.equal(schemes.length, 4);
  for (const { field = '', paper = '' } of schemes) assert.ok(contrast(field, paper) >= 3, `${field} ${paper}`);
});

test('on the deep ground of the front page a field or its edge stands out by 3 to 1', () => {
  const deep = schemes.filter((scheme) => scheme.deep);
  assert.ok(deep.length >= 2);
  for (const { field = '', paper = '', deep: ground = '' } of deep)
    assert.ok(Math.max(contrast(field, ground), contrast(paper, ground)) >= 3, `${field} ${ground}`);
});
