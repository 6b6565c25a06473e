import { isUtf8 } from 'node:buffer';
import { type Problem, problemAt } from './problem.ts';

const expected = 'UTF-8 编码，不带 BOM';
const mend =
  '用编辑器重新保存为 UTF-8：记事本选“文件 → 另存为”，编码选“UTF-8”（不是“带有 BOM 的 UTF-8”，也不是“ANSI”）；VS Code 点右下角的编码，选“通过编码保存 → UTF-8”；WPS 另存为纯文本，编码选“UTF-8”';

/** The first bytes, in hexadecimal, of a ZIP file, as .docx is, and of an older document of an office program. */
const documents = /^(?:504b0304|d0cf11e0)$/u;

/** What is found in bytes that are not UTF-8, with the encodings that office editors save by default; undefined for UTF-8. */
function otherEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (documents.test(Buffer.from(bytes.subarray(0, 4)).toString('hex')))
    return '这是 Word、WPS 的文档或压缩包，不是纯文本';
  if (first === 0xff && second === 0xfe) return '文件的编码是 UTF-16（记事本的“Unicode”）';
  // Without a byte order mark, every second byte of letters is zero.
  const zeros = bytes.filter((byte) => byte === 0).length;
  if ((first === 0xfe && second === 0xff) || (zeros > 0 && zeros >= bytes.length / 4)) return '文件的编码是 UTF-16';
  if (isUtf8(bytes)) return undefined;
  return new TextDecoder('gb18030').decode(bytes).includes('\uFFFD')
    ? '文件里有不是 UTF-8 的字节，可能是编码不对，也可能不是文本文件'
    : '文件的编码是 GBK（记事本的“ANSI”）';
}

/** Reads a file's bytes as UTF-8. The text is undefined in another encoding; behind a byte order mark, which is a problem, it is there. */
export function decode(file: string, bytes: Uint8Array): { text: string | undefined; problems: Problem[] } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const fault = (offset: number, found: string) =>
    problemAt(file, text.slice(0, Math.max(0, offset)).split('\n').length, found, expected, mend);
  const found = otherEncoding(bytes);
  if (found) return { text: undefined, problems: [fault(text.indexOf('\uFFFD'), found)] };
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return { text: undefined, problems: [fault(nul, '文件里有空字符（U+0000），多半是编码不对，或不是文本文件')] };
  if (!text.startsWith('\uFEFF')) return { text, problems: [] };
  return { text: text.slice(1), problems: [fault(0, '文件开头有 BOM（看不见的标记 U+FEFF）')] };
}
