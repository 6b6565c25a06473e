import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadHandbook } from '../../src/checks/check-content.ts';
import { contentFolder } from '../../src/loader/folder.ts';
import { type IndexFile, recordFiles, searchIndexFiles } from '../../src/search/build/index-files.ts';
import { recordsOf } from '../../src/search/build/records.ts';
import { memoryIndex } from '../../src/search/learning/memory-search.ts';
import { indexFolder } from '../../src/search/shared/index-layout.ts';
import { phraseOf } from '../../src/search/shared/index-terms.ts';
import { tokenTexts } from '../../src/search/shared/tokenizer.ts';
import { clausesOf, manyRecords, openFiles, plainCatalogue } from '../unit/search/collection.ts';

/* The index of the content, asked for everything that it holds, and one as large as a hundred plans make it. */
const handbook = loadHandbook(contentFolder);
const records = recordsOf(handbook);
const files = (await searchIndexFiles(handbook)).files.map((file) => ({
  ...file,
  path: file.path.slice(indexFolder.length),
}));
const index = openFiles(files);
const memory = memoryIndex(records);

for (const length of [1, 2, 3, 6])
  test(`the index answers as the one in memory for all ${length} neighbours of every text`, async () => {
    const phrases = new Set<string>();
    for (const { titles, words, vocabulary } of records)
      for (const tokens of [...titles, ...words, ...vocabulary].map(tokenTexts))
        for (let at = 0; at + length <= tokens.length; at++) phrases.add(phraseOf(tokens.slice(at, at + length)));
    for (const phrase of phrases) assert.deepEqual(await index.find(phrase), await memory.find(phrase), phrase);
  });

const many = manyRecords(clausesOf(records), 10_000);
const manyFiles = await recordFiles(many, [], (named) => plainCatalogue(many, named));

test('10,000 records are found exactly where their texts hold the words', async () => {
  const found = openFiles(manyFiles);
  // Common and rare words, one character, a number, a sign, and a whole clause.
  const clause = many[4321]?.words[0]?.slice(3, 20) ?? '';
  for (const words of [
    '企业',
    '税',
    '营商环境',
    '50场',
    '1+5+1',
    `${many.findLastIndex(({ titles }) => titles.length > 0)}号`,
    clause,
  ])
    assert.deepEqual(
      [...(await found.find(phraseOf(tokenTexts(words)))).keys()],
      many.flatMap(({ titles, words: texts }, at) =>
        [...titles, ...texts].some((text) => text.includes(words)) ? [at] : [],
      ),
      words,
    );
});

/** The size of a file as sent by a server that compresses. */
const sent = ({ content }: IndexFile) => Math.min(Buffer.from(content).length, gzipSync(content).length);
const largest = (pattern: RegExp, count: number) =>
  manyFiles
    .filter(({ path }) => pattern.test(path))
    .map(sent)
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, size) => sum + size, 0);

test('among 10,000 records a first answer loads 400 kB at most, whatever the words', () => {
  const bytes = largest(/^[^/]+$/u, Number.POSITIVE_INFINITY) + largest(/^index\//u, 8) + largest(/^texts-/u, 40);
  assert.ok(bytes <= 400_000, `${bytes} bytes`);
});
