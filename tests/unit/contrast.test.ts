import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownHue, recolour } from '../../src/text/colours.ts';

const sheet = ['theme', 'reading'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');

/** The tokens of each scheme as its rules follow each other in the sheets of a hue; a later rule adds to those that it is read with. */
const schemesOf = (hue: number) =>
  [...recolour(sheet, hue).matchAll(/\{([^{}]*--color-field[^{}]*)\}/gu)].map(([, body = '']) =>
    Object.fromEntries([...body.matchAll(/--color-([\w-]+): (#[\da-f]+);/gu)].map(([, name, value]) => [name, value])),
  );
const schemes = schemesOf(ownHue);

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

/** All tokens of each scheme of a hue, as the cascade leaves them, and the contrast that it asks of text (WCAG 2.2, 1.4.3 and 1.4.6). */
function cascadesOf(hue: number) {
  const [light, dark, strong, strongDark] = schemesOf(hue);
  return [
    { name: 'light', tokens: { ...light }, text: 4.5 },
    { name: 'dark', tokens: { ...light, ...dark }, text: 4.5 },
    { name: 'high contrast', tokens: { ...light, ...strong }, text: 7 },
    { name: 'high contrast, dark', tokens: { ...light, ...dark, ...strong, ...strongDark }, text: 7 },
  ].map((cascade) => ({ ...cascade, name: `${cascade.name}, hue ${hue}` }));
}
/** Every hue that the settings take. */
const cascades = Array.from({ length: 360 }, (_, hue) => hue).flatMap(cascadesOf);

/** Which texts stand on which grounds. */
const texts: Record<string, readonly string[]> = {
  ink: ['paper', 'lake-soft', 'lake-tint', 'lake-shade', 'mark'],
  quiet: ['paper', 'lake-soft'],
  lake: ['paper', 'lake-soft'],
  'lake-deep': ['paper', 'lake-soft', 'lake-tint'],
  seal: ['paper', 'lake-soft'],
  paper: ['lake', 'lake-deep'],
  'deep-ink': ['deep'],
  'deep-quiet': ['deep'],
};
/** Edges that alone show something, and rings of the focus (WCAG 2.2, 1.4.11). */
const edges: Record<string, readonly string[]> = {
  field: ['paper', 'lake-soft'],
  lake: ['paper', 'lake-soft'],
  'deep-ink': ['deep'],
};

function tooFaint(pairs: Record<string, readonly string[]>, asked: (text: number) => number): string[] {
  return cascades.flatMap(({ name, tokens, text }) =>
    Object.entries(pairs).flatMap(([colour, grounds]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(tokens[colour] ?? '', tokens[ground] ?? '');
        return ratio >= asked(text) ? [] : [`${name}: ${colour} on ${ground} ${ratio.toFixed(2)}`];
      }),
    ),
  );
}

test('in every scheme and hue each text stands out from each ground that it has', () => {
  assert.equal(schemes.length, 4);
  assert.deepEqual(
    tooFaint(texts, (text) => text),
    [],
  );
});

test('in every scheme and hue edges of fields and rings of the focus stand out by 3 to 1', () => {
  assert.deepEqual(
    tooFaint(edges, () => 3),
    [],
  );
});

test('a token of lines and edges, which high contrast makes as strong as text, is the ground of nothing', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(astro|css|ts)$/u.test(name),
  );
  const asGround = /\b(?:bg|fill)-(?:lake-line|rule|field)\b|background[^;]*var\(--color-(?:lake-line|rule|field)\)/u;
  assert.deepEqual(
    files.filter((name) => asGround.test(readFileSync(join('src', name), 'utf8'))),
    [],
  );
});

test('on the deep ground of the front page a field or its edge stands out by 3 to 1', () => {
  const deep = schemes.filter((scheme) => scheme.deep);
  assert.ok(deep.length >= 2);
  for (const { field = '', paper = '', deep: ground = '' } of deep)
    assert.ok(Math.max(contrast(field, ground), contrast(paper, ground)) >= 3, `${field} ${ground}`);
});
