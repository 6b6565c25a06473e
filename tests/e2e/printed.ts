/** A text without what line ends and cells of a PDF put between its characters. */
export const plain = (text: string) => text.replace(/\s+/gu, '');

/** Finds words in a printed text, where a font may tell a character as the radical that looks the same (户 as ⼾, 民 as ⺠). */
export const printed = (words: string) =>
  new RegExp(
    Array.from(plain(words), (sign) => `[\\u2E80-\\u2FDF\\u{${sign.codePointAt(0)?.toString(16)}}]`).join(''),
    'u',
  );
