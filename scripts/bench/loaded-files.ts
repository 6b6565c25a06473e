import { gzipSync } from 'node:zlib';
import type { IndexFile } from '../../src/search/build/index-files.ts';
import type { FromWorker } from '../../src/search/client/protocol.ts';
import { SearchSession } from '../../src/search/client/session.ts';
import { indexFolder } from '../../src/search/shared/index-layout.ts';

/** The files of an index that a first question loads until its answer is there: how many, and their bytes as sent with gzip. */
export interface Loaded {
  requests: number;
  bytes: number;
  /** It waited for the dictionary, as a word may be mistyped and nothing answers. */
  hasDictionary: boolean;
}

/** What the server packs; other files are packed by themselves. */
const isPacked = (path: string) => path.endsWith('.json');

/**
 * Asks each question first of all, as a reader does who comes from another page, of an index whose files are in memory.
 * @throws If one is not answered.
 */
export async function loadedFiles(files: readonly IndexFile[], questions: readonly string[]): Promise<Loaded[]> {
  const base = 'https://handbook.test/';
  const contents = new Map(files.map(({ path, content }) => [base + path, content]));
  const sizes = new Map<string, number>();
  const sizeOf = (address: string) => {
    const content = contents.get(address) ?? '';
    const size =
      sizes.get(address) ?? (isPacked(address) ? gzipSync(content, { level: 9 }) : Buffer.from(content)).length;
    sizes.set(address, size);
    return size;
  };
  const fetchBefore = globalThis.fetch;
  const all: Loaded[] = [];
  try {
    for (const text of questions) {
      const asked = new Set<string>();
      globalThis.fetch = async (address) => {
        const content = contents.get(String(address));
        asked.add(String(address));
        return content === undefined ? new Response(null, { status: 404 }) : new Response(Buffer.from(content));
      };
      const first = new Promise<FromWorker>((resolve) => {
        const session = new SearchSession({ base: base + indexFolder, worker: '' }, resolve);
        const question = { text, filters: {}, inDocumentOrder: false, pages: 1 };
        void session.ask({ id: 1, question });
      });
      const message = await first;
      if (!('answer' in message)) throw new Error(`“${text}”没有得到回答。`);
      const bytes = [...asked].reduce((sum, address) => sum + sizeOf(address), 0);
      const hasDictionary = [...asked].some((address) => address.includes('/dictionary-'));
      all.push({ requests: asked.size, bytes, hasDictionary });
    }
  } finally {
    globalThis.fetch = fetchBefore;
  }
  return all;
}
