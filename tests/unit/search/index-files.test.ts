import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type IndexFile, recordFiles, searchIndexFiles } from '../../../src/search/build/index-files.ts';
import { recordsOf } from '../../../src/search/build/records.ts';
import { memoryIndex } from '../../../src/search/learning/memory-search.ts';
import { indexFolder, recordStarts, recordsPerPage } from '../../../src/search/shared/index-layout.ts';
import { phraseOf } from '../../../src/search/shared/index-terms.ts';
import { chunksIn } from '../../../src/search/shared/pagefind-format.ts';
import { tokenTexts } from '../../../src/search/shared/tokenizer.ts';
import { clausesOf, handbook, manyRecords, openFiles, plainCatalogue, records } from './collection.ts';

const { files, records: indexed } = await searchIndexFiles(handbook);
const own = files.map(({ path, content }) => ({ path: path.slice(indexFolder.length), content }));
const index = openFiles(own);

test('measures, tasks, targets and units have a record each', () => {
  const count = (kind: string) => records.filter(({ display }) => display.kind === kind).length;
  const { plans, units } = handbook;
  const sum = (pick: (plan: (typeof plans)[number]) => unknown[]) =>
    plans.reduce((total, plan) => total + pick(plan).length, 0);
  assert.equal(
    count('measure'),
    sum(({ measures }) => measures),
  );
  assert.equal(
    count('task'),
    sum(({ tasks }) => tasks),
  );
  assert.equal(
    count('target'),
    sum(({ targets }) => targets),
  );
  assert.equal(count('unit'), units.length);
  assert.ok(count('document') >= plans.length);
});

test('the search of a handbook holds every record', () => {
  assert.equal(indexed, recordsOf(handbook).length);
  assert.ok(files.every(({ path }) => path.startsWith(indexFolder)));
});

const memory = memoryIndex(records);
test('the files answer as the index in memory for 1 to 3 neighbours of every text, found or not', async () => {
  const phrases = new Set<string>();
  for (const { titles, words, vocabulary } of records)
    for (const tokens of [...titles, ...words, ...vocabulary].map(tokenTexts))
      for (let at = 0; at < tokens.length; at += 7)
        for (const length of [1, 2, 3])
          if (at + length <= tokens.length) phrases.add(phraseOf(tokens.slice(at, at + length)));
  for (const phrase of phrases) assert.deepEqual(await index.find(phrase), await memory.find(phrase), phrase);
});

test('2,000 records over several pages are found exactly where their texts hold the words', async () => {
  const many = manyRecords(clausesOf(records), 2000);
  assert.ok(many.length > 2 * recordsPerPage);
  const written = await recordFiles(many, [], (named) => plainCatalogue(many, named));
  // As small as Pagefind was told to make them.
  assert.ok(written.filter(({ path }) => path.startsWith('index/')).length > 20);
  const found = openFiles(written);
  // Common and rare words, one character, a number, and a whole clause.
  for (const words of [
    '企业',
    '税',
    '1日',
    `${many.findLastIndex(({ titles }) => titles.length > 0)}号`,
    many[1321]?.words[0]?.slice(3, 20) ?? '',
  ])
    assert.deepEqual(
      [...(await found.find(phraseOf(tokenTexts(words)))).keys()],
      many.flatMap(({ titles, words: texts }, at) =>
        [...titles, ...texts].some((text) => text.includes(words)) ? [at] : [],
      ),
      words,
    );
});

test('each record begins after the terms of those before it', () => {
  assert.deepEqual(recordStarts([10, 0, 3, 7]), [0, 10, 10, 13]);
});

test('indexes that are asked for at once do not disturb one another', async () => {
  const few = records.slice(0, 3);
  const [one, other] = await Promise.all(
    [few, few].map((all) => recordFiles(all, [], (named) => plainCatalogue(all, named))),
  );
  const pathsOf = (made: readonly IndexFile[] = []) => made.map(({ path }) => path).sort();
  assert.deepEqual(pathsOf(one), pathsOf(other));
});

test('an index of another version of Pagefind, whose files may be of another form, is refused', () => {
  const meta = (version: string) => {
    const head = Buffer.from(`pagefind_dcd\x83\x65${version}\x80\x80`, 'latin1');
    return gzipSync(head);
  };
  assert.deepEqual(chunksIn(meta('1.6.9')), []);
  assert.throws(() => chunksIn(meta('1.7.0')), /Pagefind 1\.7\.0; see CONTRIBUTING\.md/u);
});
