import { createHash } from 'node:crypto';

/*
 * The seal of a document as received: `source.sha256` beside `source.txt`, in the form of `sha256sum`. It is taken of the text with
 * line ends as `\n` and without a byte order mark, so that what Git or an editor does to those alone breaks no seal.
 */

const digestOf = (text: string): string =>
  createHash('sha256')
    .update(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'))
    .digest('hex');

/** The content of the file that seals a text. */
export const sealOf = (source: string): string => `${digestOf(source)}  source.txt\n`;

/** Whether a seal is that of a text. */
export const isSealOf = (seal: string, source: string): boolean => seal.trim().split(/\s/u)[0] === digestOf(source);
