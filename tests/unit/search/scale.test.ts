import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { layoutOf } from '../../../src/search/build/catalogue.ts';
import { recordFiles } from '../../../src/search/build/index-files.ts';
import { Vocabulary } from '../../../src/search/query/lexicon.ts';
import { Searcher } from '../../../src/search/query/searcher.ts';
import type { Stored } from '../../../src/search/shared/catalogue.ts';
import { writeFolder } from '../../fixtures/mini.ts';
import { manyRecords, plainCatalogue } from './many.ts';
import { openWritten } from './opened-index.ts';

const all = manyRecords(10_000);
const stored: Stored = { index: layoutOf(all), texts: { folder: 'texts', size: 8 } };
const catalogue = plainCatalogue(all, stored);
let folder = '';
let searcher: Searcher;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  const files = await recordFiles(all, (written) => plainCatalogue(all, written));
  writeFolder(folder, Object.fromEntries(files.map(({ path, content }) => [path, content])));
  const index = await openWritten(folder, stored.index);
  searcher = new Searcher(index, catalogue, new Vocabulary(catalogue.lexicon));
});
after(() => rm(folder, { recursive: true }));

const holding = (words: string) =>
  all.flatMap(({ titles, words: texts }, position) =>
    [...titles, ...texts].some((text) => text.includes(words)) ? [position] : [],
  );

// Common words and rare ones, one character, a number, a sign, and a whole clause.
for (const words of ['企业', '税', '营商环境', '50场', '1+5+1', '7321号', all[4321]?.words[0]?.slice(3, 20) ?? ''])
  test(`among 10,000 records “${words}” finds exactly those that hold it`, async () => {
    const { hits } = await searcher.search(`“${words}”`);
    const found = hits.filter(({ match }) => match === 'exact').map(({ record }) => record);
    assert.deepEqual(
      found.sort((a, b) => a - b),
      holding(words),
    );
  });

/** The size of a file as sent by a server that compresses. */
const sent = (path: string) => {
  const content = readFileSync(join(folder, path));
  return Math.min(content.length, gzipSync(content).length);
};
const largest = (sizes: number[], count: number) =>
  sizes
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, size) => sum + size, 0);

test('among 10,000 records a first answer loads 400 kB at most, whatever the words', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const always = files.filter((file) => /^[^/]+\.[^/]+$/u.test(file)).map(sent);
  const pieces = files.filter((file) => /^index\/./u.test(file)).map(sent);
  const texts = files.filter((file) => /^texts-[^/]+\/./u.test(file)).map(sent);
  const bytes = largest(always, always.length) + largest(pieces, 8) + largest(texts, 40);
  assert.ok(bytes <= 400_000, `${bytes} bytes`);
});
