import { extname } from 'node:path';
import { decode } from '../loader/encoding.ts';
import { linesOfDocx } from './docx.ts';
import { type Finding, ImportFault, unread } from './finding.ts';
import { comments, withoutBorders, withoutComments, withoutMarkup } from './markdown.ts';

/** A document as received, as lines of text; the cells of a table row are set apart by tabs. */
export interface Received {
  format: 'txt' | 'md' | 'docx';
  /** How the text was written down, as an editor knows it. */
  encoding: string;
  text: string;
  findings: Finding[];
}

const formats = { '.txt': 'txt', '.md': 'md', '.docx': 'docx' } as const;

/** What makes lines of running text and rows of the text of each format. */
const toLines: Record<Received['format'], (text: string) => string> = {
  txt: withoutBorders,
  md: withoutMarkup,
  docx: (text) => text,
};

/**
 * Reads the bytes of a text file as UTF-8, with or without a byte order mark, or else as GB18030.
 * @throws {ImportFault} for other encodings.
 */
function readText(name: string, bytes: Uint8Array): Pick<Received, 'text' | 'encoding'> {
  const { text, problems } = decode(name, bytes);
  if (text !== undefined) return { text, encoding: problems.length > 0 ? 'UTF-8（带 BOM）' : 'UTF-8' };
  try {
    const read = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (!read.includes('\0')) return { text: read, encoding: 'GB18030' };
  } catch {
    // Reported below, as text with NUL is.
  }
  const [problem] = problems;
  throw new ImportFault(
    `${name} 第 ${problem?.line ?? 1} 行：${problem?.found}。\n应为 UTF-8（带不带 BOM 都行）或 GB18030（记事本的“ANSI”）编码的文字。请用记事本或 WPS 打开，另存为，编码选“UTF-8”，再导入。`,
  );
}

/**
 * Reads a document by the ending of its name.
 * @throws {ImportFault} if it is none of those that can be read.
 */
export async function readReceived(name: string, bytes: Uint8Array): Promise<Received> {
  const ending = extname(name).toLowerCase();
  const format = formats[ending as keyof typeof formats];
  if (!format)
    throw new ImportFault(
      `不认得“${ending || name}”这种文件。能读的是 .docx、.txt 和 .md；.doc 和 .wps 请在 Word 或 WPS 里另存为 .docx，PDF 请先转成文字。`,
    );
  if (bytes.length === 0) throw new ImportFault(`${name} 是空的。`);
  const received =
    format === 'docx'
      ? { format, encoding: 'Word 文档', ...(await linesOfDocx(name, bytes)) }
      : { format, findings: [], ...readText(name, bytes) };
  const text = toLines[format](format === 'md' ? withoutComments(received.text) : received.text);
  const left = format === 'md' ? comments(received.text) : [];
  if (text.trim() === '') throw new ImportFault(`${name} 里没有文字。`);
  const findings = left.map(({ line, words }) => unread(line, words, '注释，不是文件的文字，没有写进草稿'));
  return { ...received, text, findings: [...received.findings, ...findings] };
}
