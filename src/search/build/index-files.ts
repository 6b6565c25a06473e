import { createHash } from 'node:crypto';
import { close, createIndex } from 'pagefind';
import type { Handbook } from '../../model/types.ts';
import type { Catalogue } from '../shared/catalogue.ts';
import {
  type IndexLayout,
  indexFolder,
  pageCount,
  pageSpan,
  recordStarts,
  type Stored,
  textFile,
} from '../shared/index-layout.ts';
import { recordTerms, separator } from '../shared/index-terms.ts';
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
/** More than a plan has. The larger the pages, the less memory Pagefind takes to write them. */
const groupsPerPage = 60;
/** A result's neighbours are often results as well, and their texts compress together. */
const recordsPerTextFile = 8;
/**
 * Postings in a chunk of the index. Small chunks keep questions light, as each asks for a few pairs of characters; but every
 * chunk has an entry in a list that each first question loads, so that they grow with the collection.
 */
const postingsPerChunk = (records: number) => Math.max(300, Math.round(Math.sqrt(records * 500)));
/** What the browser needs of Pagefind's files: not its user interface, nor its copies of the texts. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]+\.pf_meta|index\/.+)$/u;
/**
 * Stands before Pagefind's script and gives the module a `fetch` of its own, which the page can set: Pagefind logs a request
 * that fails and answers with fewer results, and has no hook to hear of it.
 */
const fetchHook =
  'let fetch = (...request) => globalThis.fetch(...request);\nexport const setFetch = (own) => { fetch = own; };\n';

/**
 * Places records in the index.
 * @throws Where a child does not follow its parent.
 */
export function layoutOf(records: readonly SearchRecord[]): IndexLayout {
  const childCounts: number[] = [];
  const slots = { parent: 0, child: 0 };
  let parent = 0;
  for (const [position, record] of records.entries()) {
    const { length } = recordTerms(record);
    if (record.parent === undefined) {
      parent = position;
      childCounts.push(0);
      slots.parent = Math.max(slots.parent, length);
    } else {
      if (record.parent !== parent) throw new Error(`搜索记录 ${position} 不在它所属的记录 ${record.parent} 之后。`);
      childCounts.push((childCounts.pop() ?? 0) + 1);
      slots.child = Math.max(slots.child, length);
    }
  }
  return { childCounts, groupsPerPage, slots };
}

/** The content of each page of the index: the terms of its records, each record from its start on. */
function* pageContents(records: readonly SearchRecord[], layout: IndexLayout): Generator<string> {
  const starts = recordStarts(layout);
  let terms: string[] = [];
  for (const [position, record] of records.entries()) {
    const start = (starts[position] ?? 0) % pageSpan;
    if (start === 0 && position > 0) {
      yield terms.join(' ');
      terms = [];
    }
    while (terms.length < start) terms.push(separator);
    terms.push(...recordTerms(record));
  }
  yield terms.join(' ');
}

function assertNone(errors: readonly string[]) {
  if (errors.length > 0) throw new Error(`搜索索引没有写成：${errors.join('；')}`);
}

/** Runs Pagefind, which reads the size of chunks from an environment variable when it starts. */
async function startPagefind(chunkSize: number) {
  const name = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
  const { [name]: before } = process.env;
  process.env[name] = String(chunkSize);
  try {
    const { index, errors } = await createIndex({ forceLanguage: language, maxFragments: 1 });
    assertNone(errors);
    if (!index) throw new Error('搜索索引没有写成：Pagefind 没有启动。');
    return index;
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}

/** Settled when Pagefind is free: it is one process, which the end of each index closes. */
let pagefindIsFree: Promise<unknown> = Promise.resolve();

/** Pagefind's files of the records, made after those that were asked for before. */
function pagefindFiles(records: readonly SearchRecord[], layout: IndexLayout): Promise<IndexFile[]> {
  const files = pagefindIsFree.then(() => runPagefind(records, layout));
  pagefindIsFree = files.catch(() => undefined);
  return files;
}

async function runPagefind(records: readonly SearchRecord[], layout: IndexLayout): Promise<IndexFile[]> {
  try {
    const index = await startPagefind(postingsPerChunk(records.length));
    let page = 0;
    for (const content of pageContents(records, layout))
      assertNone((await index.addCustomRecord({ url: String(page++), content, language })).errors);
    const { files, errors } = await index.getFiles();
    assertNone(errors);
    const text = (name: string) => new TextDecoder().decode(files.find(({ path }) => path === name)?.content);
    const held = JSON.parse(text('pagefind-entry.json')).languages[language]?.page_count;
    if (held !== pageCount(layout)) throw new Error(`搜索索引应有 ${pageCount(layout)} 页，实有 ${held} 页。`);
    return files
      .filter(({ path }) => needed.test(path))
      .map(({ path, content }) => ({ path, content: path === 'pagefind.js' ? fetchHook + text(path) : content }));
  } finally {
    await close();
  }
}

/**
 * The files of an index over records, their paths relative to the index: the inverted index, the catalogue, and the texts.
 * @throws If Pagefind refuses a page or does not hold all of them, or where a child does not follow its parent.
 */
export async function recordFiles(
  records: readonly SearchRecord[],
  catalogueFor: (stored: Stored) => Catalogue,
): Promise<IndexFile[]> {
  const layout = layoutOf(records);
  const displays = records.map(({ display }) => display);
  const hash = createHash('sha256').update(JSON.stringify(displays)).digest('hex').slice(0, 8);
  const texts = { folder: `texts-${hash}`, recordsPerFile: recordsPerTextFile };
  const textFiles: IndexFile[] = [];
  for (let start = 0; start < displays.length; start += recordsPerTextFile)
    textFiles.push({
      path: textFile(texts, start),
      content: JSON.stringify(displays.slice(start, start + recordsPerTextFile)),
    });
  const catalogue = { path: 'catalogue.json', content: JSON.stringify(catalogueFor({ index: layout, texts })) };
  return [...(await pagefindFiles(records, layout)), ...textFiles, catalogue];
}

/** All files of the search of a handbook, their paths relative to the site's base. @throws As `recordFiles`. */
export async function searchIndexFiles(handbook: Handbook): Promise<{ records: number; files: IndexFile[] }> {
  const records = recordsOf(handbook);
  const suggestions = suggestionsOf(handbook, records, lexiconUnits(handbook, records));
  const sounds = characterSounds(searchedTexts(records, handbook));
  const files = [
    ...(await recordFiles(records, (stored) => catalogueOf(handbook, records, stored))),
    { path: 'suggestions.json', content: JSON.stringify(suggestions) },
    { path: 'sounds.json', content: JSON.stringify(sounds) },
  ];
  return { records: records.length, files: files.map(({ path, content }) => ({ path: indexFolder + path, content })) };
}
