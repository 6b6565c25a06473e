/**
 * Colours as `#rrggbb`, turned to another hue without a change of what can be read: their luminance, by which WCAG 2.2 measures
 * contrast, stays. Hues are those of OKLCH, in degrees.
 * @see https://bottosson.github.io/posts/oklab/
 */

type Triple = readonly [number, number, number];

/** The hue of the handbook's own colours. */
export const ownHue = 211;
/** How far from it a colour counts as one of them. */
const reach = 45;
/** Below this chroma a colour is a grey. */
const grey = 0.004;

const toLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const fromLinear = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

const linearOf = (colour: string): Triple => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    toLinear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return [red, green, blue];
};

const luminanceOf = ([red, green, blue]: Triple) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Lightness, chroma and hue of a colour. */
function oklch([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return [lightness, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

function fromOklch(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const isShown = (colour: Triple) => colour.every((part) => part >= -1e-4 && part <= 1.0001);

/** The greatest number from 0 to `most` for which something holds that holds for all smaller ones, to a thousandth of a thousandth. */
function greatest(most: number, holds: (value: number) => boolean): number {
  let [low, high] = [0, most];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The colour of a luminance, chroma and hue. */
function colourOf(luminance: number, chroma: number, hue: number): Triple {
  const lightness = greatest(1, (one) => luminanceOf(fromOklch(one, chroma, hue)) <= luminance);
  return fromOklch(lightness, chroma, hue);
}

/** The most chroma that a screen shows of a hue at a luminance. */
const mostChroma = (luminance: number, hue: number) =>
  greatest(0.4, (chroma) => isShown(colourOf(luminance, chroma, hue)));

const hex = (colour: Triple) =>
  `#${colour
    .map((part) =>
      Math.round(fromLinear(Math.min(1, Math.max(0, part))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** A colour of the handbook's own hue, turned to another; any other colour and greys as they are. */
function turned(colour: string, hue: number): string {
  const linear = linearOf(colour);
  const [, chroma, own] = oklch(linear);
  if (chroma < grey || Math.abs(own - ownHue) > reach) return colour;
  const luminance = luminanceOf(linear);
  const other = (hue + own - ownHue + 360) % 360;
  // As strong as it is among those of its own hue.
  const share = Math.min(1, chroma / mostChroma(luminance, own));
  return hex(colourOf(luminance, share * mostChroma(luminance, other), other));
}

/** A text of any language, such as a sheet or a picture, with each of the handbook's own colours turned to a hue. */
export const recolour = (text: string, hue: number): string =>
  hue === ownHue ? text : text.replaceAll(/#[\da-f]{6}\b/giu, (colour) => turned(colour.toLowerCase(), hue));
