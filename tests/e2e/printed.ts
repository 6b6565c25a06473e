/** A text without what line ends and cells of a PDF put between its characters. */
export const plain = (text: string) => text.replace(/\s+/gu, '');

/** Finds words in a printed text, where a font may tell a character as one that looks the same: 民 as ⺠, 户 as ⼾ or 戶. */
export const printed = (words: string) =>
  new RegExp(
    Array.from(plain(words), (sign) => `[\\u2E80-\\u2FDF戶\\u{${sign.codePointAt(0)?.toString(16)}}]`).join(''),
    'u',
  );
