import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { filesIn, isText } from './site-files.ts';

/** Below this size in bytes the headers outweigh what is saved. */
const minSize = 256;
/**
 * Bytes that a server sends before it waits for an answer, less the headers: ten packets of 1,460.
 * @see https://www.rfc-editor.org/rfc/rfc6928
 */
const firstFlight = 13_800;
/** Files compressed at once: as many as Node has threads for it. */
const lanes = 4;

const brotli = (bytes: Uint8Array, quality: number) =>
  promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < minSize) return;
  const [quick, gz] = await Promise.all([brotli(bytes, 7), promisify(gzip)(bytes, { level: 9 })]);
  // Quality 10 saves a twentieth in four times the time: worth it where the file then fits into the first flight.
  const mayFit = quick.length > firstFlight && quick.length < 1.08 * firstFlight;
  await Promise.all([writeFile(`${path}.br`, mayFit ? await brotli(bytes, 10) : quick), writeFile(`${path}.gz`, gz)]);
}

/** Writes a `.gz` and a `.br` beside each text file of the built site, so that a server need not compress. */
export const compression = (): AstroIntegration => ({
  name: 'compression',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      const files = Iterator.from(filesIn(folder).filter(isText));
      const lane = async () => {
        for (const file of files) await compress(join(folder, file));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
  },
});
