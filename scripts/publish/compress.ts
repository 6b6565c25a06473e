import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Below this the headers outweigh what is saved. */
const least = 256;

/** Of 11: here as small as with 9 (1,366 kB of 1,368), in half the time. */
const quality = 7;
/** Smaller by a twentieth or so, in four times the time. */
const bestQuality = 10;
/**
 * What a server sends before it waits for an answer is ten packets of 1,460 bytes (RFC 6928), the response's headers among them.
 * What is a little larger takes a reader one round trip more, and is worth the time, as it may fit then.
 */
const firstFlight = 13_800;
const littleLarger = 1.08 * firstFlight;

/** Brotli's window in bits that holds a whole file: its usual one of 4 MiB would be set up anew for each small page. */
const windowOf = ({ length }: Uint8Array) =>
  Math.min(
    Math.max(Math.ceil(Math.log2(length + 16)), constants.BROTLI_MIN_WINDOW_BITS),
    constants.BROTLI_DEFAULT_WINDOW,
  );

const brotli = (bytes: Uint8Array, ofQuality: number): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: ofQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: windowOf(bytes),
    },
  });

/** Whether a file is text; pictures, documents and the parts of the search index are packed already. */
export const isText = (file: string) => /\.(?:html|css|js|svg|json|csv|xml|txt|md)$/u.test(file);

/** Writes a `.gz` and a `.br` beside a text file, so that the server need not compress and compresses best. */
export function compress(path: string): void {
  const bytes = readFileSync(path);
  if (bytes.length < least) return;
  const quick = brotli(bytes, quality);
  const mayFit = quick.length > firstFlight && quick.length < littleLarger;
  writeFileSync(`${path}.br`, mayFit ? brotli(bytes, bestQuality) : quick);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** What stands in a `.gz` before and after the deflated bytes (RFC 1952; zlib writes no name into it). */
const header = 10;
const trailer = 8;

/** The bytes of a file as they were deflated for the server; undefined where they were not. */
export const deflatedBy = (path: string): Uint8Array<ArrayBuffer> | undefined =>
  existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`).subarray(header, -trailer) : undefined;
