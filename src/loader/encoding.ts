import type { Problem } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const mend =
  '用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”';

/** The encodings that an office's editors save by default, for telling which one a file is in and what it says. */
function guess(bytes: Uint8Array): { name: string; text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { name: 'UTF-16（记事本的“Unicode”）', text: read('utf-16le', bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'UTF-16', text: read('utf-16be', bytes) };
  const wide = unmarked(bytes);
  if (wide) return { name: 'UTF-16', text: read(wide, bytes) };
  const text = read('gb18030', bytes);
  return text.includes('\uFFFD') ? { name: '', text: read('utf-8', bytes) } : { name: 'GBK（记事本的“ANSI”）', text };
}

/** The kind of UTF-16 without its mark: a quarter of the bytes is zero, as every second one is where letters stand. */
function unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || even + odd < bytes.length / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const read = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

/** The line of the first byte that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
}

/**
 * Reads a file's bytes as UTF-8 without a byte order mark.
 * Gives the text, as well as it can be made out, and what is wrong with its encoding.
 * `valid` is false where the text is a guess.
 */
export function decode(file: string, bytes: Uint8Array): { text: string; valid: boolean; problems: Problem[] } {
  const expected = 'UTF-8 编码，不带 BOM';
  let text: string;
  try {
    if (unmarked(bytes)) throw new TypeError('UTF-16');
    text = utf8.decode(bytes);
  } catch {
    const { name, text } = guess(bytes);
    const found = name ? `文件的编码是 ${name}` : '文件里有不是 UTF-8 的字节，可能是编码不对，也可能不是文本文件';
    return { text, valid: false, problems: [{ file, path: [], line: firstBadLine(bytes), found, expected, mend }] };
  }
  if (text.startsWith('\uFEFF'))
    return {
      text: text.slice(1),
      valid: true,
      problems: [{ file, path: [], line: 1, found: '文件开头有 BOM（看不见的标记 U+FEFF）', expected, mend }],
    };
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length;
    return {
      text,
      valid: false,
      problems: [
        { file, path: [], line, found: '文件里有空字符（U+0000），多半是编码不对，或不是文本文件', expected, mend },
      ],
    };
  }
  return { text, valid: true, problems: [] };
}
