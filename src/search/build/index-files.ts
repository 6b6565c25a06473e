import { createHash } from 'node:crypto';
import { close, createIndex } from 'pagefind';
import type { Handbook } from '../../model/types.ts';
import type { Catalogue, Stored } from '../shared/catalogue.ts';
import { gap, recordTokens } from '../shared/index-tokens.ts';
import { type Layout, pageSpan, pagesOf, startsOf } from '../shared/page-packing.ts';
import { indexFolder, textFile } from '../shared/paths.ts';
import type { SearchRecord } from '../shared/record.ts';
import { catalogueOf, layoutOf, lexiconUnits } from './catalogue.ts';
import { expectedCounts, recordsOf, searchedTexts } from './records.ts';
import { soundsOf, suggestionsOf } from './suggestions.ts';

/** Without a language the index takes the tokens as they are. */
const language = 'unknown';
/** Records are stored by the measure or so, as they are shown together and compress together. */
const recordsInFile = 8;
/**
 * How many places of words go into one file of the index: small, as a query asks for a few pairs of characters only, and more
 * in a large collection, as every file is named in a list that each first query loads. The index is right with any.
 * Pagefind's own size makes the files of a small collection ten times what a query needs.
 */
const placesInFile = (records: number) => Math.max(300, Math.round(Math.sqrt(records * 500)));
/** What a browser needs of Pagefind's files; the rest is its own user interface, and texts that are kept elsewhere. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|[^/]+\.pf_meta|index\/.+)$/u;

function refuse(errors: readonly string[]) {
  if (errors.length > 0) throw new Error(`搜索索引没有写成：${errors.join('；')}`);
}

/** What each page of the index holds in its places: the tokens of its records, each from its start on. */
function* contents(records: readonly SearchRecord[], layout: Layout): Generator<string> {
  const starts = startsOf(layout);
  let places: string[] = [];
  for (const [position, record] of records.entries()) {
    const start = (starts[position] ?? 0) % pageSpan;
    if (start === 0 && position > 0) {
      yield places.join(' ');
      places = [];
    }
    while (places.length < start) places.push(gap);
    places.push(...recordTokens(record));
  }
  yield places.join(' ');
}

/** A file of the search index, its path relative to the index's folder or to the site's base. */
export interface IndexFile {
  path: string;
  content: string | Uint8Array;
}

/** Pagefind's inverted index over the records, in the places of the layout. */
async function invertedIndex(records: readonly SearchRecord[], layout: Layout): Promise<IndexFile[]> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(placesInFile(records.length));
  try {
    const { index, errors } = await createIndex({ forceLanguage: language, maxFragments: 1 });
    refuse(errors);
    if (!index) throw new Error('搜索索引没有写成：Pagefind 没有启动。');
    let page = 0;
    for (const content of contents(records, layout))
      refuse((await index.addCustomRecord({ url: String(page++), content, language })).errors);
    const { files, errors: failures } = await index.getFiles();
    refuse(failures);
    return files.filter(({ path }) => needed.test(path));
  } finally {
    await close();
  }
}

/**
 * The search index of some records: the inverted index, the catalogue, and the texts by position.
 * @throws if a record is refused or the index does not hold as many as were given.
 */
export async function recordFiles(
  records: readonly SearchRecord[],
  catalogueFor: (stored: Stored) => Catalogue,
): Promise<IndexFile[]> {
  const layout = layoutOf(records);
  const files = await invertedIndex(records, layout);
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const held = entry ? JSON.parse(Buffer.from(entry.content).toString()).languages[language]?.page_count : 0;
  if (held !== pagesOf(layout)) throw new Error(`搜索索引应有 ${pagesOf(layout)} 页，实有 ${held} 页。`);

  const displays = records.map(({ display }) => display);
  const hash = createHash('sha256').update(JSON.stringify(displays)).digest('hex').slice(0, 8);
  const texts = { folder: `texts-${hash}`, size: recordsInFile };
  for (let start = 0; start < displays.length; start += recordsInFile)
    files.push({
      path: textFile(texts, start),
      content: JSON.stringify(displays.slice(start, start + recordsInFile)),
    });
  files.push({ path: 'catalogue.json', content: JSON.stringify(catalogueFor({ index: layout, texts })) });
  return files;
}

/**
 * The search index of the handbook, its paths relative to the site's base, and the number of its records.
 * @throws if the index does not hold exactly the measures, tasks, targets and units of the handbook.
 */
export async function searchIndex(handbook: Handbook): Promise<{ files: IndexFile[]; records: number }> {
  const records = recordsOf(handbook);
  for (const [kind, expected] of Object.entries(expectedCounts(handbook))) {
    const found = records.filter(({ display }) => display.kind === kind).length;
    if (found !== expected) throw new Error(`搜索索引里的 ${kind} 应有 ${expected} 条，实有 ${found} 条。`);
  }
  const suggestions = suggestionsOf(handbook, records, lexiconUnits(handbook, records));
  const files = [
    ...(await recordFiles(records, (stored) => catalogueOf(handbook, records, stored))),
    { path: 'suggestions.json', content: JSON.stringify(suggestions) },
    { path: 'sounds.json', content: JSON.stringify(soundsOf(searchedTexts(records, handbook))) },
  ].map(({ path, content }) => ({ path: indexFolder + path, content }));
  return { files, records: records.length };
}
