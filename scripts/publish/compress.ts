import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inLanes } from './in-lanes.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Below this the headers outweigh what is saved. */
const least = 256;
/** As many files at a time as Node has threads for compression, so that few are held in memory. */
const lanes = 4;

/** Of 11: here as small as with 9 (1,334 kB of 1,332), in two fifths of the time. */
const quality = 7;

/** Brotli's window in bits that holds a whole file: its usual one of 4 MiB would be set up anew for each small page. */
const windowOf = ({ length }: Uint8Array) =>
  Math.min(
    Math.max(Math.ceil(Math.log2(length + 16)), constants.BROTLI_MIN_WINDOW_BITS),
    constants.BROTLI_DEFAULT_WINDOW,
  );

/** Whether a file is text; pictures, documents and the parts of the search index are packed already. */
export const isText = (file: string) => /\.(?:html|css|js|svg|json|csv|xml|txt|md)$/u.test(file);

async function compressOne(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < least) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowOf(bytes),
  };
  await writeFile(`${path}.br`, await brotli(bytes, { params }));
  await writeFile(`${path}.gz`, await gzipped(bytes, { level: 9 }));
}

/** Writes a `.gz` and a `.br` beside each text file, so that the server need not compress and compresses best. */
export async function compress(paths: readonly string[]): Promise<void> {
  await inLanes(lanes, paths, compressOne);
}
