import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { openIndex } from '../../../src/search/client/pagefind-index.ts';
import type { TokenIndex } from '../../../src/search/query/searcher.ts';
import type { Layout } from '../../../src/search/shared/page-packing.ts';

/** Opens an index that was written to a folder, with the code that the browser runs, reading files in place of addresses. */
export async function openWritten(folder: string, layout: Layout): Promise<TokenIndex> {
  globalThis.fetch = async (address) => {
    const url = new URL(String(address));
    url.search = '';
    try {
      return new Response(await readFile(url));
    } catch {
      return new Response(null, { status: 404 });
    }
  };
  return openIndex(`${pathToFileURL(folder)}/`, layout);
}
