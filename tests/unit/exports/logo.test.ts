import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { logoOf, logoPng } from '../../../src/exports/logo.ts';
import { checkWith } from '../../fixtures/mini.ts';

/** As programs save it: a prologue, a sheet of its own, and a colour near that of the handbook. */
const saved = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a program -->
<svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 2000 1000">
<style type="text/css">.st0{fill:#1E73BE;}</style>
<defs><path id="a" d="M0 0h9v9z"/></defs><use xlink:href="#a"/>
<rect class="st0" width="2000" height="1000"/>
</svg>
`;

test("an office's own mark is shown as it is, whatever the colour of the site", () => {
  const { handbook } = checkWith({ 'logo.svg': saved });
  assert.equal(logoOf({ ...handbook, site: { ...handbook.site, hue: 25 } }), saved);
});

test("without one the handbook's own stands for it, in the colour of the site", () => {
  const { handbook } = checkWith();
  const [own, red] = [undefined, 25].map((hue) => logoOf({ ...handbook, site: { ...handbook.site, hue: hue ?? 211 } }));
  assert.match(own ?? '', /^<svg/u);
  assert.notEqual(own, red);
});

test('as a picture the whole of it stands in a square, on paper', async () => {
  const { handbook } = checkWith({ 'logo.svg': saved });
  const { data, info } = await sharp(await logoPng(handbook))
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.equal(info.width, info.height);
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
  const middle = info.width / 2;
  assert.deepEqual(at(2, middle), [0x1e, 0x73, 0xbe]);
  assert.deepEqual(at(info.width - 3, middle), [0x1e, 0x73, 0xbe]);
  assert.deepEqual(at(middle, 2), [0xfd, 0xfc, 0xf9]);
});

for (const [what, text, found] of [
  ['another picture under its name', '\u0089PNG', /不是 SVG/u],
  ['a page', '<html><body><svg viewBox="0 0 9 9"/></body></html>', /最外面是 <html>/u],
  ['a picture without a size', '<svg xmlns="http://www.w3.org/2000/svg"/>', /没有写明大小/u],
  ['a script', '<svg viewBox="0 0 9 9"><script>go()</script></svg>', /<script>/u],
  ['what runs', '<svg viewBox="0 0 9 9" onload="go()"/>', /onload="go\(\)"/u],
  ['a file elsewhere', '<svg viewBox="0 0 9 9"><image href="https://a.test/b.png"/></svg>', /https:\/\/a\.test/u],
] as const)
  test(`${what} is refused, and told`, () => {
    const { problems } = checkWith({ 'logo.svg': text });
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.match(problem?.found ?? '', found);
    assert.match(problem?.mend ?? '', /SVG/u);
  });
