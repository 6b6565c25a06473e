import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './files.ts';

/** What is text; pictures, documents and the parts of the search index are packed already. */
const isText = (file: string) => /\.(?:html|css|js|svg|json|csv|xml|txt|md)$/u.test(file);
/** Below this the headers outweigh what is saved. */
const least = 256;

/** Writes a `.gz` and a `.br` beside each text file, so that the server need not compress and compresses best. */
export async function compress(folder: string): Promise<void> {
  await Promise.all(
    filesIn(folder)
      .filter(isText)
      .map(async (file) => {
        const path = join(folder, file);
        const bytes = readFileSync(path);
        if (bytes.length < least) return;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      }),
  );
}
