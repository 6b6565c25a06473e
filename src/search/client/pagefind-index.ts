import type { TokenIndex } from '../query/search.ts';

interface Instance {
  search(term: string | null): Promise<{ results: { id: string }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string }): Instance;
}

/**
 * Opens the inverted index below an address.
 * Throws, now or at a look-up, if any file of it does not arrive: Pagefind itself would answer with fewer results.
 */
export async function openIndex(base: string, size: number): Promise<TokenIndex> {
  let fail: (error: unknown) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // It is heard of where a look-up waits for it.
  failure.catch(() => undefined);
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    try {
      const response = await fetch(...request);
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return response;
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  const module = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as PagefindModule;
  const instance = module.createInstance({ basePath: base });

  const ask = async (term: string | null) => {
    const { results } = await Promise.race([instance.search(term), failure]);
    return results;
  };
  // Asked for nothing, it gives every record in the order in which they were written.
  const positions = new Map((await ask(null)).map(({ id }, position) => [id, position]));
  if (positions.size !== size) throw new Error(`索引有 ${positions.size} 条记录，应有 ${size} 条。`);
  return {
    async find(phrase) {
      const results = await ask(`"${phrase}"`);
      return results.map(({ id }) => positions.get(id) ?? -1).sort((a, b) => a - b);
    },
  };
}
