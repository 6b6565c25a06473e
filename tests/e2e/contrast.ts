/**
 * Measures, in the page, the contrast of a text, or of its underline, against all that may be behind it: the grounds of its ancestors, one laid
 * over the other, and each colour of a gradient among them. Takes the element whose own text it is; gives the smallest ratio and the one that
 * WCAG 2.2 asks of text, or why it cannot tell.
 *
 * Runs in the browser, so it may refer to nothing outside.
 */
export function measureContrast(
  element: Element,
  { strong = false, of = 'color' }: { strong?: boolean; of?: 'color' | 'textDecorationColor' },
): { ratio: number; asked: number } | string {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return 'no canvas';
  const parse = (colour: string): Colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => {
    const mix = (upper: number, lower: number) => upper * a + lower * (1 - a);
    return [mix(r, R), mix(g, G), mix(b, B), 1];
  };
  const luminance = ([...colour]: Colour) => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  /** The grounds of an element, the lowest first; several where a gradient shows several colours. */
  const layers: Colour[][] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
    if (opacity !== '1') return `opacity of ${at.tagName}`;
    if (backgroundImage.includes('url(')) return `picture behind ${at.tagName}`;
    if (backgroundImage !== 'none')
      layers.unshift((backgroundImage.match(/(?:rgba?|oklab|oklch|color)\([^()]*\)/gu) ?? []).map(parse));
    layers.unshift([parse(backgroundColor)]);
  }
  const grounds = layers.reduce<Colour[]>(
    (below, above) => above.flatMap((colour) => below.map((ground) => over(colour, ground))),
    [[255, 255, 255, 1]],
  );
  const { [of]: color, fontSize, fontWeight } = getComputedStyle(element);
  const ratios = grounds.map((ground) => {
    const [darker = 0, lighter = 0] = [luminance(over(parse(color), ground)), luminance(ground)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  });
  const size = Number.parseFloat(fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
  return { ratio: Math.min(...ratios), asked: isLarge ? (strong ? 4.5 : 3) : strong ? 7 : 4.5 };
}
