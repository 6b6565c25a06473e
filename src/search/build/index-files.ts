import { createHash } from 'node:crypto';
import { close, createIndex } from 'pagefind';
import { minifySync } from 'vite';
import type { Handbook } from '../../model/types.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import { indexFolder, recordsPerPage, recordsPerTextFile, textFile } from '../shared/index-layout.ts';
import { recordTerms } from '../shared/index-terms.ts';
import type { SearchRecord } from '../shared/record.ts';
import { catalogueOf, lexiconUnits } from './catalogue.ts';
import { recordsOf, searchedTexts } from './records.ts';
import { characterSounds, suggestionsOf } from './suggestions.ts';

/** A file of the search index. */
export interface IndexFile {
  path: string;
  content: string | Uint8Array;
}

/** In no language Pagefind takes words as they are. */
const language = 'unknown';
/**
 * Postings in a chunk of the index. Small chunks keep questions light, as each asks for a few pairs of characters; but every
 * chunk has an entry in a list that each first question loads, so that they grow with the collection.
 */
const postingsPerChunk = (records: number) => Math.max(300, Math.round(Math.sqrt(records * 500)));
/** What the browser needs of Pagefind's files: not its user interface, nor its copies of the texts. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]+\.pf_meta|index\/.+)$/u;
/**
 * Pagefind's script, minified, with a `fetch` of its own that the page can set: Pagefind logs a request that fails and answers
 * with fewer results, and has no hook to hear of it.
 */
const script = (code: string) =>
  minifySync(
    'pagefind.js',
    `let fetch = (...request) => globalThis.fetch(...request);
     export const setFetch = (own) => { fetch = own; };
     ${code}`,
    { module: true },
  ).code;

function assertNone(errors: readonly string[]) {
  if (errors.length > 0) throw new Error(`搜索索引没有写成：${errors.join('；')}`);
}

/** Settled when Pagefind is free: it is one process, which the end of each index closes. */
let pagefindIsFree: Promise<unknown> = Promise.resolve();

/** Pagefind's files of the records, made after those that were asked for before. */
function pagefindFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const files = pagefindIsFree.then(() => runPagefind(records));
  pagefindIsFree = files.catch(() => undefined);
  return files;
}

async function runPagefind(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  // Read when Pagefind starts.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(postingsPerChunk(records.length));
  try {
    const { index, errors: failures } = await createIndex({ forceLanguage: language, maxFragments: 1 });
    assertNone(failures);
    if (!index) throw new Error('搜索索引没有写成：Pagefind 没有启动。');
    for (let start = 0; start < records.length; start += recordsPerPage) {
      const content = records
        .slice(start, start + recordsPerPage)
        .flatMap(recordTerms)
        .join(' ');
      assertNone((await index.addCustomRecord({ url: String(start), content, language })).errors);
    }
    const { files, errors } = await index.getFiles();
    assertNone(errors);
    const text = (name: string) => new TextDecoder().decode(files.find(({ path }) => path === name)?.content);
    const pages = Math.ceil(records.length / recordsPerPage);
    const held = JSON.parse(text('pagefind-entry.json')).languages[language]?.page_count;
    if (held !== pages) throw new Error(`搜索索引应有 ${pages} 页，实有 ${held} 页。`);
    return files
      .filter(({ path }) => needed.test(path))
      .map(({ path, content }) => ({ path, content: path === 'pagefind.js' ? script(text(path)) : content }));
  } finally {
    await close();
  }
}

/**
 * The files of an index over records, their paths relative to the index: the inverted index, the catalogue, and the texts.
 * @throws If Pagefind refuses a page or does not hold all of them.
 */
export async function recordFiles(
  records: readonly SearchRecord[],
  catalogueFor: (textFolder: string) => Catalogue,
): Promise<IndexFile[]> {
  const displays = records.map(({ display }) => display);
  const hash = createHash('sha256').update(JSON.stringify(displays)).digest('hex').slice(0, 8);
  const folder = `texts-${hash}`;
  const textFiles: IndexFile[] = [];
  for (let start = 0; start < displays.length; start += recordsPerTextFile)
    textFiles.push({
      path: textFile(folder, start),
      content: JSON.stringify(displays.slice(start, start + recordsPerTextFile)),
    });
  const catalogue = { path: 'catalogue.json', content: JSON.stringify(catalogueFor(folder)) };
  return [...(await pagefindFiles(records)), ...textFiles, catalogue];
}

/** All files of the search of a handbook, their paths relative to the site's base. @throws As `recordFiles`. */
export async function searchIndexFiles(handbook: Handbook): Promise<{ records: number; files: IndexFile[] }> {
  const records = recordsOf(handbook);
  const suggestions = suggestionsOf(handbook, records, lexiconUnits(handbook, records));
  const sounds = characterSounds(searchedTexts(records, handbook));
  const files = [
    ...(await recordFiles(records, (folder) => catalogueOf(handbook, records, folder))),
    { path: 'suggestions.json', content: JSON.stringify(suggestions) },
    { path: 'sounds.json', content: JSON.stringify(sounds) },
  ];
  return { records: records.length, files: files.map(({ path, content }) => ({ path: indexFolder + path, content })) };
}
