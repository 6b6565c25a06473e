import encodeQR from 'qr';

/** A QR code to be drawn: lines of the height of one module, on a ground of `size` by `size` modules. */
export interface QrCode {
  /** The width of the code with the margin that readers of codes need, in modules. */
  size: number;
  /** The data of an SVG path; it is stroked one module wide. */
  path: string;
}

/** The light margin around the code, in modules. @see ISO/IEC 18004:2024, 5.3.8 */
const margin = 4;

/**
 * The QR code of a text, which withstands damage of 15%, as paper that is folded or copied has.
 * @throws If the text is longer than a code can hold, some 2,300 bytes.
 */
export function qrCode(text: string): QrCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: margin });
  const lines = rows.flatMap((modules, y) => {
    const row = modules.map((isDark) => (isDark ? '#' : ' ')).join('');
    return [...row.matchAll(/#+/gu)].map(({ index, 0: run }) => `M${index} ${y + 0.5}h${run.length}`);
  });
  return { size: rows.length, path: lines.join('') };
}
