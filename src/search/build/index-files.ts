import { createHash } from 'node:crypto';
import { close, createIndex } from 'pagefind';
import type { Handbook } from '../../model/types.ts';
import type { Thesaurus } from '../../schema/thesaurus.ts';
import type { Catalogue, MatterText } from '../shared/catalogue.ts';
import { catalogueFile, indexFolder, recordsPerPage, recordsPerTextFile, textFile } from '../shared/index-layout.ts';
import { recordTerms } from '../shared/index-terms.ts';
import { chunksIn } from '../shared/pagefind-format.ts';
import type { SearchRecord } from '../shared/record.ts';
import { termFilter } from '../shared/term-filter.ts';
import { catalogueOf } from './catalogue.ts';
import { dictionaryOf } from './dictionary.ts';
import { rankingParts } from './ranking-parts.ts';
import { recordsOf } from './records.ts';

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
/** What is used of Pagefind's files: neither its user interface and reader, nor its copies of the texts. */
const [metaFile, chunkFile] = [/\.pf_meta$/u, /^index\//u];

function assertNone(errors: readonly string[]) {
  if (errors.length > 0) throw new Error(`搜索索引没有写成：${errors.join('；')}`);
}

/** Settled when Pagefind is free: it is one process, which the end of each index closes. */
let pagefindIsFree: Promise<unknown> = Promise.resolve();

/** Pagefind's files of the records, by path, made after those that were asked for before. */
function runPagefind(records: readonly SearchRecord[]): Promise<Map<string, Uint8Array>> {
  const files = pagefindIsFree.then(() => pagefindFiles(records));
  pagefindIsFree = files.catch(() => undefined);
  return files;
}

async function pagefindFiles(records: readonly SearchRecord[]): Promise<Map<string, Uint8Array>> {
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
    return new Map(files.map(({ path, content }) => [path, content]));
  } finally {
    await close();
  }
}

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 8);

/**
 * The files of an index over records, their paths relative to the index: the inverted index, the texts, and the catalogue, which
 * names all others by their content, so that no two editions can be mixed.
 * @throws If Pagefind refuses a page or does not hold all of them.
 */
export async function recordFiles(
  records: readonly SearchRecord[],
  thesaurus: Thesaurus,
  catalogueFor: (named: Pick<Catalogue, 'textFolder' | 'ranking' | 'chunks'>) => Catalogue,
): Promise<IndexFile[]> {
  const displays = records.map(({ display }) => display);
  const folder = `texts-${hashOf(JSON.stringify(displays))}`;
  const textFiles: IndexFile[] = [];
  for (let start = 0; start < displays.length; start += recordsPerTextFile)
    textFiles.push({
      path: textFile(folder, start),
      content: JSON.stringify(displays.slice(start, start + recordsPerTextFile)),
    });

  const { layout, parts } = rankingParts(records, thesaurus);
  const rankingFiles = parts.map((content) => ({ path: `ranking-${hashOf(content)}.bin`, content }));
  const ranking = { ...layout, files: rankingFiles.map(({ path }) => path) };

  const made = await runPagefind(records);
  const meta = [...made].find(([path]) => metaFile.test(path))?.[1];
  const chunks = meta ? chunksIn(meta) : [];
  const chunkFiles = chunks.map(({ file }) => ({ path: file, content: made.get(file) ?? new Uint8Array() }));
  if ([...made.keys()].filter((path) => chunkFile.test(path)).some((path) => !chunks.some(({ file }) => file === path)))
    throw new Error('搜索索引没有写成：Pagefind 的目录和它的文件不符。');
  const named = {
    textFolder: folder,
    ranking,
    chunks: {
      firsts: chunks.map(({ first }) => first),
      files: chunks.map(({ file }) => file),
      terms: termFilter(new Set(records.flatMap(recordTerms))),
    },
  };
  return [
    ...chunkFiles,
    ...rankingFiles,
    ...textFiles,
    { path: catalogueFile, content: JSON.stringify(catalogueFor(named)) },
  ];
}

/** A file that is named by its content. */
function fileOf(name: string, data: unknown): IndexFile {
  const content = JSON.stringify(data);
  return { path: `${name}-${hashOf(content)}.json`, content };
}

/** The files of the dictionary of a handbook: its first part, and the further words. */
function dictionaryFiles(handbook: Handbook, records: readonly SearchRecord[]): [first: IndexFile, further: IndexFile] {
  const { dictionary, further } = dictionaryOf(handbook, records);
  return [fileOf('dictionary', dictionary), fileOf('words', further)];
}

/**
 * All files of the search of a handbook, their paths relative to the site's base, and which of them holds the first part of the
 * dictionary.
 * @throws As `recordFiles`.
 */
export async function searchIndexFiles(
  handbook: Handbook,
): Promise<{ records: number; files: IndexFile[]; dictionary: string }> {
  const records = recordsOf(handbook);
  const words = dictionaryFiles(handbook, records);
  const dictionary = words.map(({ path }) => path);
  const matters = fileOf(
    'elsewhere',
    handbook.elsewhere.map(({ words: _, ...text }): MatterText => text),
  );
  const catalogueFor = (named: Parameters<typeof catalogueOf>[2]) => ({
    ...catalogueOf(handbook, records, named),
    dictionary,
    matters: matters.path,
  });
  const files = [...(await recordFiles(records, handbook.thesaurus, catalogueFor)), ...words, matters].map(
    ({ path, content }) => ({ path: indexFolder + path, content }),
  );
  return { records: records.length, files, dictionary: indexFolder + words[0].path };
}
